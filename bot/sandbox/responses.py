"""Response addresses: five uses within thirty minutes of the shared clock."""

import secrets
from dataclasses import dataclass, field

from bot.sandbox.errors import SlackError
from bot.sandbox.times import Times

USES = 5
SECONDS = 30 * 60


@dataclass(slots=True)
class ResponseUrl:
    token: str
    user: str
    channel: str
    made: float
    original_ts: str = ""
    thread_ts: str = ""
    uses: int = 0


@dataclass(slots=True)
class ResponseUrls:
    times: Times
    by_token: dict[str, ResponseUrl] = field(default_factory=dict)

    def make(
        self, user: str, channel: str, original_ts: str = "", thread_ts: str = ""
    ) -> ResponseUrl:
        made = ResponseUrl(
            secrets.token_hex(12), user, channel, self.times.seconds(), original_ts, thread_ts
        )
        self.by_token[made.token] = made
        return made

    def use(self, token: str) -> ResponseUrl:
        url = self.by_token.get(token)
        if url is None:
            raise SlackError("invalid_url")
        if self.times.seconds() - url.made > SECONDS:
            raise SlackError("expired_url")
        if url.uses >= USES:
            raise SlackError("used_url")
        url.uses += 1
        return url
