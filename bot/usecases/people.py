"""The workspace, its people and its channels, as Slack tells of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from models import KnownChannel, Person, Workspace


@dataclass(frozen=True, slots=True)
class Team:
    """The workspace the bot is installed in."""

    team_id: str
    name: str
    bot_user_id: str


@dataclass(frozen=True, slots=True)
class SlackPerson:
    """A member as ``users.list`` tells; a stranger belongs to another workspace."""

    slack_id: str
    name: str
    handle: str = ""
    email: str = ""
    zone: str = "UTC"
    locale: str = "en-US"
    is_deactivated: bool = False
    is_guest: bool = False
    is_stranger: bool = False


@dataclass(frozen=True, slots=True)
class SlackChannel:
    """A channel; ``is_shared`` with another organisation, or about to be."""

    id: str
    name: str
    is_shared: bool = False
    is_archived: bool = False
    is_member: bool = False


def open_workspace(session: Session, *, now: datetime, team: Team) -> None:
    """Keep the workspace everything else belongs to."""
    row = session.get(Workspace, team.team_id)
    if row is None:
        row = Workspace(team_id=team.team_id, name=team.name, created_at=now)
    row.name, row.bot_user_id = team.name, team.bot_user_id
    session.add(row)
    session.flush()


def keep_people(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    people: Sequence[SlackPerson],
    admins: Sequence[str] = (),
) -> None:
    """Add who is new and bring the others up to date; ``admins`` are Slack ids or e-mails.

    Roles hang on our own ids: no name, e-mail or group of Slack's changes what somebody may do.
    """
    rows = session.exec(select(Person).where(Person.team_id == team_id)).all()
    known = {row.slack_id: row for row in rows}
    named = {name.strip().removeprefix("@").casefold() for name in admins}
    for told in people:
        row = known.get(told.slack_id)
        if row is None:
            row = Person(team_id=team_id, slack_id=told.slack_id, name=told.name, seen_at=now)
        _bring_up_to_date(row, told, now)
        names = {told.slack_id.casefold(), told.email.casefold(), told.handle.casefold()} - {""}
        row.is_admin = row.is_admin or bool(names & named)
        session.add(row)
    session.flush()


def keep_channels(
    session: Session, *, now: datetime, team_id: str, channels: Sequence[SlackChannel]
) -> None:
    rows = session.exec(select(KnownChannel).where(KnownChannel.team_id == team_id)).all()
    known = {row.slack_id: row for row in rows}
    for told in channels:
        row = known.get(told.id) or KnownChannel(team_id=team_id, slack_id=told.id, seen_at=now)
        row.name, row.seen_at = told.name, now
        row.is_shared, row.is_archived = told.is_shared, told.is_archived
        row.is_member = told.is_member
        session.add(row)
    session.flush()


def _bring_up_to_date(row: Person, told: SlackPerson, now: datetime) -> None:
    row.name, row.handle, row.email = told.name, told.handle, told.email
    row.zone, row.locale = row.wanted_zone or told.zone, told.locale
    row.is_deactivated, row.is_guest = told.is_deactivated, told.is_guest
    row.is_stranger, row.seen_at = told.is_stranger, now
