"""A world for each story.

The stories of the main job run on both databases in both languages. Each of the others runs twice,
once on each database and once in each language: a story costs half a second of processor time.
"""

from collections.abc import Iterator

import pytest

from models.database import Database
from tests.world import World, living

MAIN_JOB = {"test_first_touch"}
EVERY = [(kind, language) for kind in ("sqlite", "postgres") for language in ("es", "en")]
ALTERNATE = [("sqlite", "es"), ("postgres", "en")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "language" in metafunc.fixturenames:
        is_main = metafunc.module.__name__.rpartition(".")[2] in MAIN_JOB
        variants = EVERY if is_main else ALTERNATE
        metafunc.parametrize(("database", "language"), variants, indirect=["database"])


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database of the kind the variant names."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found


@pytest.fixture
def empty_world(database: Database, language: str) -> Iterator[World]:
    """A workspace in which nothing has been agreed yet."""
    with living(database, language) as found:
        yield found


@pytest.fixture
def world(empty_world: World) -> World:
    return empty_world.agreed()
