"""An agreement in a file: read whole, or every problem at once."""

from datetime import UTC, date, datetime

import pytest

from bot.intake.setup_file import SetupFileWrong, read_setup
from bot.rules.agreement import ChannelFacts, SetupFacts, SideFacts, WindowFacts, check
from bot.rules.refusals import Refusal
from bot.rules.rota import (
    BadWeight,
    CapBelowOne,
    Filter,
    RotaDraft,
    RotaNameTaken,
    RotaWithoutPeople,
    ScoresReversed,
    SeatDraft,
)

EXAMPLE = """\
name = "Leads Colombia"
kind = "marketing_sales"          # or "client_agency", with [agency] and [client]
channel = "#leads"
celebrations = "#equipo"
language = "es"
currency = "COP"
country = "CO"
zone = "America/Bogota"

[marketing]
leads = ["@marta"]
members = ["mateo@example.com"]

[sales]
leads = ["@carla"]
reps = ["UANA", "@bruno"]         # in the order of the rota

[hours]
weekdays = ["08:00-12:00", "14:00-18:00"]
friday = ["08:00-13:00"]
saturday = ["09:00 - 12:00"]

[holidays]
national = true
2026-12-24 = "Cierre de fin de año"

[windows.first_touch]
within = "4h"

[windows.accept]
within = "24h"
around_the_clock = true
reminders = [75]
manager_after = "1h 30min"
offer_after = "none"
"""

CHANNELS = (
    ChannelFacts("C1", "leads"),
    ChannelFacts("C2", "equipo"),
    ChannelFacts("C3", "partners", is_shared=True),
)


def read(text: str) -> SetupFacts:
    return read_setup(text.encode(), channels=CHANNELS)


ROTAS = """
[[rotas]]
name = "Enterprise"
segments = ["Enterprise", "Corporate"]
languages = ["Español", "en"]
score_from = 70
score_to = 100
falls_through = true
people = [{who = "@ana", weight = 2, daily_cap = 10, open_cap = 40}, {who = "@bruno"}]

[[rotas]]
name = "Small"
people = [{who = "@bruno"}]
"""


def changed(old: str, new: str) -> str:
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new)


def test_the_example_says_everything_an_agreement_needs() -> None:
    facts = read(EXAMPLE)

    two_blocks = (("08:00", "12:00"), ("14:00", "18:00"))
    assert facts == SetupFacts(
        name="Leads Colombia",
        kind="marketing_sales",
        channel=CHANNELS[0],
        celebrations=CHANNELS[1],
        marketing=SideFacts(("@marta",), ("mateo@example.com",)),
        sales=SideFacts(("@carla",), ("UANA", "@bruno")),
        zone="America/Bogota",
        country="CO",
        language="es",
        currency="COP",
        week={
            0: two_blocks,
            1: two_blocks,
            2: two_blocks,
            3: two_blocks,
            4: (("08:00", "13:00"),),
            5: (("09:00", "12:00"),),
        },
        windows=(
            WindowFacts(
                "accept",
                86_400,
                around_the_clock=True,
                reminders=(75,),
                manager_after=5400,
                offer_after=None,
            ),
            WindowFacts("first_touch", 4 * 3600),
        ),
        extra_holidays=((date(2026, 12, 24), "Cierre de fin de año"),),
    )
    check(facts)


def test_windows_for_what_is_asked_are_read_by_kind() -> None:
    kinds = ("urgent_request", "asset_request", "information_request", "request")
    written = "".join(f'\n[windows.{kind}]\nwithin = "2h"\n' for kind in kinds)

    facts = read_setup((EXAMPLE + written).encode(), channels=CHANNELS)

    assert [each.stage for each in facts.windows] == ["accept", "first_touch", *kinds]
    check(facts)


def test_an_agency_takes_marketings_place_and_its_client_that_of_sales() -> None:
    text = (
        changed('"marketing_sales" ', '"client_agency" ')
        .replace("[marketing]", "[agency]")
        .replace("[sales]", "[client]")
    )

    facts = read(text)

    assert (facts.marketing.leads, facts.sales.leads) == (("@marta",), ("@carla",))


def test_what_was_agreed_earlier_is_enforced_from_its_own_moment() -> None:
    facts = read("enforced_from = 2026-03-01T08:00:00-05:00\n" + EXAMPLE)

    assert facts.enforced_from == datetime(2026, 3, 1, 13, tzinfo=UTC)


def test_channels_go_by_name_or_id_and_keep_what_slack_says_of_them() -> None:
    facts = read(changed('"#leads"', '"C1"').replace('"#equipo"', '"Partners"'))

    assert (facts.channel.id, facts.celebrations) == ("C1", CHANNELS[2])


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_setup(b"\xef\xbb\xbf" + EXAMPLE.encode(), channels=CHANNELS) == read(EXAMPLE)


