"""A promise written in one line: what of it is a number of something."""

import re

COUNTED = re.compile(r"(?<![\w.,/:-])(\d[\d.,]{0,14})\s+([^\W\d_]{2,40})")
BEFORE_A_DATE = frozenset({"a", "antes", "before", "by", "de", "due", "for", "para", "until", "y"})
"""Words that lead up to a date and say nothing once it is taken out."""


def counted_in(text: str) -> tuple[str, str]:
    """Return the first number of the text and what it counts, as typed; or nothing."""
    found = COUNTED.search(text)
    return (found[1].rstrip(".,"), found[2]) if found else ("", "")


def without_lead_up(words: list[str]) -> list[str]:
    """Return the words without those at their end that led up to a date."""
    while words and words[-1].casefold().strip(",;:") in BEFORE_A_DATE:
        words = words[:-1]
    return words
