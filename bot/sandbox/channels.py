"""Conversations: channels, and each person's own with the app."""

from dataclasses import dataclass, field

from bot.sandbox.app import BOT_USER_ID, handle_of
from bot.sandbox.errors import NotHere
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.times import Times


@dataclass(slots=True)
class Channel:
    id: str
    name: str
    team_id: str
    created: int
    private: bool = False
    members: list[str] = field(default_factory=list)
    user: str = ""
    """The other side, when this is a person's conversation with the app."""
    archived: bool = False
    shared: bool = False
    pending_shared: bool = False
    canvas_id: str = ""

    @property
    def is_dm(self) -> bool:
        return bool(self.user)

    @property
    def kind(self) -> str:
        """Name the kind as scopes do: `channels`, `groups` or `im`."""
        return "im" if self.is_dm else "groups" if self.private else "channels"

    @property
    def has_bot(self) -> bool:
        return self.is_dm or BOT_USER_ID in self.members

    def seen_by(self, user_id: str) -> bool:
        """Say whether this person can read it."""
        if self.is_dm:
            return self.user == user_id
        return not self.private or user_id in self.members


@dataclass(slots=True)
class Channels:
    team_id: str
    times: Times
    by_id: dict[str, Channel] = field(default_factory=dict)

    def add(self, name: str, members: list[str], *, private: bool, shared: bool) -> Channel:
        stem = "C0" + "".join(one for one in handle_of(name).upper() if one.isalnum())
        while stem in self.by_id:
            stem += "X"
        created = int(self.times.seconds())
        channel = Channel(stem, name, self.team_id, created, private, members, shared=shared)
        self.by_id[channel.id] = channel
        return channel

    def dm(self, person: Person) -> Channel:
        """Open (or find) this person's conversation with the app."""
        dm_id = "D" + person.id[1:]
        if dm_id not in self.by_id:
            self.by_id[dm_id] = Channel(
                dm_id, "", self.team_id, int(self.times.seconds()), user=person.id
            )
        return self.by_id[dm_id]

    def find(self, reference: str) -> Channel:
        """Find a channel by name (with or without #) or id."""
        wanted = reference.removeprefix("#")
        for channel in self.by_id.values():
            if wanted == channel.id or (wanted == channel.name and not channel.is_dm):
                return channel
        raise NotHere(f"There is no channel called {reference!r} here.")


def channel_json(channel: Channel) -> Payload:
    """Show a conversation as `conversations.info` does."""
    if channel.is_dm:
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "is_archived": channel.archived,
            "is_org_shared": False,
            "is_open": True,
            "user": channel.user,
            "context_team_id": channel.team_id,
            "updated": channel.created * 1000,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.private,
        "is_group": channel.private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.private,
        "is_archived": channel.archived,
        "is_general": False,
        "is_member": channel.has_bot,
        "is_shared": channel.shared,
        "is_org_shared": False,
        "is_ext_shared": channel.shared,
        "is_pending_ext_shared": channel.pending_shared,
        "created": channel.created,
        "creator": channel.members[0] if channel.members else "",
        "num_members": len(channel.members),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "context_team_id": channel.team_id,
        "unlinked": 0,
        "previous_names": [],
        "updated": channel.created * 1000,
    }
