"""Saying how a promise ended: kept, broken, or renegotiated into a new one."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.commitments import CommitmentFacts
from bot.rules.commitments import RESULTS, CommitmentState, NotYetAccepted
from bot.rules.refusals import MissingValue, MomentInPast, ReasonNeeded, ValueTooLong
from bot.rules.rights import Action
from bot.rules.smart import LONGEST_TEXT
from bot.usecases.actors import Actor
from bot.usecases.commitments.ending import conclude
from bot.usecases.commitments.reminding import plan_reminders
from bot.usecases.commitments.rows import commitment_of, facts_of, remember
from bot.usecases.standing import answers_for, check_right
from models import Commitment


def close_commitment(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    commitment_id: UUID,
    result: str,
    note: str = "",
    new_due: datetime | None = None,
) -> CommitmentFacts:
    """Close a promise as kept, broken or renegotiated; the last needs ``new_due``.

    Breaking and renegotiating need a note saying why. A renegotiated promise stays on record and
    the new one, with its new date, is returned. Raises ``CommitmentIsClosed``, ``NotYetAccepted``,
    ``ReasonNeeded``, ``MissingValue``, ``MomentInPast``, ``NotAllowed``, ``NoSuchCommitment``.
    """
    row = commitment_of(session, actor, commitment_id)
    _check_theirs(session, now, actor, row)
    state = _checked(row, result, note, new_due, now)
    conclude(session, now, row, state, actor=actor, note=note.strip(), new_due_at=new_due)
    if state is CommitmentState.RENEGOTIATED and new_due is not None:
        row = _renewed(session, now, actor, row, new_due)
    return facts_of(session, row)


def _check_theirs(session: Session, now: datetime, actor: Actor, row: Commitment) -> None:
    """A promise is closed by its owner, whoever covers for them, or the lead of their side."""
    check_right(
        session,
        Action.CLOSE_COMMITMENT,
        actor=actor,
        agreement_id=row.agreement_id,
        owns=answers_for(
            session, now=now, actor=actor, owner_id=row.owner_id, agreement_id=row.agreement_id
        ),
        of_party=row.party,
    )


def _checked(
    row: Commitment, result: str, note: str, new_due: datetime | None, now: datetime
) -> CommitmentState:
    if result not in RESULTS:
        raise MissingValue("result")
    if row.state == CommitmentState.ASKED:
        raise NotYetAccepted
    state = CommitmentState(result)
    if state is not CommitmentState.KEPT and not note.strip():
        raise ReasonNeeded(f"commitment_{result}")
    if len(note) > LONGEST_TEXT:
        raise ValueTooLong("note", LONGEST_TEXT)
    if state is CommitmentState.RENEGOTIATED:
        _check_new_due(new_due, now)
    return state


def _check_new_due(new_due: datetime | None, now: datetime) -> None:
    if new_due is None:
        raise MissingValue("new_due")
    if new_due <= now:
        raise MomentInPast(new_due)


def _renewed(
    session: Session, now: datetime, actor: Actor, former: Commitment, due_at: datetime
) -> Commitment:
    row = Commitment(
        agreement_id=former.agreement_id,
        text=former.text,
        owner_id=former.owner_id,
        asked_by=former.asked_by,
        quantity=former.quantity,
        unit=former.unit,
        due_at=due_at,
        goal_id=former.goal_id,
        reason=former.reason,
        how=former.how,
        party=former.party,
        of_party=former.of_party,
        state=CommitmentState.OPEN.value,
        made_at=now,
        accepted_at=now,
        renegotiated_from=former.due_at,
    )
    session.add(row)
    session.flush()
    remember(session, now, row, "commitment_renewed", actor)
    plan_reminders(session, now, row)
    return row
