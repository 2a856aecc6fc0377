"""Opening the database a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from bot.cli.failures import USAGE, Failure
from bot.config import BadSettings, Settings, read_settings
from models.database import Database, NewerDatabase


def settings() -> Settings:
    """Return the settings, or end with a line for each that cannot be used."""
    try:
        return read_settings()
    except BadSettings as bad:
        raise Failure(*bad.problems, code=USAGE) from None


@contextmanager
def database(url: str) -> Iterator[Database]:
    """Open a database at this version of the schema."""
    opened = Database(url)
    try:
        opened.migrate()
        yield opened
    except NewerDatabase as newer:
        raise Failure(
            f"The database was written by a newer version ({newer.revision}); "
            "install that version or restore an older backup."
        ) from None
    except (OperationalError, DatabaseError) as wrong:
        raise Failure(f"The database cannot be used: {wrong.orig}", code=USAGE) from None
    finally:
        opened.close()


def migrate_database() -> None:
    with database(settings().database_url):
        pass
