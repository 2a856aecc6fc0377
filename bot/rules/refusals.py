"""Refusals: a rule said no, and nothing was changed.

Each class is named for the mistake and carries what its sentence needs; the sentences people
read are in bot.views.refusals, one for every class here.
"""

from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):  # noqa: N818  named for the mistake, as the domain says it
    """A rule said no; nothing was changed."""


class NotAMember(Refusal):
    """The person has no part in any agreement here."""


class StrangerRefused(Refusal):
    """A guest without a role, an external person or another workspace."""


class NoAgreement(Refusal):
    """No agreement is set up here yet."""


@dataclass
class WhichAgreement(Refusal):
    """More than one agreement could be meant; ``sides`` is their kind where they share one."""

    names: tuple[str, ...]
    sides: str = ""


@dataclass
class NoSuchAgreement(Refusal):
    """No agreement goes by that name or channel, or the reader may not know of it."""

    text: str


@dataclass
class NotAllowed(Refusal):
    """The reader's role does not include this; ``who_may`` are those who may, as ``rights.Who``.

    ``people`` are the names of those of them who are known.
    """

    action: str
    who_may: tuple[str, ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass
class NoSuchLead(Refusal):
    """Absent, or not for this reader: the same words for both."""

    text: str


@dataclass
class WhichLead(Refusal):
    """Several leads could be meant; ``choices`` are (public id, name), ``named`` what was typed."""

    choices: tuple[tuple[str, str], ...]
    named: str = ""


class NoOpenLead(Refusal):
    """The person has no open lead to act on."""


@dataclass
class NoSuchPerson(Refusal):
    """Nobody in the workspace is known by that name."""

    text: str


@dataclass
class BadCrmId(Refusal):
    """A CRM's id is one word of letters, figures and a few signs."""

    text: str


@dataclass
class CrmNameTaken(Refusal):
    """Another person goes by that id or e-mail already: a lead could not tell them apart."""

    text: str
    name: str


@dataclass
class PersonCannotOwn(Refusal):
    """The person is not in the sales party, is away or left, so cannot take a lead."""

    name: str


@dataclass
class AlreadyOwned(Refusal):
    """Somebody else was quicker, or it is theirs already."""

    public_id: str
    owner: str


@dataclass
class AlreadyAccepted(Refusal):
    public_id: str
    by: str


@dataclass
class LeadIsClosed(Refusal):
    public_id: str
    stage: str


class LeadGivenBack(LeadIsClosed):
    """Marketing agreed that it came back, so it is closed for good."""


@dataclass
class LeadIsRejected(Refusal):
    """It waits for marketing's answer."""

    public_id: str


@dataclass
class NoRejectionWaiting(Refusal):
    """Nobody returned the lead, so there is nothing to answer."""

    public_id: str


@dataclass
class ReturnSettled(Refusal):
    """``by`` agreed already that the lead came back."""

    public_id: str
    by: str


@dataclass
class RejectionTakenBack(Refusal):
    """``by`` contested the rejection already."""

    public_id: str
    by: str


@dataclass
class LeadHasNoOwner(Refusal):
    public_id: str


@dataclass
class MissingValue(Refusal):
    """A required value was left out; ``field`` names it."""

    field: str


@dataclass
class ValueTooLong(Refusal):
    field: str
    limit: int


@dataclass
class TouchInFuture(Refusal):
    at: datetime


@dataclass
class TouchBeforeLead(Refusal):
    received_at: datetime


@dataclass
class NothingToUndo(Refusal):
    public_id: str


@dataclass
class UndoTooLate(Refusal):
    """After ten minutes only the sales lead may undo."""

    public_id: str


@dataclass
class ReasonNeeded(Refusal):
    """The action needs a reason; ``action`` names it."""

    action: str


@dataclass
class NoClockRunning(Refusal):
    public_id: str


@dataclass
class ClockAlreadyPaused(Refusal):
    public_id: str


@dataclass
class ClockNotPaused(Refusal):
    public_id: str


@dataclass
class TooManyPauses(Refusal):
    public_id: str
    limit: int


@dataclass
class PausedTooLong(Refusal):
    """The pause would pass the agreed total; ``latest`` is the last moment allowed."""

    public_id: str
    latest: datetime


@dataclass
class MomentInPast(Refusal):
    at: datetime


@dataclass
class SnoozePastDue(Refusal):
    """The window is over, at ``due_at``: no reminder is left to put off."""

    due_at: datetime


@dataclass
class HoldTooLong(Refusal):
    """An acknowledgement holds the ladder for at most one further target."""

    latest: datetime


@dataclass
class NothingToAcknowledge(Refusal):
    """No reminder or escalation of this lead has reached this person, or it was answered."""

    public_id: str


@dataclass
class DuplicateLead(Refusal):
    """The lead is open already."""

    public_id: str


@dataclass
class AmountNeeded(Refusal):
    """A deal is won with its amount."""

    public_id: str


@dataclass
class BadEmail(Refusal):
    text: str


@dataclass
class BadPhone(Refusal):
    text: str


@dataclass
class BadScore(Refusal):
    text: str


@dataclass
class OtherCurrency(Refusal):
    """The amount names another currency than the one the agreement counts in."""

    named: str
    agreed: str
