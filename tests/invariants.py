"""What holds after every story, whatever it was about: the invariants I1, I2, I4 and I5."""

import json
import logging
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Self

from sqlmodel import Session, col, select

from bot.rules.ladder import Fate
from models import Event, Outbox, Request, Step
from tests.shown import Json, texts

OURS = r"!date\^|@[UW][A-Z0-9]+>|#[CG][A-Z0-9]+>"
CONTROL = re.compile(f"<(?!{OURS})")
SECRET = re.compile(r"xox[a-z]-|xapp-|postgresql(\+psycopg)?://\S+:\S+@")
SAID_BY = {"api": "request", "response_url": "request", "ack": "response"}


class ErrorLog(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.name}: {record.getMessage()}\n{record.exc_text or ''}")

    def expect(self, words: str) -> None:
        """One error said this, and it belongs to the story."""
        said = [each for each in self.records if words in each]
        assert said, self.records
        self.records.remove(said[0])

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


def steps_without_an_end(session: Session, standing: Mapping[str, set[str]]) -> list[str]:
    """I1: what was owed for a step stands in Slack, went into another, or visibly did not go.

    ``standing`` maps a conversation to the ``ts`` of the messages in it.
    """
    return [
        f"{step.step} of {step.clock_id}: {[post.state for post in posts] or 'told nobody'}"
        for step in session.exec(select(Step).where(Step.fate == Fate.TOLD.value)).all()
        if not (posts := _posts_of(session, step))
        or not all(_has_ended(session, post, standing) for post in posts)
    ]


def told_after_it_was_handled(session: Session) -> list[str]:
    """I2: what a stopped clock owed, or a closed request asked, was not claimed afterwards."""
    return [*_asked_after_it_was_closed(session), *_told_after_the_stop(session)]


def _told_after_the_stop(session: Session) -> list[str]:
    return [
        f"{post.step} of {clock_id}"
        for clock_id, stopped in _stops(session).items()
        for post in session.exec(select(Outbox).where(Outbox.state == "SENT")).all()
        if str(post.clock_id) == clock_id and post.last_try_at and post.last_try_at > stopped
    ]


def _asked_after_it_was_closed(session: Session) -> list[str]:
    """A request is closed from its last answer or withdrawal on, unless it was asked again."""
    return [
        f"{post.notice} of {request.public_id}"
        for request in session.exec(select(Request).where(Request.state != "open")).all()
        for post in session.exec(
            select(Outbox).where(
                Outbox.subject_id == request.id,
                Outbox.state == "SENT",
                col(Outbox.step).in_(("asked", "unowned")),
            )
        ).all()
        if post.last_try_at
        and post.last_try_at > (request.answered_at or request.withdrawn_at or post.last_try_at)
    ]


def live_tokens(traffic: Iterable[Json]) -> list[str]:
    """I5: nothing the bot said holds a control token or a secret."""
    said = [entry.get(SAID_BY[entry["kind"]]) for entry in traffic if entry["kind"] in SAID_BY]
    shown = [text for each in said for text in texts(_with_blocks(each))]
    return [text for text in shown if CONTROL.search(text) or SECRET.search(text)]


def _with_blocks(said: Json | None) -> object:
    """Blocks and views may travel as text."""
    packed = {"blocks", "view"}
    return {
        name: json.loads(value) if name in packed and isinstance(value, str) else value
        for name, value in (said or {}).items()
    }


def _posts_of(session: Session, step: Step) -> list[Outbox]:
    key = f"{step.clock_id}:{step.generation}:{step.step}:"
    query = select(Outbox).where(col(Outbox.dedupe_key).startswith(key, autoescape=True))
    return list(session.exec(query).all())


def _has_ended(session: Session, post: Outbox, standing: Mapping[str, set[str]]) -> bool:
    match post.state:
        case "SENT":
            return post.ts in standing[str(post.channel)]
        case "MERGED":
            return _has_ended(session, session.get_one(Outbox, post.merged_into), standing)
        case "PENDING":
            return True
        case "CANCELLED":
            return bool(post.reason)
        case state:
            return state == "DEAD"


def _stops(session: Session) -> Mapping[str, datetime]:
    """When each clock was stopped; those that went on after it are left out."""
    stops: dict[str, datetime] = {}
    reopened: set[str] = set()
    for event in session.exec(select(Event)).all():
        clock = str(event.facts.get("clock"))
        if event.kind in ("clock.stopped", "clock.told_late"):
            stops[clock] = event.noticed_at
        elif event.kind in ("clock.reopened", "clock.continued"):
            reopened.add(clock)
    return {clock: at for clock, at in stops.items() if clock not in reopened}
