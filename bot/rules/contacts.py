"""E-mail, phone and score as somebody types them, made comparable; the same forms as a file's."""

import re

from bot.rules.refusals import BadCrmId, BadEmail, BadPhone, BadScore

EMAIL = re.compile(r"[^\s@,;<>\"]{1,64}@(?:[^\s@,;<>\".]{1,63}\.){1,8}[^\s@,;<>\".]{2,63}")
LONGEST_EMAIL = 254
PHONE = re.compile(r"\+?[0-9()\[\] ./\-]{1,60}")
DIGITS = range(5, 16)
CRM_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]{0,79}")
SCORE = re.compile(r"-?[0-9]{1,4}")
LEAST_SCORE, MOST_SCORE = -1000, 1000


def email_of(text: str) -> str | None:
    """Return the address in lower case, or nothing. Raises ``BadEmail``."""
    typed = text.strip().lower().removeprefix("mailto:")
    if not typed:
        return None
    if len(typed) > LONGEST_EMAIL or not EMAIL.fullmatch(typed):
        raise BadEmail(text.strip())
    return typed


def phone_of(text: str) -> str | None:
    """Return the digits, with a leading + where the country is given. Raises ``BadPhone``."""
    typed = text.strip()
    if not typed:
        return None
    digits = re.sub(r"[^0-9]", "", typed) if PHONE.fullmatch(typed) else ""
    international = typed.startswith(("+", "00"))
    if international:
        digits = digits.removeprefix("00")
    if len(digits) not in DIGITS:
        raise BadPhone(typed)
    return f"+{digits}" if international else digits


def crm_id_of(text: str) -> str:
    """Return what a CRM calls a person, or nothing. Raises ``BadCrmId``."""
    typed = text.strip()
    if typed and not CRM_ID.fullmatch(typed):
        raise BadCrmId(typed)
    return typed


def score_of(text: str) -> int | None:
    """Return a whole number from -1000 to 1000, or nothing. Raises ``BadScore``."""
    typed = text.strip()
    if not typed:
        return None
    if not SCORE.fullmatch(typed) or not LEAST_SCORE <= int(typed) <= MOST_SCORE:
        raise BadScore(typed)
    return int(typed)
