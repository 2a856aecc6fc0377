"""A row with something wrong gives no lead and says where, what and why; the others go on."""

import pytest

from bot.intake.files import LeadStatus, ProblemKind
from tests.intake.reading import bad_cell, cell, lead, read

CELLS = {
    "two addresses in one cell": ("email", "a@example.com; b@example.com", ProblemKind.BAD_EMAIL),
    "an address without a place": ("email", "ana@", ProblemKind.BAD_EMAIL),
    "an address without a name": ("email", "@example.com", ProblemKind.BAD_EMAIL),
    "an address with a space": ("email", "ana gomez@example.com", ProblemKind.BAD_EMAIL),
    "an address without a country": ("email", "ana@example", ProblemKind.BAD_EMAIL),
    "an address with two dots": ("email", "ana@example..com", ProblemKind.BAD_EMAIL),
    "an address of 255 letters": ("email", "a@" + "b." * 125 + "com", ProblemKind.BAD_EMAIL),
    "a phone with letters": ("phone", "call me", ProblemKind.BAD_PHONE),
    "a phone of four digits": ("phone", "1234", ProblemKind.BAD_PHONE),
    "a phone of sixteen digits": ("phone", "1234567890123456", ProblemKind.BAD_PHONE),
    "a phone in full-width digits": ("phone", "３００１２３４５６７", ProblemKind.BAD_PHONE),
    "a phone that a spreadsheet rounded": ("phone", "5,73E+11", ProblemKind.BAD_PHONE),
    "a score with decimals": ("score", "85.5", ProblemKind.BAD_SCORE),
    "a score in full-width digits": ("score", "８５", ProblemKind.BAD_SCORE),
    "a score in words": ("score", "high", ProblemKind.BAD_SCORE),
    "a score of 1001": ("score", "1001", ProblemKind.BAD_SCORE),
    "a score of -1001": ("score", "-1001", ProblemKind.BAD_SCORE),
    "a status nobody knows": ("status", "Frobnicated", ProblemKind.UNKNOWN_STATUS),
    "a cell over 10,000 characters": ("source", "x" * 10_001, ProblemKind.CELL_TOO_LONG),
    "an error of the sheet": ("source", "#REF!", ProblemKind.CELL_ERROR),
    "text saved in the wrong encoding": ("source", "PeÃ±asco", ProblemKind.DAMAGED_TEXT),
    "an accent turned into a hidden mark": ("source", "MarÃ\u00ada", ProblemKind.DAMAGED_TEXT),
    "letters lost for good": ("source", "Pe�asco", ProblemKind.DAMAGED_TEXT),
}


@pytest.mark.parametrize(
    ("header", "value", "kind"), CELLS.values(), ids=[f"{name} is refused" for name in CELLS]
)
def test_bad_cells(header: str, value: str, kind: ProblemKind) -> None:
    problem = bad_cell(header, value)

    assert (problem.kind, problem.row, problem.column) == (kind, 2, header)
    assert problem.value.isprintable()
    assert 0 < len(problem.value) <= 40


def test_damaged_text_is_shown_as_it_was() -> None:
    assert bad_cell("source", "PeÃ±asco").hints == ("Peñasco",)


def test_an_unknown_status_names_the_nearest_known_ones() -> None:
    assert "qualified" in bad_cell("status", "Qualifid").hints


def test_a_bad_value_is_shown_on_one_line_with_its_hidden_marks() -> None:
    assert bad_cell("email", '"a\nb\u202ec"').value == "a\\nb\\u202ec"


EXTREMES = {
    "a score of 1000": ("score", "1000"),
    "a score of -1000": ("score", "-1000"),
    "a cell of 10,000 characters": ("source", "x" * 10_000),
    "an address of 254 letters": ("email", "a@" + "b." * 124 + "coop"),
    "a phone of five digits": ("phone", "12345"),
    "a phone of fifteen digits": ("phone", "+123456789012345"),
}


@pytest.mark.parametrize(
    ("header", "value"), EXTREMES.values(), ids=[f"{name} is read" for name in EXTREMES]
)
def test_the_last_value_within_a_limit_is_read(header: str, value: str) -> None:
    assert cell(header, value).name == "Acme"


def test_all_problems_of_a_row_are_told_at_once() -> None:
    file = read("name,email,score\nAna,nonsense,lots\n")

    assert [(p.row, p.column) for p in file.problems] == [(2, "email"), (2, "score")]


def test_the_rows_beside_a_bad_one_are_read() -> None:
    file = read("name,email\nAna,a@example.com\nLuis,nonsense\nEva,e@example.com\n")

    assert [row.name for row in file.rows] == ["Ana", "Eva"]
    assert (file.total_rows, file.total_leads, file.total_problems) == (3, 2, 1)


@pytest.mark.parametrize(
    ("content", "kind", "row", "hints"),
    [
        ("name,email\nAna\n", ProblemKind.MISSING_CELLS, 2, ("1", "2")),
        ("name,email\nAna,a@example.com,x\n", ProblemKind.EXTRA_CELLS, 2, ("3", "2")),
        ("name,source\n,Web\n", ProblemKind.NO_IDENTITY, 2, ()),
        ("name,source\n-,Web\n", ProblemKind.NO_IDENTITY, 2, ()),
    ],
    ids=["too few cells", "too many cells", "nothing to call it by", "a dash is no name"],
)
def test_bad_rows(content: str, kind: ProblemKind, row: int, hints: tuple[str, ...]) -> None:
    (problem,) = read(content).problems

    assert (problem.kind, problem.row, problem.hints) == (kind, row, hints)
    assert problem.column is None


