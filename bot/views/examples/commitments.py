from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
    CommitmentNear,
)
from bot.views.examples.cast import ANA, FIVE, INES, KEY, NINE

PROMISE = CommitmentFacts(
    id=KEY,
    text="Publish four articles on the blog",
    owner=INES,
    asked_by=ANA,
    quantity=Decimal(4),
    unit="articles",
    due_at=FIVE,
    state="open",
    accepted_at=NINE,
    goal="MQL in March",
    reason="",
    closing_note="",
)

EXAMPLES: Mapping[str, object] = {
    "commitment_card": PROMISE,
    "commitment_asked": CommitmentAsked(replace(PROMISE, state="asked", accepted_at=None)),
    "commitment_accepted": CommitmentAnswered(PROMISE, INES, accepted=True),
    "commitment_declined": CommitmentAnswered(
        replace(PROMISE, state="declined", closing_note="No writer this month."),
        INES,
        accepted=False,
    ),
    "commitment_near": CommitmentNear(PROMISE),
    "commitment_due": CommitmentDue(PROMISE, 1),
    "commitment_due_again": CommitmentDue(replace(PROMISE, quantity=None, unit=""), 3),
    "commitment_due_instead": CommitmentDue(PROMISE, 1, instead=True),
    "commitment_kept": CommitmentClosed(replace(PROMISE, state="kept"), INES),
    "commitment_broken": CommitmentClosed(replace(PROMISE, state="broken"), None),
    "commitment_moved": CommitmentClosed(
        replace(PROMISE, state="renegotiated", closing_note="Two writers are ill."), INES, FIVE
    ),
}
