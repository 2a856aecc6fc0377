"""Presets are tables: what holds for one holds for all."""

import pytest

from bot.intake.files import LeadField
from bot.intake.files.presets import GENERIC, PRESETS, Preset
from bot.intake.files.statuses import BY_WORD, WORDS
from bot.intake.files.words import fold
from tests.intake.reading import read

presets = pytest.mark.parametrize("preset", PRESETS, ids=[preset.name for preset in PRESETS])


@presets
def test_no_header_means_two_things(preset: Preset) -> None:
    folded = [fold(name) for names in preset.headers.values() for name in names]

    assert len(folded) == len(set(folded))


@presets
def test_telltales_are_written_as_they_are_compared(preset: Preset) -> None:
    assert all(telltale == telltale.casefold() for telltale in preset.telltales)


def test_no_telltale_belongs_to_two_systems() -> None:
    systems = {(telltale, p.system) for p in PRESETS for telltale in p.telltales}

    assert len({telltale for telltale, _ in systems}) == len(systems)


def test_every_field_can_be_found_without_a_program() -> None:
    assert set(GENERIC.headers) | {LeadField.TITLE} == set(LeadField)


def test_no_status_word_means_two_things() -> None:
    assert len(BY_WORD) == sum(len({fold(w) for w in words}) for words in WORDS.values())


@pytest.mark.parametrize(
    "header",
    ["Correo electrónico", "CORREO ELECTRONICO", "correo_electronico", "Correo\u00a0electrónico:"],
)
def test_headers_forgive_accents_case_and_marks(header: str) -> None:
    (column,) = read(f"{header}\na@example.com\n").columns

    assert (column.field, column.header) == (LeadField.EMAIL, " ".join(header.split()))


def test_the_first_of_two_fitting_columns_is_the_one_the_preset_prefers() -> None:
    """The day a contact became an MQL is when it was handed over, not when it was created."""
    file = read(
        "Record ID,Contact owner,Create Date,Became a Marketing Qualified Lead Date\n"
        "1,Ana,2026-01-01,2026-03-02\n"
    )

    assert [column.field for column in file.columns] == ["id", "owner", None, "received"]


def test_a_header_in_snake_case_is_no_sign_of_pipedrive() -> None:
    file = read("lead_id,lead_source,person_name\n1,Web,Ana\n")

    assert (file.preset, file.system) == ("generic", "file")


def test_a_preset_that_is_asked_for_is_used() -> None:
    file = read("Id,OwnerId\n00Q5e00000A1b00,Ana\n", preset="salesforce_data_loader")

    assert (file.preset, file.system) == ("salesforce_data_loader", "salesforce")


def test_one_telltale_is_not_enough() -> None:
    assert read("name,Lead Status\nAna,New\n").preset == "generic"


SYSTEMS = {
    "a queue has no desk in Salesforce": ("Lead Owner", "Marketing Queue", None),
    "nor in Spanish": ("Lead Owner", "Cola de marketing", None),
    "a surname is no queue": ("Lead Owner", "Ana Cola", "Ana Cola"),
    "elsewhere a queue is a name": ("Owner", "Marketing Queue", "Marketing Queue"),
    "an id is completed in Salesforce": ("Lead Owner", "0055e000001XyZ0", "0055e000001XyZ0AAK"),
    "elsewhere it is as written": ("Owner", "0055e000001XyZ0", "0055e000001XyZ0"),
}


@pytest.mark.parametrize(("header", "written", "owner"), SYSTEMS.values(), ids=SYSTEMS)
def test_only_salesforce_has_queues_and_short_ids(
    header: str, written: str, owner: str | None
) -> None:
    (row,) = read(f"{header},Lead Status,Email\n{written},New,a@example.com\n").rows

    assert row.owner == owner


def test_titles_above_the_header_are_passed_over() -> None:
    file = read("Leads de marzo\n\nNombre,Correo\nAna,a@example.com\n")

    assert [(row.row, row.name) for row in file.rows] == [(4, "Ana")]


def test_a_value_that_looks_like_a_header_is_no_header() -> None:
    file = read("company,frob\nAcme,Email\n")

    assert [row.company for row in file.rows] == ["Acme"]


FOOTERS = {
    "a total with its sum": ("name,amount\nAna,5\nTotal,5\n", 1),
    "a Spanish total": ("nombre,importe\nAna,5\nTotal general,5\n", 1),
    "a count": ("name,amount\nAna,5\nTotal rows: 1,\n", 1),
    "a note after a blank line": ("name,amount\nAna,5\n\nExported by hand,\n", 1),
    "two notes after a blank line": ("name,amount\nAna,5\n\nby hand\n\non paper\n", 2),
}


@pytest.mark.parametrize(
    ("content", "skipped"), FOOTERS.values(), ids=[f"{name} is no lead" for name in FOOTERS]
)
def test_footers(content: str, skipped: int) -> None:
    file = read(content)

    assert (file.total_rows, file.total_leads, len(file.skipped)) == (1, 1, skipped)
    assert file.problems == ()


def test_a_long_tail_is_counted_and_its_beginning_kept() -> None:
    file = read("name,amount\nAna,5\n\n" + "note\n" * 150)

    assert (file.total_rows, len(file.skipped)) == (1, 100)


LEADS = {
    "a company called Total with an address": "name,email\nAna,a@x.example\nTotal,t@x.example\n",
    "a lead below a blank line": "name,email\nAna,a@x.example\n\nLuis,l@x.example\n",
    "a lone address below a blank line": "name,email\nAna,a@x.example\n\n,l@x.example\n",
    "a notice in a list of names": "name\nCopyright Gómez\nLuis\n",
    "a name below a blank line in one column": "name\nAna\n\nLuis\n",
}


@pytest.mark.parametrize("content", LEADS.values(), ids=[f"{name} is a lead" for name in LEADS])
def test_no_lead_is_taken_for_a_footer(content: str) -> None:
    file = read(content)

    assert (file.total_leads, file.skipped) == (2, ())
