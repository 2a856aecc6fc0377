"""A file that cannot be read as a whole is refused with what is needed to say why."""

import io
import zipfile
from pathlib import Path

import pytest

from bot.intake.files import ProblemKind, UnreadableFile, limits, read_leads
from bot.intake.files.refusals import (
    CellTooLong,
    DuplicateHeader,
    EmptyFile,
    FieldMappedTwice,
    NoHeader,
    NoSuchFile,
    NotATable,
    NoUsableColumns,
    TooLarge,
    TooManyColumns,
    TooManyRows,
    UnclosedQuote,
    UnknownColumn,
    UnknownEncoding,
    UnknownField,
    UnknownPreset,
)
from tests.intake.reading import NOW, ZONE, lead, read


def _zip(**entries: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return packed.getvalue()


FILES: dict[str, tuple[bytes, type[UnreadableFile], dict[str, object]]] = {
    "an empty file": (b"", EmptyFile, {}),
    "blank lines only": (b"\r\n \r\n", EmptyFile, {}),
    "a mark and nothing else": (b"\xef\xbb\xbf", EmptyFile, {}),
    "a header without rows": (b"name,email\n", EmptyFile, {}),
    "a header with footers only": (b"name,email\nTotal,0\n", EmptyFile, {}),
    "a zip": (_zip(a="text"), NotATable, {"looks_like": "zip"}),
    "a torn zip": (b"PK\x03\x04" + b"x" * 100, NotATable, {"looks_like": "zip"}),
    "a hollow workbook": (_zip(**{"xl/workbook.xml": "<"}), NotATable, {"looks_like": "xlsx"}),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, NotATable, {"looks_like": "xls"}),
    "a PDF": (b"%PDF-1.7\n", NotATable, {"looks_like": "pdf"}),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", NotATable, {"looks_like": "image"}),
    "zeros": (b"name,email\n\0\0\0\n", NotATable, {"looks_like": "binary"}),
    "UTF-32": ("name,email\n".encode("utf-32"), UnknownEncoding, {}),
    "half a UTF-16 letter": ("name\n".encode("utf-16") + b"A", UnknownEncoding, {}),
    "a byte that no encoding has": (b"name,email\nAna\x81,a@example.com\n", UnknownEncoding, {}),
    "UTF-8 and Latin-1 mixed": (
        "name\nPeñasco\nIbáñez\n".encode() + "Muñoz\n".encode("cp1252"), UnknownEncoding, {}),
    "a quote that is never closed": (
        b'name,email\nAna,a@example.com\n"Luis,l@example.com\nEva,e@example.com\n',
        UnclosedQuote, {"row": 3}),
    "a quote closed in a later row": (
        b'name,email\nAna,a@example.com\n"Luis,l@example.com\n"Eva",e@example.com\n',
        UnclosedQuote, {"row": 3}),
    "a quote never closed over many rows": (
        b'name,email\n"Ana,a@example.com\n' + b"Luis,l@example.com\n" * 9_000,
        UnclosedQuote, {"row": 2}),
    "a cell of 140,000 letters": (
        b"name,email\nAna,a@example.com\n" + b"x" * 140_000 + b",b\n", CellTooLong, {"row": 3}),
    "a line of a million letters": (
        b"name,email\n" + b"x," * 500_001, CellTooLong, {"row": 2}),
    "501 columns": (b"name" + b",x" * 500 + b"\n", TooManyColumns, {"row": 1}),
    "no header": (b"Ana,a@example.com\nLuis,l@example.com\n", NoHeader,
                  {"example": "a@example.com"}),
    "no header but a date": (b"Ana,27/02/2026\n", NoHeader, {"example": "27/02/2026"}),
    "a header twice": (b"name,email,email\nAna,a,b\n", DuplicateHeader,
                       {"names": ("email", "email")}),
    "a header twice in other letters": (b"name,E-mail,EMAIL\nAna,a,b\n", DuplicateHeader,
                                        {"names": ("E-mail", "EMAIL")}),
    "no column that says who": (b"score,stage\n1,won\n", NoUsableColumns,
                                {"headers": ("score", "stage")}),
    "a lone value that looks like a header": (
        b"frob,nick\nx,Email\n",
        NoUsableColumns,
        {"headers": ("frob", "nick")},
    ),
    "a web page": (b"<html><body>sign in</body></html>", NotATable, {"looks_like": "web page"}),
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kind", "facts"), FILES.values(), ids=[f"{name} is refused" for name in FILES]
)
def test_refused_files(
    content: bytes, kind: type[UnreadableFile], facts: dict[str, object]
) -> None:
    with pytest.raises(kind) as refusal:
        read(content)

    assert {name: getattr(refusal.value, name) for name in facts} == facts


