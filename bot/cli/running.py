"""`sla run`: serve a real workspace until told to stop."""

import logging
import signal
from threading import Event

from bot.app import Program
from bot.cli.database import database, settings
from bot.cli.failures import USAGE, Failure
from bot.cli.logs import write_logs
from bot.clock import Clock
from bot.config import Settings
from models.sender_lock import SenderLockHeld

log = logging.getLogger(__name__)


def serve() -> None:
    """Serve until SIGTERM or SIGINT; a second process on the same database is refused."""
    chosen = settings()
    write_logs(chosen.log_level)
    bot_token, app_token = tokens(chosen)
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with database(chosen.database_url) as opened:
        program = Program(
            opened,
            Clock(),
            bot_token=bot_token,
            app_token=app_token,
            admins=chosen.admin_ids,
        )
        try:
            program.start()
        except SenderLockHeld as held:
            raise Failure(
                f"Another process sends for this database: {held.holder}.", code=USAGE
            ) from None
        log.info("ready: serving %s", program.team.name)
        stop.wait()
        program.stop()


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
