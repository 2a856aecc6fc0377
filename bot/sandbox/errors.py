"""What can go wrong, by who asked: the bot (`SlackError`) or a person (`Refused`)."""

from collections.abc import Sequence

from bot.sandbox.shapes import Payload


class PortInUse(OSError):  # noqa: N818  named for what happened
    """Another program already listens on this port."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__(f"Port {port} is taken by another program; choose another one.")


class SlackError(Exception):
    """An answer `{"ok": false, "error": code}` of the Web API."""

    def __init__(self, code: str, *, messages: Sequence[str] = (), **extra: object) -> None:
        super().__init__(code)
        self.code = code
        self.messages = list(messages)
        self.extra = extra

    def body(self) -> Payload:
        body: Payload = {"ok": False, "error": self.code, **self.extra}
        if self.messages:
            body["errors"] = self.messages
            body["response_metadata"] = {"messages": [f"[ERROR] {text}" for text in self.messages]}
        return body


class RateLimited(SlackError):  # noqa: N818  named for what happened
    """Too many calls; `retry_after` seconds from now there is room again."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


class Refused(Exception):  # noqa: N818  named for what happened
    """A control call that cannot be done; the sentence says why."""

    status = 400

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotHere(Refused):
    """The thing named does not exist, or this person cannot see it."""

    status = 404


class NotNow(Refused):
    """The thing named exists but cannot do this at present."""

    status = 409
