"""The one gate everything from Slack passes: who acts, from where, and whether they belong here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import BoltContext, BoltResponse
from sqlmodel import Session

from bot.rules.refusals import Refusal, StrangerRefused
from bot.usecases.actors import Actor, AgreementFacts, agreement_for, find_actor
from handlers.doors import Act, Ask, Noticed
from handlers.home import Homes
from handlers.payloads import (
    Json,
    channel_of,
    enterprise_of,
    is_from_a_bot,
    kind_of,
    teams_of,
    text_at,
    user_of,
)
from handlers.visit import Visit

Met = tuple[Actor, datetime, AgreementFacts | Refusal]


@dataclass(frozen=True, slots=True)
class Inside:
    """The workspace behind the gate, and the ways to its use cases."""

    team_id: str
    act: Act
    ask: Ask
    homes: Homes


def gate(act: Act, ask: Ask, homes: Homes) -> Callable[..., BoltResponse | None]:
    """Return the middleware that lets members of the installed workspace in, and nobody else.

    Listeners find ``visit`` in the context, those of events ``inside``: events are told by the
    workspace, not done by a person. Whoever is not in our own table of people is refused.
    """

    def pass_gate(
        body: Json, context: BoltContext, next_: Callable[[], BoltResponse]
    ) -> BoltResponse | None:
        inside = Inside(_home_of(body, context), act, ask, homes)
        context["homes"] = homes
        if kind_of(body) != "event_callback":
            context["visit"] = visit_of(body, inside)
            return next_()
        if is_from_a_bot(body):
            return context.ack()
        context["inside"] = inside
        return next_()

    return pass_gate


def visit_of(body: Json, inside: Inside) -> Visit:
    """Return the visit of whoever acts. Raises ``StrangerRefused``."""
    channel_id = channel_of(body)
    actor, now, meant = inside.ask(
        meet, team_id=inside.team_id, slack_id=user_of(body), channel_id=channel_id
    )
    return Visit(
        actor=actor,
        now=now,
        meant=meant,
        channel_id=channel_id,
        trigger_id=text_at(body, "trigger_id"),
        use_act=Noticed(inside.act),
        use_ask=inside.ask,
        message_ts=text_at(body, "message", "thread_ts") or text_at(body, "message", "ts"),
    )


def meet(session: Session, *, now: datetime, team_id: str, slack_id: str, channel_id: str) -> Met:
    """Return who acts, the moment, and the agreement meant or why there is none."""
    actor = find_actor(session, now=now, team_id=team_id, slack_id=slack_id)
    try:
        return actor, now, agreement_for(session, now=now, actor=actor, channel_id=channel_id)
    except Refusal as refusal:
        return actor, now, refusal


def _home_of(body: Json, context: BoltContext) -> str:
    """Return the installed workspace; refuse what comes from, or names, any other."""
    installed = context.authorize_result
    if installed is None or not installed.team_id:
        raise StrangerRefused
    elsewhere = enterprise_of(body) not in ("", installed.enterprise_id)
    if elsewhere or teams_of(body) != {installed.team_id}:
        raise StrangerRefused
    return installed.team_id
