"""Whether an agreement can be kept as it was written down."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from bot.rules.agreement.facts import SetupFacts, Side, Someone, WindowFacts
from bot.rules.agreement.refusals import (
    LANGUAGES,
    BadReminders,
    ChannelShared,
    LadderOutOfOrder,
    LeadsBothSides,
    NameMissing,
    NameTooLong,
    NoRep,
    OnBothSides,
    SideWithoutLead,
    UnknownCurrency,
    UnknownKind,
    UnknownLanguage,
    UnknownStage,
    WindowMissing,
    WindowNotPositive,
    WindowTooLong,
    WindowTwice,
)
from bot.rules.rota import check_order, check_rota
from bot.rules.terms import AgreementKind, PartyKind, Stage
from bot.rules.worktime import Schedule

LONGEST_NAME = 80
LONGEST_WINDOW = timedelta(days=365)


def check(facts: SetupFacts) -> None:
    """Raise the refusal of the first thing that could not be kept.

    Besides those of this file: ``UnknownZone``, ``UnknownWeekday``, ``UnclearLabel``,
    ``EqualEnds``, ``OverlappingBlocks``, ``NeverOpens``, and what makes a rota impossible.
    """
    _check_name(facts.name)
    if facts.kind not in set(AgreementKind):
        raise UnknownKind(facts.kind)
    for channel in (facts.channel, facts.celebrations):
        if channel.is_shared:
            raise ChannelShared(channel.name or channel.id)
    if facts.language not in LANGUAGES:
        raise UnknownLanguage(facts.language)
    if not re.fullmatch(r"[A-Z]{3}", facts.currency):
        raise UnknownCurrency(facts.currency)
    Schedule(facts.zone, facts.week)
    _check_windows(facts.windows)
    for rota in facts.rotas:
        check_rota(rota)
    check_order(facts.rotas)


def check_sides(sides: Sequence[Side]) -> None:
    """Raise what is wrong with who is where; somebody may lead and sell, but on one side only."""
    for side in sides:
        if not side.leads and side.party != PartyKind.MANAGEMENT:
            raise SideWithoutLead(side.party.value)
        if not side.members and side.party == PartyKind.SALES:
            raise NoRep
    _check_apart([(side.party, side.leads) for side in sides], LeadsBothSides)
    _check_apart([(side.party, side.leads + side.members) for side in sides], OnBothSides)


def _check_name(name: str) -> None:
    if not name.strip():
        raise NameMissing
    if len(name) > LONGEST_NAME:
        raise NameTooLong(LONGEST_NAME)


def _check_windows(windows: Sequence[WindowFacts]) -> None:
    stages = [window.stage for window in windows]
    if Stage.FIRST_TOUCH not in stages:
        raise WindowMissing(Stage.FIRST_TOUCH.value)
    for window in windows:
        if stages.count(window.stage) > 1:
            raise WindowTwice(window.stage)
        _check_window(window)


def _check_window(window: WindowFacts) -> None:
    if window.stage not in set(Stage):
        raise UnknownStage(window.stage)
    if window.target <= 0:
        raise WindowNotPositive(window.stage)
    if window.target > LONGEST_WINDOW.total_seconds():
        raise WindowTooLong(window.stage)
    reminders = (0, *window.reminders, 100)
    if any(later <= earlier for earlier, later in pairwise(reminders)):
        raise BadReminders(window.stage)
    ladder = [0, *(step for step in (window.manager_after, window.offer_after) if step is not None)]
    if any(later <= earlier for earlier, later in pairwise(ladder)):
        raise LadderOutOfOrder(window.stage)


def _check_apart(
    sides: Sequence[tuple[PartyKind, Sequence[Someone]]],
    mistake: type[LeadsBothSides | OnBothSides],
) -> None:
    seen: dict[str, PartyKind] = {}
    for party, people in sides:
        for person in people:
            if seen.setdefault(person.slack_id, party) != party:
                raise mistake(person.name)
