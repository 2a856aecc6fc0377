"""One cell as text, address, phone, score, status or owner; each raises ``BadValueError``."""

import re
from datetime import date
from decimal import Decimal

from bot.intake.files.bad_value import BadValueError
from bot.intake.files.facts import LeadStatus, ProblemKind
from bot.intake.files.statuses import BY_WORD, KNOWN_WORDS
from bot.intake.files.table import Cell
from bot.intake.files.words import clean, fold, mended, nearest

NOTHING = {
    "", "-", "--", "–", "—", "n/a", "#n/a", "[not provided]", "(no value)", "(blank)",
    "(sin valor)", "(vacío)", "(en blanco)", "[no proporcionado]",
}  # fmt: skip
LONGEST_NOTHING = 30
SHEET_ERRORS = {"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
EMAIL = re.compile(r"[^\s@,;<>\"]{1,64}@(?:[^\s@,;<>\".]+\.)+[^\s@,;<>\".]{2,}")
EMAIL_CHARS = 254
PHONE = re.compile(
    r"(?P<digits>\+?[0-9()\[\] ./\-]+?)(?: ?(?:ext|x)\.? ?[0-9]{1,6})?", re.IGNORECASE
)
PHONE_CHARS, PHONE_DIGITS = 60, range(5, 16)
SCORE = re.compile(r"(?P<whole>-?[0-9]{1,6})(?:[.,]0+)?")
LEAST_SCORE, MOST_SCORE = -1000, 1000
SALESFORCE_ID = re.compile(r"00[5GQ][A-Za-z0-9]{12}")
QUEUE_ID = re.compile(r"00G[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?")
QUEUE_NAME = re.compile(r"(?:.* )?queue|cola del? .*", re.IGNORECASE)
NOBODY = {
    "unassigned", "noowner", "nobody", "sinasignar", "sinresponsable", "sinpropietario", "nadie",
}  # fmt: skip


def is_nothing(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > LONGEST_NOTHING:
        return False
    return clean(cell).casefold() in NOTHING


def read_text(cell: Cell) -> str:
    """Cleaned text; a number as a spreadsheet shows it, a formula or markup as it stands."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, date):
        return cell.isoformat()
    if cell in SHEET_ERRORS:
        raise BadValueError(ProblemKind.CELL_ERROR)
    if (meant := mended(cell)) is not None:
        raise BadValueError(ProblemKind.DAMAGED_TEXT, *filter(None, [clean(meant)]))
    return clean(cell)


def read_email(cell: Cell) -> str:
    text = read_text(cell).lower().removeprefix("mailto:")
    if len(text) > EMAIL_CHARS or not EMAIL.fullmatch(text):
        raise BadValueError(ProblemKind.BAD_EMAIL)
    return text


def read_phone(cell: Cell) -> str:
    """Digits with a leading + where the country is given; an extension is left out."""
    text = read_text(cell).removeprefix("'")
    match = PHONE.fullmatch(text) if len(text) <= PHONE_CHARS else None
    digits = re.sub("[^0-9]", "", match["digits"]) if match else ""
    international = text.startswith(("+", "00"))
    if international:
        digits = digits.removeprefix("00")
    if len(digits) not in PHONE_DIGITS:
        raise BadValueError(ProblemKind.BAD_PHONE)
    return f"+{digits}" if international else digits


def read_score(cell: Cell) -> int:
    match = SCORE.fullmatch(read_text(cell))
    if match is None or not LEAST_SCORE <= int(match["whole"]) <= MOST_SCORE:
        raise BadValueError(ProblemKind.BAD_SCORE, str(LEAST_SCORE), str(MOST_SCORE))
    return int(match["whole"])


def read_status(cell: Cell) -> LeadStatus:
    text = read_text(cell)
    if (status := BY_WORD.get(fold(text))) is None:
        raise BadValueError(ProblemKind.UNKNOWN_STATUS, *nearest(text, KNOWN_WORDS))
    return status


def read_id(cell: Cell, *, system: str) -> str:
    """An id of the CRM; Salesforce's short form is the long one without its check letters."""
    text = read_text(cell)
    short = system == "salesforce" and SALESFORCE_ID.fullmatch(text)
    return _lengthened(text) if short else text


def read_owner(cell: Cell, *, system: str) -> str | None:
    """The owner as written; ``None`` for a queue, which is nobody."""
    text = read_id(cell, system=system)
    if QUEUE_ID.fullmatch(text) or fold(text) in NOBODY:
        return None
    if system == "salesforce" and QUEUE_NAME.fullmatch(text):
        return None
    return text


def _lengthened(short: str) -> str:
    """Each check letter tells which of five letters are capitals."""
    suffix = ""
    for start in (0, 5, 10):
        capitals = sum(c.isupper() << i for i, c in enumerate(short[start : start + 5]))
        suffix += "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[capitals]
    return short + suffix
