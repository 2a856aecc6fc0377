"""Log lines: English, one line each, without lead data or secrets."""

import logging

# These write whole requests and messages: lead data, and on bad signatures the body.
TALKATIVE = ("slack_sdk", "slack_bolt", "apscheduler", "sqlalchemy", "urllib3", "uvicorn")


def write_logs(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
