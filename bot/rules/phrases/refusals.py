"""What somebody typed could not be understood; each refusal carries the words in question."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.rules.refusals import Refusal


@dataclass
class TooLong(Refusal):
    """More letters than any phrase needs."""

    length: int
    limit: int


@dataclass
class UnclearDuration(Refusal):
    """Not a length of time greater than nothing, such as 2 h or media hora."""

    text: str


@dataclass
class UnclearMoment(Refusal):
    """Not a moment this grammar knows."""

    text: str


@dataclass
class NoSuchDay(UnclearMoment):
    """A date that no calendar has, such as the 31st of February."""


@dataclass
class UnclearPastMoment(UnclearMoment):
    """Not a moment that lies behind, as this grammar knows them."""


@dataclass
class FutureMoment(Refusal):
    """The moment is understood but still to come; ``at`` is it."""

    text: str
    at: datetime


@dataclass
class AmbiguousDate(Refusal):
    """Two numbers that could be day and month, or month and day."""

    text: str
    day_first: date
    month_first: date


@dataclass
class WrongWeekday(Refusal):
    """The date named falls on another day of the week; ``on`` is the date."""

    text: str
    on: date


@dataclass
class PastMoment(Refusal):
    """The moment is understood but lies behind; ``at`` is it."""

    text: str
    at: datetime


@dataclass
class NoSuchMoment(Refusal):
    """The clocks skip this moment; ``local`` is what they will never show."""

    text: str
    local: datetime


@dataclass
class UnclearAmount(Refusal):
    """Not an amount such as 1,250,000 or $120 millones."""

    text: str


@dataclass
class AmbiguousAmount(Refusal):
    """A separator that could mean thousands or decimals."""

    text: str
    decimal: Decimal
    grouped: Decimal


@dataclass
class UnclearPercent(Refusal):
    """Not a share such as 12 % or 0.12."""

    text: str


@dataclass
class UnclearRange(Refusal):
    """Not a stretch of time this grammar knows."""

    text: str


@dataclass
class OpenEnded(Refusal):
    """It says when something begins and not when it ends."""

    text: str


@dataclass
class RangeReversed(Refusal):
    """The end comes before the beginning."""

    text: str
