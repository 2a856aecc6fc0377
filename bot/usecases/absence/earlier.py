"""What was said of an absence before is kept true: the newer facts, or the line it shrinks to."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.absence import (
    AbsenceFacts,
    AbsenceOffered,
    AbsencePast,
    AbsenceSet,
    AbsenceSetForYou,
    AbsenceUncovered,
    CoverAnswered,
    CoverAsked,
    CoverBegan,
)
from bot.usecases.absence.rows import KIND
from bot.usecases.outbox import enqueue_update, withdraw
from bot.usecases.outbox.lines import notice_of
from models import Outbox, PostState
from models.base import new_id

QUESTION, AGREED, REFUSED = "open question", "question agreed to", "question of no weight"
"""A question to cover waits for its answer, was answered with yes by whoever covers, or neither."""

OF_PERSON = (AbsenceSetForYou.__name__, AbsenceOffered.__name__)
OF_COVER = (AGREED, CoverAnswered.__name__, CoverBegan.__name__)
UNCOVERED = AbsenceUncovered.__name__
EVERY = (*OF_PERSON, *OF_COVER, UNCOVERED)


def tell_it_is_past(session: Session, *, now: datetime, facts: AbsenceFacts, ended: str) -> None:
    """Let every message about an absence say that it is ``over``, or ``taken_back``."""
    _retell(session, now, facts, dict.fromkeys(EVERY, AbsencePast(facts, ended)))


def tell_it_changed(
    session: Session, *, now: datetime, facts: AbsenceFacts, before: AbsenceFacts
) -> None:
    """Let every message say the new dates; who leads the side keeps the leads nobody looks after.

    With the dates as they were, only who covers or was asked to has changed.
    """
    lines: dict[str, object] = {}
    if (facts.starts_at, facts.ends_at) != (before.starts_at, before.ends_at):
        lines = dict.fromkeys((*OF_PERSON, *OF_COVER), AbsencePast(facts, "moved"))
    if facts.cover is not None:
        lines[UNCOVERED] = CoverAnswered(facts, facts.cover, accepted=True)
    _retell(session, now, facts, lines, renewed=(*OF_PERSON, UNCOVERED, QUESTION))


def tell_nobody_covers(session: Session, *, now: datetime, facts: AbsenceFacts) -> None:
    """Let messages that name the cover of ``facts`` say that nobody covers any more."""
    alone = AbsencePast(replace(facts, cover=None), "alone")
    _retell(session, now, facts, dict.fromkeys(OF_COVER, alone))


def tell_the_answer(
    session: Session, *, now: datetime, facts: AbsenceFacts, answer: CoverAnswered
) -> None:
    """Let the question, and every message that said who covers or that nobody does, say this."""
    lines = dict.fromkeys((QUESTION, *OF_COVER), answer)
    renewed = OF_PERSON if answer.accepted else (*OF_PERSON, UNCOVERED)
    if answer.accepted:
        lines[UNCOVERED] = answer
    _retell(session, now, facts, lines, renewed=renewed)


def replace_question(
    session: Session, *, now: datetime, facts: AbsenceFacts, notice: object
) -> None:
    """Let a question that is open no more say ``notice``."""
    _retell(session, now, facts, {QUESTION: notice})


def _retell(
    session: Session,
    now: datetime,
    facts: AbsenceFacts,
    lines: Mapping[str, object],
    renewed: Collection[str] = (),
) -> None:
    for post in _told_about(session, facts.id):
        kind = _kind(post, facts)
        key = f"{post.id}:said:{new_id()}"
        if kind in lines:
            withdraw(session, now=now, post_id=post.id, key=key, notice=lines[kind])
        elif kind in renewed and not post.settled:
            notice = _renewed(post, facts)
            enqueue_update(session, now=now, post_id=post.id, key=key, notice=notice)


def _kind(post: Outbox, facts: AbsenceFacts) -> str:
    if post.notice != CoverAsked.__name__:
        return post.notice
    if not post.settled:
        return QUESTION
    return AGREED if facts.cover and post.destination == facts.cover.slack_id else REFUSED


def _renewed(post: Outbox, facts: AbsenceFacts) -> object:
    """What has buttons that still serve keeps them, with the facts of today."""
    said = notice_of(post)
    if isinstance(said, AbsenceSetForYou | AbsenceUncovered | CoverAsked):
        return replace(said, absence=facts)
    return AbsenceSet(facts, facts.person)


def _told_about(session: Session, absence_id: UUID) -> list[Outbox]:
    # Locked in the order of their ids, as a claim locks them.
    states = (PostState.PENDING, PostState.SENDING, PostState.UNSURE, PostState.SENT)
    statement = (
        select(Outbox)
        .where(
            Outbox.subject == KIND,
            Outbox.subject_id == absence_id,
            Outbox.operation == "post",
            col(Outbox.state).in_(states),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(session.exec(statement).all())
