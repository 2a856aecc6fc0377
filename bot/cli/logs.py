"""Log lines: English, one line each, without lead data or secrets."""

import logging

# These write whole requests and messages: lead data, and on bad signatures the body.
TALKATIVE = ("slack_sdk", "slack_bolt", "apscheduler", "sqlalchemy", "urllib3", "uvicorn")


def write_logs(level: str) -> None:
    lines = logging.StreamHandler()
    lines.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[lines])
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


class Discreet(logging.Formatter):
    """Writes a traceback without the row that PostgreSQL refused."""

    def formatException(self, ei: object) -> str:  # noqa: N802  the name is logging's
        written = super().formatException(ei)  # type: ignore[arg-type]  # handed on as it is
        return "\n".join(
            line for line in written.splitlines() if not line.lstrip().startswith("DETAIL:")
        )
