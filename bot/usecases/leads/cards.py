"""The live card of a lead, and keeping the posted one true."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.notices.leads import LeadCard, LeadFacts, LeadHandled, LeadPassed, TouchFacts, WindowFacts
from bot.notices.people import PersonRef
from bot.rules.terms import ClockState, LeadStage
from bot.usecases.actors import Actor, Part, ref_of
from bot.usecases.clocks.counting import late_turn_until, used_at
from bot.usecases.clocks.promises import promise
from bot.usecases.leads.choosing import Deed, allowing
from bot.usecases.leads.finding import Sight, sight_of
from bot.usecases.outbox.rewrites import enqueue_update, settle
from bot.usecases.standing import answers_for_lead
from models import Agreement, Clock, Lead, Outbox, Person, PostState, Touch

OWNER_ACTIONS = ("log", "snooze", "ack", "pause", "reject", "assign", "close")


def lead_facts(lead: Lead) -> LeadFacts:
    return LeadFacts(
        id=lead.id,
        public_id=lead.public_id,
        name=lead.name,
        company=lead.company,
        source=lead.source,
        segment=lead.segment,
        score=lead.score,
        language=lead.language,
    )


def outline_facts(lead: Lead) -> LeadFacts:
    """Return a lead by its company alone."""
    return LeadFacts(
        id=lead.id,
        public_id=lead.public_id,
        name=lead.company or lead.public_id,
        company=lead.company,
        source="",
        segment="",
        score=None,
    )


def card_for(session: Session, *, now: datetime, lead: Lead, actor: Actor, part: Part) -> LeadCard:
    """Return the card as one reader may see it."""
    card = _card(session, now, lead)
    answers = answers_for_lead(session, now=now, actor=actor, lead=lead)
    if sight_of(lead, actor, part, covers=answers) is not Sight.FULL:
        return _outline(lead, part, card)
    may_act = lead.closed_at is None and (part.leads_sales or answers)
    return replace(card, may=_owner_may(session, now, lead, card) if may_act else ())


def owners_card(session: Session, *, now: datetime, lead: Lead) -> LeadCard:
    """Return the card as its owner sees it in their DM."""
    card = _card(session, now, lead)
    return replace(card, may=_owner_may(session, now, lead, card))


def card_in_dm(session: Session, *, now: datetime, lead_id: UUID, to: str) -> LeadCard | None:
    """Return the card as it is to stand with ``to``, unless it is of no owner's of today."""
    lead = session.get(Lead, lead_id)
    owner = None if lead is None or lead.owner_id is None else session.get(Person, lead.owner_id)
    if lead is None or to not in _card_readers(session, lead.id, owner):
        return None
    return owners_card(session, now=now, lead=lead)


def refresh_card(session: Session, *, now: datetime, lead: Lead) -> None:
    """Bring the card up to date where one was posted: with the owner, or whoever stood in."""
    lead.revision += 1
    session.add(lead)
    owner = None if lead.owner_id is None else session.get(Person, lead.owner_id)
    for post_id in _posted_cards(session, lead.id, owner):
        enqueue_update(
            session,
            now=now,
            post_id=post_id,
            key=f"{post_id}:r{lead.revision}",
            notice=owners_card(session, now=now, lead=lead),
        )


def shrink(
    session: Session, *, now: datetime, lead: Lead, what: str, by: PersonRef | None, late: bool
) -> None:
    """Turn every reminder about a lead into one line that says who did what and when."""
    handled = LeadHandled(lead_facts(lead), what, by, now, late)
    settle(session, now=now, subject_id=lead.id, notice=handled, but=("LeadArrived", "LeadCard"))


def shrink_clock(
    session: Session, *, now: datetime, lead: Lead, clock_id: UUID, by: PersonRef
) -> None:
    """Shrink what was told of one clock; the lead's other reminders keep their buttons."""
    handled = LeadHandled(lead_facts(lead), "accepted", by, now)
    settle(session, now=now, subject_id=lead.id, notice=handled, clock_id=clock_id)


def pass_on_card(
    session: Session,
    *,
    now: datetime,
    lead: Lead,
    former: Person,
    to: PersonRef | None,
    by: PersonRef | None,
) -> None:
    """Shrink the card the former owner had to a line that says where the lead went."""
    for post_id in _posted_cards(session, lead.id, former):
        enqueue_update(
            session,
            now=now,
            post_id=post_id,
            key=f"{post_id}:passed:{lead.revision}",
            notice=LeadPassed(lead_facts(lead), to, by),
        )


