"""SMART, letter by letter: what a promise or a goal lacks before anybody can be held to it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.rules.goals import MILESTONES
from bot.rules.refusals import Refusal

FEWEST_WORDS = 2
LONGEST_TEXT = 500
LONGEST_NAME = 80
FAR_ABOVE = 2
"""Times the best kept so far; beyond that a number is asked how it can be reached."""
LONGEST_PERIOD = 3_660
"""Days; a goal set for later than ten years has no date anybody will keep."""


class Letter(StrEnum):
    """S says what, M how it is measured, A whether it can be done, R why, T by when."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ATTAINABLE = "A"
    RELEVANT = "R"
    TIMED = "T"


@dataclass
class NotSmart(Refusal):
    """It is too vague to hold anybody to it; ``letters`` are the ones it lacks, in order."""

    letters: tuple[Letter, ...]


@dataclass
class FarAboveBest(Refusal):
    """A, attainable, is missing: far more than was ever kept, and not a word on how.

    ``best`` is the most of it that whoever promises has kept.
    """

    asked: Decimal
    best: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A promise as somebody typed it. ``goal`` is a goal's id or name; ``owner`` a person.

    ``is_checkable`` says that its result is a plain yes or no; without an owner it is the
    actor's own promise. ``how`` says how a number can be reached that is far above what was kept
    before; ``of_party`` that the owner, its lead, promises for their whole side.
    """

    text: str
    owner: str | None = None
    quantity: Decimal | None = None
    unit: str = ""
    is_checkable: bool = False
    due_at: datetime | None = None
    goal: str | None = None
    reason: str = ""
    how: str = ""
    of_party: bool = False


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal as somebody typed it; both days are included.

    Left out, the first day is today, the party the actor's, the owner the actor. ``total`` is
    what has been reached before the goal is made; ``milestones`` are per cent.
    """

    name: str
    target: Decimal | None = None
    ends_on: date | None = None
    unit: str = ""
    starts_on: date | None = None
    party: str | None = None
    owner: str | None = None
    direction: str = "at_least"
    total: Decimal = field(default=Decimal(0))
    milestones: tuple[int, ...] = MILESTONES


def lacks(draft: CommitmentDraft, *, now: datetime) -> tuple[Letter, ...]:
    """Return the letters a promise lacks but A, for which ``is_far_above`` needs its past."""
    kept = (
        (Letter.SPECIFIC, is_specific(draft.text)),
        (Letter.MEASURABLE, is_measurable(draft)),
        (Letter.RELEVANT, bool((draft.goal or "").strip() or draft.reason.strip())),
        (Letter.TIMED, draft.due_at is not None and draft.due_at > now),
    )
    return tuple(letter for letter, holds in kept if not holds)


def goal_lacks(draft: GoalDraft, *, target: Decimal | None, today: date) -> tuple[Letter, ...]:
    """Return the letters a goal lacks; ``target`` is the draft's as it can be kept."""
    kept = (
        (Letter.SPECIFIC, bool(_words(draft.name))),
        (Letter.MEASURABLE, target is not None and target > 0),
        (Letter.TIMED, _ends_in_time(draft, today)),
    )
    return tuple(letter for letter, holds in kept if not holds)


def _ends_in_time(draft: GoalDraft, today: date) -> bool:
    """A goal may end today, but neither before it starts nor beyond what anybody plans."""
    if draft.ends_on is None:
        return False
    starts_on = draft.starts_on or today
    length = (draft.ends_on - starts_on).days
    return draft.ends_on >= today and 0 <= length < LONGEST_PERIOD


def is_specific(text: str) -> bool:
    """Say whether at least two words are left once the vague ones are taken away."""
    return len([word for word in _words(text) if word not in VAGUE]) >= FEWEST_WORDS


def is_measurable(draft: CommitmentDraft) -> bool:
    """Say whether there is a number above zero, or a result that can be checked."""
    return draft.is_checkable or (draft.quantity is not None and draft.quantity > 0)


def is_far_above(asked: Decimal | None, best: Decimal | None) -> bool:
    """Say whether a number is so far above the best kept so far that it has to be explained."""
    return asked is not None and best is not None and best > 0 and asked > FAR_ABOVE * best


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


VAGUE = frozenset(
    _words(
        "mejorar mejor mejores más hacer cosas algo avanzar apoyar ayudar intentar tratar pronto"
        " bien todo todos mucho seguir trabajar lo la las los el de del en con y a que al un una"
        " improve better more do make things something progress support help try soon well all"
        " everything work harder on the of with and to in an some stuff asap"
    )
)
