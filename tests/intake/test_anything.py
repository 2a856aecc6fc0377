"""Whatever the bytes, the answer is a file or a refusal: no other error ever comes out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake.files import LeadFile, UnreadableFile, limits, read_leads
from tests.intake.layouts import HUBSPOT_EN, SALESFORCE_REPORT, spreadsheet_es
from tests.intake.reading import NOW, ZONE, read, workbook

HEADER = "id,name,email,phone,owner,received,won,status,score,amount\n"
CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ['"', "''", "=1+1", "31/02/2026", "01/02/2026", "2026-03-02T25:00Z", "1.250", "-1",
         "Infinity", "9" * 40, "１", "\u202e", "\0", "a@b.co", "00G5e000000Que1EAA", "#REF!"]
    ),
)  # fmt: skip


def _readable(content: str | bytes) -> LeadFile | None:
    try:
        return read(content)
    except UnreadableFile:
        return None


def _adds_up(file: LeadFile) -> bool:
    refused = {problem.row for problem in file.problems}
    leads = [row.row for row in file.rows]
    return len(leads) + len(refused) == file.total_rows and not refused & set(leads)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes(content: bytes) -> None:
    file = _readable(content)

    assert file is None or _adds_up(file)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_below_a_header(content: str) -> None:
    file = _readable((HEADER + content).encode("utf-8", "surrogatepass"))

    assert file is None or _adds_up(file)


@given(st.lists(st.lists(CELL, min_size=10, max_size=10), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_cells(rows: list[list[str]]) -> None:
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    file = _readable((HEADER + "\n".join(lines)).encode("utf-8", "surrogatepass"))

    assert file is None or _adds_up(file)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_damage_to_a_good_file(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([HUBSPOT_EN, SALESFORCE_REPORT, spreadsheet_es(";")])).encode(
        "utf-16" if data.draw(st.booleans()) else "utf-8"
    )
    place = data.draw(st.integers(0, len(good)))
    damage = data.draw(st.binary(max_size=4))

    file = _readable(good[:place] + damage + good[place + 1 :])

    assert file is None or _adds_up(file)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_damage_to_a_workbook(data: st.DataObject, packed: bytes) -> None:
    place = data.draw(st.integers(0, len(packed)))
    damage = data.draw(st.binary(min_size=1, max_size=8))

    file = _readable(packed[:place] + damage + packed[place + len(damage) :])

    assert file is None or _adds_up(file)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(CELL, min_size=10, max_size=10), min_size=1, max_size=4))
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    content = (HEADER + "\n".join(lines)).encode("utf-8", "surrogatepass")

    assert _readable(content) == _readable(content)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("books") / "leads.xlsx"
    workbook(path, [["name", "received", "amount"], ["Ana", "2026-03-02 09:00", 1.5]] * 3)
    return path.read_bytes()


@pytest.fixture(params=["KEPT_LEADS", "KEPT_CHARS"], ids=["many leads", "long texts"])
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    kept: str = request.param
    monkeypatch.setattr(limits, kept, 2)
    path = tmp_path / "large.csv"
    path.write_text(
        "name,email\nAna,a@x.example\nLuis,nonsense\nEva,e@x.example\nPaz,p@x.example\n"
    )
    return path


def test_a_large_file_is_walked_any_number_of_times(large: Path) -> None:
    file = read_leads(large, zone=ZONE, now=NOW)

    assert not isinstance(file.rows, tuple)
    assert [row.name for row in file.rows] == ["Ana", "Eva", "Paz"]
    assert [row.name for row in file.rows] == ["Ana", "Eva", "Paz"]
    assert (file.total_leads, [p.row for p in file.problems]) == (3, [3])
