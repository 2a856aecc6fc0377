"""Telling the people of a rota that it changed."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlmodel import Session

from bot.notices.rota import RotaChanged, RotaFacts, RotaLeft
from bot.usecases.actors import Actor
from bot.usecases.clocks.promises import office_of
from bot.usecases.outbox.posts import Post, enqueue_many
from models import Person, Rota


def tell(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    rota: Rota,
    facts: RotaFacts | None,
    former: Collection[Person],
) -> None:
    """Tell everybody in a rota, and who left it, what holds now; not whoever changed it.

    ``facts`` is empty for a rota that was removed. Nothing leaves out of hours.
    """
    opening = office_of(session, rota.agreement_id).next_open(now)
    posts = [
        Post(
            team_id=actor.team_id,
            key=f"rota:{rota.id}:{rota.revision}:{to}",
            to=to,
            notice=notice,
            subject="rota",
            subject_id=rota.id,
            not_before=opening,
        )
        for to, notice in _tellings(actor, rota, facts, former)
        if to != actor.slack_id
    ]
    enqueue_many(session, posts, now=now)


def _tellings(
    actor: Actor, rota: Rota, facts: RotaFacts | None, former: Collection[Person]
) -> Iterator[tuple[str, RotaChanged | RotaLeft]]:
    seats = () if facts is None else facts.seats
    before = {person.slack_id for person in former}
    if facts is not None:
        for seat in seats:
            was_in = seat.person.slack_id in before
            yield seat.person.slack_id, RotaChanged(facts, seat, was_in, actor.ref)
    for gone in before - {seat.person.slack_id for seat in seats}:
        yield gone, RotaLeft(rota.name, actor.ref, is_removed=facts is None)
