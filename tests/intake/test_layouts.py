"""The same eight leads come out of every export, whatever program, language or encoding."""

import codecs
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.intake.files import LeadField, LeadFile, LeadStatus, NumberStyle, read_leads
from tests.intake.layouts import (
    HUBSPOT_EN,
    HUBSPOT_ES,
    PEOPLE,
    PIPEDRIVE,
    SALESFORCE_DATA_LOADER,
    SALESFORCE_REPORT,
    spreadsheet_es,
)
from tests.intake.reading import NOW, ZONE, lead, read, workbook

BOGOTA = timedelta(hours=5)
SEMICOLONS = spreadsheet_es(";")
LAYOUTS = {
    "HubSpot in English": (HUBSPOT_EN.encode(), "hubspot"),
    "HubSpot in Spanish with a mark and CRLF": (
        codecs.BOM_UTF8 + HUBSPOT_ES.replace("\n", "\r\n").encode(), "hubspot"),
    "Salesforce report in Latin-1 with footers": (
        SALESFORCE_REPORT.encode("latin-1"), "salesforce_report"),
    "Salesforce Data Loader": (SALESFORCE_DATA_LOADER.encode(), "salesforce_data_loader"),
    "Pipedrive with a mark": (codecs.BOM_UTF8 + PIPEDRIVE.encode(), "pipedrive"),
    "Windows-1252 with semicolons": (
        SEMICOLONS.replace("\n", "\r\n").encode("cp1252"), "generic"),
    "UTF-16 with its mark and tabs": (spreadsheet_es("\t").encode("utf-16"), "generic"),
    "UTF-16 without a mark": (spreadsheet_es("\t").encode("utf-16-le"), "generic"),
    "UTF-16 big-endian without a mark": (spreadsheet_es("\t").encode("utf-16-be"), "generic"),
    "bars in UTF-8": (spreadsheet_es("|").encode(), "generic"),
    "commas in UTF-8": (spreadsheet_es(",").encode(), "generic"),
    "a sep= line": (b"sep=;\r\n" + SEMICOLONS.encode(), "generic"),
    "a sep= line with a delimiter of its own": (b"sep=^\n" + spreadsheet_es("^").encode(),
                                                "generic"),
    "old Mac line ends": (PIPEDRIVE.replace("\n", "\r").encode(), "pipedrive"),
}  # fmt: skip
ids = pytest.mark.parametrize(
    ("content", "preset"), LAYOUTS.values(), ids=[f"eight leads from {name}" for name in LAYOUTS]
)


@ids
def test_every_layout_gives_the_same_people(content: bytes, preset: str) -> None:
    file = read(content)

    assert file.preset == preset
    assert file.problems == ()
    assert _people(file) == [
        (f"{p.first} {p.last}", " ".join(p.company.split()), p.email.lower()) for p in PEOPLE
    ]
    assert (file.total_rows, file.total_leads) == (8, 8)


@ids
def test_every_layout_leaves_only_john_unowned(content: bytes, preset: str) -> None:
    del preset

    unowned = [row.name for row in read(content).rows if row.owner is None]

    assert unowned == ["John O'Neil"]


@pytest.mark.parametrize(
    "content", [HUBSPOT_EN, PIPEDRIVE, SEMICOLONS], ids=["HubSpot", "Pipedrive", "a spreadsheet"]
)
def test_hours_without_an_offset_are_hours_of_the_zone(content: str) -> None:
    moments = [row.received_at for row in read(content).rows]

    assert moments == [p.received.replace(tzinfo=UTC) + BOGOTA for p in PEOPLE]


def test_hours_with_an_offset_keep_it() -> None:
    moments = [row.received_at for row in read(SALESFORCE_DATA_LOADER).rows]

    assert moments == [p.received.replace(tzinfo=UTC) for p in PEOPLE]


def test_a_salesforce_report_knows_only_days_and_says_so() -> None:
    file = read(SALESFORCE_REPORT)
    first = next(iter(file.rows))

    assert file.day_first is False
    assert first.received_at == datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
    assert not first.received_has_time
    assert first.date_only == {LeadField.RECEIVED, LeadField.LAST_ACTIVITY}


def test_the_footers_of_a_salesforce_report_are_told_and_are_no_leads() -> None:
    skipped = read(SALESFORCE_REPORT).skipped

    assert [s.row for s in skipped] == [11, 12, 13, 14]
    assert skipped[0].text == "Open MQLs"


def test_the_report_and_the_data_loader_share_their_ids() -> None:
    """A report gives ids of 15 letters, the Data Loader of 18: they are the same leads."""
    report = "Lead ID,Lead Owner,Company / Account\n00Q5e00000A1b00,Ana,Acme\n"

    from_report = lead(report)
    from_loader = next(iter(read(SALESFORCE_DATA_LOADER).rows))

    assert from_report.external_id == "00Q5e00000A1b00EAB"
    assert from_loader.external_id == from_report.external_id


def test_a_last_activity_is_not_taken_for_a_first_touch() -> None:
    lucia = next(iter(read(HUBSPOT_EN).rows))

    assert lucia.first_touch_at is None
    assert lucia.last_activity_at == datetime(2026, 3, 2, 15, 1, tzinfo=UTC)


def test_a_spanish_spreadsheet_proves_its_dates_and_amounts() -> None:
    file = read(SEMICOLONS.encode("cp1252"))

    assert (file.encoding, file.delimiter) == ("cp1252", ";")
    assert (file.day_first, file.number_style) == (True, NumberStyle.COMMA)
    assert [row.amount for row in file.rows] == [
        Decimal(p.amount) if p.amount else None for p in PEOPLE
    ]


def test_the_further_of_status_and_lifecycle_counts() -> None:
    moved = HUBSPOT_EN.replace('"New"', '"Connected"', 1).replace('"New"', '"Bad Timing"', 1)
    moved = moved.replace("Marketing Qualified Lead", "Sales Qualified Lead", 1)

    stages = [row.status for row in read(moved).rows]

    assert stages[:3] == [LeadStatus.QUALIFIED, LeadStatus.RECYCLED, LeadStatus.OPEN]


def test_a_workbook_gives_the_same_leads(tmp_path: Path) -> None:
    header = ("Name", "Email", "Company", "Owner", "Received", "First touch", "Amount")
    rows = [
        (f"{p.first} {p.last}", p.email, p.company, p.owner, p.received, p.touched,
         float(p.amount) if p.amount else None)
        for p in PEOPLE
    ]  # fmt: skip
    workbook(tmp_path / "leads.xlsx", [header, *rows])

    file = read_leads(tmp_path / "leads.xlsx", zone=ZONE, now=NOW)

    assert file.problems == ()
    assert [row.name for row in file.rows] == [f"{p.first} {p.last}" for p in PEOPLE]
    assert [row.received_at for row in file.rows] == [
        p.received.replace(tzinfo=UTC) + BOGOTA for p in PEOPLE
    ]
    assert [row.amount for row in file.rows] == [
        Decimal(p.amount) if p.amount else None for p in PEOPLE
    ]


def _people(file: LeadFile) -> list[tuple[str, str, str | None]]:
    return [(row.name, row.company, row.email) for row in file.rows]
