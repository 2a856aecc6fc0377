"""Reading a TOML table key by key, collecting everything that is wrong with it."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

UNITS = {"min": 60, "m": 60, "h": 3600, "d": 86_400}
DURATION = re.compile(r"([0-9]{1,6})\s*(min|m|h|d)(?![a-z])")
SHOWN = 40


class Table:
    """One table of a file. Each key is taken once; ``done`` reports those nobody took.

    A value that is missing or wrong becomes a line in ``problems`` and an empty value, so that
    one reading finds every problem.
    """

    def __init__(self, values: Mapping[str, object], problems: list[str], path: str = "") -> None:
        self._left = dict(values)
        self._path = path
        self.problems = problems

    def text(self, key: str, *, required: bool = True) -> str:
        value = self._left.pop(key, None)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None or required:
            self.wrong(key, value, "a text in quotes")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._left.pop(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(item.strip() for item in value)
        self.wrong(key, value, 'a list of texts, such as ["@ana", "luis@example.com"]')
        return ()

    def numbers(self, key: str, otherwise: tuple[int, ...]) -> tuple[int, ...]:
        value = self._left.pop(key, list(otherwise))
        if isinstance(value, list) and all(type(item) is int for item in value):
            return tuple(value)
        self.wrong(key, value, "a list of whole numbers, such as [50, 75]")
        return otherwise

    def whole(self, key: str, otherwise: int | None = None) -> int | None:
        value = self._left.pop(key, otherwise)
        if value is None or type(value) is int:
            return value
        self.wrong(key, value, "a whole number")
        return otherwise

    def flag(self, key: str, *, otherwise: bool) -> bool:
        value = self._left.pop(key, otherwise)
        if isinstance(value, bool):
            return value
        self.wrong(key, value, "true or false")
        return otherwise

    def moment(self, key: str) -> datetime | None:
        value = self._left.pop(key, None)
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(UTC).replace(microsecond=0)
        if value is not None:
            self.wrong(key, value, "a date and time with its offset")
        return None

    def day(self, key: str) -> date | None:
        """Read a key that is itself a date, such as 2026-12-24."""
        try:
            return date.fromisoformat(key)
        except ValueError:
            self.problems.append(f"{self._path}: {_shown(key)} is not a date such as 2026-12-24")
            return None

    def seconds(self, key: str, otherwise: str | None = None) -> int | None:
        """Read a duration such as "4h", "90min" or "1h 30min"; "none" means it is left out."""
        value = self._left.pop(key, otherwise)
        if value == "none":
            return None
        text = value if isinstance(value, str) else ""
        found = DURATION.findall(text)
        if not found or DURATION.sub("", text).strip():
            self.wrong(key, value, 'a duration such as "4h" or "1h 30min"')
            return None
        return sum(int(amount) * UNITS[unit] for amount, unit in found)

    def table(self, key: str, *, required: bool = True) -> "Table":
        value = self._left.pop(key, None)
        path = f"{self._path}.{key}".lstrip(".")
        if isinstance(value, dict):
            return Table(value, self.problems, path)
        if value is not None or required:
            self.wrong(key, value, f"a table [{path}]")
        return Table({}, self.problems, path)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Read a list of tables, each called by its number from 1."""
        value = self._left.pop(key, [])
        path = self._name(key)
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return tuple(
                Table(item, self.problems, f"{path}[{number}]")
                for number, item in enumerate(value, start=1)
            )
        self.wrong(key, value, f"tables [[{path}]]")
        return ()

    def unread(self) -> tuple[str, ...]:
        return tuple(self._left)

    def done(self) -> None:
        for key in self._left:
            self.problems.append(f"{self._name(key)}: unknown key")

    def wrong(self, key: str, value: object, wanted: str) -> None:
        if value is None:
            self.problems.append(f"{self._name(key)} is missing: give {wanted}")
        else:
            self.problems.append(f"{self._name(key)} is {_shown(value)}: give {wanted}")

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}".lstrip(".")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
