"""A door with the cast behind it: one agreement, and one open lead of Ana's with its clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from bot.notices.leads import LeadCard
from bot.usecases.leads.registering import TypedLead, register_typed
from tests.databases import SqliteSource, opened
from tests.handlers.slack import Door
from tests.usecases.builders import MONDAY, Cast, acts, make_cast


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody, the door they come to, and the lead they talk about."""

    door: Door
    cast: Cast
    lead: LeadCard

    @property
    def id(self) -> str:
        return self.lead.lead.public_id

    @property
    def about(self) -> str:
        """What a button about the lead carries."""
        return f'{{"id": "{self.lead.lead.id}"}}'


@dataclass(frozen=True, slots=True)
class Scenery:
    """The database every test here starts from, made once."""

    file: Path
    cast: Cast
    lead: LeadCard


@pytest.fixture(scope="session")
def scenery(sqlite_source: SqliteSource) -> Scenery:
    url = sqlite_source.fresh()
    with opened(url) as database, database.writing() as session:
        cast = make_cast(session)
        lead = arrives(session, cast, name="Laura Gómez", company="Acme", owner="@ana")
    return Scenery(Path(url.removeprefix("sqlite:///")), cast, lead)


@pytest.fixture
def stage(scenery: Scenery, sqlite_source: SqliteSource) -> Iterator[Stage]:
    address = sqlite_source.fresh(like=scenery.file)
    with opened(address) as database:
        yield Stage(Door(database), scenery.cast, scenery.lead)
    sqlite_source.take_back(address)


def arrives(session: Session, cast: Cast, **typed: Any) -> LeadCard:
    """Have Marta register a lead by hand."""
    return register_typed(
        session,
        now=MONDAY,
        actor=acts(cast.marta),
        agreement_id=cast.agreement_id,
        typed=TypedLead(**typed),
    )
