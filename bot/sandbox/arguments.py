"""A call's arguments, which come as JSON, as a form, in the address, or not at all."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.errors import SlackError


class Arguments:
    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = dict(values)

    @classmethod
    def read(cls, query: str, content_type: str, body: bytes) -> "Arguments":
        """Read all three places; the body wins."""
        values: dict[str, object] = dict(parse_qsl(query, keep_blank_values=True))
        if content_type.startswith("application/json") and body.strip():
            try:
                held = json.loads(body)
            except ValueError:
                raise SlackError("invalid_json") from None
            if not isinstance(held, dict):
                raise SlackError("json_not_object")
            values |= held
        elif body and not content_type.startswith("application/json"):
            values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
        return cls(values)

    def given(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def required(self, name: str) -> str:
        if not self.text(name):
            raise SlackError("invalid_arguments", messages=[f"missing required field: {name}"])
        return self.text(name)

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.values.get(name)
        return default if value is None else str(value).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise SlackError("invalid_arguments", messages=[f"{name} must be an integer"]) from None

    def nested(self, name: str, broken: str = "invalid_arguments") -> Any:  # noqa: ANN401 - any JSON
        """Return a list or object, which forms carry as a JSON string; `broken` when unreadable."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(broken) from None

    def without_token(self) -> dict[str, object]:
        """Return what the traffic record shows: nested JSON opened, no token."""
        return {name: self._opened(name) for name in self.values if name != "token"}

    def _opened(self, name: str) -> object:
        value = self.values[name]
        if isinstance(value, str) and value[:1] in ("[", "{"):
            try:
                return json.loads(value)
            except ValueError:
                return value
        return value
