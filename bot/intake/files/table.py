"""A file as numbered rows of cells, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

# A text file gives text only; a workbook also knows numbers and dates.
Cell = str | Decimal | datetime | date


@dataclass(frozen=True, slots=True)
class Record:
    """A row as a spreadsheet numbers it: the first is 1, a cell may hold several lines."""

    row: int
    cells: list[Cell]


class Table(Protocol):
    """A file that can be walked from its first row any number of times."""

    @property
    def encoding(self) -> str: ...
    @property
    def delimiter(self) -> str | None: ...
    @property
    def sheet(self) -> str | None: ...
    @property
    def other_sheets(self) -> tuple[str, ...]: ...
    @property
    def ragged(self) -> bool:
        """Whether rows may end early without anything missing."""
        ...

    def records(self) -> Iterator[Record]: ...


def is_blank(cells: list[Cell]) -> bool:
    return not any(cell.strip() if isinstance(cell, str) else True for cell in cells)


def filled(cells: list[Cell]) -> list[Cell]:
    """The cells that hold something."""
    return [cell for cell in cells if not isinstance(cell, str) or cell.strip()]
