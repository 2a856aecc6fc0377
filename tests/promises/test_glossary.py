"""Every table has its word in the glossary, and the glossary names no table that is not there."""

import re

from models import Row
from tests.promises.source import text


def entries() -> list[str]:
    """The rows of the glossary's tables."""
    return [line for line in text("docs/glossary.md").splitlines() if line.startswith("| **")]


def named_tables() -> list[str]:
    """The table each entry names in its first cell, if any."""
    heads = [entry.split(" | ")[0] for entry in entries()]
    return [found for head in heads for found in re.findall(r"`(\w+)`", head)]


def test_every_table_has_exactly_one_entry() -> None:
    assert sorted(named_tables()) == sorted(Row.metadata.tables)


def test_every_entry_has_a_word_and_a_meaning() -> None:
    assert [entry for entry in entries() if len(entry.split(" | ")) != 2] == []