def test_500_columns_are_read() -> None:
    header = ",".join(["name", *(f"x{i}" for i in range(499))])

    assert read(f"{header}\nAna{',' * 499}\n").total_leads == 1


def test_one_accent_of_each_encoding_is_told_by_its_row() -> None:
    """Too little to tell a mixture by: the file is read, the damaged row is not."""
    file = read(b"name\nPe\xc3\xb1asco\nMu\xf1oz\n")

    assert [row.name for row in file.rows] == ["Muñoz"]
    assert [(p.row, p.kind, p.hints) for p in file.problems] == [
        (2, ProblemKind.DAMAGED_TEXT, ("Peñasco",))
    ]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        read_leads(tmp_path / "absent.csv", zone=ZONE, now=NOW)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        read_leads(tmp_path, zone=ZONE, now=NOW)


@pytest.mark.parametrize(
    ("size", "kind"),
    [(limits.FILE_BYTES, NotATable), (limits.FILE_BYTES + 1, TooLarge)],
    ids=["50 MB are opened", "a byte more is refused unopened"],
)
def test_the_size_is_asked_before_the_file_is_opened(
    tmp_path: Path, size: int, kind: type[UnreadableFile]
) -> None:
    path = tmp_path / "sparse.csv"
    with path.open("wb") as file:
        file.truncate(size)

    with pytest.raises(kind):
        read_leads(path, zone=ZONE, now=NOW)


BOMBS = {
    "texts": ("xl/sharedStrings.xml", b" ", limits.TEXT_BYTES),
    "one endless row": ("xl/worksheets/sheet1.xml", b"<c/>", limits.PART_BYTES),
    "styles": ("xl/styles.xml", b" ", limits.PART_BYTES),
}


@pytest.mark.parametrize(
    ("part", "filling", "limit"), BOMBS.values(), ids=[f"a bomb of {name}" for name in BOMBS]
)
def test_a_workbook_that_unpacks_to_too_much_is_refused_packed(
    tmp_path: Path, part: str, filling: bytes, limit: int
) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(part, filling * (limit // len(filling) + 1))

    with pytest.raises(TooLarge) as refusal:
        read_leads(path, zone=ZONE, now=NOW)

    assert refusal.value.limit == limit


def test_a_row_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 3)

    assert read("name\nA\nB\nC\n").total_rows == 3
    with pytest.raises(TooManyRows):
        read("name\nA\nB\nC\nD\n")


class TestMapping:
    """``--map column=field`` is obeyed or refused, never ignored."""

    CONTENT = "Ficha,Correo,Alta\nAcme,a@example.com,2026-03-02 09:00\n"

    def test_it_gives_a_column_a_field(self) -> None:
        mapped = lead(self.CONTENT, mapping={"ficha": "company", "Alta": "received"})

        assert mapped.company == "Acme"
        assert mapped.received_at is not None

    def test_it_overrules_the_header(self) -> None:
        swapped = lead(self.CONTENT, mapping={"Ficha": "name", "Correo": "source"})

        assert (swapped.email, swapped.source) == (None, "a@example.com")

    def test_it_takes_a_field_from_the_column_that_had_it(self) -> None:
        file = read("email,other\nnonsense,a@example.com\n", mapping={"other": "email"})

        assert [row.email for row in file.rows] == ["a@example.com"]
        assert [column.field for column in file.columns] == [None, "email"]

    def test_it_can_leave_a_column_out(self) -> None:
        assert lead("company,status\nAcme,Odd\n", mapping={"status": "ignore"}).status is None

    def test_it_may_speak_spanish(self) -> None:
        assert lead(self.CONTENT, mapping={"Ficha": "empresa"}).company == "Acme"

    def test_a_header_is_found_below_titles(self) -> None:
        below = "Informe\n\n" + self.CONTENT

        assert lead(below, mapping={"ficha": "company"}).company == "Acme"

    def test_an_unknown_column_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UnknownColumn) as refusal:
            read(self.CONTENT, mapping={"Correos": "email"})

        assert (refusal.value.name, refusal.value.nearest) == ("Correos", ("Correo",))

    def test_an_unknown_field_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UnknownField) as refusal:
            read(self.CONTENT, mapping={"Alta": "recieved"})

        assert (refusal.value.name, refusal.value.nearest) == ("recieved", ("received",))

    def test_a_field_given_twice_is_refused(self) -> None:
        with pytest.raises(FieldMappedTwice) as refusal:
            read(self.CONTENT, mapping={"Ficha": "name", "Alta": "name"})

        assert refusal.value.columns == ("Ficha", "Alta")

    def test_an_unknown_preset_is_refused_with_the_known(self) -> None:
        with pytest.raises(UnknownPreset) as refusal:
            read(self.CONTENT, preset="zoho")

        assert "hubspot" in refusal.value.known
