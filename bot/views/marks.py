"""Marking the sentences of tables, so that they are found for translation."""


def mark(sentence: str) -> str:
    """Mark a sentence of a table for translation; it is translated where it is used."""
    return sentence


def mark_n(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence about a number of things."""
    return one, many
