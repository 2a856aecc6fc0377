"""Something asked of an area: of what kind, for whom, and what may come of it."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.phrases.text import pieces
from bot.rules.refusals import Refusal
from bot.rules.responsibilities import BARE, AreaName, find_area
from bot.rules.terms import Stage
from bot.rules.vocabulary import Names, Vocabulary
from bot.rules.worktime import Schedule

LONGEST_REQUEST = 1_000
LONGEST_ANSWER = 1_000
LONGEST_CLIENT = 80


class RequestKind(StrEnum):
    """An urgent client request, a piece of work to deliver, or something to know."""

    URGENT = "urgent"
    ASSET = "asset"
    INFORMATION = "information"


class RequestState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed, taken apart; ``client`` is whom they ask for, where they said so."""

    text: str
    kind: RequestKind
    client: str = ""


class NoAreaYet(Refusal):
    """Something is asked of an area, and the agreement has none."""


@dataclass
class NoSuchRequest(Refusal):
    """Absent, or of an agreement the reader has no part in: the same words for both."""

    text: str


@dataclass
class RequestAnswered(Refusal):
    """Somebody was quicker, or it was long done."""

    public_id: str
    by: str


@dataclass
class RequestWithdrawn(Refusal):
    """Whoever asked does not need it any more."""

    public_id: str


@dataclass
class RequestStillOpen(Refusal):
    """Only an answer can be other than what was asked."""

    public_id: str


@dataclass
class ReopenTooLate(Refusal):
    """An answer stands once a working day has passed."""

    public_id: str


@dataclass
class CannotAnswer(Refusal):
    """The person is away or left, so nothing can be passed to them."""

    name: str


@dataclass
class AlreadyTheirs(Refusal):
    """It is with this person already."""

    public_id: str
    owner: str


def read_request(text: str) -> Asked:
    """Take a typed request apart: "urgent: the portal is down", "brochure, pedido por Acme".

    A kind before a colon is the kind; else the words of the text tell, and what has none asks for
    information. Words that name a kind and nothing else, such as "urgent, please", ask for nothing
    yet. Raises ``TooLong``.
    """
    said, client = _split_client(" ".join(text.split()))
    label, colon, rest = said.partition(":")
    named = KINDS.at_start(label) if colon else None
    if named is not None and not named.rest:
        return Asked("" if _is_only_a_kind(rest) else rest.strip(), named.meaning, client)
    return Asked("" if _is_only_a_kind(said) else said, _kind_of(said), client)


def area_asked(asked: Asked, areas: Sequence[AreaName]) -> tuple[AreaName, ...]:
    """Return the areas a request names. Its kind counts only where nothing else does.

    "Urgent" is the name of an area as well: "urgent, the SEO report" is asked of SEO.
    """
    plain = " ".join(word for word in asked.text.split() if KINDS.at_start(word) is None)
    for said in (plain, asked.text, asked.kind.value):
        if hits := find_area(said, areas).hits:
            return hits
    return ()


def stage_of(kind: RequestKind, promised: Container[str]) -> Stage | None:
    """Return the window that holds for a kind: its own, else that of all requests, if agreed."""
    return next((stage for stage in (_OWN[kind], Stage.REQUEST) if stage in promised), None)


def reopens_until(hours: Schedule, answered_at: datetime, *, working_day: timedelta) -> datetime:
    """Return until when whoever asked may call an answer another than the one asked for."""
    return hours.add(answered_at, working_day)


def _kind_of(text: str) -> RequestKind:
    for kind, words in _TELLING.items():
        if words.last_in(text) is not None:
            return kind
    return RequestKind.INFORMATION


def _is_only_a_kind(text: str) -> bool:
    """Say whether a text has nothing but the name of a kind; a brochure is what is asked for."""
    kind = _kind_of(text)
    rest = [piece.plain for piece in pieces(text) if KINDS.at_start(piece.plain) is None]
    return kind is not RequestKind.ASSET and PLEASE.issuperset(rest)


def _split_client(text: str) -> tuple[str, str]:
    found = _FOR.search(text)
    if found is None:
        return text, ""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip(" ,;:")
    return f"{before} {after}".strip(), found[1].strip()


_FOR = re.compile(
    r"[\s,;(]*\b(?:pedido por|de parte de|on behalf of|asked by)\s+"
    r"((?:[^,.;:()]|\.(?=\w)){1,80})[.)]?",
    re.IGNORECASE,
)
_OWN = {
    RequestKind.URGENT: Stage.URGENT_REQUEST,
    RequestKind.ASSET: Stage.ASSET_REQUEST,
    RequestKind.INFORMATION: Stage.INFORMATION_REQUEST,
}
PLEASE = BARE | {"please", "favor"}
_URGENT = Names("urgent|urgently|asap|emergency", "urgente|urgencia|emergencia|de urgencia")
_ASSET = Names(
    "asset|brochure|flyer|banner|logo|deck|slides|presentation|one pager|case study|landing page"
    "|video|design|artwork|catalogue|catalog|template|infographic",
    "pieza|material|volante|folleto|afiche|presentación|diseño|plantilla|infografía|catálogo"
    "|caso de éxito|diapositiva",
)
_INFORMATION = Names("information|info|question", "información|pregunta|duda|consulta")
KINDS: Vocabulary[RequestKind] = Vocabulary(
    {
        RequestKind.URGENT: _URGENT,
        RequestKind.ASSET: _ASSET,
        RequestKind.INFORMATION: _INFORMATION,
    }
)
_TELLING = {
    RequestKind.URGENT: Vocabulary({RequestKind.URGENT: _URGENT}),
    RequestKind.ASSET: Vocabulary({RequestKind.ASSET: _ASSET}),
}
"""Of two kinds a text speaks of, the first is meant: an urgent brochure is urgent."""
