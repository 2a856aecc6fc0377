"""Asking who is responsible, in the words anybody would use."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.people import PersonRef
from bot.notices.responsibilities import AreaBoard, AreaFacts, PersonAreas, WhoAnswer
from bot.rules.phrases.text import EDGES
from bot.rules.responsibilities import find_area
from bot.rules.rights import Action, Standing, may
from bot.rules.terms import PartyKind
from bot.usecases.actors import Actor, find_person, leads_of, ref_of
from bot.usecases.refusing import check_naming
from bot.usecases.responsibilities.rows import area_of, areas_of, facts_of, name_of
from bot.usecases.standing import check_right, standing_in
from models import Responsibility

BOTH_SIDES = frozenset({PartyKind.MARKETING.value, PartyKind.SALES.value})


def who_is(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, area: str
) -> WhoAnswer:
    """Answer who is responsible for ``area``, in the words anybody would use for it.

    ``ask`` names whom to ask: the leads of the side an unowned area belongs to, or of both sides
    when nothing was found.
    """
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    rows, area = areas_of(session, agreement_id), area.strip(f" {EDGES}") or area
    found = find_area(area, [name_of(row) for row in rows.values()])
    hits = [rows[each.slug] for each in found.hits]
    if hits:
        return _answer(session, now, actor, area, hits)
    nearest = tuple(facts_of(session, now, rows[each.slug]) for each in found.nearest)
    return WhoAnswer(area, (), nearest, _whom_to_ask(session, agreement_id, BOTH_SIDES))


def areas_of_person(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, person: str
) -> PersonAreas:
    """Return what one person answers for in an agreement, now. Raises ``NoSuchPerson``."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    meant = ref_of(find_person(session, team_id=actor.team_id, text=person))
    areas = list_areas(session, now=now, actor=actor, agreement_id=agreement_id)
    owned = tuple(area for area in areas if area.owner == meant)
    covered = tuple(area for area in areas if area.cover == meant)
    others = tuple(area for area in areas if area.backup == meant and area not in covered)
    return PersonAreas(meant, owned, covered, others)


def show_area(session: Session, *, now: datetime, actor: Actor, area_id: UUID) -> WhoAnswer:
    """Answer who is responsible for one area. Raises ``AreaGone``, ``NotAllowed``."""
    row = area_of(session, actor, area_id)
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=row.agreement_id)
    return _answer(session, now, actor, row.slug, [row])


def list_areas(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> tuple[AreaFacts, ...]:
    """Return all areas: marketing's, then sales', each by name."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    return tuple(facts_of(session, now, row) for row in areas_of(session, agreement_id).values())


def area_board(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> AreaBoard:
    """Return all areas as one reader sees them: with whom to ask, or that it is theirs to give."""
    areas = list_areas(session, now=now, actor=actor, agreement_id=agreement_id)
    unowned = {area.party for area in areas if area.owner is None}
    standing = _giving(session, actor, agreement_id)
    return AreaBoard(
        areas, may(Action.GIVE_AREA, standing), _whom_to_ask(session, agreement_id, unowned)
    )


def may_give_areas(session: Session, *, now: datetime, actor: Actor, agreement_id: UUID) -> None:
    """Raise ``NotAllowed`` before anybody fills in a form in vain."""
    del now
    standing = _giving(session, actor, agreement_id)
    check_naming(session, Action.GIVE_AREA, standing, agreement_id=agreement_id)


def _giving(session: Session, actor: Actor, agreement_id: UUID) -> Standing:
    """Return the actor's standing towards the areas of their own side."""
    standing = standing_in(session, actor=actor, agreement_id=agreement_id)
    return replace(standing, of_party=standing.party)


def may_give(session: Session, actor: Actor, row: Responsibility) -> bool:
    """Say whether an area's owner is the actor's to choose."""
    standing = standing_in(session, actor=actor, agreement_id=row.agreement_id, of_party=row.party)
    return may(Action.GIVE_AREA, standing)


def _answer(
    session: Session, now: datetime, actor: Actor, asked: str, rows: Sequence[Responsibility]
) -> WhoAnswer:
    hits = tuple(facts_of(session, now, row) for row in rows)
    unowned = {row.party for row, each in zip(rows, hits, strict=True) if each.owner is None}
    return WhoAnswer(
        asked=asked,
        hits=hits,
        nearest=(),
        ask=_whom_to_ask(session, rows[0].agreement_id, unowned),
        may_change=len(rows) == 1 and may_give(session, actor, rows[0]),
    )


def _whom_to_ask(
    session: Session, agreement_id: UUID, parties: Collection[str]
) -> tuple[PersonRef, ...]:
    people = [each for party in sorted(parties) for each in leads_of(session, agreement_id, party)]
    return tuple(ref_of(each) for each in people)
