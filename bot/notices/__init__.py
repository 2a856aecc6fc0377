"""Facts a person can be told: frozen, plain values. ``KINDS`` finds a class by its name."""

from bot.notices import commitments, digests, goals, imports, leads, people, responsibilities, status

KINDS: dict[str, type[object]] = {
    name: fact
    for room in (people, leads, digests, goals, commitments, responsibilities, status)
    for name, fact in vars(room).items()
    if isinstance(fact, type) and fact.__module__ == room.__name__
}