def test_empty_cells_beyond_the_header_are_nothing() -> None:
    assert lead("name,email,,\nAna,a@example.com,,\n").email == "a@example.com"


def test_a_row_is_counted_as_a_spreadsheet_counts() -> None:
    """The header is row 1, a cell of several lines is one row, an empty line is a row."""
    content = 'name,email\n"Ana\nMaría",a@example.com\n\nLuis,nonsense\n'

    (problem,) = read(content).problems

    assert problem.row == 4


def test_a_thousand_problems_are_kept_and_all_are_counted() -> None:
    file = read("name,email\n" + "Ana,x\n" * 1_200)

    assert (len(file.problems), file.total_problems) == (1_000, 1_200)


KEPT = {
    "a formula": "=HYPERLINK(1)",
    "a formula with a sign": "+1+1",
    "markup for everyone": "<!channel>",
    "a link in disguise": "<http://evil.example|crm>",
    "a quote": "Robert'); DROP TABLE lead;--",
    "a template": "{{7*7}}",
}


@pytest.mark.parametrize("name", KEPT.values(), ids=[f"{name} is kept as text" for name in KEPT])
def test_data_is_kept_as_it_is(name: str) -> None:
    """It is escaped where it is shown, exactly once."""
    assert lead(f"name\temail\n{name}\ta@example.com\n").name == name


CLEANED = {
    "direction marks go": ("Ana\u202egomez\u2066", "Anagomez"),
    "zero-width marks go": ("A\u200bn\u200da\ufeff", "Ana"),
    "bells go": ("A\x07na", "Ana"),
    "hard spaces become spaces": ("Ana\u00a0\u2003Gómez ", "Ana Gómez"),
    "line ends become spaces": ('"Ana\r\nGómez"', "Ana Gómez"),
    "line separators become spaces": ("Ana\u2028Gómez", "Ana Gómez"),
    "accents are joined to their letters": ("Go\u0301mez", "Gómez"),
    "faces stay": ("Ana 🙂", "Ana 🙂"),
    "other alphabets stay": ("Анна 安娜", "Анна 安娜"),
}


@pytest.mark.parametrize(("written", "name"), CLEANED.values(), ids=CLEANED)
def test_text_is_cleaned(written: str, name: str) -> None:
    assert lead(f"name\temail\n{written}\ta@example.com\n").name == name


NORMAL = {
    "an address is lower case": ("email", " ANA@Example.COM ", "email", "ana@example.com"),
    "mailto is no part of it": ("email", "mailto:ana@example.com", "email", "ana@example.com"),
    "a phone is digits": ("phone", "(300) 123-45.67", "phone", "3001234567"),
    "a phone keeps its plus": ("phone", "+57 300 123 4567", "phone", "+573001234567"),
    "two zeros are a plus": ("phone", "0057 300 123 4567", "phone", "+573001234567"),
    "an extension is left out": ("phone", "300 123 4567 ext. 12", "phone", "3001234567"),
    "a sheet's text mark is left out": ("phone", "'+573001234567", "phone", "+573001234567"),
    "a score is a number": ("score", "85", "score", 85),
    "a score may carry empty decimals": ("score", "85.00", "score", 85),
    "no owner is nobody": ("owner", "", "owner", None),
    "an owner is as written": ("owner", "ana gómez", "owner", "ana gómez"),
    "unassigned is nobody": ("owner", "Sin asignar", "owner", None),
    "a queue is nobody": ("owner", "00G5e000000Que1EAA", "owner", None),
    "a queue in short is nobody": ("owner", "00G5e000000Que1", "owner", None),
    "an owner's address is known": ("owner", "Ana@example.com", "owner_email", "ana@example.com"),
    "an owner's id is as written": ("owner", "U012AB3CD", "owner", "U012AB3CD"),
    "a blank in words is blank": ("source", "(sin valor)", "source", ""),
    "a status in English": ("status", "Closed - Not Converted", "status", LeadStatus.LOST),
    "a status in Spanish": ("estado", "DESCARTADA", "status", LeadStatus.REJECTED),
    "a status that goes back": ("status", "Mal momento", "status", LeadStatus.RECYCLED),
    "a status that ends well": ("status", "closed won", "status", LeadStatus.WON),
    "no status is none": ("status", "", "status", None),
}  # fmt: skip


@pytest.mark.parametrize(("header", "written", "fact", "value"), NORMAL.values(), ids=NORMAL)
def test_values_are_brought_to_one_form(
    header: str, written: str, fact: str, value: object
) -> None:
    assert getattr(cell(header, written), fact) == value


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("name,company\nAna,Acme\n", "Ana"),
        ("first name,last name\nAna,Gómez\n", "Ana Gómez"),
        ("nombre,apellidos\nAna,Gómez\n", "Ana Gómez"),
        ("name,company\n,Acme\n", "Acme"),
        ("email,phone\na@example.com,12345\n", "a@example.com"),
        ("email,phone\n,12345\n", "12345"),
        ("id,phone\n77,\n", "77"),
    ],
    ids=["by its name", "by both names", "by both names in Spanish", "by its company",
         "by its address", "by its phone", "by its id"],
)  # fmt: skip
def test_a_lead_is_always_called_something(content: str, name: str) -> None:
    assert lead(content).name == name
