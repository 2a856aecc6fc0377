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
LONGEST_MEANING = 200
LONGEST_SYNONYMS = 500


@dataclass(frozen=True, slots=True)
class AreaName:
    """What an area is called, and in one line what it means; commas separate ``synonyms``."""

    slug: str
    name_en: str
    name_es: str
    synonyms: str = ""
    meaning_en: str = ""
    meaning_es: str = ""


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


class AreaGone(Refusal):
    """Absent, removed, or of an agreement the reader has no part in: the same words for all."""


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
    words = _telling(asked)
    if not words:
        return Found()
    exact = tuple(area for area in areas if words in _names(area))
    if exact:
        return Found(exact)
    partly = tuple(area for area in areas if any(_within(words, name) for name in _names(area)))
    return Found(partly) if partly else Found(nearest=_nearest(words, areas))


def asks_for_somebody(text: str) -> bool:
    """Say whether a sentence asks who is responsible, wherever in it the question word stands."""
    return not ASKING.isdisjoint(_words(text))


def slug_of(name: str) -> str:
    """Return the name an area is kept under: its words without accents, joined by hyphens."""
    return "-".join(_words(name))


def stems(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning, plain and singular, so that forms compare equal."""
    return tuple(_singular(word) for word in _words(text) if word not in FILLERS)


def tidy_synonyms(text: str) -> str:
    """Return synonyms as they are kept: each once, a comma between them."""
    named = [" ".join(each.split()) for each in re.split(r"[,;\n]", text)]
    return ", ".join(dict.fromkeys(each for each in named if each))


def _telling(text: str) -> tuple[str, ...]:
    """Return the stems, or every word of a name that is made of nothing else but fillers."""
    return stems(text) or tuple(word for word in map(_singular, _words(text)) if word not in BARE)


def _words(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", bare))


def _singular(word: str) -> str:
    """Cut a plural ending. Not grammar: both sides of a comparison are cut the same way."""
    if len(word) <= 3:
        return word
    stem = word if word.endswith("ss") else word.removesuffix("s")
    stem = stem.removesuffix("e")
    return stem[:-1] + "i" if stem.endswith("y") else stem


def _names(area: AreaName) -> set[tuple[str, ...]]:
    called = (area.slug, area.name_en, area.name_es, *area.synonyms.split(","))
    return {words for words in map(_telling, called) if words}


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


BARE = frozenset(
    _words(
        "a al con cual de del e el en es esa ese esta este la las le lo los me mi nos o para por"
        " que se su tu un una y about an and are at do for have i in is me my of on or our s should"
        " that the there this to we whom with you your"
    )
)
"""Words that name nothing in either language."""

ASKING = frozenset(
    _words(
        "quien quienes doliente dolientes responsable responsables encargado encargada encargados"
        " dueno duena who whose whom owner owners responsible"
    )
)
"""Words that ask for a person."""

FILLERS = (
    BARE
    | ASKING
    | frozenset(
        _words(
            "area areas atiende atienden ayuda busco cargo cosas cuestiones debo encarga encargan"
            " favor hablar hablo hace hacen lleva llevan maneja manejan necesito pedir pedirle pide"
            " pido preguntar preguntarle pregunto puedo responde responden responsabilidad sabe"
            " tema temas tengo toca ve"
            " after anybody anyone ask asked asking can care charge contact does handle handles"
            " handling knows look looks manage manages need owning owns person please run running"
            " runs somebody someone take takes talk"
        )
    )
)
"""Words around an area's name in a question: "who takes care of", "a quién le pregunto por"."""

STARTING_AREAS: tuple[tuple[PartyKind, AreaName], ...] = (
    (
        PartyKind.MARKETING,
        AreaName(
            "content",
            "Content",
            "Contenido",
            "blog, artículos, articles, copy, copywriting, redacción, textos, writing, boletín,"
            " newsletter, ebook, guías, guides, casos de éxito, case studies",
            "Articles, guides and newsletters: what is written and when it comes out.",
            "Artículos, guías y boletines: qué se escribe y cuándo sale.",
        ),
    ),
    (
        PartyKind.MARKETING,
        AreaName(
            "seo",
            "SEO",
            "SEO",
            "posicionamiento, buscadores, Google, search engines, search, búsqueda orgánica,"
            " tráfico orgánico, organic traffic, palabras clave, keywords, optimización SEO",
            "Being found in search engines: keywords, pages and technical health of the site.",
            "Que el sitio se encuentre en los buscadores: palabras clave, páginas y salud técnica.",
        ),
    ),
    (
        PartyKind.MARKETING,
        AreaName(
            "social",
            "Social media",
            "Redes sociales",
            "redes, social, social networks, Instagram, LinkedIn, Facebook, TikTok, Twitter,"
            " YouTube, RRSS, community manager, publicaciones, posts",
            "What is published and answered on social networks.",
            "Lo que se publica y se responde en redes sociales.",
        ),
    ),
    (
        PartyKind.SALES,
        AreaName(
            "follow-up",
            "MQL follow-up",
            "Seguimiento de MQL",
            "seguimiento, follow up, followup, following up, leads, prospectos, prospects,"
            " contactos calificados, calificados, qualified leads, MQL",
            "Contacting every MQL within the agreed window, and saying what came of it.",
            "Contactar cada MQL dentro del plazo acordado y contar en qué quedó.",
        ),
    ),
    (
        PartyKind.SALES,
        AreaName(
            "crm",
            "CRM upkeep",
            "Actualización del CRM",
            "CRM, datos, data, base de datos, database, HubSpot, Salesforce, Pipedrive, Zoho,"
            " registros, records",
            "Stages, amounts and contact details up to date in the CRM.",
            "Etapas, montos y datos de contacto al día en el CRM.",
        ),
    ),
    (
        PartyKind.SALES,
        AreaName(
            "urgent",
            "Urgent client requests",
            "Solicitudes urgentes de clientes",
            "urgencias, urgente, emergencias, emergencies, urgent, soporte, support, quejas,"
            " complaints, reclamos, solicitudes de clientes, client requests",
            "Answering what a client cannot wait for, and keeping them informed.",
            "Responder lo que un cliente necesita ya y mantenerlo informado.",
        ),
    ),
)
"""The six tasks that need an owner from the first day, and whose side answers for each."""
