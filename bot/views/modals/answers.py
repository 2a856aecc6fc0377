"""What a person filled in, read as if a stranger had sent it."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from bot.views.ids import Id
from bot.views.translate import Translator

Errors = dict[str, str]

LONGEST = 3_000

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Answers:
    """The values of a submitted form, and a sentence for each that cannot be taken."""

    def __init__(self, values: object, t: Translator) -> None:
        self._values = values
        self.t = t
        self.errors: Errors = {}

    def text(self, block: Id, *, needed: bool = False, limit: int = LONGEST) -> str:
        given = self._element(block).get("value")
        text = given.strip() if isinstance(given, str) else ""
        if len(text) > limit:
            self.refuse(block, self.t("This is longer than {limit} characters.", limit=limit))
        return self._present(block, text, needed=needed)

    def chosen(self, block: Id, known: Collection[str], *, needed: bool = True) -> str:
        """Return the value picked from a menu; one that was not on it counts as none."""
        value = _value(self._element(block).get("selected_option"))
        return self._present(block, value if value in known else "", needed=needed)

    def chosen_id(self, block: Id, known: Collection[str] | None) -> str:
        """Return the id picked from a menu; without ``known`` any id counts."""
        value = _value(self._element(block).get("selected_option"))
        return value if _ID.fullmatch(value) and (known is None or value in known) else ""

    def several(self, block: Id, known: Collection[str]) -> tuple[str, ...]:
        picked = self._element(block).get("selected_options")
        values = [_value(option) for option in picked] if isinstance(picked, list) else []
        return tuple(value for value in values if value in known)

    def person(self, block: Id, *, needed: bool = False) -> str:
        return self._present(block, _text(self._element(block).get("selected_user")), needed=needed)

    def people(self, block: Id, *, needed: bool = False) -> tuple[str, ...]:
        picked = self._element(block).get("selected_users")
        people = tuple(each for each in picked if _text(each)) if isinstance(picked, list) else ()
        self._present(block, "".join(people), needed=needed)
        return people

    def channel(self, block: Id, *, needed: bool = True) -> str:
        picked = _text(self._element(block).get("selected_conversation"))
        return self._present(block, picked, needed=needed)

    def day(self, block: Id, *, needed: bool = True) -> date | None:
        picked = _text(self._element(block).get("selected_date"))
        try:
            return date.fromisoformat(self._present(block, picked, needed=needed))
        except ValueError:
            return None

    def refuse(self, block: Id, sentence: str) -> None:
        """Keep the first sentence for a line of the form."""
        self.errors.setdefault(block.value, sentence)

    def _present(self, block: Id, value: str, *, needed: bool) -> str:
        if needed and not value:
            self.refuse(block, self.t("This is needed."))
        return value

    def _element(self, block: Id) -> Mapping[str, object]:
        line = self._values.get(block.value) if isinstance(self._values, dict) else None
        held = next(iter(line.values()), None) if isinstance(line, dict) else None
        return held if isinstance(held, dict) else {}


def _value(option: object) -> str:
    return _text(option.get("value")) if isinstance(option, dict) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
