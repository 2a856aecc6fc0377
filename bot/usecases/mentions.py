"""Answering whoever asks the bot by name in a channel: totals and owners, never leads."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.notices.mentions import MentionElsewhere, MentionHelp, MentionRefused
from bot.notices.responsibilities import AreaList
from bot.notices.status import StatusShared
from bot.rules.mentions import Question
from bot.rules.refusals import Refusal, WhichAgreement
from bot.rules.status_words import check_period
from bot.rules.words import Word
from bot.usecases.actors import Actor, agreement_for, find_actor
from bot.usecases.outbox import enqueue
from bot.usecases.outbox.reasons import MENTION
from bot.usecases.responsibilities import list_areas, who_is
from bot.usecases.status import status
from models import Agreement


def answer_mention(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    slack_id: str,
    channel_id: str,
    ts: str,
    thread: str,
    question: Question | None,
) -> None:
    """Answer the message ``ts`` in its thread; a refusal is an answer too."""
    enqueue(
        session,
        now=now,
        team_id=team_id,
        key=f"mention:{channel_id}:{ts}",
        to=channel_id,
        notice=_answer(session, now, team_id, slack_id, channel_id, question),
        subject=MENTION,
        thread=thread,
    )


def _answer(
    session: Session,
    now: datetime,
    team_id: str,
    slack_id: str,
    channel_id: str,
    question: Question | None,
) -> object:
    try:
        actor = find_actor(session, now=now, team_id=team_id, slack_id=slack_id)
        agreement = _meant(session, now, actor, channel_id)
        if channel_id not in (agreement.channel_id, agreement.celebration_channel_id):
            return MentionElsewhere(agreement.name, agreement.channel_id)
        return _said(session, now, actor, agreement, question)
    except Refusal as refusal:
        return MentionRefused(type(refusal).__name__)


def _meant(session: Session, now: datetime, actor: Actor, channel_id: str) -> Agreement:
    """Return the channel's agreement, else one of the actor's; of several, the first by name."""
    try:
        found = agreement_for(session, now=now, actor=actor, channel_id=channel_id)
    except WhichAgreement as several:
        found = agreement_for(session, now=now, actor=actor, named=several.names[0])
    return session.get_one(Agreement, found.id)


def _said(
    session: Session, now: datetime, actor: Actor, agreement: Agreement, question: Question | None
) -> object:
    """What everybody may read: buttons of whoever asked are left out, late leads too."""
    if question is None or question.word is Word.HELP:
        return MentionHelp(understood=question is not None)
    if question.word is Word.STATUS:
        check_period(question.rest)
        totals = status(session, now=now, actor=actor, agreement_id=agreement.id)
        return StatusShared(replace(totals, late=(), late_seen=0), actor.slack_id)
    if not question.rest:
        return AreaList(list_areas(session, now=now, actor=actor, agreement_id=agreement.id))
    found = who_is(session, now=now, actor=actor, agreement_id=agreement.id, area=question.rest)
    return replace(found, may_change=False)
