"""A workbook is read by what its cells hold, not by how they look."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.intake.files import LeadRow, NumberStyle, ProblemKind, read_leads
from bot.intake.files.refusals import EmptyFile, NotATable, TooManyColumns
from tests.intake.reading import NOW, ZONE, workbook

CELLS: dict[str, tuple[str, object, str, object]] = {
    "a moment": ("received", datetime(2026, 3, 2, 9, 14),  # noqa: DTZ001  as a cell holds it
                 "received_at", datetime(2026, 3, 2, 14, 14, tzinfo=UTC)),
    "a moment that misses its second": (
        "received", datetime(2026, 3, 2, 9, 13, 59, 999_000),  # noqa: DTZ001  as a cell holds it
        "received_at", datetime(2026, 3, 2, 14, 14, tzinfo=UTC)),
    "a day": ("received", date(2026, 3, 2),
              "received_at", datetime(2026, 3, 2, 5, 0, tzinfo=UTC)),
    "a moment that lost its format": ("received", 46083.385,
                                      "received_at", datetime(2026, 3, 2, 14, 14, 24, tzinfo=UTC)),
    "a moment as text": ("received", "27/02/2026 09:14",
                         "received_at", datetime(2026, 2, 27, 14, 14, tzinfo=UTC)),
    "an amount": ("amount", 1250.125, "amount", Decimal("1250.125")),
    "an amount as text": ("amount", "1.250.000,50", "amount", Decimal("1250000.50")),
    "a score": ("score", 85, "score", 85),
    "a score as a fraction": ("score", 85.0, "score", 85),
    "an id as a number": ("id", 1001, "external_id", "1001"),
    "a phone as a number": ("phone", 573001234567, "phone", "573001234567"),
    "a name that is a number": ("segment", 2026, "segment", "2026"),
    "a yes": ("segment", True, "segment", "true"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("header", "value", "fact", "read"), CELLS.values(), ids=[f"{name} is read" for name in CELLS]
)
def test_cells(tmp_path: Path, header: str, value: object, fact: str, read: object) -> None:
    assert getattr(_lead(tmp_path, header, value), fact) == read


def test_a_day_has_no_hour(tmp_path: Path) -> None:
    assert not _lead(tmp_path, "received", date(2026, 3, 2)).received_has_time


def test_midnight_shown_as_an_hour_is_one(tmp_path: Path) -> None:
    midnight = datetime(2026, 3, 2)  # noqa: DTZ001  as a cell holds it
    assert _lead(tmp_path, "received", midnight).received_has_time


def test_numbers_need_no_proof_of_style(tmp_path: Path) -> None:
    path = _saved(tmp_path, [["name", "amount"], ["Ana", 1.25], ["Eva", "1.250,00"]])

    file = read_leads(path, zone=ZONE, now=NOW)

    assert [row.amount for row in file.rows] == [Decimal("1.25"), Decimal(1250)]
    assert file.number_style is NumberStyle.COMMA


@pytest.mark.parametrize("number", [31, 32_873, 109_572, 1e300])
def test_a_number_far_from_our_days_is_no_date(tmp_path: Path, number: float) -> None:
    file = read_leads(_saved(tmp_path, [["name", "received"], ["Ana", number]]), zone=ZONE, now=NOW)

    assert [p.kind for p in file.problems] == [ProblemKind.UNKNOWN_DATE]


def test_a_row_keeps_its_number_in_the_sheet(tmp_path: Path) -> None:
    path = _saved(tmp_path, [["Informe"], [], ["name", "email"], ["Ana", "a@x.example"], [],
                             ["Eva", "nonsense"]])  # fmt: skip

    file = read_leads(path, zone=ZONE, now=NOW)

    assert [row.row for row in file.rows] == [4]
    assert [p.row for p in file.problems] == [6]


def test_rows_may_end_early(tmp_path: Path) -> None:
    """A workbook stores no empty cells at the end of a row."""
    file = read_leads(_saved(tmp_path, [["name", "email", "company"], ["Ana"]]), zone=ZONE, now=NOW)

    assert [row.name for row in file.rows] == ["Ana"]


def test_the_first_visible_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    book = workbook(path, [["name"], ["hidden"]], title="Draft")
    book["Draft"].sheet_state = "hidden"
    for title in ("Marzo", "Abril"):
        book.create_sheet(title).append(["name"])
        book[title].append([title])
    book.active = 1
    book.save(path)

    file = read_leads(path, zone=ZONE, now=NOW)

    assert [row.name for row in file.rows] == ["Marzo"]
    assert (file.sheet, file.other_sheets) == ("Marzo", ("Abril",))


def test_the_name_of_a_workbook_does_not_matter(tmp_path: Path) -> None:
    saved = _saved(tmp_path, [["name"], ["Ana"]])
    renamed = saved.rename(tmp_path / "leads.csv")

    assert read_leads(renamed, zone=ZONE, now=NOW).encoding == "xlsx"


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        read_leads(_saved(tmp_path, []), zone=ZONE, now=NOW)


def test_a_workbook_too_wide_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooManyColumns):
        read_leads(_saved(tmp_path, [["name"], ["x"] * 501]), zone=ZONE, now=NOW)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_torn_workbook_is_refused(tmp_path: Path, share: float) -> None:
    path = _saved(tmp_path, [["name"], ["Ana"]])
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(NotATable):
        read_leads(path, zone=ZONE, now=NOW)


def _lead(folder: Path, header: str, value: object) -> LeadRow:
    file = read_leads(_saved(folder, [["name", header], ["Ana", value]]), zone=ZONE, now=NOW)
    assert file.problems == ()
    (only,) = file.rows
    return only


def _saved(folder: Path, rows: list[list[object]]) -> Path:
    path = folder / "leads.xlsx"
    workbook(path, rows)
    return path
