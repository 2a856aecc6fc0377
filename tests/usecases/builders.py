"""Rows with every default valid: a test states only what matters to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from bot.usecases.actors import Actor, actor_of
from models import (
    Absence,
    Agreement,
    AgreementVersion,
    Calendar,
    Lead,
    Membership,
    Person,
    Role,
    Rota,
    RotaPlace,
    Row,
    Window,
    Workspace,
)

MONDAY = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""Monday 2 March 2026, 09:00 in Bogotá: the first open minute of the default agreement."""

OFFICE_HOURS = {str(day): [["09:00", "17:00"]] for day in range(5)}
HOUR = 3600

R = TypeVar("R", bound=Row)


def make_workspace(session: Session, team_id: str = "T1", *, name: str = "Empresa") -> Workspace:
    return _kept(session, Workspace(team_id=team_id, name=name, created_at=MONDAY))


def make_person(session: Session, name: str, **about: Any) -> Person:
    """Add a person known as ``@name`` and ``name@example.com``; Ana's Slack id is ``UANA``."""
    return _kept(session, a_person(name, **about))


def a_person(
    name: str,
    *,
    team_id: str = "T1",
    slack_id: str | None = None,
    language: str | None = "es",
    zone: str = "America/Bogota",
    is_admin: bool = False,
    is_guest: bool = False,
) -> Person:
    word = name.split(maxsplit=1)[0].casefold()
    return Person(
        team_id=team_id,
        slack_id=slack_id or f"U{word.upper()}",
        handle=word,
        name=name,
        email=f"{word}@example.com",
        zone=zone,
        locale="es-LA",
        language=language,
        is_admin=is_admin,
        is_guest=is_guest,
        seen_at=MONDAY,
    )


def make_agreement(
    session: Session,
    set_up_by: Person,
    *,
    name: str = "Leads",
    kind: str = "marketing_sales",
    channel_id: str = "CLEADS",
    celebration_channel_id: str = "CEQUIPO",
    zone: str = "America/Bogota",
    language: str = "es",
) -> Agreement:
    """Add an agreement without parties, windows or hours; ``make_cast`` adds those."""
    agreement = Agreement(
        team_id=set_up_by.team_id,
        name=name,
        kind=kind,
        channel_id=channel_id,
        channel_name=name.casefold(),
        celebration_channel_id=celebration_channel_id,
        celebration_channel_name="equipo",
        zone=zone,
        country="CO",
        language=language,
        currency="COP",
        enforced_from=MONDAY - timedelta(days=365),
        set_up_by=set_up_by.id,
        created_at=MONDAY,
    )
    _kept(session, agreement)
    _kept(
        session,
        AgreementVersion(
            agreement_id=agreement.id, number=1, accepted_by=set_up_by.id, accepted_at=MONDAY
        ),
    )
    return agreement


def make_calendar(
    session: Session,
    agreement: Agreement,
    *,
    week: dict[str, list[list[str]]] | None = None,
    holidays: dict[str, str] | None = None,
    version: int = 1,
) -> Calendar:
    calendar = Calendar(
        agreement_id=agreement.id,
        version=version,
        zone=agreement.zone,
        week=week or OFFICE_HOURS,
        holidays=holidays or {},
    )
    return _kept(session, calendar)


def make_window(
    session: Session,
    calendar: Calendar,
    stage: str,
    *,
    target: int = 4 * HOUR,
    reminders: tuple[int, ...] = (50, 75),
    manager_after: int | None = HOUR,
    offer_after: int | None = 4 * HOUR,
    around_the_clock: bool = False,
) -> Window:
    window = Window(
        agreement_id=calendar.agreement_id,
        version=calendar.version,
        stage=stage,
        party="sales",
        target=target,
        around_the_clock=around_the_clock,
        reminders=list(reminders),
        manager_after=manager_after,
        offer_after=offer_after,
        calendar_id=calendar.id,
    )
    return _kept(session, window)


def make_member(
    session: Session, agreement: Agreement, person: Person, party: str, role: Role = Role.MEMBER
) -> Membership:
    return _kept(session, a_member(agreement, person, party, role))


def a_member(agreement: Agreement, person: Person, party: str, role: Role) -> Membership:
    return Membership(
        agreement_id=agreement.id,
        person_id=person.id,
        party=party,
        role=role.value,
        joined_at=MONDAY,
    )


def make_rota(session: Session, agreement: Agreement, name: str = "", **values: object) -> Rota:
    """Add a rota; without a name it is the default one."""
    rota = Rota(
        agreement_id=agreement.id,
        name=name,
        name_key=name.casefold(),
        is_default=not name,
        changed_at=MONDAY,
        **values,  # type: ignore[arg-type]  # columns of a rota
    )
    return _kept(session, rota)


