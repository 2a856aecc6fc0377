"""An example of every form, filled in, and of the Home tab."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.views.blocks import View
from bot.views.examples.cast import KEY, LEAD
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.home import BUSY_HOME, EMPTY_HOME, HOME, STRANGE_HOME
from bot.views.examples.requests import REQUEST
from bot.views.examples.responsibilities import AREA
from bot.views.home import home_view
from bot.views.modals.absence import AbsenceForm, build_absence
from bot.views.modals.attention import build_ack, build_pause, build_snooze
from bot.views.modals.commitments import (
    CommitmentForm,
    build_closing,
    build_commitment,
    build_move,
)
from bot.views.modals.goals import GoalForm, build_goal, build_goal_update
from bot.views.modals.hours import HoursForm
from bot.views.modals.leads import LeadForm, build_assign, build_close, build_lead, build_reject
from bot.views.modals.people import CrmForm, MeForm, build_crm, build_me
from bot.views.modals.requests import RequestForm, build_answer, build_reopen, build_request
from bot.views.modals.responsibilities import AreaForm, build_area, build_area_edit
from bot.views.modals.rota import RotaForm, build_rota
from bot.views.modals.setup import SetupForm, build_setup
from bot.views.modals.touches import build_touch
from bot.views.payload import Payload
from bot.views.translate import Translator

_SETUP = SetupForm(
    name="North region",
    channel="C0VENTAS1",
    celebration_channel="C0EQUIPO1",
    marketing_leads=("U0INES001",),
    sales_leads=("U0LUIS001",),
    reps=("U0ANA0001", "U0LUIS001"),
    hours=HoursForm(zone="America/Bogota", saturday="08:00-12:00"),
    first_touch="4 h",
    accept="1 h",
    urgent_request="2 h",
)
_HOLIDAYS = ((date(2026, 3, 23), "San José"), (date(2026, 4, 2), "Jueves Santo"))
_FILLED = LeadForm(
    name="Laura Gómez",
    company="Acme",
    email="laura@acme.example",
    source="Landing page",
    score="82",
    owner="U0ANA0001",
    language="es",
)
ROTA_FORM = RotaForm(
    name="Enterprise",
    segments="Enterprise, Corporate",
    languages="es",
    score_from="70",
    people="Ana Ríos 2, 10 per day\nLuis Peña 1",
    falls_through=True,
    place=1,
    places=2,
)
DEFAULT_ROTA_FORM = RotaForm(people="Ana Ríos 1", is_default=True)

FORMS: Mapping[str, Callable[[Translator], View]] = {
    "lead": lambda t: build_lead(_FILLED, t),
    "lead_empty": lambda t: build_lead(LeadForm(), t),
    "touch": lambda t: build_touch(LEAD, t, channel="call", outcome="answered"),
    "touch_without_lead": lambda t: build_touch(None, t, needs_reason=True),
    "reject": lambda t: build_reject(LEAD, t),
    "assign": lambda t: build_assign(LEAD, t),
    "close": lambda t: build_close(LEAD, t, currency="COP", won=True),
    "request": lambda t: build_request(
        RequestForm("Acme cannot log in", "urgent", AREA.slug, "Northwind"), t, areas=(AREA,)
    ),
    "request_empty": lambda t: build_request(RequestForm(), t, areas=(AREA,)),
    "request_answer": lambda t: build_answer(REQUEST, t),
    "request_reopen": lambda t: build_reopen(REQUEST, t),
    "snooze": lambda t: build_snooze(LEAD, t),
    "ack": lambda t: build_ack(LEAD, t),
    "pause": lambda t: build_pause(LEAD, t),
    "area": lambda t: build_area(AreaForm("SEO", "U0INES001"), t),
    "area_edit": lambda t: build_area_edit(AREA, t),
    "commitment": lambda t: build_commitment(
        CommitmentForm(text=PROMISE.text, is_checkable=True), t, goals=((GOAL.name, GOAL.id),)
    ),
    "commitment_empty": lambda t: build_commitment(CommitmentForm(), t),
    "commitment_move": lambda t: build_move(PROMISE, t),
    "commitment_not_kept": lambda t: build_closing(PROMISE, t),
    "absence": lambda t: build_absence(
        AbsenceForm("2026-03-16 00:00 - 2026-03-20 00:00", "U0LUIS001", "U0ANA0001"), t
    ),
    "absence_empty": lambda t: build_absence(AbsenceForm(), t),
    "goal": lambda t: build_goal(
        GoalForm("MQL in March", "120", "MQL", starts_on=GOAL.starts_on, ends_on=GOAL.ends_on), t
    ),
    "goal_update": lambda t: build_goal_update(GOAL, t),
    "rota": lambda t: build_rota(ROTA_FORM, t),
    "rota_default": lambda t: build_rota(DEFAULT_ROTA_FORM, t),
    "rota_empty": lambda t: build_rota(RotaForm(), t),
    "me": lambda t: build_me(MeForm("es", "America/Bogota"), t),
    "me_with_wishes": lambda t: build_me(
        MeForm(
            "es",
            "America/Bogota",
            HoursForm(saturday="09:00-12:00"),
            quiet="12:00-14:00",
            digest="08:30",
        ),
        t,
    ),
    "crm": lambda t: build_crm("Ana Ríos", CrmForm("8812"), t, payload=Payload(id=KEY, person=KEY)),
    "setup": lambda t: build_setup(_SETUP, t, holidays=_HOLIDAYS),
    "setup_empty": lambda t: build_setup(SetupForm(), t),
    "home": lambda t: home_view(HOME, t),
    "home_busy": lambda t: home_view(BUSY_HOME, t),
    "home_empty": lambda t: home_view(EMPTY_HOME, t),
    "home_without_part": lambda t: home_view(STRANGE_HOME, t),
}
