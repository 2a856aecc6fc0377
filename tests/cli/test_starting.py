"""Starting: bad settings, tokens Slack refuses, a second process, a newer database."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.sandbox import Workspace
from models.database import Database
from models.sender_lock import FileLock
from tests.cast import seed
from tests.cli.conftest import Shell


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    opened = Workspace(seed("es-LA"), now=lambda: datetime.now(UTC))
    opened.start()
    yield opened
    opened.stop()


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        pytest.param({"SLA_DATABSE_URL": "x"}, "SLA_DATABSE_URL", id="a name misspelt"),
        pytest.param({"SLA_LOG_LEVEL": "loud"}, "SLA_LOG_LEVEL", id="a level that is not"),
        pytest.param({"SLA_DATABASE_URL": "mysql://x/y"}, "SLA_DATABASE_URL", id="a database"),
        pytest.param({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN", id="swapped tokens"),
        pytest.param({}, "SLACK_BOT_TOKEN", id="no token at all"),
    ],
)
def test_a_bad_setting_stops_the_start_and_is_named(
    shell: Shell, settings: dict[str, str], name: str
) -> None:
    stopped = shell.process("run", **settings)

    assert stopped.code == 2
    assert name in stopped.err


def test_a_secret_is_never_repeated(shell: Shell) -> None:
    stopped = shell.process("run", SLACK_BOT_TOKEN="xapp-verysecret")

    assert "verysecret" not in stopped.err + stopped.out


def test_a_database_of_a_newer_version_is_left_alone(shell: Shell) -> None:
    database = Database(shell.settings["SLA_DATABASE_URL"])
    database.migrate()
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    refused = shell.process("status")

    assert refused.code == 1
    assert "newer version" in refused.err


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        pytest.param({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "SLACK_BOT_TOKEN", id="the bot's"),
        pytest.param({"SLACK_APP_TOKEN": "xapp-wrong"}, "SLACK_APP_TOKEN", id="the app's"),
    ],
)
def test_a_token_slack_refuses_is_named(
    shell: Shell, workspace: Workspace, wrong: dict[str, str], named: str
) -> None:
    stopped = _serve(shell, workspace, **wrong)

    assert stopped.returncode == 2
    assert named in stopped.stderr
    assert "Traceback" not in stopped.stderr


def test_a_second_process_is_refused_and_told_who_sends(shell: Shell, workspace: Workspace) -> None:
    lock = FileLock(shell.folder / "sla.db.lock")
    lock.take(datetime(2026, 3, 2, 14, 0, tzinfo=UTC))

    stopped = _serve(shell, workspace)

    assert stopped.returncode == 2
    assert "Another process sends" in stopped.stderr
    lock.release()


def _serve(shell: Shell, workspace: Workspace, **wrong: str) -> subprocess.CompletedProcess[str]:
    """Run `sla run` against the local workspace, in a process of its own."""
    tokens = {"SLACK_BOT_TOKEN": workspace.bot_token, "SLACK_APP_TOKEN": workspace.app_token}
    program = (
        "import sys\nfrom bot.cli.failures import Failure\nfrom bot.cli.running import serve\n"
        f"try:\n    serve({workspace.api_url!r})\n"
        "except Failure as failure:\n"
        "    sys.stderr.write(str(failure))\n    sys.exit(failure.code)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=shell.folder,
        env={**shell.settings, **tokens, **wrong},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
