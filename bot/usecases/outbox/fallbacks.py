"""What is said instead of a message that cannot be posted, and to whom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices import wire
from bot.notices.digests import AdminNote, CouldNotTell
from bot.rules.terms import PartyKind
from bot.usecases.actors import leads_of
from bot.usecases.outbox.lines import CARRIED, is_readable, lead_in, notice_of
from bot.usecases.outbox.notes import DAILY, tell_admins
from bot.usecases.outbox.posts import Post, as_row, insert_new
from bot.usecases.outbox.readers import (
    admins,
    agreement_about,
    agreements_of,
    is_person,
    name_of,
)
from bot.usecases.outbox.reasons import MENTION, PLAIN
from models import Lead, Outbox, Person, Request

PRAISE = frozenset({"MilestoneReached", "MilestoneUndone", "MilestoneWithdrawn", "DealWon"})
"""Not worth a word to anybody else when it cannot be said where it belongs."""

_FALLBACK = ":fallback:"


def say_plainly(session: Session, *, now: datetime, row: Outbox) -> None:
    """Owe the same message to the same reader as words only."""
    again = as_row(
        Post(
            team_id=row.team_id,
            key=f"{row.dedupe_key}:{PLAIN}",
            to=row.destination,
            notice=notice_of(row),
            subject=row.subject,
            subject_id=row.subject_id,
            clock_id=row.clock_id,
            step=row.step,
            expires_at=row.expires_at,
            urgent=row.urgent,
            thread=row.thread,
            replies_to=row.replies_to,
        ),
        now,
    )
    again["reason"] = PLAIN
    insert_new(session, Outbox, [again])
    for points_at in (Outbox.merged_into, Outbox.replies_to):
        moved = {points_at: again["id"]}
        session.execute(update(Outbox).where(col(points_at) == row.id).values(moved))


def tell_next(session: Session, *, now: datetime, row: Outbox, code: str) -> None:
    """Owe the next person in line a plain word about it: owner, then their lead, then admin.

    What somebody asked by name in a channel concerns nobody but those who read there.
    """
    if row.subject == MENTION:
        return
    if not is_person(row.destination):
        name = name_of(session, team_id=row.team_id, to=row.destination)
        note = AdminNote("dead", 1, name)
        tell_admins(
            session, now=now, team_id=row.team_id, note=note, about=row.destination, every=DAILY
        )
    if row.notice in PRAISE or row.notice == AdminNote.__name__:
        return
    root, _, tried = row.dedupe_key.partition(_FALLBACK)
    told = _told_already(session, root)
    for reader, is_admin in _in_line(session, row):
        if reader.slack_id not in told:
            word = _word(session, row, code, names_lead=not is_admin)
            key = f"{root}{_FALLBACK}{int(tried or 0) + 1}"
            insert_new(session, Outbox, [as_row(_about(row, key, reader, word), now)])
            return


def _in_line(session: Session, row: Outbox) -> Iterator[tuple[Person, bool]]:
    """Yield those who could be told instead, and whether as admins, who may not see leads."""
    owner = _owner(session, row)
    if owner is not None:
        yield owner, False
    for agreement_id in _agreements(session, row):
        for lead in leads_of(session, agreement_id, _party(session, row)):
            yield lead, False
    for admin in admins(session, row.team_id):
        yield admin, True


def _word(session: Session, row: Outbox, code: str, *, names_lead: bool) -> CouldNotTell:
    if row.notice == CouldNotTell.__name__:
        said = wire.load(CouldNotTell, row.facts)
        return said if names_lead else replace(said, lead=None)
    names_one = names_lead and row.notice in CARRIED and is_readable(row)
    lead = lead_in(notice_of(row)) if names_one else None
    reader = name_of(session, team_id=row.team_id, to=row.destination)
    return CouldNotTell(reader, row.notice, lead, code)


def _about(row: Outbox, key: str, reader: Person, word: CouldNotTell) -> Post:
    """A word about a clock's step is needed as long as the step; any other word always is."""
    if row.clock_id is None:
        return Post(row.team_id, key, reader.slack_id, word)
    return Post(
        team_id=row.team_id,
        key=key,
        to=reader.slack_id,
        notice=word,
        subject=row.subject,
        subject_id=row.subject_id,
        clock_id=row.clock_id,
        step=row.step,
    )


def _told_already(session: Session, root: str) -> set[str]:
    query = select(Outbox.destination).where(
        col(Outbox.dedupe_key).startswith(root, autoescape=True)
    )
    return set(session.exec(query).all())


def _owner(session: Session, row: Outbox) -> Person | None:
    owned = _owned(session, row)
    return None if owned is None or owned.owner_id is None else session.get(Person, owned.owner_id)


def _party(session: Session, row: Outbox) -> str:
    owned = _owned(session, row)
    return owned.party if isinstance(owned, Request) else PartyKind.SALES


def _owned(session: Session, row: Outbox) -> Lead | Request | None:
    if row.subject_id is None:
        return None
    if row.subject == "request":
        return session.get(Request, row.subject_id)
    return session.get(Lead, row.subject_id) if row.subject == "lead" else None


def _agreements(session: Session, row: Outbox) -> list[UUID]:
    meant = None if row.subject_id is None else agreement_about(session, row.subject_id)
    if meant is not None:
        return [meant]
    found = agreements_of(session, team_id=row.team_id, to=row.destination)
    return [agreement.id for agreement in found]
