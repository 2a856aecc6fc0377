"""The engine's list of steps against the brute force's, and every told step against Slack."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays

from tests.replay.brute_force import Found, Happened, Hours, Terms, in_minutes, recompute, utc

ZONE = "America/Sao_Paulo"
BLOCKS = tuple(
    (in_minutes(start), in_minutes(end)) for start, end in (("09:00", "12:00"), ("13:00", "18:00"))
)
WINDOWS = (
    Terms("accept", target=120, reminders=(50, 75), manager=60, offer=240),
    Terms("first_touch", target=240, reminders=(50, 75), manager=60, offer=240),
)
OUTCOMES = ("step", "end", "posted", "found")
TOLD_STATES = ("SENT", "MERGED", "CANCELLED", "DEAD")


@dataclass(frozen=True)
class Comparison:
    """What the two lists do not share, and messages that are not what the ledger says.

    ``untold`` are told steps of which no trace is left, ``lost`` messages that stand nowhere in
    the workspace, ``doubled`` those that stand there without being accounted for exactly once.
    """

    steps: int
    messages: int
    only_engine: tuple[Found, ...]
    only_brute_force: tuple[Found, ...]
    untold: tuple[str, ...]
    lost: tuple[str, ...]
    doubled: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        return not any((self.only_engine, self.only_brute_force, self.untold)) and not (
            self.lost or self.doubled
        )


def compare(journal: Path) -> Comparison:
    """Read a journal and work it out again."""
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    happened = [_happened(line) for line in lines if line["kind"] not in OUTCOMES]
    end = next(utc(line["at"]) for line in lines if line["kind"] == "end")
    engine = {_found(line) for line in lines if line["kind"] == "step"}
    brute_force = set(recompute(happened, WINDOWS, _hours(happened), end))
    posted, found = _places(lines, "posted"), _places(lines, "found")
    return Comparison(
        steps=len(engine),
        messages=found.total(),
        only_engine=tuple(sorted(engine - brute_force)),
        only_brute_force=tuple(sorted(brute_force - engine)),
        untold=tuple(_untold(lines)),
        lost=tuple(sorted(posted - found)),
        doubled=tuple(sorted(found - posted)),
    )


def _happened(line: Mapping[str, object]) -> Happened:
    facts = {key: value for key, value in line.items() if key not in ("kind", "lead", "at")}
    return Happened(utc(str(line["at"])), str(line["lead"]), str(line["kind"]), facts)  # type: ignore[arg-type]


def _found(line: Mapping[str, str]) -> Found:
    return line["lead"], line["stage"], line["step"], utc(line["at"])


def _untold(lines: Sequence[Mapping[str, object]]) -> list[str]:
    """Told steps without a message that ended in exactly one of the allowed ways."""
    missing = []
    for line in lines:
        if line["kind"] == "step" and line["fate"] == "told":
            states = [str(each).split()[0] for each in line["told"]]  # type: ignore[attr-defined]
            if not states or any(state not in TOLD_STATES for state in states):
                missing.append(f"{line['lead']} {line['stage']} {line['step']}: {states}")
    return missing


def _places(lines: Sequence[Mapping[str, str]], kind: str) -> Counter[str]:
    return Counter(line["place"] for line in lines if line["kind"] == kind)


def _hours(happened: Sequence[Happened]) -> Hours:
    years = {line.at.year for line in happened}
    brazil = holidays.country_holidays("BR", years=range(min(years), max(years) + 2))
    days: frozenset[date] = frozenset(brazil)
    return Hours(ZoneInfo(ZONE), dict.fromkeys(range(5), BLOCKS), days)


def first_lines(comparison: Comparison, count: int = 10) -> str:
    """Return a few lines of each difference, for the eye."""
    parts = {
        "only the engine": comparison.only_engine,
        "only the brute force": comparison.only_brute_force,
        "untold": comparison.untold,
        "lost": comparison.lost,
        "doubled": comparison.doubled,
    }
    return "\n".join(
        f"{name} ({len(found)}): {[_short(each) for each in found[:count]]}"
        for name, found in parts.items()
    )


def _short(found: object) -> str:
    if isinstance(found, tuple):
        return " ".join(
            part.isoformat() if isinstance(part, datetime) else str(part)[:12] for part in found
        )
    return str(found)
