"""The workspace, its people and its channels, as Slack tells of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.agreement import ChannelUnknown
from bot.rules.directory import SlackChannel, SlackPerson, Team
from bot.usecases.absence import offer_absence
from bot.usecases.actors import Actor
from bot.usecases.departures import mark_as_left, note_return
from bot.usecases.leaving import tell_what_is_orphaned
from models import Agreement, KnownChannel, Membership, Person, Preference, Workspace

Stretch = tuple[datetime, datetime]

__all__ = [
    "SlackChannel",
    "SlackPerson",
    "Team",
    "keep_channels",
    "keep_people",
    "keep_silences",
    "known_channel",
    "note_channel",
    "open_workspace",
    "whose_silence",
]


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
    named = {name.strip().casefold() for name in admins}
    for told in people:
        row = known.get(told.slack_id)
        if row is None:
            row = Person(team_id=team_id, slack_id=told.slack_id, name=told.name, seen_at=now)
        elif told.is_deactivated and mark_as_left(session, now=now, person=row):
            tell_what_is_orphaned(session, now=now, person=row)
        elif row.is_deactivated and not told.is_deactivated:
            note_return(session, now=now, person=row)
        _bring_up_to_date(row, told, now)
        # Not by handle: anybody can take a free one.
        names = {told.slack_id.casefold(), told.email.casefold()} - {""}
        row.is_admin = row.is_admin or bool(names & named)
        session.add(row)
        offer_absence(session, now=now, person=row, status=told.status)
    session.flush()


def whose_silence(session: Session, *, now: datetime, team_id: str) -> tuple[str, ...]:
    """Return the Slack ids of those who are ever reminded: whoever has a part in an agreement."""
    del now
    members = select(Membership.person_id)
    return tuple(
        session.exec(
            select(Person.slack_id)
            .where(
                Person.team_id == team_id,
                col(Person.is_deactivated).is_(False),
                col(Person.id).in_(members),
            )
            .order_by(Person.slack_id)
        ).all()
    )


def keep_silences(
    session: Session, *, now: datetime, team_id: str, silences: Mapping[str, Stretch | None]
) -> None:
    """Keep each person's next do-not-disturb window, by Slack id, or that there is none."""
    del now
    rows = session.exec(
        select(Person.slack_id, Person.id).where(
            Person.team_id == team_id, col(Person.slack_id).in_(silences)
        )
    )
    for slack_id, person_id in rows.all():
        told, row = silences[slack_id], session.get(Preference, person_id)
        if row is None and told is not None:
            row = Preference(person_id=person_id)
        if row is not None:
            row.silent_from, row.silent_until = told or (None, None)
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
        _rename_in_agreements(session, team_id, told.id, told.name)
    session.flush()


def note_channel(
    session: Session,
    *,
    now: datetime,
    team_id: str,
    channel_id: str,
    name: str | None = None,
    is_shared: bool | None = None,
    is_archived: bool | None = None,
) -> None:
    """Keep what an event told of a channel; an agreement's channel keeps its name with it."""
    row = session.exec(
        select(KnownChannel).where(
            KnownChannel.team_id == team_id, KnownChannel.slack_id == channel_id
        )
    ).one_or_none() or KnownChannel(team_id=team_id, slack_id=channel_id, seen_at=now)
    row.seen_at = now
    row.name = row.name if name is None else name
    row.is_shared = row.is_shared if is_shared is None else is_shared
    row.is_archived = row.is_archived if is_archived is None else is_archived
    session.add(row)
    if name is not None:
        _rename_in_agreements(session, team_id, channel_id, name)


def known_channel(
    session: Session, *, now: datetime, actor: Actor, channel_id: str
) -> SlackChannel:
    """Return a channel as Slack last told of it.

    Raises ``ChannelUnknown``: who reads a channel the bot does not see, nobody can tell.
    """
    del now
    row = session.exec(
        select(KnownChannel).where(
            KnownChannel.team_id == actor.team_id, KnownChannel.slack_id == channel_id
        )
    ).one_or_none()
    if row is None or row.is_archived:
        raise ChannelUnknown
    return SlackChannel(row.slack_id, row.name, row.is_shared, row.is_archived, row.is_member)


def _rename_in_agreements(session: Session, team_id: str, channel_id: str, name: str) -> None:
    for agreement in session.exec(select(Agreement).where(Agreement.team_id == team_id)):
        if agreement.channel_id == channel_id:
            agreement.channel_name = name
        if agreement.celebration_channel_id == channel_id:
            agreement.celebration_channel_name = name
        session.add(agreement)


def _bring_up_to_date(row: Person, told: SlackPerson, now: datetime) -> None:
    row.name, row.handle, row.email = told.name, told.handle, told.email
    row.zone, row.locale = row.wanted_zone or told.zone, told.locale
    row.is_deactivated, row.is_guest = told.is_deactivated, told.is_guest
    row.is_stranger, row.seen_at = told.is_stranger, now
