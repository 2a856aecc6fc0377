"""What the bot answers in a channel, below the message that asked it by name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionHelp:
    """What it can be asked; ``understood`` says whether that was the question."""

    understood: bool = True


@dataclass(frozen=True, slots=True)
class MentionElsewhere:
    """Asked in a channel that others read too: it answers in the agreement's own."""

    agreement: str
    channel_id: str


@dataclass(frozen=True, slots=True)
class MentionRefused:
    """To whoever has no part here; ``why`` is the refusal's name."""

    why: str
