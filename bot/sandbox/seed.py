"""Who and what a workspace begins with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SeedPerson:
    """A member; `handle` is what others type after the @."""

    handle: str
    name: str
    email: str = ""
    tz: str = "America/Bogota"
    locale: str = "en-US"
    title: str = ""
    admin: bool = False
    guest: bool = False
    single_channel_guest: bool = False
    external: bool = False
    """Comes from another organisation through Slack Connect."""


@dataclass(frozen=True, slots=True)
class SeedChannel:
    """A channel; `members` are handles, and the bot is one of them unless `bot` is false."""

    name: str
    members: tuple[str, ...] = ()
    private: bool = False
    shared: bool = False
    bot: bool = True


@dataclass(frozen=True, slots=True)
class Seed:
    people: tuple[SeedPerson, ...]
    channels: tuple[SeedChannel, ...]
    team_id: str = "T0LOCAL"
    team_name: str = "Local"
    bot_name: str = "SLA"

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Self:
        """Read a seed from a JSON object with the same names; unknown names raise `ValueError`."""
        people = [_checked(SeedPerson, one) for one in _objects(data, "people")]
        channels = [
            _checked(
                SeedChannel, {**one, "members": tuple(cast("list[str]", one.get("members", ())))}
            )
            for one in _objects(data, "channels")
        ]
        return _checked(cls, {**data, "people": tuple(people), "channels": tuple(channels)})


def _objects(data: Mapping[str, object], key: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", data.get(key, ()))


def _checked(kind: Callable[..., T], values: Mapping[str, object]) -> T:
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"The seed does not fit: {error}.") from error
