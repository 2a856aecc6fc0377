"""Whether Slack lets us work at all; if not, one small question a minute until it does."""

import logging
import math
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot.clock import Clock
from bot.delivery.outcomes import FAILURES

log = logging.getLogger(__name__)


class Access:
    """A refused token stops all sending: the messages wait, and health turns red."""

    def __init__(self, client: WebClient, clock: Clock, probe: float) -> None:
        self._client = client
        self._clock = clock
        self._probe = probe
        self._probe_at = 0.0
        self.refused = ""

    def refuse(self, code: str) -> None:
        """Note that Slack refused us, with its code."""
        if not self.refused:
            log.error("Slack refuses the bot (%s): nothing is sent until it is let in", code)
        self.refused = code
        self._probe_at = self._clock.elapsed() + self._probe

    def is_open(self) -> bool:
        """Say whether we may work; while refused, ask Slack again when it is time."""
        if not self.refused:
            return True
        if self._clock.elapsed() < self._probe_at:
            return False
        self._probe_at = self._clock.elapsed() + self._probe
        try:
            self._client.auth_test()
        except FAILURES:
            return False
        log.info("Slack lets the bot in again")
        self.refused = ""
        return True

    def next_probe(self) -> datetime:
        ahead = max(0.0, self._probe_at - self._clock.elapsed())
        return self._clock.now() + timedelta(seconds=math.ceil(ahead))
