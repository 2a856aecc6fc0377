"""Asking who is responsible, in the words anybody would use."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaFacts, WhoAnswer
from bot.rules.responsibilities import find_area
from bot.rules.rights import Action
from bot.rules.terms import PartyKind
from bot.usecases.actors import Actor, leads_of, ref_of
from bot.usecases.responsibilities.rows import areas_of, facts_of, name_of
from bot.usecases.standing import check_right
from models import Responsibility


def who_is(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, area: str
) -> WhoAnswer:
    """Answer who is responsible for ``area``, in the words anybody would use for it.

    ``ask`` names whom to ask: the leads of the side an unowned area belongs to, or of both sides
    when nothing was found.
    """
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    rows = areas_of(session, agreement_id)
    found = find_area(area, [name_of(row) for row in rows.values()])
    hits = [rows[each.slug] for each in found.hits]
    return WhoAnswer(
        asked=area,
        hits=tuple(facts_of(session, now, row) for row in hits),
        nearest=tuple(facts_of(session, now, rows[each.slug]) for each in found.nearest),
        ask=_whom_to_ask(session, agreement_id, hits),
    )


def list_areas(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> tuple[AreaFacts, ...]:
    """Return all areas: marketing's, then sales', each by name."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    return tuple(facts_of(session, now, row) for row in areas_of(session, agreement_id).values())


def _whom_to_ask(
    session: Session, agreement_id: UUID, hits: Sequence[Responsibility]
) -> tuple[PersonRef, ...]:
    unowned = {row.party for row in hits if row.owner_id is None}
    parties = unowned if hits else {PartyKind.MARKETING.value, PartyKind.SALES.value}
    people = [each for party in sorted(parties) for each in leads_of(session, agreement_id, party)]
    return tuple(ref_of(each) for each in people)
