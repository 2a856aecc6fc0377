"""An agreement that could not be kept is refused, each for its own reason."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.rules.agreement import (
    BadReminders,
    ChannelFacts,
    ChannelShared,
    LadderOutOfOrder,
    LeadsBothSides,
    NameMissing,
    NameTooLong,
    NoRep,
    OnBothSides,
    SetupFacts,
    Side,
    SideFacts,
    SideWithoutLead,
    Someone,
    UnknownCurrency,
    UnknownKind,
    UnknownLanguage,
    UnknownStage,
    WindowFacts,
    WindowMissing,
    WindowNotPositive,
    WindowTooLong,
    WindowTwice,
    check,
    check_sides,
)
from bot.rules.opening_hours import (
    EqualEnds,
    NeverOpens,
    OverlappingBlocks,
    UnclearLabel,
    UnknownWeekday,
    UnknownZone,
)
from bot.rules.refusals import Refusal
from bot.rules.terms import PartyKind

YEAR = 365 * 86_400
TOUCH = WindowFacts("first_touch", 4 * 3600)
ACCEPT = WindowFacts("accept", 86_400, around_the_clock=True)
Week = Mapping[int, tuple[tuple[str, str], ...]]
GOOD = SetupFacts(
    name="Leads",
    kind="marketing_sales",
    channel=ChannelFacts("C1", "leads"),
    celebrations=ChannelFacts("C2", "equipo"),
    marketing=SideFacts(("@marta",)),
    sales=SideFacts(("@carla",), ("@ana",)),
    zone="America/Bogota",
    country="CO",
    language="es",
    currency="COP",
    week={0: (("08:00", "12:00"), ("14:00", "18:00"))},
    windows=(TOUCH, ACCEPT),
)


def week(*blocks: tuple[str, str], day: int = 0) -> SetupFacts:
    return replace(GOOD, week={day: blocks})


def touch(window: WindowFacts) -> SetupFacts:
    return replace(GOOD, windows=(window,))


REFUSED: dict[str, tuple[SetupFacts, Refusal]] = {
    "no name": (replace(GOOD, name="  "), NameMissing()),
    "a name of 81 letters": (replace(GOOD, name="a" * 81), NameTooLong(80)),
    "a kind of its own": (replace(GOOD, kind="friends"), UnknownKind("friends")),
    "a shared channel": (
        replace(GOOD, channel=ChannelFacts("C1", "leads", is_shared=True)),
        ChannelShared("leads"),
    ),
    "a shared team channel": (
        replace(GOOD, celebrations=ChannelFacts("C2", is_shared=True)),
        ChannelShared("C2"),
    ),
    "a language nobody translated": (replace(GOOD, language="fr"), UnknownLanguage("fr")),
    "a currency in words": (replace(GOOD, currency="pesos"), UnknownCurrency("pesos")),
    "a currency in small letters": (replace(GOOD, currency="cop"), UnknownCurrency("cop")),
    "a zone that is none": (replace(GOOD, zone="Bogotá"), UnknownZone("Bogotá")),
    "no opening at all": (replace(GOOD, week={}), NeverOpens()),
    "days without blocks": (replace(GOOD, week={0: ()}), NeverOpens()),
    "an eighth weekday": (week(("09:00", "17:00"), day=7), UnknownWeekday(7)),
    "an hour of 25": (week(("09:00", "25:00")), UnclearLabel("25:00")),
    "a block of no length": (week(("09:00", "09:00")), EqualEnds("09:00")),
    "blocks that share an hour": (
        week(("08:00", "13:00"), ("12:00", "18:00")),
        OverlappingBlocks(("08:00", "13:00"), ("12:00", "18:00")),
    ),
    "no first touch": (replace(GOOD, windows=(ACCEPT,)), WindowMissing("first_touch")),
    "two first touches": (replace(GOOD, windows=(TOUCH, TOUCH)), WindowTwice("first_touch")),
    "a stage of its own": (
        replace(GOOD, windows=(TOUCH, replace(ACCEPT, stage="lunch"))),
        UnknownStage("lunch"),
    ),
    "a window of nothing": (touch(replace(TOUCH, target=0)), WindowNotPositive("first_touch")),
    "a window of less": (touch(replace(TOUCH, target=-1)), WindowNotPositive("first_touch")),
    "a window over a year": (
        touch(replace(TOUCH, target=YEAR + 1)),
        WindowTooLong("first_touch"),
    ),
    "a reminder at once": (touch(replace(TOUCH, reminders=(0,))), BadReminders("first_touch")),
    "a reminder at the miss": (
        touch(replace(TOUCH, reminders=(50, 100))),
        BadReminders("first_touch"),
    ),
    "reminders backwards": (
        touch(replace(TOUCH, reminders=(75, 50))),
        BadReminders("first_touch"),
    ),
    "the same reminder twice": (
        touch(replace(TOUCH, reminders=(50, 50))),
        BadReminders("first_touch"),
    ),
    "the manager at the miss": (
        touch(replace(TOUCH, manager_after=0)),
        LadderOutOfOrder("first_touch"),
    ),
    "the offer with the manager": (
        touch(replace(TOUCH, manager_after=3600, offer_after=3600)),
        LadderOutOfOrder("first_touch"),
    ),
    "the offer at the miss": (
        touch(replace(TOUCH, manager_after=None, offer_after=0)),
        LadderOutOfOrder("first_touch"),
    ),
}


@pytest.mark.parametrize(("facts", "refusal"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_kept_is_refused(facts: SetupFacts, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        check(facts)

    assert vars(refused.value) == vars(refusal)


KEPT = {
    "as agreed": GOOD,
    "a name of 80 letters": replace(GOOD, name="a" * 80),
    "a client and its agency": replace(GOOD, kind="client_agency"),
    "a night shift": week(("22:00", "06:00")),
    "until midnight": week(("14:00", "24:00")),
    "blocks that touch": week(("08:00", "12:00"), ("12:00", "18:00")),
    "one channel for both": replace(GOOD, celebrations=GOOD.channel),
    "the shortest window": touch(replace(TOUCH, target=1)),
    "a window of a year": touch(replace(TOUCH, target=YEAR)),
    "no reminders": touch(replace(TOUCH, reminders=())),
    "the first and the last reminder": touch(replace(TOUCH, reminders=(1, 99))),
    "the ladder at its tightest": touch(replace(TOUCH, manager_after=1, offer_after=2)),
    "no ladder": touch(replace(TOUCH, manager_after=None, offer_after=None)),
    "an offer without a manager": touch(replace(TOUCH, manager_after=None, offer_after=1)),
}


@pytest.mark.parametrize("facts", KEPT.values(), ids=KEPT.keys())
def test_what_can_be_kept_passes(facts: SetupFacts) -> None:
    check(facts)


MARTA, CARLA, ANA, ELENA = (
    Someone(f"U{name}", name) for name in ("Marta", "Carla", "Ana", "Elena")
)


def sides(
    *,
    marketing: tuple[Someone, ...] = (MARTA,),
    marketing_members: tuple[Someone, ...] = (),
    sales: tuple[Someone, ...] = (CARLA,),
    reps: tuple[Someone, ...] = (ANA,),
    management: tuple[Someone, ...] = (),
) -> tuple[Side, ...]:
    return (
        Side(PartyKind.MARKETING, marketing, marketing_members),
        Side(PartyKind.SALES, sales, reps),
        Side(PartyKind.MANAGEMENT, (), management),
    )


MISPLACED: dict[str, tuple[tuple[Side, ...], Refusal]] = {
    "marketing without a lead": (sides(marketing=()), SideWithoutLead("marketing")),
    "sales without a lead": (sides(sales=()), SideWithoutLead("sales")),
    "no rep": (sides(reps=()), NoRep()),
    "one leads both sides": (sides(marketing=(CARLA,)), LeadsBothSides("Carla")),
    "a marketing lead sells": (sides(reps=(MARTA,)), OnBothSides("Marta")),
    "a rep markets": (sides(marketing_members=(ANA,)), OnBothSides("Ana")),
    "a manager sells": (sides(management=(ANA,)), OnBothSides("Ana")),
}


@pytest.mark.parametrize(("misplaced", "refusal"), MISPLACED.values(), ids=MISPLACED.keys())
def test_people_in_the_wrong_place_are_refused(
    misplaced: tuple[Side, ...], refusal: Refusal
) -> None:
    with pytest.raises(type(refusal)) as refused:
        check_sides(misplaced)

    assert vars(refused.value) == vars(refusal)


FITTING = {
    "a lead, a rep": sides(),
    "a lead who also sells": sides(reps=(CARLA, ANA)),
    "two leads": sides(sales=(CARLA, ELENA)),
    "a manager": sides(management=(ELENA,)),
}


@pytest.mark.parametrize("fitting", FITTING.values(), ids=FITTING.keys())
def test_people_in_their_places_pass(fitting: tuple[Side, ...]) -> None:
    check_sides(fitting)
