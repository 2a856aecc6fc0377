"""Filing a request: to which area, with which clock, told to whom."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.requests import RequestCard
from bot.notices.responsibilities import AreaFacts
from bot.rules.public_id import REQUEST_PREFIX
from bot.rules.refusals import MissingValue, ValueTooLong
from bot.rules.requests import (
    LONGEST_CLIENT,
    LONGEST_REQUEST,
    NoAreaYet,
    RequestKind,
    stage_of,
)
from bot.rules.responsibilities import NoSuchArea, WhichArea, find_area
from bot.rules.rights import Action
from bot.usecases.actors import Actor, find_person
from bot.usecases.answering import answerer_of
from bot.usecases.clocks import tally
from bot.usecases.clocks.promises import promises_of
from bot.usecases.clocks.running import start_clock
from bot.usecases.history import record_subject
from bot.usecases.requests.cards import card_for
from bot.usecases.requests.telling import ask_owner, post_request
from bot.usecases.responsibilities.asking import list_areas
from bot.usecases.responsibilities.rows import areas_of, name_of
from bot.usecases.short_ids import free_id
from bot.usecases.standing import check_right
from models import Agreement, Request, Responsibility


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """A request as typed; ``client`` is whom it is for, in words or as ``@`` and a name or id.

    ``channel_id`` and ``thread`` say which message it was made from, if from one.
    """

    text: str
    area: str
    kind: RequestKind = RequestKind.INFORMATION
    client: str = ""
    channel_id: str = ""
    thread: str = ""


def areas_to_ask(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> tuple[AreaFacts, ...]:
    """Return the areas something can be asked of. Raises ``NoAreaYet``."""
    check_right(session, Action.FILE_REQUEST, actor=actor, agreement_id=agreement_id)
    areas = list_areas(session, now=now, actor=actor, agreement_id=agreement_id)
    if not areas:
        raise NoAreaYet
    return areas


def file_request(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID, draft: RequestDraft
) -> RequestCard:
    """File a request with the area it names; its clock starts where a window is agreed for it.

    Raises ``MissingValue``, ``ValueTooLong``, ``NoSuchArea``, ``WhichArea``, ``NoSuchPerson``.
    """
    check_right(session, Action.FILE_REQUEST, actor=actor, agreement_id=agreement_id)
    agreement = session.get_one(Agreement, agreement_id)
    area = _area(session, agreement_id, draft.area)
    row = _drafted(session, now, actor, agreement, area, draft)
    owner = answerer_of(session, now=now, area=area)
    row.owner_id = owner.id if owner else None
    session.add(row)
    session.flush()
    tally.count_request(session, row.agreement_id, is_open=1)
    facts = {"kind": row.kind, "area": area.name_en, "client": row.client or None}
    record_subject(session, row, "request.asked", now=now, actor_id=actor.person_id, facts=facts)
    to = {"to": owner.name if owner else None}
    record_subject(session, row, "request.given", now=now, facts=to)
    _start(session, now, agreement, row)
    post_request(session, now=now, request=row)
    ask_owner(session, now=now, request=row)
    return card_for(session, now=now, actor=actor, request=row)


def _area(session: Session, agreement_id: UUID, asked: str) -> Responsibility:
    rows = areas_of(session, agreement_id)
    if asked in rows:
        return rows[asked]
    if not asked.strip():
        raise MissingValue("area")
    found = find_area(asked, [name_of(row) for row in rows.values()])
    if not found.hits:
        raise NoSuchArea(asked, found.nearest)
    if len(found.hits) > 1:
        raise WhichArea(asked, found.hits)
    return rows[found.hits[0].slug]


def _drafted(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement: Agreement,
    area: Responsibility,
    draft: RequestDraft,
) -> Request:
    text, client = draft.text.strip(), " ".join(draft.client.split())
    if not text:
        raise MissingValue("text")
    if len(text) > LONGEST_REQUEST:
        raise ValueTooLong("text", LONGEST_REQUEST)
    if len(client) > LONGEST_CLIENT:
        raise ValueTooLong("client", LONGEST_CLIENT)
    person = None
    if client.startswith("@"):
        person = find_person(session, team_id=actor.team_id, text=client.removeprefix("@"))
    # Others than the agreement's people read other channels: there it is not answered.
    is_here = draft.channel_id in (agreement.channel_id, agreement.celebration_channel_id)
    return Request(
        team_id=actor.team_id,
        agreement_id=agreement.id,
        public_id=free_id(session, Request, actor.team_id, REQUEST_PREFIX),
        kind=draft.kind,
        text=text,
        asked_by=actor.person_id,
        client=client if person is None else person.name,
        client_id=person.id if person and person.id != actor.person_id else None,
        area_id=area.id,
        party=area.party,
        asked_at=now,
        channel_id=draft.channel_id if is_here else agreement.channel_id,
        thread=(draft.thread or None) if is_here else None,
    )


def _start(session: Session, now: datetime, agreement: Agreement, request: Request) -> None:
    promises = promises_of(session, agreement.id, agreement.version)
    stage = stage_of(RequestKind(request.kind), promises)
    if stage is not None and now >= agreement.enforced_from:
        start_clock(session, now=now, subject=request, promised=promises[stage], since=now)
