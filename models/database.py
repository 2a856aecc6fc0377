"""Opening the database, one transaction per use case, and telling who waits after a commit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import TypeVar, cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
TRIES = 3
GIVEN_WAY = frozenset({"40001", "40P01", "23505"})
"""SQL states of a serialisation failure, of a deadlock, and of a key that was just taken."""

R = TypeVar("R")
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON")


class NewerDatabase(Exception):  # noqa: N818  named for the mistake
    """The database was written by a newer version of the program."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"unknown database revision {revision}")
        self.revision = revision


class Database:
    """One database, opened for the life of the program.

    ``on_commit`` hooks run after every writing transaction: the sweep and the delivery wait there.
    """

    def __init__(self, url: str, *, durable: bool = True) -> None:
        """Open ``url``; one that is thrown away afterwards need not wait for the disk."""
        self.url = url
        self.engine = _open(url, durable=durable)
        self.on_commit: list[Callable[[], None]] = []

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One writing transaction: committed when the block ends, undone when it raises."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            if self.is_sqlite:
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session
        for hook in self.on_commit:
            hook()

    def transact(self, work: Callable[[Session], R]) -> R:
        """Run ``work`` in one writing transaction, and again where the database made it give way.

        PostgreSQL ends one of two transactions that wait for each other, and one of two that add
        the same key. A use case does nothing but read and write in its transaction, so running it
        again is the whole remedy: then it sees what the other wrote, and answers to that.
        """
        for _ in range(TRIES - 1):
            try:
                with self.writing() as session:
                    return work(session)
            except DBAPIError as failure:
                if getattr(failure.orig, "sqlstate", None) not in GIVEN_WAY:
                    raise
        with self.writing() as session:
            return work(session)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view for questions; whatever is written in it is thrown away."""
        with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            if self.is_sqlite:
                session.connection().exec_driver_sql("BEGIN")
            yield session
            # What was read stays readable: a rollback would empty every row still attached.
            session.expunge_all()
            session.rollback()

    @contextmanager
    def rehearsing(self) -> Iterator[Session]:
        """A writing transaction that is always undone: to show what would happen."""
        with Session(self.engine, expire_on_commit=False) as session:
            if self.is_sqlite:
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session
            session.rollback()

    def migrate(self, revision: str = "head") -> None:
        """Bring the schema to ``revision``. Raises ``NewerDatabase`` for one we do not know."""
        self.check_not_newer()
        with self._rebuilding() as connection:
            command.upgrade(_alembic(connection), revision)
            connection.commit()

    def downgrade(self, revision: str) -> None:
        with self._rebuilding() as connection:
            command.downgrade(_alembic(connection), revision)
            connection.commit()

    @contextmanager
    def _rebuilding(self) -> Iterator[Connection]:
        """A connection on which tables can be made anew while others point at them.

        SQLite alters a table by copying it, and with foreign keys on it would first delete every
        row of the old one. They cannot be switched within a transaction, only around it.
        """
        with self.engine.connect() as connection:
            if not self.is_sqlite:
                yield connection
                return
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            try:
                yield connection
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys=ON")

    def check_not_newer(self) -> None:
        with self.engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            known = ScriptDirectory.from_config(_alembic(connection))
            if current is None:
                return
            try:
                known.get_revision(current)
            except CommandError as unknown:
                raise NewerDatabase(current) from unknown

    def close(self) -> None:
        self.engine.dispose()


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _open(url: str, *, durable: bool) -> Engine:
    """Build the engine. A bare ``postgresql://`` address means psycopg 3."""
    address = make_url(url)
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, pool_size=20, hide_parameters=True)
    # An error that told the values of its statement would put leads into the log.
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    pragmas = (*PRAGMAS, "synchronous=FULL" if durable else "synchronous=OFF")
    event.listen(engine, "connect", partial(_prepare_sqlite, pragmas))
    return engine


def _prepare_sqlite(pragmas: Sequence[str], connection: object, _record: object) -> None:
    sqlite = cast("SqliteConnection", connection)
    # The driver would begin transactions of its own, deferred ones, which fail with
    # SQLITE_BUSY_SNAPSHOT as soon as a second writer got in between: we begin them ourselves.
    sqlite.isolation_level = None
    for pragma in pragmas:
        sqlite.execute(f"PRAGMA {pragma}")
