"""What Slack sends, read as if a stranger had written it: what is not there is empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bot.views.payload import ForgedPayload, Payload
from bot.views.payload import parse as parse_payload

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed or an option chosen: ``value`` is what our view put there, or a person."""

    action_id: str
    value: str
    is_ephemeral: bool

    @property
    def payload(self) -> Payload:
        """The ids the value carries. Raises ``ForgedPayload`` for a value that is not ours."""
        return parse_payload(self.value)

    @property
    def subject_id(self) -> UUID:
        found = self.payload.id
        if found is None:
            raise ForgedPayload("no id")
        return found


def read_press(body: Json) -> Press:
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else {}
    action = first if isinstance(first, Mapping) else {}
    return Press(
        action_id=text_at(action, "action_id"),
        value=text_at(action, "value")
        or text_at(action, "selected_option", "value")
        or text_at(action, "selected_user"),
        is_ephemeral=at(body, "container", "is_ephemeral") is True,
    )


def at(body: Json, *path: str) -> object:
    """Return what lies at ``path``, or None where the path ends early."""
    found: object = body
    for name in path:
        if not isinstance(found, Mapping):
            return None
        found = found.get(name)
    return found


def text_at(body: Json, *path: str) -> str:
    """Return the text at ``path``, or nothing."""
    found = at(body, *path)
    return found if isinstance(found, str) else ""


def is_command(body: Json) -> bool:
    return "command" in body and "trigger_id" in body


def kind_of(body: Json) -> str:
    """Return "command", Slack's type of interaction, or "event_callback"."""
    return "command" if is_command(body) else text_at(body, "type")


def user_of(body: Json) -> str:
    """Return the Slack id of whoever acts: in a command, an interaction, or an event."""
    return text_at(body, "user_id") or text_at(body, "user", "id") or text_at(body, "event", "user")


def channel_of(body: Json) -> str:
    return (
        text_at(body, "channel_id")
        or text_at(body, "channel", "id")
        or text_at(body, "container", "channel_id")
        or text_at(body, "event", "channel")
    )


def teams_of(body: Json) -> set[str]:
    """Return every workspace the payload says it, its user or its form belong to."""
    named = (
        text_at(body, "team_id"),
        text_at(body, "team", "id"),
        text_at(body, "user", "team_id"),
        text_at(body, "view", "app_installed_team_id") or text_at(body, "view", "team_id"),
    )
    return {team for team in named if team}


def enterprise_of(body: Json) -> str:
    return text_at(body, "enterprise_id") or text_at(body, "enterprise", "id")


def is_from_a_bot(body: Json) -> bool:
    """Say whether an event is a bot's own words, which nobody answers."""
    event = body.get("event")
    if not isinstance(event, Mapping):
        return False
    return bool(event.get("bot_id")) or event.get("subtype") == "bot_message"
