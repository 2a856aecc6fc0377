"""Telling people of a request: the post everybody reads, and whoever has to answer."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.people import PersonRef
from bot.notices.requests import (
    RequestAsked,
    RequestFacts,
    RequestHandled,
    RequestPosted,
    RequestUnowned,
)
from bot.rules.requests import RequestKind
from bot.usecases.actors import leads_of, ref_of
from bot.usecases.clocks.promises import office_of
from bot.usecases.outbox import enqueue, enqueue_update, settle
from bot.usecases.requests.facts import request_facts
from bot.usecases.requests.team import able_of
from bot.usecases.standing import here_for, here_or_covered
from models import Outbox, Person, Request, Responsibility

RECORDS = frozenset({"RequestPosted", "RequestAnswerPosted", "RequestReplied", "RequestSeen"})
"""What stays as it was said; only an answer that was not one loses its button."""


def post_request(session: Session, *, now: datetime, request: Request) -> None:
    """Owe the post that the whole channel reads, under the message it was made from if any."""
    enqueue(
        session,
        now=now,
        team_id=request.team_id,
        key=f"request:{request.id}:post",
        to=request.channel_id,
        notice=RequestPosted(request_facts(session, request)),
        subject="request",
        subject_id=request.id,
        thread=request.thread,
    )


def post_of(session: Session, request: Request) -> UUID | None:
    """Return the post of a request; its words alone, where Slack refused the rest."""
    return session.exec(
        select(Outbox.id)
        .where(
            Outbox.subject_id == request.id,
            Outbox.notice == RequestPosted.__name__,
            Outbox.operation == "post",
        )
        .order_by(col(Outbox.created_at).desc())
    ).first()


def refresh_post(session: Session, *, now: datetime, request: Request) -> RequestFacts:
    """Bring the channel's post up to date; return the facts it now says."""
    request.revision += 1
    session.add(request)
    facts = request_facts(session, request)
    post_id = post_of(session, request)
    if post_id is not None:
        key = f"{post_id}:r{request.revision}"
        enqueue_update(session, now=now, post_id=post_id, key=key, notice=RequestPosted(facts))
    return facts


def shrink(session: Session, *, now: datetime, request: Request, done: str, by: PersonRef) -> None:
    """Turn what was told about a request into one line that says who did what and when."""
    handled = RequestHandled(request_facts(session, request), done, by, now)
    kept = RECORDS - {"RequestReplied"} if done == "reopened" else RECORDS
    settle(session, now=now, subject_id=request.id, notice=handled, but=kept)


def ask_owner(
    session: Session,
    *,
    now: datetime,
    request: Request,
    by: PersonRef | None = None,
    reopened: str = "",
) -> None:
    """Ask whoever has to answer; with nobody there, the leads of the side are told at once."""
    session.flush()
    facts = request_facts(session, request)
    able = able_of(session, now=now, agreement_id=request.agreement_id, party=request.party)
    answering = _answering(session, now, request)
    if answering is None:
        notice = RequestUnowned(facts, able, reopened)
        for person in _leaders(session, now, request):
            _owe(session, now, request, person, notice, "unowned", not_before=now)
        return
    covers = _covered(session, request, answering) if by is None else None
    could = tuple(person for person in able if person.id != answering.id)
    asked = RequestAsked(facts, covers, could, by, reopened)
    opening = _opening(session, now, request)
    _owe(session, now, request, answering, asked, "asked", not_before=opening)


def _answering(session: Session, now: datetime, request: Request) -> Person | None:
    """Return who has to answer now: the owner, their cover, else who answers for the area."""
    if request.owner_id is None:
        return None
    area = session.get_one(Responsibility, request.area_id)
    people = (request.owner_id, area.owner_id, area.backup_id)
    return here_for(session, now=now, agreement_id=request.agreement_id, people=people)


def _leaders(session: Session, now: datetime, request: Request) -> list[Person]:
    leaders = leads_of(session, request.agreement_id, request.party)
    return here_or_covered(session, now=now, people=leaders, agreement_id=request.agreement_id)


def _owe(
    session: Session,
    now: datetime,
    request: Request,
    person: Person,
    notice: RequestAsked | RequestUnowned,
    step: str,
    *,
    not_before: datetime,
) -> None:
    enqueue(
        session,
        now=now,
        team_id=request.team_id,
        key=f"request:{request.id}:{step}:{request.revision}:{person.slack_id}",
        to=person.slack_id,
        notice=notice,
        subject="request",
        subject_id=request.id,
        step=step,
        not_before=not_before,
        urgent=request.kind == RequestKind.URGENT,
    )


def _opening(session: Session, now: datetime, request: Request) -> datetime:
    """What is urgent is told at any hour, the rest when people work."""
    if request.kind == RequestKind.URGENT:
        return now
    return office_of(session, request.agreement_id).next_open(now)


def _covered(session: Session, request: Request, answering: Person) -> PersonRef | None:
    """Return the owner of the request, else of its area, when somebody else has to answer."""
    area = session.get_one(Responsibility, request.area_id)
    owners = (request.owner_id, area.owner_id)
    absent = next((each for each in owners if each and each != answering.id), None)
    return ref_of(session.get(Person, absent)) if absent else None
