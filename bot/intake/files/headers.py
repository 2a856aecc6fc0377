"""Which column holds what: the user's mapping first, then the preset, then general words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from bot.intake.files.facts import Column, LeadField
from bot.intake.files.presets import GENERIC, PRESETS, Preset
from bot.intake.files.refusals import (
    DuplicateHeader,
    FieldMappedTwice,
    NoUsableColumns,
    UnknownColumn,
    UnknownField,
    UnknownPreset,
)
from bot.intake.files.table import Cell
from bot.intake.files.words import clean, fold, nearest

IGNORE = "ignore"
TELLTALES_NEEDED = 2
IDENTITY = {
    LeadField.ID,
    LeadField.NAME,
    LeadField.FIRST_NAME,
    LeadField.LAST_NAME,
    LeadField.TITLE,
    LeadField.COMPANY,
    LeadField.EMAIL,
    LeadField.PHONE,
}
FIRST_NAME_BESIDE_LAST = {"name", "nombre"}


def choose_preset(headers: Sequence[str], name: str | None) -> Preset:
    """The preset asked for, else the program that the headers give away, else the generic one."""
    if name is not None:
        return _preset_called(name)
    written = {header.casefold() for header in headers}
    best = max(PRESETS, key=lambda preset: len(written & {*preset.telltales}))
    return best if len(written & {*best.telltales}) >= TELLTALES_NEEDED else GENERIC


def match_columns(
    headers: Sequence[str], preset: Preset, mapping: Mapping[str, str]
) -> tuple[Column, ...]:
    """Give each header its field.

    Raises ``DuplicateHeader``, ``UnknownColumn``, ``UnknownField``, ``FieldMappedTwice``,
    ``NoUsableColumns``.
    """
    _refuse_duplicates(headers)
    chosen = _asked(headers, mapping)
    fields = {field: index for index, field in chosen.items() if field is not None}
    for field, index in _recognised(headers, preset).items():
        if index not in chosen and field not in fields:
            fields[field] = index
    if not IDENTITY & fields.keys():
        raise NoUsableColumns(tuple(headers))
    by_index = {index: field for field, index in fields.items()}
    return tuple(Column(i, header, by_index.get(i)) for i, header in enumerate(headers))


def known_headers(cells: Sequence[Cell]) -> int:
    """How many cells of a row are names of columns to some preset."""
    return sum(isinstance(cell, str) and fold(cell) in _all_headers() for cell in cells)


def header_texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The header's cells as text, without the empty ones at its end."""
    texts = [clean(cell) if isinstance(cell, str) else str(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _preset_called(name: str) -> Preset:
    for preset in PRESETS:
        if fold(preset.name) == fold(name):
            return preset
    raise UnknownPreset(name, tuple(preset.name for preset in PRESETS))


def _refuse_duplicates(headers: Sequence[str]) -> None:
    counted = Counter(fold(header) or header for header in headers if header)
    twice = [header for header in headers if header and counted[fold(header) or header] > 1]
    if twice:
        raise DuplicateHeader(tuple(twice))


def _asked(headers: Sequence[str], mapping: Mapping[str, str]) -> dict[int, LeadField | None]:
    places = {fold(header): index for index, header in enumerate(headers) if header}
    asked: dict[int, LeadField | None] = {}
    for column, word in mapping.items():
        index = places.get(fold(column))
        if index is None:
            raise UnknownColumn(column, nearest(column, [h for h in headers if h]))
        field = _field_called(word)
        if field is not None and field in asked.values():
            other = next(headers[i] for i, given in asked.items() if given is field)
            raise FieldMappedTwice(field, (other, headers[index]))
        asked[index] = field
    return asked


def _field_called(word: str) -> LeadField | None:
    """A field by its own name or by a general header for it; ``ignore`` is none."""
    if fold(word) == IGNORE:
        return None
    by_name = {fold(field): field for field in LeadField}
    known = {**_lookup(GENERIC), **by_name}
    if (field := known.get(fold(word))) is None:
        raise UnknownField(word, nearest(word, [*LeadField]))
    return field


def _recognised(headers: Sequence[str], preset: Preset) -> dict[LeadField, int]:
    """For each field its most fitting column: the preset's words go before general ones."""
    places = {fold(header): index for index, header in reversed([*enumerate(headers)]) if header}
    found: dict[LeadField, int] = {}
    for source in (preset, GENERIC):
        for field, names in source.headers.items():
            fits = (places[fold(name)] for name in names if fold(name) in places)
            index = next((i for i in fits if i not in found.values()), None)
            if index is not None:
                found.setdefault(field, index)
    return _first_name_beside_last(found, headers)


def _first_name_beside_last(
    found: dict[LeadField, int], headers: Sequence[str]
) -> dict[LeadField, int]:
    """``Nombre`` is a full name alone and a first name beside ``Apellidos``."""
    name = found.get(LeadField.NAME)
    if name is None or LeadField.LAST_NAME not in found or LeadField.FIRST_NAME in found:
        return found
    if fold(headers[name]) not in FIRST_NAME_BESIDE_LAST:
        return found
    return {**found, LeadField.FIRST_NAME: found.pop(LeadField.NAME)}


@cache
def _lookup(preset: Preset) -> dict[str, LeadField]:
    return {fold(name): field for field, names in preset.headers.items() for name in names}


@cache
def _all_headers() -> frozenset[str]:
    return frozenset(word for preset in PRESETS for word in _lookup(preset))
