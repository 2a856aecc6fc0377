"""Making, changing and removing rotas: by the sales lead, told to everybody in them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from bot.notices.rota import RotaSaved
from bot.rules.rights import Action
from bot.rules.rota import (
    DefaultRotaStays,
    RotaChangedMeanwhile,
    RotaDraft,
    check_order,
    check_rota,
)
from bot.usecases.actors import Actor
from bot.usecases.history import record
from bot.usecases.in_turn import one_at_a_time
from bot.usecases.rota.people import sales_of, seats_for
from bot.usecases.rota.rows import (
    Seated,
    columns_of,
    draft_of,
    fill,
    new_rota,
    places_of,
    rota_to_keep,
    rotas_of,
    seat,
)
from bot.usecases.rota.showing import facts_of
from bot.usecases.rota.telling import tell
from bot.usecases.standing import check_right
from models import Rota
from models.base import changed


def add_rota(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    draft: RotaDraft,
    place: int | None = None,
) -> RotaSaved:
    """Make a rota, the ``place``-th to be asked, or the last before the default one.

    Raises ``NotAllowed`` and what ``check_rota``, ``check_order`` and ``seats_for`` refuse.
    """
    check_right(session, Action.KEEP_ROTA, actor=actor, agreement_id=agreement_id)
    one_at_a_time(session, agreement_id)
    check_rota(draft)
    others = [rota for rota in rotas_of(session, agreement_id) if not rota.is_default]
    at = len(others) if place is None else max(0, min(place - 1, len(others)))
    check_order([*map(draft_of, others[:at]), draft, *map(draft_of, others[at:])])
    seated = _seated(session, actor, agreement_id, draft)
    rota = new_rota(
        session, now=now, agreement_id=agreement_id, draft=draft, seated=seated, position=at
    )
    _put_in_order(session, [*others[:at], rota, *others[at:]])
    _record(session, now, actor, rota, "rota_added", seated)
    facts = facts_of(session, now, rota)
    tell(session, now=now, actor=actor, rota=rota, facts=facts, former=())
    return RotaSaved(facts)


def change_rota(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    rota_id: UUID,
    revision: int,
    draft: RotaDraft,
    place: int | None = None,
) -> RotaSaved:
    """Change a rota that still is as it was when ``revision`` was read.

    Saved as it was, nothing happens. Raises ``RotaChangedMeanwhile``, ``NoSuchRota`` and what
    ``add_rota`` raises.
    """
    rota = rota_to_keep(session, actor, rota_id)
    one_at_a_time(session, rota.agreement_id)
    check_rota(draft, is_default=rota.is_default)
    order = _ordered(session, rota, place)
    check_order([draft if each is rota else draft_of(each) for each in order])
    seated = _seated(session, actor, rota.agreement_id, draft)
    former = places_of(session, [rota.id])[rota.id]
    if _is_as_it_was(rota, order, draft_of(rota, former), draft, seated):
        return RotaSaved(facts_of(session, now, rota))
    _claim(session, now, rota, revision)
    fill(rota, draft)
    seat(session, rota, seated)
    _put_in_order(session, order)
    _record(session, now, actor, rota, "rota_changed", seated)
    facts = facts_of(session, now, rota)
    tell(
        session,
        now=now,
        actor=actor,
        rota=rota,
        facts=facts,
        former=[person for _, person in former],
    )
    return RotaSaved(facts)


def remove_rota(session: Session, *, now: datetime, actor: Actor, rota_id: UUID) -> RotaSaved:
    """Remove a rota; its leads go to the next that takes them. Raises ``DefaultRotaStays``."""
    rota = rota_to_keep(session, actor, rota_id)
    if rota.is_default:
        raise DefaultRotaStays
    one_at_a_time(session, rota.agreement_id)
    facts = facts_of(session, now, rota)
    former = places_of(session, [rota.id])[rota.id]
    _claim(session, now, rota, rota.revision)
    rota.removed_at = now
    seat(session, rota, ())
    _record(session, now, actor, rota, "rota_removed", ())
    tell(
        session,
        now=now,
        actor=actor,
        rota=rota,
        facts=None,
        former=[person for _, person in former],
    )
    return RotaSaved(facts, is_removed=True)


def _ordered(session: Session, rota: Rota, place: int | None) -> list[Rota]:
    """Return the named rotas as they would be asked with this one at its ``place``."""
    named = [each for each in rotas_of(session, rota.agreement_id) if not each.is_default]
    if rota.is_default or place is None:
        return named
    others = [each for each in named if each.id != rota.id]
    at = max(0, min(place - 1, len(others)))
    return [*others[:at], rota, *others[at:]]


def _is_as_it_was(
    rota: Rota, order: list[Rota], was: RotaDraft, draft: RotaDraft, seated: Seated
) -> bool:
    in_place = rota.is_default or order.index(rota) == rota.position
    people = [(each.who, each.weight, each.daily_cap, each.open_cap) for each in was.people]
    wanted = [
        (person.slack_id, each.weight, each.daily_cap, each.open_cap) for person, each in seated
    ]
    return in_place and people == wanted and columns_of(was) == columns_of(draft)


def _seated(session: Session, actor: Actor, agreement_id: UUID, draft: RotaDraft) -> Seated:
    sales = sales_of(session, agreement_id)
    return seats_for(session, team_id=actor.team_id, people=draft.people, sales=sales)


def _claim(session: Session, now: datetime, rota: Rota, revision: int) -> None:
    """Of two who change the same revision, one does."""
    claimed = changed(
        session,
        update(Rota)
        .where(col(Rota.id) == rota.id, col(Rota.revision) == revision)
        .values(revision=revision + 1, changed_at=now),
    )
    if not claimed:
        raise RotaChangedMeanwhile
    session.refresh(rota)


def _put_in_order(session: Session, rotas: list[Rota]) -> None:
    for position, rota in enumerate(rotas):
        rota.position = position
        session.add(rota)
    session.flush()


def _record(
    session: Session, now: datetime, actor: Actor, rota: Rota, kind: str, seated: Seated
) -> None:
    record(
        session,
        now=now,
        team_id=actor.team_id,
        agreement_id=rota.agreement_id,
        subject="rota",
        subject_id=rota.id,
        kind=kind,
        actor_id=actor.person_id,
        name=rota.name,
        place=rota.position,
        people="; ".join(
            f"{person.id} {each.weight} {each.daily_cap or '-'} {each.open_cap or '-'}"
            for person, each in seated
        ),
        segments="; ".join(rota.segments),
        languages="; ".join(rota.languages),
        score_from=rota.score_from,
        score_to=rota.score_to,
        falls_through=int(rota.falls_through),
    )