WRONG = {
    "a missing text": (
        changed('zone = "America/Bogota"\n', ""),
        "zone is missing: give a text in quotes",
    ),
    "an empty text": (changed('"Leads Colombia"', '" "'), "name is ' ': give a text in quotes"),
    "a number for a text": (changed('"CO"', "57"), "country is 57: give a text in quotes"),
    "a kind of its own": (
        changed('"marketing_sales"', '"friends"'),
        "kind is 'friends': give marketing_sales or client_agency",
    ),
    "a channel the bot does not see": (
        changed('"#leads"', '"#secret"'),
        "channel is '#secret': give a channel the bot was invited to",
    ),
    "a key that means nothing": (changed("zone =", "zona ="), "zona: unknown key"),
    "a window that means nothing": (
        changed("[windows.accept]", "[windows.lunch]"),
        "windows.lunch: unknown key",
    ),
    "a missing table": (
        EXAMPLE.replace("[sales]", "[sails]"),
        "sales is missing: give a table [sales]",
    ),
    "a person without a list": (
        changed('leads = ["@carla"]', 'leads = "@carla"'),
        "sales.leads is '@carla': give a list of texts,",
    ),
    "hours in words": (
        changed('"09:00 - 12:00"', '"mornings"'),
        "hours.saturday is ['mornings']: give blocks",
    ),
    "a duration without a unit": (
        changed('within = "4h"', 'within = "4"'),
        "windows.first_touch.within is '4': give a duration",
    ),
    "a duration as a number": (
        changed('within = "4h"', "within = 4"),
        "windows.first_touch.within is 4: give a duration",
    ),
    "a duration with a tail": (
        changed('within = "4h"', 'within = "4h or so"'),
        "windows.first_touch.within is '4h or so': give a duration",
    ),
    "a duration in full-width digits": (
        changed('within = "4h"', 'within = "４h"'),
        "windows.first_touch.within is '４h': give a duration",
    ),
    "a reminder that is a flag": (
        changed("[75]", "[true]"),
        "windows.accept.reminders is [True]: give a list of whole numbers",
    ),
    "a flag that is a text": (
        changed("national = true", 'national = "yes"'),
        "holidays.national is 'yes': give true or false",
    ),
    "a holiday without a date": (
        changed("2026-12-24", "christmas"),
        "holidays: 'christmas' is not a date",
    ),
    "a holiday on 31 February": (
        changed("2026-12-24", "2026-02-31"),
        "holidays: '2026-02-31' is not a date",
    ),
    "a start without an offset": (
        "enforced_from = 2026-03-01T08:00:00\n" + EXAMPLE,
        "enforced_from is datetime.datetime(2026, 3, 1, 8, 0): give a da",
    ),
    "an unclosed quote": (changed('"CO"', '"CO'), "the file is not TOML"),
    "a key given twice": ('name = "One"\n' + EXAMPLE, "the file is not TOML"),
    "nothing but brackets": ("a = " + "[" * 5000, "the file is"),
    "too much": ("#" * (64 * 1024 + 1), "the file is larger than 64 KB"),
}


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG.keys())
def test_a_problem_is_named_with_its_key_and_what_to_give(text: str, problem: str) -> None:
    with pytest.raises(SetupFileWrong) as wrong:
        read(text)

    assert [line for line in wrong.value.problems if line.startswith(problem)]


def test_all_problems_come_at_once() -> None:
    text = changed('"CO"', "57").replace('"#leads"', '"#secret"').replace('"4h"', '"soon"')

    with pytest.raises(SetupFileWrong) as wrong:
        read(text)

    assert len(wrong.value.problems) == 3


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SetupFileWrong, match="not UTF-8"):
        read_setup(EXAMPLE.encode("utf-16"), channels=CHANNELS)


def test_a_hostile_value_is_shown_shortened_and_without_hidden_marks() -> None:
    with pytest.raises(SetupFileWrong) as wrong:
        read(changed('"#leads"', '"<!channel>\u202e' + "x" * 200 + '"'))

    (problem,) = wrong.value.problems
    assert "\u202e" not in problem
    assert len(problem) < 120


def test_rotas_are_read_in_their_order_with_people_weights_and_limits() -> None:
    facts = read(EXAMPLE + ROTAS)

    assert facts.rotas == (
        RotaDraft(
            "Enterprise",
            (SeatDraft("@ana", 2, 10, 40), SeatDraft("@bruno")),
            Filter(("Enterprise", "Corporate"), ("es", "en"), 70, 100),
            falls_through=True,
        ),
        RotaDraft("Small", (SeatDraft("@bruno"),)),
    )
    check(facts)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            "weight = 2", "weight = 1.5", "rotas[1].people[1].weight is 1.5", id="half a weight"
        ),
        pytest.param(
            "score_from = 70", 'score_from = "70"', "rotas[1].score_from is '70'", id="a text"
        ),
        pytest.param(
            "falls_through", "falls_trough", "rotas[1].falls_trough: unknown key", id="misspelt"
        ),
        pytest.param('who = "@ana", ', "", "rotas[1].people[1].who is missing", id="nobody"),
        pytest.param(
            '[{who = "@bruno"}]', '["@bruno"]', "rotas[2].people is ['@bruno']", id="bare names"
        ),
        pytest.param('name = "Small"', "", "rotas[2].name is missing", id="no name"),
    ],
)
def test_a_wrong_rota_is_named_by_its_number(old: str, new: str, problem: str) -> None:
    assert old in ROTAS

    with pytest.raises(SetupFileWrong) as refused:
        read(EXAMPLE + ROTAS.replace(old, new))

    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        pytest.param("weight = 2", "weight = 0", BadWeight, id="weight zero"),
        pytest.param("daily_cap = 10", "daily_cap = 0", CapBelowOne, id="a cap below one"),
        pytest.param("score_to = 100", "score_to = 69", ScoresReversed, id="scores reversed"),
        pytest.param('[{who = "@bruno"}]', "[]", RotaWithoutPeople, id="a rota of nobody"),
        pytest.param('"Small"', '"enterprise"', RotaNameTaken, id="the same name"),
    ],
)
def test_a_rota_that_cannot_work_is_refused(old: str, new: str, refusal: type[Refusal]) -> None:
    assert old in ROTAS

    with pytest.raises(refusal):
        check(read(EXAMPLE + ROTAS.replace(old, new)))
