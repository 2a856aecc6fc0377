"""What makes an agreement impossible to keep."""

from dataclasses import dataclass

from bot.rules.refusals import Refusal

LANGUAGES = ("en", "es")


class NameMissing(Refusal):
    """An agreement is known by its name."""


@dataclass
class NameTooLong(Refusal):
    limit: int


@dataclass
class NameTaken(Refusal):
    """Another agreement of the workspace has this name."""

    name: str


@dataclass
class ChannelShared(Refusal):
    """People of another organisation read this channel, or will."""

    channel: str


class ChannelUnknown(Refusal):
    """The bot was not invited to this channel, so it cannot tell who reads it."""


@dataclass
class ChannelTaken(Refusal):
    """The channel is another agreement's working channel, or this agreement differs."""

    channel: str
    agreement: str


@dataclass
class UnknownKind(Refusal):
    kind: str


@dataclass
class UnknownLanguage(Refusal):
    language: str
    known: tuple[str, ...] = LANGUAGES


@dataclass
class UnknownCurrency(Refusal):
    """A currency is written as its three letters, such as COP."""

    currency: str


@dataclass
class UnknownCountry(Refusal):
    """A country is written as its two letters, such as CO."""

    country: str


@dataclass
class UnknownRegion(Refusal):
    country: str
    region: str
    known: tuple[str, ...]


@dataclass
class WindowMissing(Refusal):
    """An agreement promises at least this stage."""

    stage: str


@dataclass
class WindowTwice(Refusal):
    stage: str


@dataclass
class UnknownStage(Refusal):
    stage: str


@dataclass
class WindowNotPositive(Refusal):
    """A window of no time, or less, is missed before it starts."""

    stage: str


@dataclass
class WindowTooLong(Refusal):
    stage: str


@dataclass
class BadReminders(Refusal):
    """Reminders are per cent of the window: above 0, below 100, each later than the one before."""

    stage: str


@dataclass
class LadderOutOfOrder(Refusal):
    """After the miss comes the manager, then the offer to reassign; neither before the miss."""

    stage: str


@dataclass
class SideWithoutLead(Refusal):
    """A side that nobody speaks for can promise nothing."""

    party: str


class NoRep(Refusal):
    """Without reps there is nobody to give a lead to."""


@dataclass
class LeadsBothSides(Refusal):
    """An agreement takes two: one person cannot speak for both sides."""

    name: str


@dataclass
class OnBothSides(Refusal):
    name: str


@dataclass
class NoSuchPeople(Refusal):
    """These are not known in the workspace."""

    names: tuple[str, ...]
