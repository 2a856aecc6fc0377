"""The exports and data sets in the folder that TEST_DATA names."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.intake.files import read_leads
from bot.intake.files.refusals import NoUsableColumns

FOLDER = Path(os.environ.get("TEST_DATA", ""))
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif("TEST_DATA" not in os.environ, reason="TEST_DATA names no folder"),
]
NOW = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)
ADDRESSES = {
    "lucia.restrepo@example.com", "mateo.ibanez@example.com", "priya.nair@example.com",
    "john.oneil@example.com", "noelia@example.com", "emma.clarke@example.com",
    "tomas.ordonez@example.com", "sara.velez@example.com",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "preset"),
    [
        ("hubspot_contacts_en.csv", "hubspot"),
        ("hubspot_contacts_es.csv", "hubspot"),
        ("salesforce_report_leads_latin1.csv", "salesforce_report"),
        ("salesforce_dataloader_leads.csv", "salesforce_data_loader"),
        ("pipedrive_leads.csv", "pipedrive"),
        ("generico_es_cp1252_puntoycoma.csv", "generic"),
    ],
)
def test_each_sample_holds_the_same_eight_leads(name: str, preset: str) -> None:
    file = read_leads(FOLDER / "import-samples" / name, zone="America/Bogota", now=NOW)

    assert (file.preset, file.problems, file.total_leads) == (preset, (), 8)
    assert {row.email for row in file.rows} == ADDRESSES
    assert [row.name for row in file.rows if row.owner is None] == ["John O'Neil"]


def test_activities_are_no_leads() -> None:
    with pytest.raises(NoUsableColumns):
        read_leads(FOLDER / "import-samples" / "activities.csv", zone="America/Bogota", now=NOW)


def test_every_row_of_the_salesforce_like_set_is_read() -> None:
    path = FOLDER / "salesforce-mit-sample" / "salesforce_leads.csv"

    file = read_leads(path, zone="UTC", now=NOW)

    assert (file.total_rows, file.total_leads, file.problems) == (160, 160, ())
    assert all(row.owner is None and not row.received_has_time for row in file.rows)
