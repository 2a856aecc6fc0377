"""One table says what every answer of Slack means for a message, and why."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.delivery.client import NotSlack
from bot.delivery.lines import NotConnected
from bot.delivery.outcomes import FATES, REASONS, Fate, Outcome, classify

FOR_GOOD = "channel_not_found is_archived not_in_channel user_not_found user_disabled"
CONTENT = "invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text"
ACCESS = "invalid_auth token_revoked account_inactive missing_scope not_authed token_expired"
HASTE = "ratelimited rate_limited message_limit_exceeded"
UNKNOWN = "internal_error fatal_error service_unavailable request_timeout update_failed brand_new"


def answered(code: str, status: int = 200, **headers: str) -> SlackApiError:
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": code},
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        status_code=status,
    )
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]  # the SDK's own


@pytest.mark.parametrize(
    ("code", "fate"),
    [
        *((code, Fate.NO_PLACE) for code in FOR_GOOD.split()),
        *((code, Fate.BAD_CONTENT) for code in CONTENT.split()),
        *((code, Fate.NO_ACCESS) for code in ACCESS.split()),
        *((code, Fate.TOO_FAST) for code in HASTE.split()),
        *((code, Fate.UNSURE) for code in UNKNOWN.split()),
    ],
)
def test_a_code_means_its_fate(code: str, fate: Fate) -> None:
    assert classify(answered(code)).fate is fate


@pytest.mark.parametrize("code", sorted(FATES))
def test_every_code_of_the_table_has_a_reason_and_keeps_its_name(code: str) -> None:
    outcome = classify(answered(code))

    assert outcome.fate is FATES[code]
    assert outcome.code == code
    assert len(REASONS[code]) > 5


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("code", ["channel_not_found", "invalid_auth", "internal_error"])
def test_a_server_error_leaves_doubt_whatever_it_says(status: int, code: str) -> None:
    assert classify(answered(code, status)).fate is Fate.UNSURE


@pytest.mark.parametrize(
    ("failure", "fate"),
    [
        pytest.param(NotConnected("refused"), Fate.UNSENT, id="no connection: nothing was sent"),
        pytest.param(TimeoutError(), Fate.UNSURE, id="no answer"),
        pytest.param(ConnectionResetError(), Fate.UNSURE, id="the line was cut"),
        pytest.param(NotSlack("a page"), Fate.UNSURE, id="not Slack's answer"),
    ],
)
def test_a_failed_call_is_unsent_only_if_nothing_could_have_left(
    failure: Exception, fate: Fate
) -> None:
    assert classify(failure).fate is fate


@pytest.mark.parametrize("header", ["Retry-After", "retry-after", "RETRY-AFTER"])
def test_a_429_names_the_seconds_to_stay_away(header: str) -> None:
    outcome = classify(answered("ratelimited", 429, **{header: "17"}))

    assert outcome == Outcome(Fate.TOO_FAST, "ratelimited", 17)
