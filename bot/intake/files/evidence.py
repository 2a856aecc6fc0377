"""What a column proves about its own style, so that no value is read by guessing.

A value that two readings fit with different results proves nothing; a value that only one fits
proves that one. Day first or month first, comma or point: both are yes-or-no questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.intake.files.refusals import DoubtfulColumn


@dataclass(frozen=True, slots=True)
class Seen:
    row: int
    text: str


@dataclass(slots=True)
class Evidence:
    """Gathered value by value; keeps one example of each kind."""

    proofs: dict[bool, Seen] = field(default_factory=dict)
    doubt: Seen | None = None

    def note(self, readings: Mapping[bool, object], row: int, text: str) -> None:
        if len(readings) == 1:
            self.proofs.setdefault(next(iter(readings)), Seen(row, text))
        elif self.doubt is None and len(set(readings.values())) > 1:
            self.doubt = Seen(row, text)


@dataclass(frozen=True, slots=True)
class Doubts:
    """The refusals for a kind of column, by what is wrong with its evidence."""

    ambiguous: type[DoubtfulColumn]
    mixed: type[DoubtfulColumn]
    opposite: type[DoubtfulColumn]


def settle(columns: Mapping[str, Evidence], doubts: Doubts, *, asked: bool | None) -> bool | None:
    """Answer for a whole file, written by one program: ``None`` when no value needs an answer.

    What was asked overrules doubt and mixture, never a clear proof of the opposite.
    """
    answers = {_settle_one(name, found, doubts, asked=asked) for name, found in columns.items()}
    proved = answers - {None}
    if len(proved) > 1:
        raise doubts.mixed(*_example(columns))
    if proved:
        return proved.pop()
    for name, found in columns.items():
        if found.doubt:
            raise doubts.ambiguous(name, found.doubt.row, found.doubt.text)
    return None


def _settle_one(name: str, found: Evidence, doubts: Doubts, *, asked: bool | None) -> bool | None:
    if asked is None:
        if len(found.proofs) > 1:
            raise doubts.mixed(*_example({name: found}))
        return next(iter(found.proofs), None)
    against = found.proofs.get(not asked)
    if against and asked not in found.proofs:
        raise doubts.opposite(name, against.row, against.text)
    return asked


def _example(columns: Mapping[str, Evidence]) -> tuple[str, int, str]:
    """The later of the first proofs: the row at which the column turns against itself."""
    rows = [
        (seen.row, name, seen.text)
        for name, found in columns.items()
        for seen in found.proofs.values()
    ]
    row, name, text = max(rows)
    return name, row, text
