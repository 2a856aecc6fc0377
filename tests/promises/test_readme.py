"""Both READMEs tell the truth about settings, commands, targets and files, and tell the same."""

import re

import pytest
import typer.main

from bot.cli.words import app
from bot.config import OUTSIDE, PREFIX, Settings
from bot.rules.words import Match, find_word
from handlers.commands import COMMANDS_BY_WORD
from tests.promises.source import ROOT, text

READMES = ("README.md", "README.es.md")
DOCUMENTS = (
    *READMES,
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/glossary.md",
    "docs/operating.md",
    "docs/guide.en.md",
    "docs/guia.es.md",
)
NONE = {"none", "ninguno"}
SETTING = re.compile(r"^\| `(S[A-Z_]+)` \| (.+?) \|", re.MULTILINE)


def settings() -> dict[str, str]:
    """Each setting's name and its default, as the program has them."""
    return {
        str(field.validation_alias or PREFIX + name.upper()): str(field.default or "")
        for name, field in Settings.model_fields.items()
    }


def told_settings(readme: str) -> dict[str, str]:
    told = {name: default.strip("`") for name, default in SETTING.findall(text(readme))}
    return {name: "" if default in NONE else default for name, default in told.items()}


def typed_commands(name: str) -> list[str]:
    """Everything a document tells to type after /sla, without the placeholders."""
    return [found.strip() for found in re.findall(r"`/sla ([^`]+)`", text(name))]


@pytest.mark.parametrize("readme", READMES)
def test_the_table_of_settings_is_the_programs(readme: str) -> None:
    assert told_settings(readme) == settings()


def test_the_example_of_env_has_every_setting_and_no_other() -> None:
    named = re.findall(r"^([A-Z_]+)=", text(".env.example"), re.MULTILINE)

    assert sorted(named) == sorted(settings())
    assert set(settings()) >= OUTSIDE


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_a_document_tells_to_type_is_understood(document: str) -> None:
    not_understood = [
        typed
        for typed in typed_commands(document)
        if not isinstance(found := find_word(typed), Match) or found.word not in COMMANDS_BY_WORD
    ]

    assert not_understood == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_the_shell_exists(document: str) -> None:
    known = set(getattr(typer.main.get_command(app), "commands", {}))
    told = set(re.findall(r"(?:\.venv/bin/|`)sla ([a-z]+)", text(document)))

    assert told <= known


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    told = set(re.findall(r"(?:^|`)(?:[A-Z]+=\S+ )?make ([a-z]+)", text(document), re.MULTILINE))

    assert told <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_a_document_points_at_is_there(document: str) -> None:
    folder = (ROOT / document).parent
    targets = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text(document))

    assert [target for target in targets if not (folder / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_heading_a_document_points_at_is_there(document: str) -> None:
    folder = (ROOT / document).parent
    missing = [
        f"{target}#{anchor}"
        for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", text(document))
        if anchor not in anchors(str((folder / target).relative_to(ROOT)) if target else document)
    ]

    assert missing == []


def anchors(document: str) -> set[str]:
    headings = re.findall(
        r"^#+ (.+)$", text(str((ROOT / document).resolve().relative_to(ROOT))), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}


def test_both_readmes_have_the_same_parts_and_the_same_commands() -> None:
    english, spanish = (text(name) for name in READMES)

    assert english.count("\n## ") == spanish.count("\n## ")
    assert re.findall(r"^make \w+", english, re.MULTILINE) == re.findall(
        r"^make \w+", spanish, re.MULTILINE
    )
    assert english.count("\n| ") == spanish.count("\n| ")
