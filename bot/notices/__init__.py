"""Facts a person can be told: frozen, plain values. ``KINDS`` finds a class by its name."""

from bot.notices import (
    absence,
    agreements,
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
    people,
    rejections,
    reminders,
    requests,
    responsibilities,
    rota,
    status,
    undone,
)

ROOMS = (
    people,
    leads,
    rejections,
    undone,
    digests,
    goals,
    commitments,
    departures,
    responsibilities,
    rota,
    requests,
    status,
    agreements,
    home,
    imports,
    absence,
    patterns,
    reminders,
    mentions,
    leaving,
)

KINDS: dict[str, type[object]] = {
    name: fact
    for room in ROOMS
    for name, fact in vars(room).items()
    if isinstance(fact, type) and fact.__module__ == room.__name__
}
