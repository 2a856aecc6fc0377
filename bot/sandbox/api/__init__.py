"""The Web API: which methods there are, and one call from token to answer."""

from bot.sandbox.api import chat, conversations, team, things, users, views
from bot.sandbox.api.call import Call, Method
from bot.sandbox.arguments import Arguments
from bot.sandbox.errors import RateLimited, SlackError
from bot.sandbox.scopes import NEEDED
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

METHODS: dict[str, Method] = {
    **chat.METHODS,
    **conversations.METHODS,
    **team.METHODS,
    **things.METHODS,
    **users.METHODS,
    **views.METHODS,
}
_WITHOUT_TOKEN = frozenset({"api.test", "blocks.validate"})
_WITH_APP_TOKEN = frozenset({"apps.connections.open"})


def answer(
    state: State, method: str, args: Arguments, token: str, lag: float = 0
) -> tuple[int, Payload, dict[str, str]]:
    """Do what the method says; return the status, the body and extra headers."""
    with state.lock:
        try:
            _admit(state, method, token)
            state.limits.call(method)
            body = METHODS[method](Call(state, args, lag))
        except RateLimited as refusal:
            return 429, refusal.body(), {"Retry-After": str(refusal.retry_after)}
        except SlackError as refusal:
            return 200, refusal.body(), {}
        return 200, {"ok": True, **body}, {}


def _admit(state: State, method: str, token: str) -> None:
    if method not in METHODS:
        raise SlackError("unknown_method", req_method=method)
    if method in _WITHOUT_TOKEN:
        return
    if not token:
        raise SlackError("not_authed")
    by_app = token == state.app_token
    if not by_app and token != state.bot_token and not token.startswith("xwfp-local-"):
        raise SlackError("invalid_auth")
    if by_app != (method in _WITH_APP_TOKEN):
        raise SlackError("not_allowed_token_type")
    Call(state, Arguments({})).need(*NEEDED.get(method, ()))


__all__ = ["METHODS", "answer"]
