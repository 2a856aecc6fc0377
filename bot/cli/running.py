"""`sla run`: serve a real workspace until told to stop."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.app import Program
from bot.cli.database import database, settings
from bot.cli.failures import USAGE, Failure
from bot.cli.logs import write_logs
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.lines import NotConnected
from models.sender_lock import SenderLockHeld

log = logging.getLogger(__name__)


def serve(api_url: str = WebClient.BASE_URL) -> None:
    """Serve until SIGTERM or SIGINT; a second process on the same database is refused."""
    chosen = settings()
    write_logs(chosen.log_level)
    bot_token, app_token = tokens(chosen)
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with database(chosen.database_url) as opened, _explained():
        program = Program(
            opened,
            Clock(),
            bot_token=bot_token,
            app_token=app_token,
            api_url=api_url,
            admins=chosen.admin_ids,
        )
        program.start()
        log.info("ready: serving %s", program.team.name)
        stop.wait()
        program.stop()


@contextmanager
def _explained() -> Iterator[None]:
    """End with one sentence where Slack or another process does not let us start."""
    try:
        yield
    except SenderLockHeld as held:
        raise Failure(
            f"Another process sends for this database: {held.holder}. Stop it first.", code=USAGE
        ) from None
    except SlackApiError as refused:
        raise Failure(_said_by_slack(refused), code=USAGE) from None
    except (NotConnected, URLError, OSError) as unreachable:
        raise Failure(f"Slack cannot be reached: {unreachable}", code=USAGE) from None


def _said_by_slack(refused: SlackApiError) -> str:
    error = refused.response.get("error", "unknown_error")
    opens_socket = "apps.connections.open" in str(refused.response.api_url)
    name = "SLACK_APP_TOKEN" if opens_socket else "SLACK_BOT_TOKEN"
    if error == "missing_scope":
        needed = refused.response.get("needed", "")
        return f"{name}: the app lacks the scope {needed}; install it again from manifest.yml"
    return f"{name}: Slack refuses it ({error}); see README.md, step 3"


def tokens(chosen: Settings) -> tuple[str, str]:
    missing = [
        f"{name}: missing; see README.md, step 3"
        for name, token in (
            ("SLACK_BOT_TOKEN", chosen.bot_token),
            ("SLACK_APP_TOKEN", chosen.app_token),
        )
        if token is None
    ]
    if missing or chosen.bot_token is None or chosen.app_token is None:
        raise Failure(*missing, code=USAGE)
    return chosen.bot_token.get_secret_value(), chosen.app_token.get_secret_value()
