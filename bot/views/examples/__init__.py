"""An example of everything people can be shown; ``sla preview`` prints them, a test sweeps them."""

from collections.abc import Iterator, Mapping

from bot.views import render
from bot.views.examples import (
    agreements,
    clocks,
    commitments,
    digests,
    goals,
    home,
    imports,
    leads,
    requests,
    responsibilities,
    status,
)
from bot.views.examples.cast import READERS
from bot.views.message import Message

EXAMPLES: Mapping[str, object] = {
    **leads.EXAMPLES,
    **clocks.EXAMPLES,
    **digests.EXAMPLES,
    **status.EXAMPLES,
    **goals.EXAMPLES,
    **commitments.EXAMPLES,
    **responsibilities.EXAMPLES,
    **requests.EXAMPLES,
    **agreements.EXAMPLES,
    **home.EXAMPLES,
    **imports.EXAMPLES,
}


def previews() -> Iterator[tuple[str, str, Message]]:
    """Yield every example in every language: its name, the language, the message."""
    for name, notice in EXAMPLES.items():
        for reader in READERS:
            yield name, reader.language, render(notice, reader)
