"""The rows of a new agreement: version 1, hours, windows, people, rota, and the six areas."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from bot.rules.agreement import SetupFacts, WindowFacts
from bot.rules.responsibilities import STARTING_AREAS
from bot.rules.rota import RotaDraft, SeatDraft
from bot.rules.terms import EITHER_SIDE, REQUEST_STAGES, PartyKind
from bot.usecases.actors import Actor
from bot.usecases.agreement.people import People
from bot.usecases.holidays import national_holidays
from bot.usecases.rota.people import seats_for
from bot.usecases.rota.rows import Seated, new_rota
from bot.usecases.routine import plan_routine
from models import (
    Agreement,
    AgreementVersion,
    Calendar,
    Membership,
    Responsibility,
    Role,
    Window,
)

FIRST_VERSION = 1
HOLIDAYS_AHEAD = 10
"""Years of national holidays kept from the start; the calendar is replaced before they end."""


def store(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    facts: SetupFacts,
    people: People,
    seated: Sequence[Seated],
) -> Agreement:
    """Add everything an agreement starts with. Raises ``UnknownCountry``, ``UnknownRegion``."""
    agreement = _agreement(now, actor, facts)
    calendar = _calendar(now, agreement, facts)
    # Without relationships between the tables, parents have to be there before their children.
    for parent in (agreement, calendar):
        session.add(parent)
        session.flush()
    session.add(
        AgreementVersion(
            agreement_id=agreement.id,
            number=FIRST_VERSION,
            accepted_by=actor.person_id,
            accepted_at=now,
        )
    )
    session.add_all(_window(calendar, window) for window in facts.windows)
    session.add_all(_memberships(now, agreement, people))
    session.add_all(_areas(now, agreement))
    _add_rotas(session, now, agreement, facts, people, seated)
    session.flush()
    plan_routine(session, now=now, agreement=agreement)
    return agreement


def rotas_seated(
    session: Session, team_id: str, facts: SetupFacts, people: People
) -> tuple[Seated, ...]:
    """Find the people of each rota. Raises ``NoSuchPeople``, ``OutsideSales``, ``TwiceInRota``."""
    of_sales = (*people[PartyKind.SALES, Role.LEAD], *people[PartyKind.SALES, Role.MEMBER])
    sales = {person.id: person for person in of_sales}
    return tuple(
        seats_for(session, team_id=team_id, people=rota.people, sales=sales) for rota in facts.rotas
    )


def fingerprint(facts: SetupFacts, people: People, seated: Sequence[Seated]) -> str:
    """Return a text that is equal for the same facts, however people and channels were named."""
    plain = asdict(replace(facts, week={})) | {
        "channel": facts.channel.id,
        "celebrations": facts.celebrations.id,
        "week": {str(day): [list(block) for block in facts.week[day]] for day in facts.week},
    }
    for party in PartyKind:
        plain[party.value] = {
            role.value: [person.slack_id for person in people[party, role]] for role in Role
        }
    del plain["rotas"]
    if facts.rotas:  # without any, the text is that of agreements from before there were several
        plain["rotas"] = [
            asdict(replace(rota, people=()))
            | {"people": [asdict(replace(seat, who=person.slack_id)) for person, seat in seats]}
            for rota, seats in zip(facts.rotas, seated, strict=True)
        ]
    return sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()


def _agreement(now: datetime, actor: Actor, facts: SetupFacts) -> Agreement:
    return Agreement(
        team_id=actor.team_id,
        name=" ".join(facts.name.split()),
        kind=facts.kind,
        channel_id=facts.channel.id,
        channel_name=facts.channel.name,
        celebration_channel_id=facts.celebrations.id,
        celebration_channel_name=facts.celebrations.name,
        zone=facts.zone,
        country=facts.country,
        region=facts.region,
        language=facts.language,
        currency=facts.currency,
        enforced_from=facts.enforced_from or now,
        version=FIRST_VERSION,
        set_up_by=actor.person_id,
        created_at=now,
    )


def _calendar(now: datetime, agreement: Agreement, facts: SetupFacts) -> Calendar:
    years = range(min(now, agreement.enforced_from).year, now.year + HOLIDAYS_AHEAD)
    national = national_holidays(facts.country, facts.region, language=facts.language, years=years)
    own = {day.isoformat(): name for day, name in facts.extra_holidays}
    return Calendar(
        agreement_id=agreement.id,
        version=FIRST_VERSION,
        zone=facts.zone,
        week={
            str(weekday): [list(block) for block in facts.week.get(weekday, ())]
            for weekday in range(7)
        },
        holidays=(national if facts.national_holidays else {}) | own,
    )


def _window(calendar: Calendar, window: WindowFacts) -> Window:
    return Window(
        agreement_id=calendar.agreement_id,
        version=FIRST_VERSION,
        stage=window.stage,
        party=EITHER_SIDE if window.stage in REQUEST_STAGES else PartyKind.SALES.value,
        target=window.target,
        around_the_clock=window.around_the_clock,
        reminders=list(window.reminders),
        manager_after=window.manager_after,
        offer_after=window.offer_after,
        needs_contact=window.needs_contact,
        calendar_id=calendar.id,
    )


def _memberships(now: datetime, agreement: Agreement, people: People) -> Iterator[Membership]:
    """One part each: a lead who also sells is a lead, with a place in the rota."""
    for party in PartyKind:
        leads = {person.id for person in people[party, Role.LEAD]}
        for role in Role:
            for person in people[party, role]:
                if role is Role.LEAD or person.id not in leads:
                    yield Membership(
                        agreement_id=agreement.id,
                        person_id=person.id,
                        party=party.value,
                        role=role.value,
                        joined_at=now,
                    )


def _add_rotas(
    session: Session,
    now: datetime,
    agreement: Agreement,
    facts: SetupFacts,
    people: People,
    seated: Sequence[Seated],
) -> None:
    for position, (rota, seats) in enumerate(zip(facts.rotas, seated, strict=True)):
        new_rota(
            session,
            now=now,
            agreement_id=agreement.id,
            draft=rota,
            seated=seats,
            position=position,
        )
    reps = people[PartyKind.SALES, Role.MEMBER]
    new_rota(
        session,
        now=now,
        agreement_id=agreement.id,
        draft=RotaDraft(),
        seated=[(rep, SeatDraft(rep.slack_id)) for rep in reps],
        is_default=True,
    )


def _areas(now: datetime, agreement: Agreement) -> Iterator[Responsibility]:
    for party, area in STARTING_AREAS:
        yield Responsibility(
            agreement_id=agreement.id,
            slug=area.slug,
            name_en=area.name_en,
            name_es=area.name_es,
            synonyms=area.synonyms,
            meaning_en=area.meaning_en,
            meaning_es=area.meaning_es,
            party=party.value,
            changed_at=now,
        )
