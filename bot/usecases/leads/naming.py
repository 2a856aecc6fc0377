"""A lead named at the start of what was typed, with more words after it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from bot.rules.phrases.text import normalised
from bot.rules.public_id import PREFIX, as_public_id
from bot.rules.refusals import WhichLead
from bot.rules.rights import Action, may
from bot.usecases.actors import Actor, Part, part_of
from bot.usecases.leads.finding import Sight, sight_of
from bot.usecases.standing import standing_of, stands_in_for
from models import Lead

MOST_WORDS = 8
MOST_LEADS = 200
MOST_LETTERS = 200
CHOICES = 10
AROUND = " \t\n,;:-\u2013\u2014\u00b7"
SHORT = 4
COMMON = frozenset({"they", "this", "that", "with", "from", "when", "client"}).union(
    {"para", "pero", "este", "esta", "como", "cuando", "cliente"}
)
"""Words that begin a sentence more often than the name of a company."""


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name a lead, ready for ``find_lead``, and the words after them.

    ``lead`` is empty where the beginning names none.
    """

    lead: str
    rest: str


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The first words of what was typed, how they compare, and what follows them."""

    said: str
    plain: str
    rest: str
    is_all: bool


def lead_at_start(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, text: str
) -> Named:
    """Split what was typed after the longest beginning that names a lead the actor can see.

    An id or a whole name counts for any lead; the first words of a name only for an open lead the
    actor may act on, unless they are common words. Raises ``WhichLead`` where several go by it.
    """
    part = part_of(session, actor, agreement_id)
    beginnings = list(_beginnings(text))
    if not beginnings:
        return Named("", "")
    head = beginnings[-1]
    if head.said.upper().startswith(PREFIX) and as_public_id(head.said):
        return Named(head.said, head.rest)
    owners = stands_in_for(session, now=now, person_id=actor.person_id, agreement_id=agreement_id)
    leads = _candidates(session, agreement_id, beginnings, owners)
    seen = [each for each in leads if _is_seen(each, actor, part, owners)]
    for beginning in beginnings:
        meant = _meant(seen, beginning, actor, part, owners)
        if len(meant) > 1:
            choices = tuple((lead.public_id, lead.company or lead.name) for lead in meant)
            raise WhichLead(choices[:CHOICES], beginning.said)
        if meant:
            return Named(meant[0].public_id, beginning.rest)
    return Named("", text.strip())


def _beginnings(text: str) -> Iterator[_Beginning]:
    """Yield the beginnings of a text, the longest first; all of it, then at most so many words."""
    ends = [word.end() for word in re.finditer(r"\S+", text)]
    for count in sorted({len(ends), *range(1, min(len(ends), MOST_WORDS) + 1)} - {0}, reverse=True):
        said = text[: ends[count - 1]].strip(AROUND)
        plain = normalised(said)
        if plain:
            rest = text[ends[count - 1] :].strip(AROUND)
            yield _Beginning(said, plain, rest, is_all=count == len(ends))


def _candidates(
    session: Session, agreement_id: UUID, beginnings: Sequence[_Beginning], owners: Collection[UUID]
) -> Sequence[Lead]:
    """Return the leads that may be meant: by their whole name, by its first word, or one's own."""
    first, whole = beginnings[-1].said.lower(), beginnings[0].said.lower()
    said = [beginning.said.lower() for beginning in beginnings]
    is_open = col(Lead.closed_at).is_(None)
    conditions: list[ColumnElement[bool]] = [
        col(Lead.public_id).in_([as_public_id(first) or first]),
        and_(is_open, col(Lead.owner_id).in_(owners)),
    ]
    for name in (func.lower(Lead.name), func.lower(Lead.company), func.lower(Lead.email)):
        begins = or_(
            name.startswith(f"{first} ", autoescape=True), name.startswith(whole, autoescape=True)
        )
        conditions += [name.in_(said), and_(is_open, begins)]
    query = select(Lead).where(Lead.agreement_id == agreement_id, or_(*conditions))
    return session.exec(query.order_by(col(Lead.stored_at).desc()).limit(MOST_LEADS)).all()


def _is_seen(lead: Lead, actor: Actor, part: Part, owners: Collection[UUID]) -> bool:
    covers = lead.owner_id in owners
    return sight_of(lead, actor, part, covers=covers) is not Sight.NONE


def _meant(
    leads: Sequence[Lead], beginning: _Beginning, actor: Actor, part: Part, owners: Collection[UUID]
) -> list[Lead]:
    """Return the leads that go by a beginning: by their whole name, else by the start of it."""
    whole = [lead for lead in leads if _goes_by(lead, beginning)]
    running = [lead for lead in whole if lead.closed_at is None]
    if whole:
        return running or whole
    return [
        lead
        for lead in leads
        if lead.closed_at is None
        and _starts_with(lead, beginning)
        and (beginning.is_all or _may_handle(lead, actor, part, owners))
    ]


def _goes_by(lead: Lead, beginning: _Beginning) -> bool:
    short = as_public_id(beginning.said)
    return lead.public_id == short or beginning.plain in _names(lead)


def _starts_with(lead: Lead, beginning: _Beginning) -> bool:
    if beginning.is_all:
        return any(name.startswith(beginning.plain) for name in _names(lead))
    telling = any(len(word) >= SHORT and word not in COMMON for word in beginning.plain.split())
    return telling and any(name.startswith(f"{beginning.plain} ") for name in _names(lead))


def _may_handle(lead: Lead, actor: Actor, part: Part, owners: Collection[UUID]) -> bool:
    standing = replace(standing_of(actor, part), owns=lead.owner_id in owners)
    return may(Action.HANDLE_LEAD, standing)


def _names(lead: Lead) -> set[str]:
    names = (lead.name, lead.company, lead.email)
    return {normalised(name[:MOST_LETTERS]) for name in names if name}
