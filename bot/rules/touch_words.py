"""A follow-up as typed, taken apart: the channel, the outcome, and what stands around them."""

from dataclasses import dataclass

from bot.rules.terms import Channel, Outcome
from bot.rules.value_words import CHANNELS, OUTCOMES
from bot.rules.vocabulary import Found

AROUND = " ,;:-"


@dataclass(frozen=True, slots=True)
class TouchWords:
    """The first channel and the first outcome, and the text before, between and after them.

    ``tail`` is all that follows the first of the two, ``whole`` the text itself; ``channel_last``
    says that the channel is the second. What is missing is asked for.
    """

    channel: Channel | None = None
    outcome: Outcome | None = None
    before: str = ""
    between: str = ""
    after: str = ""
    tail: str = ""
    whole: str = ""
    channel_last: bool = False

    @property
    def is_complete(self) -> bool:
        return self.channel is not None and self.outcome is not None


def parse_touch(text: str) -> TouchWords:
    """`L-0042 llamada no contestó`, in any order; a later channel or outcome is part of a note.

    An outcome may hold the name of a channel: in "reunión agendada" nobody has met yet. Raises
    TooLong.
    """
    outcome, channel = OUTCOMES.first_in(text), CHANNELS.first_in(text)
    if outcome is None:
        return _only_channel(channel, text)
    if channel and (head := CHANNELS.first_in(outcome.before)):
        return TouchWords(
            head.meaning,
            outcome.meaning,
            before=_tidy(head.before),
            between=_tidy(head.after),
            after=_tidy(outcome.after),
            tail=_tidy(channel.after),
            whole=_tidy(text),
        )
    last = CHANNELS.first_in(outcome.after)
    return TouchWords(
        last.meaning if last else None,
        outcome.meaning,
        before=_tidy(outcome.before),
        between=_tidy(last.before) if last else "",
        after=_tidy(last.after if last else outcome.after),
        tail=_tidy(outcome.after),
        whole=_tidy(text),
        channel_last=last is not None,
    )


def _only_channel(channel: Found[Channel] | None, text: str) -> TouchWords:
    whole = _tidy(text)
    if channel is None:
        return TouchWords(after=whole, tail=whole, whole=whole)
    before, after = _tidy(channel.before), _tidy(channel.after)
    return TouchWords(channel.meaning, before=before, after=after, tail=after, whole=whole)


def _tidy(text: str) -> str:
    return text.strip(AROUND)
