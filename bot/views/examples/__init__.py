"""An example of everything people can be shown; ``sla preview`` prints them, a test sweeps them."""

from collections.abc import Iterator, Mapping

from bot.views import render
from bot.views.examples import (
    absence,
    agreements,
    clocks,
    commitments,
    departures,
    digests,
    goals,
    home,
    imports,
    leads,
    leaving,
    mentions,
    patterns,
    rejections,
    reminders,
    requests,
    responsibilities,
    rota,
    status,
    undone,
)
from bot.views.examples.cast import READERS
from bot.views.message import Message

EXAMPLES: Mapping[str, object] = {
    **leads.EXAMPLES,
    **rejections.EXAMPLES,
    **clocks.EXAMPLES,
    **undone.EXAMPLES,
    **digests.EXAMPLES,
    **status.EXAMPLES,
    **goals.EXAMPLES,
    **commitments.EXAMPLES,
    **responsibilities.EXAMPLES,
    **rota.EXAMPLES,
    **requests.EXAMPLES,
    **agreements.EXAMPLES,
    **home.EXAMPLES,
    **departures.EXAMPLES,
    **imports.EXAMPLES,
    **absence.EXAMPLES,
    **patterns.EXAMPLES,
    **reminders.EXAMPLES,
    **mentions.EXAMPLES,
    **leaving.EXAMPLES,
}


def previews() -> Iterator[tuple[str, str, Message]]:
    """Yield every example in every language: its name, the language, the message."""
    for name, notice in EXAMPLES.items():
        for reader in READERS:
            yield name, reader.language, render(notice, reader)
