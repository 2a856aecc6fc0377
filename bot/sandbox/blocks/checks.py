"""Small checks that compose: each takes a value and its JSON pointer and yields what is wrong."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple, TypeAlias


class Problem(NamedTuple):
    pointer: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.sentence} [json-pointer:{self.pointer}]"


Check: TypeAlias = Callable[[object, str], Iterator[Problem]]


def shape(
    fields: Mapping[str, Check], required: Collection[str] = (), any_of: Collection[str] = ()
) -> Check:
    """Accept an object with these fields only; `type` and `block_id` are always welcome."""

    def check(value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(at, "must be an object")
            return
        for name in required:
            if value.get(name) is None:
                yield Problem(at, f"missing required field: {name}")
        if any_of and all(value.get(name) is None for name in any_of):
            yield Problem(at, f"missing required field: {' or '.join(any_of)}")
        yield from _fields(fields, value, at)

    return check


def _fields(fields: Mapping[str, Check], value: Mapping[str, object], at: str) -> Iterator[Problem]:
    for name, held in value.items():
        if name == "type" or held is None:
            continue
        if name not in fields:
            yield Problem(at, f"invalid additional property: {name}")
        else:
            yield from fields[name](held, f"{at}/{name}")


def string(maximum: int, minimum: int = 0) -> Check:
    def check(value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(at, "must be a string")
        elif len(value) > maximum:
            yield Problem(at, f"must be less than {maximum + 1} characters")
        elif len(value) < minimum:
            yield Problem(at, f"must be more than {minimum - 1} characters")

    return check


def text(maximum: int, *, plain: bool = False) -> Check:
    """Accept a text object; a plain one does not take `mrkdwn`."""
    body = shape({"text": string(maximum, 1), "emoji": flag, "verbatim": flag}, required=["text"])
    kinds = ("plain_text",) if plain else ("plain_text", "mrkdwn")

    def check(value: object, at: str) -> Iterator[Problem]:
        kind = value.get("type") if isinstance(value, Mapping) else None
        if isinstance(value, Mapping) and kind not in kinds:
            yield Problem(f"{at}/type", f"must be a valid enum value: {' or '.join(kinds)}")
        yield from body(value, at)

    return check


def array(item: Check, maximum: int, minimum: int = 0) -> Check:
    def check(value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(at, "must be an array")
            return
        if len(value) > maximum:
            yield Problem(at, f"no more than {maximum} items allowed")
        if len(value) < minimum:
            yield Problem(at, f"no less than {minimum} items allowed")
        for index, one in enumerate(value):
            yield from item(one, f"{at}/{index}")

    return check


def number(minimum: int, maximum: int) -> Check:
    def check(value: object, at: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield Problem(at, "must be an integer")
        elif not minimum <= value <= maximum:
            yield Problem(at, f"must be between {minimum} and {maximum}")

    return check


def choice(*allowed: str) -> Check:
    def check(value: object, at: str) -> Iterator[Problem]:
        if value not in allowed:
            yield Problem(at, f"must be a valid enum value: {' or '.join(allowed)}")

    return check


def by_type(table: Mapping[str, Check], allowed: Collection[str] | None = None) -> Check:
    """Look the object's `type` up in the table, which may still be growing."""

    def check(value: object, at: str) -> Iterator[Problem]:
        kind = value.get("type") if isinstance(value, Mapping) else None
        if not isinstance(kind, str):
            yield Problem(at, "missing required field: type")
        elif kind not in table or (allowed is not None and kind not in allowed):
            yield Problem(f"{at}/type", f"unsupported type: {kind}")
        else:
            yield from table[kind](value, at)

    return check


def flag(value: object, at: str) -> Iterator[Problem]:
    if not isinstance(value, bool):
        yield Problem(at, "must be a boolean")


def anything(_value: object, _at: str) -> Iterator[Problem]:
    """Accept what Slack documents loosely."""
    return iter(())
