"""What an answer of Slack means for a message: one table, every code with its reason.

A code that is not in the table leaves the message's fate unknown: Slack may have posted it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.delivery.lines import NotConnected
from bot.rules.retry import retry_after


class Fate(StrEnum):
    SENT = "sent"
    TOO_FAST = "too fast"
    UNSENT = "unsent"
    NO_PLACE = "no place"
    BAD_CONTENT = "bad content"
    NO_ACCESS = "no access"
    UNSURE = "unsure"


CANNOT_WORD = "cannot_be_rendered"

_TOO_FAST = {
    "ratelimited": "the method was called too often",
    "rate_limited": "too many messages from this app",
    "message_limit_exceeded": "the whole team posts too much for its plan",
}

_NO_PLACE = {
    "channel_not_found": "no such channel, or it became private",
    "channel_is_limited_access": "the channel is closed to apps",
    "is_archived": "the channel was archived",
    "is_inactive": "the channel is frozen, archived or deleted",
    "not_in_channel": "the bot was taken out of the channel",
    "restricted_action": "an administrator forbids posting there",
    "restricted_action_read_only_channel": "the channel is read-only",
    "restricted_action_thread_only_channel": "the channel takes threads only",
    "restricted_action_thread_locked": "the thread was locked",
    "restricted_action_non_threadable_channel": "the channel takes no threads",
    "posting_to_channel_denied": "an administrator forbids posting there",
    "user_not_found": "no such person",
    "user_not_visible": "the bot may not see this person",
    "user_disabled": "the person was deactivated",
    "users_not_found": "no such person",
    "account_disabled": "the person was deactivated",
    "cannot_dm_bot": "apps cannot write to apps",
    "messages_tab_disabled": "the app's own messages are switched off",
    "invalid_user_combination": "the person shares no channel with the app",
    "method_not_supported_for_channel_type": "this kind of conversation takes no messages",
    "team_not_found": "the team of the channel is not known",
    "team_access_not_granted": "the app is not installed in that team",
    "external_channel_migrating": "the shared channel is being moved",
    "shared_channel": "the channel is shared with another organisation",
    "is_stranger": "the person belongs to another organisation",
    "message_not_found": "the message to rewrite was deleted",
    "thread_not_found": "the message to answer was deleted",
    "cant_update_message": "the message to rewrite is not ours",
    "edit_window_closed": "the team forbids late edits",
}

_BAD_CONTENT = {
    "invalid_blocks": "Slack refuses the blocks",
    "invalid_blocks_format": "Slack cannot read the blocks",
    "msg_blocks_too_long": "the blocks are too long",
    "msg_too_long": "the text is too long",
    "no_text": "nothing to say",
    "block_mismatch": "these blocks cannot replace those",
    "markdown_text_conflict": "two kinds of text at once",
    "too_many_attachments": "more attachments than Slack takes",
    "too_many_contact_cards": "more contact cards than Slack takes",
    "attachment_payload_limit_exceeded": "attachments too long",
    "invalid_attachments": "Slack refuses the attachments",
    "invalid_metadata_format": "Slack cannot read the marker",
    "invalid_metadata_schema": "Slack refuses the marker",
    "metadata_too_large": "the marker is too long",
    "metadata_must_be_sent_from_app": "the marker needs an app's token",
    "invalid_arguments": "the call is malformed",
    "invalid_arg_name": "the call is malformed",
    "invalid_array_arg": "the call is malformed",
    "invalid_charset": "the call is malformed",
    "invalid_form_data": "the call is malformed",
    "invalid_post_type": "the call is malformed",
    "missing_post_type": "the call is malformed",
    "invalid_json": "the call is malformed",
    "json_not_object": "the call is malformed",
    "cannot_reply_to_message": "that message takes no replies",
    CANNOT_WORD: "our own view failed",
}

_NO_ACCESS = {
    "invalid_auth": "the token is not valid",
    "not_authed": "no token was given",
    "token_revoked": "the token was revoked",
    "token_expired": "the token ran out",
    "account_inactive": "the app was uninstalled or its team deleted",
    "missing_scope": "the app lacks a permission",
    "no_permission": "the app lacks a permission",
    "not_allowed_token_type": "a token of the wrong kind",
    "access_denied": "access was refused",
    "accesslimited": "access to this method was limited",
    "ekm_access_denied": "an administrator suspended the app",
    "org_login_required": "the organisation is being moved",
    "two_factor_setup_required": "the account has to set up its second factor",
    "unknown_method": "Slack does not know the method",
    "method_deprecated": "Slack withdrew the method",
}

REASONS = _TOO_FAST | _NO_PLACE | _BAD_CONTENT | _NO_ACCESS

FATES = (
    dict.fromkeys(_TOO_FAST, Fate.TOO_FAST)
    | dict.fromkeys(_NO_PLACE, Fate.NO_PLACE)
    | dict.fromkeys(_BAD_CONTENT, Fate.BAD_CONTENT)
    | dict.fromkeys(_NO_ACCESS, Fate.NO_ACCESS)
)

FAILURES = (SlackClientError, HTTPException, OSError)
"""All that a call may raise, short of a mistake of ours."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call; ``wait`` is the seconds Slack asks us to stay away."""

    fate: Fate
    code: str = ""
    wait: int = 0
    ts: str = ""


def classify(failure: BaseException) -> Outcome:
    """Say what a failed call means for its message."""
    if isinstance(failure, NotConnected):
        return Outcome(Fate.UNSENT, "not_connected")
    if not isinstance(failure, SlackApiError):
        return Outcome(Fate.UNSURE, type(failure).__name__)
    status, code = failure.response.status_code, str(failure.response.get("error", ""))
    if status == 429:
        return _too_fast(code, failure.response.headers)
    if status >= 500:
        return Outcome(Fate.UNSURE, f"http_{status}")
    fate = FATES.get(code, Fate.UNSURE)
    if fate is Fate.TOO_FAST:
        return _too_fast(code, failure.response.headers)
    return Outcome(fate, code)


def _too_fast(code: str, headers: Mapping[str, str]) -> Outcome:
    asked = {name.lower(): value for name, value in headers.items()}.get("retry-after")
    return Outcome(Fate.TOO_FAST, code or "ratelimited", retry_after(asked))
