"""Short ids that people can read out: L-7K3F for a lead, R-Q2XA for a request."""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
PREFIX = "L-"
REQUEST_PREFIX = "R-"
LENGTH = 4


def public_id(number: int, length: int = LENGTH, prefix: str = PREFIX) -> str:
    """Return the short id of a random number; no letter in it can be taken for a digit."""
    letters = []
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return prefix + "".join(letters)


def as_public_id(text: str, prefix: str = PREFIX) -> str | None:
    """Return the short id a person typed, forgiving case and the prefix; else nothing."""
    typed = text.strip().upper()
    if typed.startswith((prefix, prefix.replace("-", "–"))):
        typed = typed[len(prefix) :]
    if len(typed) < LENGTH or any(letter not in ALPHABET for letter in typed):
        return None
    return prefix + typed
