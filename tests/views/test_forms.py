"""Who builds a field also reads it; what cannot be taken is said at its line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import pytest

from bot.notices.people import Reader
from bot.rules.rota import SeatDraft
from bot.rules.rota_lines import read_people
from bot.views.blocks import View
from bot.views.examples.cast import LEAD
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.responsibilities import AREA
from bot.views.ids import Id
from bot.views.modals.attention import (
    PauseForm,
    UntilForm,
    build_ack,
    build_pause,
    build_snooze,
    parse_pause,
    parse_until,
)
from bot.views.modals.commitments import (
    ClosingForm,
    CommitmentForm,
    MoveForm,
    build_closing,
    build_commitment,
    build_move,
    parse_closing,
    parse_commitment,
    parse_move,
)
from bot.views.modals.goals import (
    GoalForm,
    GoalUpdateForm,
    build_goal,
    build_goal_update,
    parse_goal,
    parse_goal_update,
)
from bot.views.modals.hours import HoursForm, read_blocks
from bot.views.modals.leads import (
    AssignForm,
    CloseForm,
    LeadForm,
    RejectForm,
    build_assign,
    build_close,
    build_lead,
    build_reject,
    parse_assign,
    parse_close,
    parse_lead,
    parse_reject,
)
from bot.views.modals.people import CrmForm, MeForm, build_crm, build_me, parse_crm, parse_me
from bot.views.modals.requests import RequestForm, build_request, parse_request
from bot.views.modals.responsibilities import AreaForm, build_area, parse_area
from bot.views.modals.rota import RotaForm, build_rota, parse_rota
from bot.views.modals.setup import SetupForm, build_setup, parse_setup
from bot.views.modals.touches import TouchForm, build_touch, parse_touch
from bot.views.payload import Payload
from bot.views.payload import parse as parse_payload
from bot.views.translate import Translator
from tests.views.filling import sent

T = Translator(Reader("en", "UTC", "US"))
ES = Translator(Reader("es", "America/Bogota", "CO"))
GOAL_ID = "12345678-1234-4234-8234-123456789abc"


LEAD_FORM = LeadForm(
    "Laura", "Acme", "l@acme.example", "+57 3", "Web", "B2B", "82", "U0ANA0001", "today 9:30", "es"
)
ROTA = RotaForm(
    "Big", "Big, Mid", "es", "70", "90", "Ana 2\nBruno", falls_through=True, place=2, places=3
)
COMMITMENT = CommitmentForm(
    text="Publish four articles",
    owner="U0ANA0001",
    quantity="4",
    unit="articles",
    is_checkable=True,
    due="Friday",
    goal=GOAL_ID,
    reason="It matters",
)
GOAL_FORM = GoalForm(
    "MQL", "120", "MQL", "at_most", "sales", date(2026, 3, 1), date(2026, 3, 31), "U0ANA0001", (50,)
)
REQUEST_FORM = RequestForm("A brochure", "asset", AREA.slug, "Northwind")
READ_REQUEST = partial(parse_request, areas=(AREA.slug,))
SETUP = SetupForm(
    name="North",
    kind="client_agency",
    channel="C0VENTAS1",
    celebration_channel="C0EQUIPO1",
    marketing_leads=("U0INES001",),
    sales_leads=("U0LUIS001", "U0ANA0001"),
    reps=("U0ANA0001",),
    hours=HoursForm(
        zone="America/Bogota",
        days=(0, 4),
        hours="09:00-13:00, 14:00-18:00",
        saturday="08:00-12:00",
        country="MX",
        week={
            0: (("09:00", "13:00"), ("14:00", "18:00")),
            4: (("09:00", "13:00"), ("14:00", "18:00")),
            5: (("08:00", "12:00"),),
        },
    ),
    language="es",
    currency="MXN",
    first_touch="4 h",
    accept="30 min",
    first_touch_s=14_400,
    accept_s=1_800,
    urgent_request="2 h",
    asset_request="16 h",
    request="8 h",
    urgent_request_s=7_200,
    asset_request_s=57_600,
    request_s=28_800,
)


@pytest.mark.parametrize(
    ("view", "parse", "form"),
    [
        pytest.param(build_lead(LEAD_FORM, T), parse_lead, LEAD_FORM, id="lead"),
        pytest.param(build_rota(ROTA, T), parse_rota, replace(ROTA, places=1), id="rota"),
        pytest.param(
            build_commitment(COMMITMENT, T, goals=(("MQL", UUID(GOAL_ID)),)),
            parse_commitment,
            COMMITMENT,
            id="commitment",
        ),
        pytest.param(build_goal(GOAL_FORM, T), parse_goal, GOAL_FORM, id="goal"),
        pytest.param(
            build_area(AreaForm("SEO", "U0ANA0001", "U0LUIS001"), T),
            parse_area,
            AreaForm("SEO", "U0ANA0001", "U0LUIS001"),
            id="area",
        ),
        pytest.param(
            build_me(MeForm("es", "America/Bogota"), T),
            parse_me,
            MeForm("es", "America/Bogota"),
            id="me",
        ),
        pytest.param(
            build_crm("Ana", CrmForm("8812", "ana@crm.example"), T, payload=Payload()),
            parse_crm,
            CrmForm("8812", "ana@crm.example"),
            id="crm",
        ),
        pytest.param(build_setup(SETUP, T), parse_setup, SETUP, id="set-up"),
        pytest.param(
            build_request(REQUEST_FORM, T, areas=(AREA,)), READ_REQUEST, REQUEST_FORM, id="request"
        ),
    ],
)
def test_a_form_sent_back_as_it_was_filled_is_read_as_it_was(
    view: View, parse: Callable[[object, Translator], object], form: object
) -> None:
    assert parse(sent(view), T) == form


@pytest.mark.parametrize(
    ("values", "parse", "form"),
    [
        pytest.param(
            sent(build_reject(LEAD, T), reason="no_budget", note=" Next year. "),
            parse_reject,
            RejectForm("no_budget", "Next year."),
            id="return to marketing",
        ),
        pytest.param(
            sent(build_assign(LEAD, T), person="U0ANA0001", reason=""),
            parse_assign,
            AssignForm("U0ANA0001", ""),
            id="assign",
        ),
        pytest.param(
            sent(build_close(LEAD, T, currency="COP"), result="won", amount="12M"),
            parse_close,
            CloseForm(won=True, amount="12M", note=""),
            id="won, with its amount",
        ),
        pytest.param(
            sent(build_close(LEAD, T, currency="COP"), result="lost", amount="12M"),
            parse_close,
            CloseForm(won=False, amount="", note=""),
            id="lost, the amount does not matter",
        ),
        pytest.param(
            sent(build_snooze(LEAD, T), until="2h"), parse_until, UntilForm("2h"), id="snooze"
        ),
        pytest.param(sent(build_ack(LEAD, T), until="2h"), parse_until, UntilForm("2h"), id="ack"),
        pytest.param(
            sent(build_pause(LEAD, T), reason="Travels", until="Monday"),
            parse_pause,
            PauseForm("Travels", "Monday"),
            id="pause",
        ),
        pytest.param(
            sent(build_touch(LEAD, T), channel="call", outcome="no_answer", when="9:30"),
            parse_touch,
            TouchForm("", "call", "no_answer", "9:30", "", ""),
            id="a follow-up",
        ),
        pytest.param(
            sent(build_move(PROMISE, T), due="Monday", reason="Ill"),
            parse_move,
            MoveForm("Monday", "Ill"),
            id="move a promise",
        ),
        pytest.param(
            sent(build_closing(PROMISE, T), note="Ill"),
            parse_closing,
            ClosingForm("Ill"),
            id="a promise not kept",
        ),
        pytest.param(
            sent(build_goal_update(GOAL, T), amount="-5", note="Counted twice"),
            parse_goal_update,
            GoalUpdateForm("-5", "", "Counted twice"),
            id="progress",
        ),
    ],
)
def test_what_was_typed_is_read(
    values: object, parse: Callable[[object, Translator], object], form: object
) -> None:
    assert parse(values, T) == form


@pytest.mark.parametrize(
    ("values", "parse", "wrong"),
    [
        pytest.param(
            sent(build_lead(LeadForm(email="a@b.c"), T)),
            parse_lead,
            {"name"},
            id="a lead of nobody",
        ),
        pytest.param(
            sent(build_lead(LeadForm(name="Laura"), T)), parse_lead, {"email"}, id="unreachable"
        ),
        pytest.param(sent(build_reject(LEAD, T)), parse_reject, {"reason"}, id="no reason"),
        pytest.param(
            sent(build_reject(LEAD, T), reason="other"),
            parse_reject,
            {"note"},
            id="another reason without saying which",
        ),
        pytest.param(
            sent(build_reject(LEAD, T), reason="invented"),
            parse_reject,
            {"reason"},
            id="a reason that was not on the menu",
        ),
        pytest.param(sent(build_assign(LEAD, T)), parse_assign, {"person"}, id="to nobody"),
        pytest.param(
            sent(build_close(LEAD, T, currency="COP"), result="won"),
            parse_close,
            {"amount"},
            id="won without an amount",
        ),
        pytest.param(
            sent(build_close(LEAD, T, currency="COP")), parse_close, {"result"}, id="no result"
        ),
        pytest.param(sent(build_snooze(LEAD, T)), parse_until, {"until"}, id="until when"),
        pytest.param(sent(build_pause(LEAD, T)), parse_pause, {"reason", "until"}, id="a pause"),
        pytest.param(
            sent(build_touch(LEAD, T)), parse_touch, {"channel", "outcome"}, id="how and what"
        ),
        pytest.param(
            sent(build_commitment(CommitmentForm(), T)),
            parse_commitment,
            {"text", "due", "quantity", "reason"},
            id="a promise of nothing",
        ),
        pytest.param(
            sent(build_goal(GOAL_FORM, T), ends="2026-02-28"),
            parse_goal,
            {"ends"},
            id="a goal that ends before it starts",
        ),
        pytest.param(
            sent(build_goal(GOAL_FORM, T), milestones="half"),
            parse_goal,
            {"milestones"},
            id="milestones that are no numbers",
        ),
        pytest.param(
            sent(build_goal(GOAL_FORM, T), milestones="0, 50"),
            parse_goal,
            {"milestones"},
            id="a milestone at the start",
        ),
        pytest.param(
            sent(build_goal(GOAL_FORM, T), milestones="1001"),
            parse_goal,
            {"milestones"},
            id="a milestone out of reach",
        ),
        pytest.param(
            sent(build_me(MeForm("es", "Bogota"), T)), parse_me, {"zone"}, id="no such zone"
        ),
        pytest.param(
            sent(build_setup(SETUP, T), hours="nine to six"),
            parse_setup,
            {"hours"},
            id="hours in words",
        ),
        pytest.param(
            sent(build_setup(SETUP, T), first_touch="soon", accept="later", request="once"),
            parse_setup,
            {"first_touch", "accept", "request"},
            id="windows that are no lengths of time",
        ),
        pytest.param(
            sent(build_setup(SETUP, T), days=[]), parse_setup, {"days"}, id="no working day"
        ),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_line_in_the_readers_language(
    values: object, parse: Callable[[object, Translator], object], wrong: set[str]
) -> None:
    english, spanish = parse(values, T), parse(values, ES)

    assert isinstance(english, dict)
    assert isinstance(spanish, dict)
    assert set(english) == {f"field.{name}" for name in wrong} == set(spanish)
    assert all(english[block] != spanish[block] for block in english)


@pytest.mark.parametrize("values", [None, [], "x", {"field.name": None}, {"field.name": {"x": 1}}])
def test_values_of_any_other_shape_count_as_nothing_typed(values: object) -> None:
    assert isinstance(parse_lead(values, T), dict)
    assert isinstance(parse_setup(values, T), dict)
    assert isinstance(parse_touch(values, T), dict)


def test_a_follow_up_without_a_lead_asks_for_it() -> None:
    values = sent(build_touch(None, T), channel="call", outcome="answered", lead="")

    assert isinstance(parse_touch(values, T), TouchForm)
    assert parse_touch(values, T, knows_lead=False) == {"field.lead": "This is needed."}


def test_nothing_longer_than_a_line_holds_is_taken() -> None:
    at_limit = sent(build_pause(LEAD, T), reason="a" * 200, until="2h")
    beyond = sent(build_pause(LEAD, T), reason="a" * 201, until="2h")

    assert parse_pause(at_limit, T) == PauseForm("a" * 200, "2h")
    assert parse_pause(beyond, T) == {"field.reason": "This is longer than 200 characters."}


def test_a_form_remembers_its_lead_and_nothing_else() -> None:
    metadata = build_reject(LEAD, T)["private_metadata"]

    assert isinstance(metadata, str)
    assert parse_payload(metadata).id == LEAD.id


def test_choosing_a_country_is_told_at_once_so_that_its_holidays_can_be_shown() -> None:
    blocks = build_setup(SETUP, T, holidays=((date(2026, 3, 23), "San José"),))["blocks"]

    assert isinstance(blocks, list)
    country = next(block for block in blocks if block.get("block_id") == Id.FIELD_COUNTRY)
    assert country["dispatch_action"] is True
    assert country["element"]["action_id"] == Id.SETUP_COUNTRY
    assert "San José" in str(blocks)


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("09:00-13:00, 14:00-18:00", (("09:00", "13:00"), ("14:00", "18:00"))),
        ("9-18", (("09:00", "18:00"),)),
        ("9:00 – 18:30", (("09:00", "18:30"),)),
        ("8 a 12; 14 a 18", (("08:00", "12:00"), ("14:00", "18:00"))),
        ("22:00-06:00", (("22:00", "06:00"),)),
        ("00:00-24:00", (("00:00", "24:00"),)),
        ("", None),
        (",", None),
        ("9", None),
        ("9-18-20", None),
        ("9:5-18", None),
        ("٩-١٨", None),
        ("9:00-13:00 14:00-18:00", None),
    ],
)
def test_hours_as_people_write_them(typed: str, blocks: object) -> None:
    assert read_blocks(typed) == blocks


def test_a_score_of_a_rota_is_a_whole_number() -> None:
    refused = parse_rota(sent(build_rota(ROTA, ES), score_from="mucho"), ES)

    assert refused == {"field.score_from": "Escribir un número entero, por ejemplo 70."}


def test_the_default_rota_asks_for_people_alone() -> None:
    form = build_rota(RotaForm(people="Ana 1", is_default=True), T)

    assert set(sent(form)) == {"field.people"}


@pytest.mark.parametrize("t", [T, ES], ids=["en", "es"])
def test_the_line_a_rotas_form_shows_as_an_example_is_understood(t: Translator) -> None:
    blocks = build_rota(RotaForm(), t)["blocks"]
    assert isinstance(blocks, list)
    (people,) = (each for each in blocks if each["block_id"] == "field.people")
    example = people["hint"]["text"].rpartition(": ")[2].rstrip(".")

    assert read_people(example) == (SeatDraft("Ana", 2, 10, 40),)
