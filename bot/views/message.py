"""What is sent to Slack: a sentence for notifications and screen readers, and blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.views.blocks import Block, section
from bot.views.escape import Markup

LONGEST_TEXT = 3_000
MOST_BLOCKS = 50


class MessageTooLarge(ValueError):  # noqa: N818  named for the mistake
    """A view made more than Slack takes; the view has to be changed."""


@dataclass(frozen=True, slots=True)
class Message:
    """``text`` is a full sentence that says it all where blocks are not shown."""

    text: Markup
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not 0 < len(self.text) <= LONGEST_TEXT:
            raise MessageTooLarge(f"text of {len(self.text)} characters")
        if len(self.blocks) > MOST_BLOCKS:
            raise MessageTooLarge(f"{len(self.blocks)} blocks")


def plain_message(text: Markup) -> Message:
    """Return a message of one paragraph without buttons."""
    return Message(text, [section(text)])


def lines(parts: Iterable[Markup | None]) -> Markup:
    """Return the parts that are there, one a line."""
    return Markup("\n".join(part for part in parts if part))


def sentences(parts: Iterable[Markup | None]) -> Markup:
    """Return whole sentences, one after the other."""
    return Markup(" ".join(part for part in parts if part))


def facts(parts: Iterable[Markup | None]) -> Markup:
    """Return short facts side by side, as in "L-7K3F · Acme"."""
    return Markup(" · ".join(part for part in parts if part))


def paragraphs(parts: Sequence[Markup]) -> list[Block]:
    """Return as few sections as hold all lines, none longer than Slack takes."""
    blocks: list[Block] = []
    held: list[Markup] = []
    for part in parts:
        if held and len(lines([*held, part])) > LONGEST_TEXT:
            blocks.append(section(lines(held)))
            held = []
        held.append(part)
    return [*blocks, section(lines(held))] if held else blocks
