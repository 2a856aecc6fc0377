"""`sla import`: what a file brings, what it refuses, and what a second time changes."""

import json

import pytest
from sqlmodel import select

from models import Lead
from tests.cli.conftest import Shell
from tests.databases import opened
from tests.usecases.builders import Cast

LEADS = """name,company,email,received,owner
Laura Gómez,Acme,laura@acme.example,2026-03-02 10:00,Ana
Jorge Paz,Beta,jorge@beta.example,2026-03-02 11:00,
Eva Luz,Ceta,eva@ceta.example,2026-03-02 12:00,Nobody Here
"""


@pytest.mark.usefixtures("agreed")
class TestAFileOfLeads:
    def test_is_stored_once_however_often_it_is_given(self, shell: Shell) -> None:
        file = shell.file("leads.csv", LEADS)

        first = json.loads(shell.sla("import", file, "--json").out)
        again = json.loads(shell.sla("import", file, "--json").out)

        assert (first["added"], again["added"], again["unchanged"]) == (3, 0, 3)
        assert len(json.loads(shell.sla("leads", "--json").out)) == 3

    def test_is_stored_once_even_if_its_rows_have_only_names(self, shell: Shell) -> None:
        file = shell.file("leads.csv", "name,company\nLaura,Acme\nJorge,Acme\n")

        first = json.loads(shell.sla("import", file, "--json").out)
        again = json.loads(shell.sla("import", file, "--json").out)

        assert (first["added"], again["added"], again["unchanged"]) == (2, 0, 2)

    def test_is_only_shown_by_a_dry_run(self, shell: Shell) -> None:
        file = shell.file("leads.csv", LEADS)

        shown = json.loads(shell.sla("import", file, "--dry-run", "--json").out)

        assert (shown["added"], shown["dry_run"]) == (3, True)
        assert json.loads(shell.sla("leads", "--json").out) == []

    def test_brings_the_language_its_leads_speak(self, shell: Shell) -> None:
        rows = ("name,email,Idioma", "Eva,e@c.example,", "Jorge,j@b.example,en-US")
        text = "\n".join((*rows, "Laura,l@a.example,Español"))

        shell.sla("import", shell.file("leads.csv", text))

        with opened(shell.settings["SLA_DATABASE_URL"]) as database, database.reading() as session:
            spoken = session.exec(select(Lead.language).order_by(Lead.name)).all()
        assert list(spoken) == ["", "en", "es"]

    def test_says_which_owners_nobody_answers_to(self, shell: Shell) -> None:
        report = json.loads(shell.sla("import", shell.file("l.csv", LEADS), "--json").out)

        assert report["unknown_owners"] == [["Nobody Here", 1]]

    def test_is_stored_not_at_all_when_one_row_is_wrong(self, shell: Shell) -> None:
        file = shell.file("leads.csv", LEADS.replace("jorge@beta.example", "jorge at beta"))

        refused = shell.sla("import", file)

        assert refused.code == 1
        assert "Row 3" in refused.err
        assert "jorge at beta" in refused.err
        assert json.loads(shell.sla("leads", "--json").out) == []

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            pytest.param("a.csv", 'name,email\n"Laura,l@a.example\n', id="an unclosed quote"),
            pytest.param("b.csv", "name,name\nLaura,Gómez\n", id="two columns of one name"),
            pytest.param("c.csv", "name,received\nLaura,01/02/2026\n", id="a date of two readings"),
            pytest.param("d.csv", "name,received\nLaura,31/02/2026\n", id="a day that is not"),
            pytest.param("e.csv", "", id="an empty file"),
            pytest.param("f.csv", "PK\x03\x04nothing", id="an archive"),
        ],
    )
    def test_is_refused_in_one_line_when_it_cannot_be_read(
        self, shell: Shell, name: str, text: str
    ) -> None:
        refused = shell.sla("import", shell.file(name, text))

        assert refused.code == 1
        assert refused.err.strip()

    def test_that_asks_for_the_order_of_dates_can_be_answered(self, shell: Shell) -> None:
        file = shell.file("leads.csv", "name,email,received\nLaura,l@a.example,01/02/2026\n")

        done = json.loads(shell.sla("import", file, "--day-first", "--json").out)

        assert done["added"] == 1

    def test_with_old_dates_breaches_nothing(self, shell: Shell, agreed: Cast) -> None:
        """Leads received before the agreement was in force have no clock."""
        file = shell.file("old.csv", "name,email,received\nLaura,l@a.example,2019-05-02 10:00\n")

        shell.sla("import", file, "--agreement", agreed.agreement.name)

        status = json.loads(shell.sla("status", "--json").out)
        assert [window["open"] for window in status["windows"]] == [0, 0]


def test_without_an_agreement_a_file_has_nowhere_to_go(shell: Shell) -> None:
    refused = shell.sla("import", shell.file("leads.csv", LEADS))

    assert refused.code == 1
    assert len(refused.err.strip().splitlines()) == 1
