"""Facts a person can be told: frozen, plain values. ``KINDS`` finds a class by its name."""

from bot.notices import (
    agreements,
    commitments,
    digests,
    goals,
    home,
    imports,
    leads,
    people,
    requests,
    responsibilities,
    status,
)

ROOMS = (
    people,
    leads,
    digests,
    goals,
    commitments,
    responsibilities,
    requests,
    status,
    agreements,
    home,
    imports,
)

KINDS: dict[str, type[object]] = {
    name: fact
    for room in ROOMS
    for name, fact in vars(room).items()
    if isinstance(fact, type) and fact.__module__ == room.__name__
}
