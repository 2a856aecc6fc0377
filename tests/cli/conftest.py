"""The command line, run as a person runs it: in a folder of its own, with its own settings."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from bot.cli import main
from models.database import Database
from tests.usecases.builders import Cast, make_cast


@dataclass(frozen=True)
class Run:
    """What one command did."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """A folder with a database, and the settings commands run under."""

    folder: Path
    settings: dict[str, str]

    def sla(self, *words: str) -> Run:
        """Run one command here; a traceback is never an answer."""
        out, err = StringIO(), StringIO()
        with ExitStack() as stack:
            stack.enter_context(chdir(self.folder))
            patched = stack.enter_context(pytest.MonkeyPatch.context())
            for name in [name for name in os.environ if name.startswith("SLA")]:
                patched.delenv(name)
            for name, value in {**self.settings, "COLUMNS": "200"}.items():
                patched.setenv(name, value)
            patched.setattr(sys, "argv", ["sla", *words])
            stack.enter_context(redirect_stdout(out))
            stack.enter_context(redirect_stderr(err))
            ended = stack.enter_context(pytest.raises(SystemExit))
            main()
        return Run(int(ended.value.code or 0), out.getvalue(), err.getvalue())

    def process(self, *words: str, **settings: str) -> Run:
        """Run one command as a process of its own, which costs a second; the same holds for it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLA")}
        done = subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", *words],
            cwd=self.folder,
            env={**kept, **self.settings, **settings, "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Run(done.returncode, done.stdout, done.stderr)

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A folder without anything yet."""
    return Shell(tmp_path, {"SLA_DATABASE_URL": f"sqlite:///{tmp_path / 'sla.db'}"})


@pytest.fixture
def agreed(shell: Shell) -> Iterator[Cast]:
    """The agreement of the cast in the shell's database."""
    database = Database(shell.settings["SLA_DATABASE_URL"])
    database.migrate()
    with database.writing() as session:
        cast = make_cast(session)
    yield cast
    database.close()