def touch_facts(session: Session, touch: Touch) -> TouchFacts:
    by = ref_of(session.get_one(Person, touch.person_id))
    behalf = session.get(Person, touch.on_behalf_of) if touch.on_behalf_of else None
    return TouchFacts(
        by, ref_of(behalf), touch.channel, touch.outcome, touch.note, touch.happened_at
    )


def _card(session: Session, now: datetime, lead: Lead) -> LeadCard:
    agreement = session.get_one(Agreement, lead.agreement_id)
    touches = select(Touch).where(Touch.lead_id == lead.id, col(Touch.undone_at).is_(None))
    last = session.exec(touches.order_by(col(Touch.happened_at).desc(), col(Touch.told_at).desc()))
    count = session.exec(select(func.count()).select_from(touches.subquery())).one()
    last_touch = last.first()
    return LeadCard(
        lead=lead_facts(lead),
        agreement=agreement.name,
        stage=lead.stage,
        owner=ref_of(session.get(Person, lead.owner_id)) if lead.owner_id else None,
        email=lead.email,
        phone=lead.phone,
        received_at=lead.received_at,
        accepted_at=lead.accepted_at,
        windows=_windows(session, now, lead),
        touches=count,
        last_touch=None if last_touch is None else touch_facts(session, last_touch),
        amount=lead.amount,
        currency=agreement.currency,
        may=(),
    )


def _windows(session: Session, now: datetime, lead: Lead) -> tuple[WindowFacts, ...]:
    clocks = session.exec(
        select(Clock).where(Clock.lead_id == lead.id).order_by(col(Clock.target))
    ).all()
    return tuple(_window(session, now, clock) for clock in clocks)


def _window(session: Session, now: datetime, clock: Clock) -> WindowFacts:
    promised = promise(session, clock.window_id)
    return WindowFacts(
        stage=clock.stage,
        state=clock.state,
        outcome=clock.outcome,
        target=clock.target,
        left=clock.target - used_at(clock, promised, now),
        due_at=clock.due_at,
        breached_at=clock.breached_at,
        paused_until=clock.paused_until,
        told_late=clock.told_late,
        own_until=late_turn_until(clock, promised),
    )


def _outline(lead: Lead, part: Part, card: LeadCard) -> LeadCard:
    """Return the card without what only its owner and the leads of both sides may see."""
    return replace(
        card,
        lead=outline_facts(lead),
        email=None,
        phone=None,
        windows=(),
        last_touch=None,
        amount=None,
        may=("claim",) if lead.owner_id is None and part.is_rep else (),
    )


def _owner_may(session: Session, now: datetime, lead: Lead, card: LeadCard) -> tuple[str, ...]:
    """What the buttons of a card offer in its present state."""
    if lead.closed_at is not None or lead.stage == LeadStage.REJECTED:
        return ()
    if lead.owner_id is None:
        return ("claim", "assign")
    actions = list(OWNER_ACTIONS)
    if lead.accepted_at is None:
        actions.insert(0, "accept")
    if any(window.state == ClockState.PAUSED for window in card.windows):
        actions[actions.index("pause")] = "resume"
    elif all(window.state == ClockState.STOPPED for window in card.windows):
        actions.remove("pause")
    for action, deed in (("snooze", Deed.SNOOZE), ("ack", Deed.ACKNOWLEDGE)):
        if not allowing(session, deed, now=now, lead_ids=[lead.id]):
            actions.remove(action)
    return tuple(actions)


def _posted_cards(session: Session, lead_id: UUID, owner: Person | None) -> list[UUID]:
    """The cards of a lead that its owner has, and whoever stood in for them when it came."""
    return list(_card_readers(session, lead_id, owner).values())


def _card_readers(session: Session, lead_id: UUID, owner: Person | None) -> dict[str, UUID]:
    posted = session.exec(
        select(Outbox)
        .where(
            Outbox.subject_id == lead_id,
            Outbox.operation == "post",
            Outbox.step == "card",
            col(Outbox.state).in_(
                (PostState.PENDING, PostState.SENDING, PostState.UNSURE, PostState.SENT)
            ),
        )
        .order_by(col(Outbox.created_at))
    ).all()
    return {
        post.destination: post.id for post in posted if owner is not None and _is_for(post, owner)
    }


def _is_for(post: Outbox, owner: Person) -> bool:
    absent = post.facts.get("standing_in_for")
    stood_in = isinstance(absent, dict) and absent["id"] == str(owner.id)
    return post.destination == owner.slack_id or stood_in
