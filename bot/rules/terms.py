"""The closed lists of the domain; see docs/glossary.md."""

from enum import StrEnum


class PartyKind(StrEnum):
    """The sides of an agreement. An agency takes marketing's place, its client sales'."""

    MARKETING = "marketing"
    SALES = "sales"
    MANAGEMENT = "management"


class AgreementKind(StrEnum):
    MARKETING_SALES = "marketing_sales"
    CLIENT_AGENCY = "client_agency"


PLACES = {PartyKind.MARKETING.value: "agency", PartyKind.SALES.value: "client"}


def side_called(kind: str, party: str) -> str:
    """Return what a side is called: between a client and an agency they take the two places."""
    return PLACES.get(party, party) if kind == AgreementKind.CLIENT_AGENCY else party


class Stage(StrEnum):
    """What a window promises: where its clock starts and what stops it."""

    ACCEPT = "accept"
    FIRST_TOUCH = "first_touch"
    URGENT_REQUEST = "urgent_request"
    ASSET_REQUEST = "asset_request"
    INFORMATION_REQUEST = "information_request"
    REQUEST = "request"


REQUEST_STAGES = frozenset(
    {Stage.URGENT_REQUEST, Stage.ASSET_REQUEST, Stage.INFORMATION_REQUEST, Stage.REQUEST}
)
"""Asked to answered. ``REQUEST`` holds for every kind that has no window of its own."""

EITHER_SIDE = "either"
"""Who promises a window that both sides keep: each answers what is asked of its own areas."""


class ClockState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class ClockOutcome(StrEnum):
    MET = "met"
    MISSED = "missed"
    RELIEVED = "relieved"
    CANCELLED = "cancelled"


class TurnOutcome(StrEnum):
    MET = "met"
    MISSED = "missed"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"


class LeadStage(StrEnum):
    NEW = "new"
    ACCEPTED = "accepted"
    WORKING = "working"
    QUALIFIED = "qualified"
    REJECTED = "rejected"
    WON = "won"
    LOST = "lost"


CLOSED_STAGES = frozenset({LeadStage.WON, LeadStage.LOST})


class Channel(StrEnum):
    CALL = "call"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    MEETING = "meeting"
    OTHER = "other"


class Outcome(StrEnum):
    """How a touch went. An attempt is not a contact, a contact is not a qualification."""

    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"
    SENT = "sent"
    ANSWERED = "answered"
    BOOKED = "booked"
    QUALIFIED = "qualified"
    NOT_INTERESTED = "not_interested"


CONTACTS = frozenset({Outcome.ANSWERED, Outcome.BOOKED, Outcome.QUALIFIED, Outcome.NOT_INTERESTED})


class RejectReason(StrEnum):
    """Why sales hands a lead back to marketing."""

    NOT_A_FIT = "not_a_fit"
    NO_BUDGET = "no_budget"
    WRONG_DATA = "wrong_data"
    DUPLICATE = "duplicate"
    NOT_READY = "not_ready"
    OTHER = "other"
