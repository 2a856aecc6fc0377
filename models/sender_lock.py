"""Only one process sends for a workspace: whoever holds the lock.

SQLite: a locked file beside the database, which says who holds it. PostgreSQL: an advisory lock
of the session that took it; it ends with that session, however that ends.
"""

import fcntl
import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from models.database import Database


class SenderLockHeld(Exception):  # noqa: N818  named for what happened
    """Another process on this database sends already; ``holder`` says which and since when."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"held by {holder}")
        self.holder = holder


class SenderLock(Protocol):
    """The right to send for a workspace.

    ``last_try`` is when a former holder last tried to post, where the lock outlives its database:
    a database that knows of no try so late was restored from a backup.
    """

    @property
    def last_try(self) -> datetime | None: ...

    def take(self, now: datetime) -> bool:
        """Take it if it is free. Raises ``SenderLockHeld`` where two processes are a mistake."""

    def is_held(self) -> bool:
        """Say whether it is ours at this moment."""

    def note(self, at: datetime) -> None:
        """Note that a message is about to be posted."""

    def release(self) -> None: ...


def sender_lock(database: Database, team_id: str) -> SenderLock:
    """Return the lock that fits the database."""
    if not database.is_sqlite:
        return AdvisoryLock(database.engine, team_id)
    file = database.engine.url.database
    return FileLock(Path(f"{file}.lock")) if file and file != ":memory:" else NoLock()


class FileLock:
    """A lock on a file. The kernel frees it when its process ends; a stopped one keeps it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIOWrapper | None = None
        self._holder: dict[str, str] = {}

    @property
    def last_try(self) -> datetime | None:
        noted = self._holder.get("last_try")
        return datetime.fromisoformat(noted) if noted else None

    def take(self, now: datetime) -> bool:
        if self._file is not None:
            return True
        file = self._path.open("a+", encoding="utf-8")
        is_free = _locked(file)
        file.seek(0)
        former = _read(file.read())
        if not is_free:
            file.close()
            raise SenderLockHeld(_readable(former))
        self._file = file
        self._holder = {
            "pid": str(os.getpid()),
            "host": socket.gethostname(),
            "since": now.isoformat(),
            "last_try": former.get("last_try", ""),
        }
        self._write()
        return True

    def is_held(self) -> bool:
        return self._file is not None

    def note(self, at: datetime) -> None:
        self._holder["last_try"] = at.isoformat()
        self._write()

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write(self) -> None:
        if self._file is not None:
            self._file.truncate(0)
            json.dump(self._holder, self._file)
            self._file.flush()


class AdvisoryLock:
    """A lock of a database session of its own; others wait in line as replicas."""

    last_try = None

    def __init__(self, engine: Engine, team_id: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._key = int.from_bytes(blake2b(team_id.encode(), digest_size=8).digest(), signed=True)
        self._session: Connection | None = None

    def take(self, now: datetime) -> bool:
        del now
        if self.is_held():
            return True
        try:
            session = self._engine.connect()
            # The session is ours alone: a pooled one would keep the lock when handed back.
            session.detach()
            got = session.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key})
        except DBAPIError:
            return False
        if not got:
            session.close()
            return False
        self._session = session
        return True

    def is_held(self) -> bool:
        """Ask the session for a sign of life: as long as it lives, it holds the lock."""
        if self._session is None:
            return False
        try:
            self._session.scalar(text("SELECT 1"))
        except DBAPIError:
            self._forget()
            return False
        return True

    def note(self, at: datetime) -> None:
        """A session keeps no notes."""

    def release(self) -> None:
        if self._session is not None:
            self._forget()

    def _forget(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            # Detached from the pool, it is closed for good, and the lock ends with it.
            with suppress(DBAPIError):
                session.close()


class NoLock:
    """For a database in memory, which nobody else can open."""

    last_try = None

    def take(self, now: datetime) -> bool:
        del now
        return True

    def is_held(self) -> bool:
        return True

    def note(self, at: datetime) -> None:
        """There is nowhere to note it."""

    def release(self) -> None:
        """Nothing was taken."""


def _locked(file: TextIOWrapper) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(written: str) -> dict[str, str]:
    """Return what the file says; a process killed while writing it leaves half a word."""
    try:
        said = json.loads(written)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in said.items()} if isinstance(said, dict) else {}


def _readable(holder: dict[str, str]) -> str:
    if "pid" not in holder:
        return "another process"
    return f"process {holder['pid']} on {holder['host']} since {holder['since']}"