def make_rota_place(
    session: Session,
    agreement: Agreement,
    person: Person,
    *,
    rota: Rota | None = None,
    position: int = 0,
    weight: int = 1,
    daily_cap: int | None = None,
    open_cap: int | None = None,
) -> RotaPlace:
    """Add somebody to a rota, else to the default one, which is made if need be."""
    found = rota or _default_rota(session, agreement) or make_rota(session, agreement)
    place = RotaPlace(
        agreement_id=agreement.id,
        rota_id=found.id,
        person_id=person.id,
        position=position,
        weight=weight,
        daily_cap=daily_cap,
        open_cap=open_cap,
    )
    return _kept(session, place)


def _default_rota(session: Session, agreement: Agreement) -> Rota | None:
    query = select(Rota).where(Rota.agreement_id == agreement.id, col(Rota.is_default).is_(True))
    return session.exec(query).first()


def make_absence(
    session: Session,
    person: Person,
    *,
    starts_at: datetime = MONDAY,
    ends_at: datetime = MONDAY + timedelta(days=7),
    cover: Person | None = None,
) -> Absence:
    absence = Absence(
        person_id=person.id,
        starts_at=starts_at,
        ends_at=ends_at,
        cover_id=cover.id if cover else None,
        told_at=starts_at,
    )
    return _kept(session, absence)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one agreement; each name tells the right it has.

    Marta leads marketing, Mateo is on her team. Carla leads sales, Ana and Bruno are her reps.
    Elena manages. Alba administers the bot and has no part. Diego works elsewhere in the company.
    """

    agreement: Agreement
    calendar: Calendar
    marta: Person
    mateo: Person
    carla: Person
    ana: Person
    bruno: Person
    elena: Person
    alba: Person
    diego: Person

    @property
    def agreement_id(self) -> UUID:
        return self.agreement.id


def make_cast(
    session: Session,
    *,
    team_id: str = "T1",
    holidays: dict[str, str] | None = None,
    week: dict[str, list[list[str]]] | None = None,
) -> Cast:
    """A whole agreement: office hours Mon-Fri 9-17 in Bogotá, first touch in 4 h, accept in 8 h."""
    make_workspace(session, team_id)
    names = ("Marta", "Mateo", "Carla", "Ana", "Bruno", "Elena", "Alba", "Diego")
    people = {name: a_person(name, team_id=team_id, is_admin=name == "Alba") for name in names}
    _kept_together(session, people.values())
    agreement = make_agreement(session, people["Alba"])
    calendar = make_calendar(session, agreement, week=week, holidays=holidays)
    make_window(session, calendar, "first_touch")
    make_window(session, calendar, "accept", target=8 * HOUR)
    parts = (
        ("Marta", "marketing", Role.LEAD),
        ("Mateo", "marketing", Role.MEMBER),
        ("Carla", "sales", Role.LEAD),
        ("Ana", "sales", Role.MEMBER),
        ("Bruno", "sales", Role.MEMBER),
        ("Elena", "management", Role.MEMBER),
    )
    _kept_together(
        session,
        [a_member(agreement, people[name], party, role) for name, party, role in parts],
    )
    rota = make_rota(session, agreement)
    for position, name in enumerate(("Ana", "Bruno")):
        make_rota_place(session, agreement, people[name], rota=rota, position=position)
    by_field = {name.casefold(): person for name, person in people.items()}
    return Cast(agreement=agreement, calendar=calendar, **by_field)


def make_lead(
    session: Session,
    agreement: Agreement,
    *,
    name: str = "Laura Gómez",
    company: str = "Acme",
    owner: Person | None = None,
    stage: str = "new",
    public_id: str = "L-7K3F",
    received_at: datetime = MONDAY,
) -> Lead:
    lead = Lead(
        team_id=agreement.team_id,
        agreement_id=agreement.id,
        public_id=public_id,
        name=name,
        company=company,
        owner_id=owner.id if owner else None,
        stage=stage,
        created_at=received_at,
        received_at=received_at,
        stored_at=received_at,
    )
    return _kept(session, lead)


def acts(person: Person) -> Actor:
    return actor_of(person)


def _kept(session: Session, row: R) -> R:
    session.add(row)
    session.flush()
    return row


def _kept_together(session: Session, rows: Iterable[Row]) -> None:
    """Keep rows of one table at once: each flush by itself costs as much."""
    session.add_all(rows)
    session.flush()
