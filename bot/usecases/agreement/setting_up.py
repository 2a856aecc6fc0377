"""Setting up an agreement: once, by somebody with the right, told to its channel."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, select

from bot.notices.agreements import AgreementSetUp, AgreementStarted
from bot.rules.agreement import ChannelTaken, NameTaken, SetupFacts, check, check_sides
from bot.rules.rights import Action, Standing
from bot.rules.rights import check as check_standing
from bot.usecases.actors import Actor
from bot.usecases.agreement.people import people_of, sides_of
from bot.usecases.agreement.storing import fingerprint, store
from bot.usecases.agreement.terms import terms_of
from bot.usecases.history import record
from bot.usecases.outbox import enqueue
from bot.usecases.weekly import plan_week
from models import Agreement, Event, Membership, Role

SET_UP = "agreement_set_up"


def set_up_agreement(
    session: Session, *, now: datetime, actor: Actor, facts: SetupFacts
) -> AgreementSetUp:
    """Set up an agreement and tell its channel who did; the same facts again change nothing.

    The bot's admins may, and the leads of an agreement that is there already. Raises
    ``NotAllowed``, ``NoSuchPeople``, ``NameTaken``, ``ChannelTaken``, and what ``check``,
    ``check_sides`` and ``national_holidays`` refuse.
    """
    former = _already_there(session, actor.team_id, facts)
    _check_right(session, actor, former)
    check(facts)
    people = people_of(session, actor.team_id, facts)
    check_sides(sides_of(people))
    signature = fingerprint(facts, people)
    if former is not None:
        _check_same(session, former, facts, signature)
        return _answer(session, now, former, is_new=False)
    agreement = store(session, now=now, actor=actor, facts=facts, people=people)
    plan_week(session, now=now, agreement_id=agreement.id)
    _remember(session, now, actor, agreement, signature)
    _announce(session, now, actor, agreement)
    return _answer(session, now, agreement, is_new=True)


def _already_there(session: Session, team_id: str, facts: SetupFacts) -> Agreement | None:
    """Return the agreement of this name, else the one that works in this channel."""
    of_team = select(Agreement).where(Agreement.team_id == team_id)
    by_channel = session.exec(of_team.where(Agreement.channel_id == facts.channel.id)).first()
    name = " ".join(facts.name.split())
    same_name = func.lower(Agreement.name) == name.lower()
    return session.exec(of_team.where(same_name)).first() or by_channel


def _check_right(session: Session, actor: Actor, former: Agreement | None) -> None:
    part = _part(session, actor, former) if former else None
    standing = Standing(
        party=part.party if part else "",
        is_lead=part is not None and part.role == Role.LEAD,
        is_admin=actor.is_admin,
    )
    check_standing(Action.SET_UP, standing)


def _part(session: Session, actor: Actor, agreement: Agreement) -> Membership | None:
    return session.exec(
        select(Membership).where(
            Membership.agreement_id == agreement.id, Membership.person_id == actor.person_id
        )
    ).one_or_none()


def _check_same(session: Session, former: Agreement, facts: SetupFacts, signature: str) -> None:
    """What is agreed is changed by proposals, not by setting up again with other facts."""
    events = session.exec(
        select(Event).where(Event.subject_id == former.id, Event.kind == SET_UP)
    ).all()
    if any(event.facts.get("fingerprint") == signature for event in events):
        return
    if former.channel_id == facts.channel.id:
        raise ChannelTaken(facts.channel.name or facts.channel.id, former.name)
    raise NameTaken(former.name)


def _remember(
    session: Session, now: datetime, actor: Actor, agreement: Agreement, signature: str
) -> None:
    record(
        session,
        now=now,
        team_id=actor.team_id,
        agreement_id=agreement.id,
        subject="agreement",
        subject_id=agreement.id,
        kind=SET_UP,
        actor_id=actor.person_id,
        fingerprint=signature,
        version=agreement.version,
    )


def _announce(session: Session, now: datetime, actor: Actor, agreement: Agreement) -> None:
    enqueue(
        session,
        now=now,
        team_id=actor.team_id,
        key=f"agreement:{agreement.id}:started",
        to=agreement.channel_id,
        notice=AgreementStarted(terms_of(session, now, agreement), actor.ref),
        subject="agreement",
        subject_id=agreement.id,
    )


def _answer(
    session: Session, now: datetime, agreement: Agreement, *, is_new: bool
) -> AgreementSetUp:
    return AgreementSetUp(
        agreement_id=agreement.id,
        channel_id=agreement.channel_id,
        terms=terms_of(session, now, agreement),
        is_new=is_new,
    )
