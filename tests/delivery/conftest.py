"""A post office on SQLite, which is enough for what does not depend on the database."""

from collections.abc import Iterator

import pytest

from models.database import Database
from tests.delivery.office import Office, opened_office


@pytest.fixture
def office(sqlite: Database) -> Iterator[Office]:
    with opened_office(sqlite) as found:
        yield found
