"""A rota's people as lines of text: "Ana 2, 10 per day, 40 open"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.refusals import Refusal
from bot.rules.rota import HEAVIEST, BadWeight, CapBelowOne, SeatDraft
from bot.rules.vocabulary import Names, Vocabulary


class Cap(StrEnum):
    """What a limit counts."""

    DAILY = "daily"
    OPEN = "open"


@dataclass
class UnclearRotaLine(Refusal):
    """A line is a person, perhaps a weight, perhaps limits."""

    line: str


CAPS: Vocabulary[Cap] = Vocabulary(
    {
        Cap.DAILY: Names(
            "per day|a day|day|daily|each day", "al día|por día|día|diarios|diarias|cada día"
        ),
        Cap.OPEN: Names("open|at a time|open leads", "abiertos|abiertas|a la vez|leads abiertos"),
    }
)

_WEIGHED = re.compile(r"(?P<who>.*\S)\s+(?P<weight>[+-]?\d[^\s]*)")
_CAP = re.compile(r"(?P<cap>[+-]?[0-9]{1,4})\s*/?\s*(?P<of>\S.*)")


def read_people(text: str) -> tuple[SeatDraft, ...]:
    """Read one person a line; empty lines do not count.

    Raises ``UnclearRotaLine``, ``BadWeight``, ``CapBelowOne``.
    """
    return tuple(_seat(line) for line in text.splitlines() if line.strip())


def _seat(line: str) -> SeatDraft:
    head, *limits = (part.strip() for part in re.split(r"[,;]", line))
    who, weight = _person(head, line)
    caps = dict(_cap(who, limit, line) for limit in limits if limit)
    return SeatDraft(who, weight, caps.get(Cap.DAILY), caps.get(Cap.OPEN))


def _person(head: str, line: str) -> tuple[str, int]:
    weighed = _WEIGHED.fullmatch(head)
    who = weighed["who"] if weighed else head
    if not who or not re.search(r"[^\W\d_]", who):
        raise UnclearRotaLine(line.strip())
    if weighed is None:
        return who, 1
    if not re.fullmatch(r"\+?[0-9]{1,3}", weighed["weight"]):
        raise BadWeight(who, weighed["weight"])
    weight = int(weighed["weight"])
    if not 1 <= weight <= HEAVIEST:
        raise BadWeight(who, weighed["weight"])
    return who, weight


def _cap(who: str, limit: str, line: str) -> tuple[Cap, int]:
    written = _CAP.fullmatch(limit)
    named = CAPS.at_start(written["of"]) if written else None
    if written is None or named is None or named.rest:
        raise UnclearRotaLine(line.strip())
    cap = int(written["cap"])
    if cap < 1:
        raise CapBelowOne(who, cap)
    return named.meaning, cap


def line_of(seat: SeatDraft, language: str) -> str:
    """Return a place as a line that ``read_people`` reads."""
    caps = ((Cap.DAILY, seat.daily_cap), (Cap.OPEN, seat.open_cap))
    limits = [f"{cap} {CAPS.table[of].shown(language)}" for of, cap in caps if cap is not None]
    return ", ".join([f"{seat.who} {seat.weight}", *limits])
