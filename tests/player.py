"""Somebody of the cast, and what they do and read."""

from dataclasses import dataclass, field

from tests.shown import Outcome, Shown, Stage


@dataclass
class Player:
    """A person of the cast at their keyboard."""

    world: Stage
    handle: str
    seen: set[str] = field(default_factory=set)

    def types(self, text: str, *, channel: str = "ventas") -> Outcome:
        body = {"user": self.handle, "channel": channel, "text": text}
        return self.world.act(self.handle, "command", body)

    def says(self, text: str, *, channel: str = "ventas", below: Shown | None = None) -> Shown:
        """Say something in a channel, or in the thread of a message; return what was said."""
        body = {"user": self.handle, "channel": channel, "text": text}
        thread = {"thread_ts": below.raw["ts"]} if below else {}
        outcome = self.world.act(self.handle, "say", body | thread)
        return Shown(self.world, self.handle, {"channel": channel}, outcome.raw["message"])

    def submits(self, **values: object) -> Outcome:
        """Fill in the form that is open and send it."""
        fields = {f"field.{name}": value for name, value in values.items()}
        return self.world.act(self.handle, "submit", {"user": self.handle, "values": fields})

    def sees(self, *words: str) -> Shown:
        """Read the next message in the conversation with the bot; it says all of the words."""
        unread = self.unread()
        assert unread, f"{self.handle} was told nothing; expected {words}"
        self.seen.add(unread[0].raw["ts"])
        return unread[0].says(*words)

    def sees_nothing(self) -> None:
        assert not self.unread(), f"{self.handle} was told: {self.unread()[0].words}"

    def reads_all(self) -> list[Shown]:
        """Read everything there is; for stories that are about something else."""
        unread = self.unread()
        self.seen |= {each.raw["ts"] for each in unread}
        return unread

    def unread(self) -> list[Shown]:
        place = {"dm": self.handle}
        return [
            Shown(self.world, self.handle, place, each)
            for each in self.world.messages(place)
            if each["ts"] not in self.seen and each.get("user") == self.world.bot_user
            if "ephemeral_for" not in each and not each.get("notice")
        ]
