"""An example of every form, filled in, and of the Home tab."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.views.blocks import View
from bot.views.examples.cast import LEAD
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.home import EMPTY_HOME, HOME
from bot.views.examples.requests import REQUEST
from bot.views.examples.responsibilities import AREA
from bot.views.home import home_view
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
from bot.views.modals.people import MeForm, build_me
from bot.views.modals.requests import RequestForm, build_answer, build_reopen, build_request
from bot.views.modals.responsibilities import AreaForm, build_area
from bot.views.modals.setup import SetupForm, build_setup
from bot.views.modals.touches import build_touch
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
)

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
    "commitment": lambda t: build_commitment(
        CommitmentForm(text=PROMISE.text, is_checkable=True), t, goals=((GOAL.name, GOAL.id),)
    ),
    "commitment_empty": lambda t: build_commitment(CommitmentForm(), t),
    "commitment_move": lambda t: build_move(PROMISE, t),
    "commitment_not_kept": lambda t: build_closing(PROMISE, t),
    "goal": lambda t: build_goal(
        GoalForm("MQL in March", "120", "MQL", starts_on=GOAL.starts_on, ends_on=GOAL.ends_on), t
    ),
    "goal_update": lambda t: build_goal_update(GOAL, t),
    "me": lambda t: build_me(MeForm("es", "America/Bogota"), t),
    "setup": lambda t: build_setup(_SETUP, t, holidays=_HOLIDAYS),
    "setup_empty": lambda t: build_setup(SetupForm(), t),
    "home": lambda t: home_view(HOME, t),
    "home_empty": lambda t: home_view(EMPTY_HOME, t),
}
