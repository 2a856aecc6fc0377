"""The figures of the delivery protocol, in one place. Tests scale them; nothing else does."""

from dataclasses import dataclass

from bot.rules.pacing import Limit

PER_CHANNEL = Limit(1, 1.0)
POSTS = Limit(200, 60.0)
UPDATES = Limit(50, 60.0)
LOOKS = Limit(30, 60.0)
PERSON_CAP = Limit(20, 3600.0)
CHANNEL_CAP = Limit(60, 3600.0)


@dataclass(frozen=True, slots=True)
class Timings:
    """All in seconds.

    ``guard``: a claim older than this is not sent. ``timeout``: how long an answer is awaited.
    ``settles_after``: how long after the last possible send Slack's history tells the truth;
    ``looks_again_after``: the pause between two looks. ``looks_back``: how far before the first
    send a look begins, for clocks that differ. ``gap``: a silence of the sender that makes it
    look before sending. ``tell_after``: how long looking may fail before the admin hears of it.
    """

    guard: float = 5.0
    timeout: float = 10.0
    settles_after: int = 90
    looks_again_after: int = 30
    looks_back: int = 300
    gap: int = 600
    tell_after: int = 1800
    beat: float = 60.0
    probe: float = 60.0
    first_back_off: float = 5.0
    longest_back_off: float = 300.0
    trouble_after: int = 5
    per_channel: Limit = PER_CHANNEL
    posts: Limit = POSTS
    updates: Limit = UPDATES
    looks: Limit = LOOKS
    person_cap: Limit = PERSON_CAP
    channel_cap: Limit = CHANNEL_CAP
