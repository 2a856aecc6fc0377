"""Everything the workspace holds, in memory, under one lock; and how messages come and go."""

import secrets
import threading
from collections.abc import Callable, Collection

from bot.sandbox.activity import Activity
from bot.sandbox.app import BOT_USER_ID, InstalledApp
from bot.sandbox.canvases import Canvases
from bot.sandbox.channels import Channel, Channels
from bot.sandbox.errors import NotHere
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.limits import RateLimits
from bot.sandbox.messages import Content, Message, Messages, message_json, number_blocks
from bot.sandbox.modals import Modals
from bot.sandbox.people import SLACKBOT, People, Person
from bot.sandbox.responses import ResponseUrls
from bot.sandbox.seed import Seed, SeedPerson
from bot.sandbox.shapes import Payload
from bot.sandbox.stream import Stream
from bot.sandbox.times import Times
from bot.sandbox.traffic import Traffic


class State:
    def __init__(self, seed: Seed, times: Times, app: InstalledApp) -> None:
        self.lock = threading.RLock()
        self.seed, self.times, self.app = seed, times, app
        self.base = ""
        self.bot_token = f"xoxb-local-{secrets.token_hex(16)}"
        self.app_token = f"xapp-local-{secrets.token_hex(16)}"
        self.tickets: set[str] = set()
        self.stream = Stream()
        self.traffic = Traffic(
            times.now, lambda entry: self.stream.tell("traffic", {"entry": entry})
        )
        self.activity = Activity()
        self.faults = Faults()
        self.limits = RateLimits(times.elapsed)
        self.people = People.of(seed.people, seed.team_id, SeedPerson(app.handle, app.name))
        self.channels = Channels(seed.team_id, times)
        self.messages, self.files, self.canvases = Messages(), Files(), Canvases()
        self.modals = Modals(seed.team_id, times)
        self.responses = ResponseUrls(times)
        self._late: list[tuple[float, Callable[[], object]]] = []
        self._settle_in(seed)

    def _settle_in(self, seed: Seed) -> None:
        for one in seed.channels:
            members = [self.people.find(handle).id for handle in one.members]
            members += [BOT_USER_ID] if one.bot else []
            self.channels.add(one.name, members, private=one.private, shared=one.shared)
        for person in self.people.humans():
            self.channels.dm(person)

    def ticket(self) -> str:
        """Make what opens one socket, once."""
        made = secrets.token_urlsafe(16)
        self.tickets.add(made)
        return made

    def conversation(self, reference: str, user: Person | None = None) -> Channel:
        """Find a channel, or a conversation with the app: `@ana`, or `dm` for this person's."""
        if reference == "dm" and user:
            return self.channels.dm(user)
        if reference.startswith("@"):
            channel = self.channels.dm(self.people.find(reference))
        else:
            channel = self.channels.find(reference)
        if user and not channel.seen_by(user.id):
            raise NotHere(f"There is no channel called {reference!r} here.")
        return channel

    def audience(self, channel: Channel, only: str = "") -> Collection[str] | None:
        if only or channel.is_dm:
            return [only or channel.user]
        return channel.members if channel.private else None

    def say(
        self,
        channel: Channel,
        user: str,
        content: Content,
        *,
        thread_ts: str = "",
        ephemeral_for: str = "",
        via: str = "",
    ) -> Message:
        """Put a message into a conversation and tell those who see it."""
        message = Message(channel.id, self.times.stamp(), user, content, self.seed.team_id)
        message.thread_ts, message.ephemeral_for = thread_ts, ephemeral_for
        message.notice = user == SLACKBOT
        self.messages.add(message)
        self._tell("message", message, via)
        parent = self.messages.find(channel.id, thread_ts) if thread_ts else None
        if parent and not ephemeral_for:
            self._tell("message_changed", parent)
        return message

    def notice(self, channel: Channel, user: str, text: str, via: str = "") -> None:
        """Show one person a sentence of the workspace itself."""
        self.say(channel, SLACKBOT, Content(text), ephemeral_for=user, via=via)

    def changed(self, message: Message, via: str = "") -> None:
        number_blocks(message.content.blocks)
        self._tell("message_changed", message, via)

    def remove(self, message: Message, via: str = "") -> None:
        self.messages.drop(message)
        channel = self.channels.by_id[message.channel]
        data: Payload = {"channel": message.channel, "ts": message.ts}
        if message.ephemeral_for:
            data["ephemeral_for"] = message.ephemeral_for
        audience = self.audience(channel, message.ephemeral_for)
        self.stream.tell("message_deleted", data, audience, via)

    def shown(self, message: Message) -> Payload:
        """Show a message as the control API does."""
        shown = message_json(message, self.messages.replies(message.channel, message.ts))
        shown["channel"] = message.channel
        if message.ephemeral_for:
            shown["ephemeral_for"] = message.ephemeral_for
        if message.notice:
            shown["notice"] = True
        return shown

    def _tell(self, kind: str, message: Message, via: str = "") -> None:
        channel = self.channels.by_id[message.channel]
        data = {"channel": message.channel, "message": self.shown(message)}
        self.stream.tell(kind, data, self.audience(channel, message.ephemeral_for), via)

    def tell_modals(self, user: str) -> None:
        stack = [view.json() for view in self.modals.stack(user)]
        data = {"user": user, "modal": stack[-1] if stack else None, "stack": stack}
        self.stream.tell("view", data, [user])

    def tell_home(self, user: str) -> None:
        home = self.modals.homes.get(user)
        self.stream.tell("home", {"user": user, "home": home.json() if home else None}, [user])

    def later(self, seconds: float, work: Callable[[], object]) -> None:
        """Do something once the shared clock has moved on."""
        self._late.append((self.times.seconds() + seconds, work))

    def catch_up(self) -> None:
        """Do what `later` was asked for and is due."""
        due = [one for one in self._late if one[0] <= self.times.seconds()]
        self._late = [one for one in self._late if one not in due]
        for _, work in due:
            work()
