"""What every test may ask for; ``database`` runs one on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

from models.database import Database
from tests.databases import PostgresSource, SqliteSource, opened, running_postgres, scratch_folder
from tests.promised_runs import promised_runs


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # a worker of xdist sees only its share of the tests
        config.pluginmanager.register(promised_runs(config))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser tests together: one Chromium at a time, on whichever worker gets them."""
    for item in items:
        if item.get_closest_marker("browser") is not None:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def sqlite_source() -> Iterator[SqliteSource]:
    with scratch_folder() as folder:
        yield SqliteSource(folder)


@pytest.fixture(scope="session")
def postgres_source() -> Iterator[PostgresSource]:
    with running_postgres() as source:
        yield source


@pytest.fixture
def sqlite_url(sqlite_source: SqliteSource) -> Iterator[str]:
    """The address of an empty SQLite database with all tables."""
    address = sqlite_source.fresh()
    yield address
    sqlite_source.take_back(address)


@pytest.fixture
def postgres_url(postgres_source: PostgresSource) -> Iterator[str]:
    """The address of an empty PostgreSQL database with all tables."""
    address = postgres_source.fresh()
    yield address
    postgres_source.take_back(address)


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """An empty SQLite database."""
    with opened(sqlite_url) as database:
        yield database


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    """An empty PostgreSQL database."""
    with opened(postgres_url) as database:
        yield database


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database of each kind in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found
