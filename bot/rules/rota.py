"""Rotas of an agreement: which leads each takes, who is in it, and what makes one impossible."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.rules.contacts import LEAST_SCORE, MOST_SCORE
from bot.rules.phrases.text import normalised
from bot.rules.refusals import MissingValue, Refusal, ValueTooLong

LONGEST_NAME = 40
LONGEST_VALUE = 60
MOST_VALUES = 20
MOST_ROTAS = 10
MOST_PEOPLE = 25
HEAVIEST = 100
LARGEST_CAP = 9_999
FEWEST_TO_COMPARE = 5
"""Below this many leads a share says nothing."""


class RotaWithoutPeople(Refusal):
    """A rota that nobody is in would leave every lead it takes without an owner."""


@dataclass
class TooManyInRota(Refusal):
    limit: int


@dataclass
class BadWeight(Refusal):
    """A weight is a whole number from 1."""

    name: str
    weight: str
    most: int = HEAVIEST


@dataclass
class CapBelowOne(Refusal):
    """Somebody who may have no lead at all does not belong in the rota."""

    name: str
    cap: int


@dataclass
class CapTooLarge(Refusal):
    name: str
    cap: int
    most: int = LARGEST_CAP


@dataclass
class TwiceInRota(Refusal):
    name: str


@dataclass
class OutsideSales(Refusal):
    """Leads go to people of sales."""

    name: str


@dataclass
class ScoresReversed(Refusal):
    score_from: int
    score_to: int


@dataclass
class ScoreOutOfRange(Refusal):
    score: int
    least: int = LEAST_SCORE
    most: int = MOST_SCORE


@dataclass
class FilterTooLong(Refusal):
    """Of segments and of languages a rota takes so many, each of so many characters."""

    limit: int = MOST_VALUES
    length: int = LONGEST_VALUE


@dataclass
class RotaNeverReached(Refusal):
    """Every lead it would take is taken by a rota before it."""

    rota: str
    before: str


@dataclass
class RotaNameTaken(Refusal):
    name: str


@dataclass
class TooManyRotas(Refusal):
    limit: int


class NoSuchRota(Refusal):
    """The rota is not there, or not for this person."""


class RotaChangedMeanwhile(Refusal):
    """Somebody else changed the rota after this form was opened."""


class DefaultRotaStays(Refusal):
    """Without the default rota some leads would have nowhere to go."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a lead's rota is chosen by; empty where the lead does not say."""

    segment: str = ""
    language: str = ""
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """The leads a rota takes. What is empty does not matter; both ends of the score count.

    A lead without a score is taken only where no score is asked for.
    """

    segments: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    score_from: int | None = None
    score_to: int | None = None

    def takes(self, lead: Traits) -> bool:
        return (
            _is_among(lead.segment, self.segments)
            and _is_among(lead.language, self.languages)
            and self._takes_score(lead.score)
        )

    def covers(self, other: "Filter") -> bool:
        """Say whether every lead the other takes would be taken by this one."""
        return (
            _covers(self.segments, other.segments)
            and _covers(self.languages, other.languages)
            and (not self.asks_score or (other.asks_score and _within(other, self)))
        )

    @property
    def asks_score(self) -> bool:
        return self.score_from is not None or self.score_to is not None

    def _takes_score(self, score: int | None) -> bool:
        if not self.asks_score:
            return True
        least, most = _ends(self)
        return score is not None and least <= score <= most


@dataclass(frozen=True, slots=True)
class SeatDraft:
    """Somebody for a rota as typed. Caps: leads given in a day, and leads open at a time."""

    who: str
    weight: int = 1
    daily_cap: int | None = None
    open_cap: int | None = None


@dataclass(frozen=True, slots=True)
class RotaDraft:
    """A rota as somebody wants it; ``falls_through`` passes on what nobody in it can take."""

    name: str = ""
    people: tuple[SeatDraft, ...] = ()
    filter: Filter = field(default_factory=Filter)
    falls_through: bool = False


def check_rota(draft: RotaDraft, *, is_default: bool = False) -> None:
    """Raise what makes a rota impossible by itself; the default one needs no name."""
    if not is_default:
        _check_name(draft.name)
    _check_filter(draft.filter)
    if not draft.people:
        raise RotaWithoutPeople
    if len(draft.people) > MOST_PEOPLE:
        raise TooManyInRota(MOST_PEOPLE)
    for seat in draft.people:
        _check_seat(seat)


def check_order(rotas: Sequence[RotaDraft]) -> None:
    """Raise what is wrong with the named rotas together, in the order they are asked."""
    if len(rotas) > MOST_ROTAS:
        raise TooManyRotas(MOST_ROTAS)
    for place, rota in enumerate(rotas):
        for before in rotas[:place]:
            if key_of(before.name) == key_of(rota.name):
                raise RotaNameTaken(rota.name)
            if before.filter.covers(rota.filter):
                raise RotaNeverReached(rota.name, before.name)


def key_of(text: str) -> str:
    """How a name, a segment or a language compares."""
    return normalised(text[:LONGEST_VALUE])


def _check_name(name: str) -> None:
    if not key_of(name):
        raise MissingValue("name")
    if len(name) > LONGEST_NAME:
        raise ValueTooLong("name", LONGEST_NAME)


def _check_filter(asked: Filter) -> None:
    for values in (asked.segments, asked.languages):
        if len(values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
            raise FilterTooLong
    for score in (asked.score_from, asked.score_to):
        if score is not None and not LEAST_SCORE <= score <= MOST_SCORE:
            raise ScoreOutOfRange(score)
    least, most = _ends(asked)
    if least > most:
        raise ScoresReversed(least, most)


def _check_seat(seat: SeatDraft) -> None:
    if not 1 <= seat.weight <= HEAVIEST:
        raise BadWeight(seat.who, str(seat.weight))
    for cap in (seat.daily_cap, seat.open_cap):
        if cap is not None and cap < 1:
            raise CapBelowOne(seat.who, cap)
        if cap is not None and cap > LARGEST_CAP:
            raise CapTooLarge(seat.who, cap)


def _ends(asked: Filter) -> tuple[int, int]:
    least = LEAST_SCORE if asked.score_from is None else asked.score_from
    most = MOST_SCORE if asked.score_to is None else asked.score_to
    return least, most


def _is_among(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or key_of(value) in {key_of(each) for each in wanted}


def _covers(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    if not wide:
        return True
    return bool(narrow) and {key_of(each) for each in narrow} <= {key_of(each) for each in wide}


def _within(narrow: Filter, wide: Filter) -> bool:
    (least, most), (lowest, highest) = _ends(narrow), _ends(wide)
    return lowest <= least and most <= highest
