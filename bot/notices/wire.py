"""Facts to plain JSON and back, for the outbox."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

Fact = TypeVar("Fact")


def dump(fact: object) -> dict[str, object]:
    """Return the plain JSON object of a frozen fact."""
    return {field.name: _plain(getattr(fact, field.name)) for field in fields(_checked(fact))}


def load(kind: type[Fact], plain: dict[str, object]) -> Fact:
    """Return the fact that ``dump`` made ``plain`` from."""
    hints = get_type_hints(kind)
    return kind(**{name: _rich(hints[name], value) for name, value in plain.items()})


def _checked(fact: object) -> Any:  # noqa: ANN401  dataclasses.fields() is declared so
    if not is_dataclass(fact):
        raise TypeError(f"not a fact: {fact!r}")
    return fact


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case datetime() | date():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case tuple() | list() | frozenset():
            return [_plain(item) for item in value]
        case _:
            return dump(value)


def _rich(hint: Any, value: Any) -> Any:  # noqa: ANN401  it walks type hints and JSON
    if get_origin(hint) in (UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    if value is None:
        return None
    if get_origin(hint) is tuple:
        (item, _ellipsis) = get_args(hint)
        return tuple(_rich(item, each) for each in value)
    if hint in (datetime, date):
        return hint.fromisoformat(value)
    if hint in (Decimal, UUID):
        return hint(value)
    return load(hint, value) if isinstance(value, dict) else value
