"""What the simulated people intend: an agenda drawn from a seed, in whole minutes."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from bot.intake.olist import OlistDeal, OlistLead
from bot.rules.terms import Channel, Outcome
from bot.rules.worktime import Schedule

MINUTE = timedelta(minutes=1)
TYPICAL_DELAY = 100
SPREAD = 1.1
FIRST_HOUR, LAST_HOUR = 6, 21


class Deed(StrEnum):
    """Something a simulated person sets out to do."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    TOUCH = "touch"
    PAUSE = "pause"
    SNOOZE = "snooze"
    ACKNOWLEDGE = "acknowledge"
    REASSIGN = "reassign"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, order=True)
class Intent:
    """One deed at a moment; ``number`` keeps the order of deeds of one minute."""

    at: datetime
    number: int
    deed: Deed = field(compare=False)
    lead: OlistLead = field(compare=False)
    deal: OlistDeal | None = field(compare=False, default=None)
    until: datetime | None = field(compare=False, default=None)
    channel: Channel = field(compare=False, default=Channel.CALL)
    outcome: Outcome = field(compare=False, default=Outcome.ANSWERED)


class Details(TypedDict, total=False):
    """What some intents need beside their deed."""

    until: datetime
    channel: Channel
    outcome: Outcome


class Agenda:
    """Draws what becomes of each lead, the same for the same seed."""

    def __init__(self, seed: int, office: Schedule, zone: str) -> None:
        self._seed, self._office, self._zone = seed, office, ZoneInfo(zone)
        self._numbers = 0

    def of(self, lead: OlistLead, deal: OlistDeal | None) -> list[Intent]:
        """Return everything that will be tried with a lead."""
        chance = Random(f"{self._seed}:{lead.id}")  # noqa: S311  a simulation, no secret
        asked = self._asked_at(lead, chance)
        deeds = [self._intent(asked, Deed.RECEIVE, lead, deal)]
        deeds += self._habits(lead, asked, chance)
        if chance.random() < 0.93:  # the rest is never followed up by the first owner
            deeds.append(self._touch(lead, asked, chance))
        if deal is not None and deal.won_at > asked + timedelta(days=1):
            won = deal.won_at.replace(second=0, microsecond=0)
            deeds.append(self._intent(won, Deed.CLOSE, lead, deal))
        return deeds

    def _asked_at(self, lead: OlistLead, chance: Random) -> datetime:
        """The data has the day only; the hour is simulated."""
        minute = chance.randrange(FIRST_HOUR * 60, LAST_HOUR * 60)
        at = datetime.combine(lead.asked_on, time(minute // 60, minute % 60), self._zone)
        return at.astimezone(ZoneInfo("UTC"))

    def _habits(self, lead: OlistLead, asked: datetime, chance: Random) -> list[Intent]:
        """One habit at most per lead: accepting first, a pause, a snooze, a promise, a handover."""
        drawn = chance.random()
        later = self._working(asked, chance.randrange(10, 400))
        until = self._working(later, chance.randrange(20, 300))
        if drawn < 0.25:
            return [self._intent(later, Deed.ACCEPT, lead)]
        if drawn < 0.32:
            return [self._intent(later, Deed.PAUSE, lead, until=until)]
        if drawn < 0.40:
            return [self._intent(later, Deed.SNOOZE, lead, until=until)]
        if drawn < 0.50:
            return [self._intent(later, Deed.ACKNOWLEDGE, lead, until=until)]
        if drawn < 0.60:
            return [self._intent(later, Deed.REASSIGN, lead)]
        return []

    def _touch(self, lead: OlistLead, asked: datetime, chance: Random) -> Intent:
        delay = round(TYPICAL_DELAY * chance.lognormvariate(0, SPREAD))
        return self._intent(
            self._working(asked, delay + 1),
            Deed.TOUCH,
            lead,
            channel=chance.choice(list(Channel)),
            outcome=chance.choice(list(Outcome)),
        )

    def _working(self, start: datetime, minutes: int) -> datetime:
        """People act in office hours, on a whole minute."""
        return self._office.next_open(self._office.add(start, minutes * MINUTE))

    def _intent(
        self,
        at: datetime,
        deed: Deed,
        lead: OlistLead,
        deal: OlistDeal | None = None,
        **more: Unpack[Details],
    ) -> Intent:
        self._numbers += 1
        return Intent(at, self._numbers, deed, lead, deal, **more)
