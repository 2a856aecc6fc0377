"""Finding an area of work by what people call it: either language, any accent, plural or case."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.rules.refusals import Refusal
from bot.rules.terms import PartyKind

NEAR = 0.6
"""How alike (0 to 1) two names must be for one to be offered in place of the other."""
NEAREST = 3
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class AreaName:
    """What an area is called; ``synonyms`` are separated by commas."""

    slug: str
    name_en: str
    name_es: str
    synonyms: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Areas that go by the words asked; where none does, those that come nearest."""

    hits: tuple[AreaName, ...] = ()
    nearest: tuple[AreaName, ...] = ()


@dataclass
class NoSuchArea(Refusal):
    """No area goes by these words; ``nearest`` may have been meant."""

    asked: str
    nearest: tuple[AreaName, ...] = ()


@dataclass
class WhichArea(Refusal):
    """Several areas go by these words."""

    asked: str
    choices: tuple[AreaName, ...]


@dataclass
class OutsideParty(Refusal):
    """An area is given to somebody of the side it belongs to."""

    name: str
    party: str


@dataclass
class BackupIsOwner(Refusal):
    """Nobody can stand in for themselves."""

    name: str


def find_area(asked: str, areas: Sequence[AreaName]) -> Found:
    """Find areas by name or synonym, then by some of their words, then by likeness."""
    words = stems(asked)
    if not words:
        return Found()
    exact = tuple(area for area in areas if words in _names(area))
    if exact:
        return Found(exact)
    partly = tuple(area for area in areas if any(_within(words, name) for name in _names(area)))
    return Found(partly) if partly else Found(nearest=_nearest(words, areas))


def slug_of(name: str) -> str:
    """Return the name an area is kept under: its words without accents, joined by hyphens."""
    return "-".join(_words(name))


def stems(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning, plain and singular, so that forms compare equal."""
    return tuple(_singular(word) for word in _words(text) if word not in FILLERS)


def _words(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", bare)


def _singular(word: str) -> str:
    """Cut a plural ending. Not grammar: both sides of a comparison are cut the same way."""
    if len(word) <= 3:
        return word
    stem = word if word.endswith("ss") else word.removesuffix("s")
    stem = stem.removesuffix("e")
    return stem[:-1] + "i" if stem.endswith("y") else stem


def _names(area: AreaName) -> set[tuple[str, ...]]:
    called = (area.slug, area.name_en, area.name_es, *area.synonyms.split(","))
    return {words for words in map(stems, called) if words}


def _within(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return set(words) <= set(name) or set(name) <= set(words)


def _nearest(words: tuple[str, ...], areas: Iterable[AreaName]) -> tuple[AreaName, ...]:
    likeness = [(_likeness(words, area), area) for area in areas]
    near = [pair for pair in likeness if pair[0] >= NEAR]
    near.sort(key=lambda pair: -pair[0])
    return tuple(area for _, area in near[:NEAREST])


def _likeness(words: tuple[str, ...], area: AreaName) -> float:
    asked = " ".join(words)
    return max(SequenceMatcher(None, asked, " ".join(name)).ratio() for name in _names(area))


FILLERS = frozenset(
    _words(
        "a al de del el en es la las lo los para por que quien responsable encargado encargada"
        " doliente lleva y area the of for in is who owns owner and to"
    )
)

STARTING_AREAS: tuple[tuple[PartyKind, AreaName], ...] = (
    (
        PartyKind.MARKETING,
        AreaName("content", "Content", "Contenido", "blog,artículos,articles,copy,redacción"),
    ),
    (
        PartyKind.MARKETING,
        AreaName(
            "seo", "SEO", "SEO", "posicionamiento,buscadores,Google,search engines,optimización SEO"
        ),
    ),
    (
        PartyKind.MARKETING,
        AreaName(
            "social", "Social media", "Redes sociales", "redes,social,Instagram,LinkedIn,Facebook"
        ),
    ),
    (
        PartyKind.SALES,
        AreaName(
            "follow-up",
            "MQL follow-up",
            "Seguimiento de MQL",
            "seguimiento,follow up,leads,contactos calificados,calificados,MQL",
        ),
    ),
    (
        PartyKind.SALES,
        AreaName("crm", "CRM upkeep", "Actualización del CRM", "CRM,datos,data,HubSpot,Salesforce"),
    ),
    (
        PartyKind.SALES,
        AreaName(
            "urgent",
            "Urgent client requests",
            "Solicitudes urgentes de clientes",
            "urgencias,urgente,emergencias,emergencies,urgent,soporte,support",
        ),
    ),
)
"""The six tasks that need an owner from the first day, and whose side answers for each."""
