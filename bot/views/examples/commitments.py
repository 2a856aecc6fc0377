from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentBoard,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
    CommitmentMade,
    CommitmentNear,
    CommitmentsWeek,
    WaitingCommitment,
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
    party="marketing",
)
_WHOLE = replace(PROMISE, of_party=True, how="Two more writers start on Monday.")
_ENDED = (
    replace(PROMISE, state="kept", closed_at=NINE, closed_by=INES),
    replace(PROMISE, state="broken", closed_at=NINE),
    replace(
        PROMISE,
        state="renegotiated",
        closed_at=NINE,
        closed_by=ANA,
        closing_note="Two writers are ill.",
        party="sales",
    ),
)

EXAMPLES: Mapping[str, object] = {
    "commitment_card": PROMISE,
    "commitment_made": CommitmentMade(_WHOLE),
    "commitments": CommitmentBoard(
        (
            WaitingCommitment(PROMISE, "late"),
            WaitingCommitment(_WHOLE, "soon"),
            WaitingCommitment(replace(PROMISE, party="sales"), "open"),
            WaitingCommitment(replace(PROMISE, state="asked", party=""), "asked"),
        ),
        _ENDED,
    ),
    "commitments_none": CommitmentBoard((), ()),
    "commitments_week": CommitmentsWeek("North region", _ENDED, (PROMISE,)),
    "commitments_week_free": CommitmentsWeek("North region", _ENDED[:1], ()),
    "commitments_week_first": CommitmentsWeek("North region", (), (PROMISE, PROMISE)),
    "commitments_week_overdue": CommitmentsWeek("North region", (), (), (PROMISE, PROMISE)),
    "commitment_asked": CommitmentAsked(replace(PROMISE, state="asked", accepted_at=None)),
    "commitment_accepted": CommitmentAnswered(PROMISE, INES, accepted=True),
    "commitment_declined": CommitmentAnswered(
        replace(PROMISE, state="declined", closing_note="No writer this month."),
        INES,
        accepted=False,
    ),
    "commitment_near": CommitmentNear(PROMISE),
    "commitment_near_to_cover": CommitmentNear(PROMISE, ANA),
    "commitment_due_to_cover": CommitmentDue(PROMISE, 2, ANA),
    "commitment_due": CommitmentDue(PROMISE, 1),
    "commitment_due_again": CommitmentDue(replace(PROMISE, quantity=None, unit=""), 3),
    "commitment_due_instead": CommitmentDue(PROMISE, 1, instead=True),
    "commitment_kept": CommitmentClosed(replace(PROMISE, state="kept"), INES),
    "commitment_broken": CommitmentClosed(replace(PROMISE, state="broken"), None),
    "commitment_moved": CommitmentClosed(
        replace(PROMISE, state="renegotiated", closing_note="Two writers are ill."), INES, FIVE
    ),
}
