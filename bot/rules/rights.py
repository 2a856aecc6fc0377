"""Who may do what, as a table: a row per action, a column per seat. Deny is the default."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.refusals import NotAllowed
from bot.rules.terms import PartyKind


class Action(StrEnum):
    """Something a right is needed for."""

    SEE_TOTALS = "see_totals"
    SEE_LATE = "see_late"
    SEE_LEAD = "see_lead"
    SEE_LEAD_BRIEF = "see_lead_brief"
    REGISTER_LEAD = "register_lead"
    LOG_TOUCH = "log_touch"
    CORRECT_TOUCH = "correct_touch"
    HANDLE_LEAD = "handle_lead"
    CLAIM_LEAD = "claim_lead"
    REASSIGN = "reassign"
    ANSWER_REJECTION = "answer_rejection"
    CLOSE_DEAL = "close_deal"
    GIVE_AREA = "give_area"
    KEEP_GOAL = "keep_goal"
    ENTER_GOAL = "enter_goal"
    COMMIT = "commit"
    CLOSE_COMMITMENT = "close_commitment"
    SET_ABSENCE = "set_absence"
    FILE_REQUEST = "file_request"
    ANSWER_REQUEST = "answer_request"
    HAND_ON_REQUEST = "hand_on_request"
    WITHDRAW_REQUEST = "withdraw_request"
    SET_UP = "set_up"
    MAP_PERSON = "map_person"
    SEE_SHARE = "see_share"
    SEE_ROTA = "see_rota"
    KEEP_ROTA = "keep_rota"


class Seat(StrEnum):
    """A column of the table. An owner is the rep who owns or covers the thing acted on."""

    MARKETING_LEAD = "marketing_lead"
    MARKETING_MEMBER = "marketing_member"
    SALES_LEAD = "sales_lead"
    OWNER = "owner"
    REP = "rep"
    MANAGEMENT = "management"
    ADMIN = "admin"


class Grant(StrEnum):
    """A cell of the table: always, or only when the standing says so."""

    ALWAYS = "always"
    OWN = "own"
    OWN_PARTY = "own_party"
    IN_ROTA = "in_rota"
    WITH_REASON = "with_reason"


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone's place in an agreement, and what ties them to the thing acted on.

    ``party`` is empty for whoever has no part; ``owns`` says it is theirs, or they cover for its
    owner; ``of_party`` is the side the thing belongs to; ``has_reason`` that acting for an absent
    owner, or a stated reason, excuses it.
    """

    party: str = ""
    is_lead: bool = False
    is_admin: bool = False
    owns: bool = False
    of_party: str = ""
    in_rota: bool = False
    has_reason: bool = False


class Who(StrEnum):
    """Those who may, as a refused person is told: a seat with the condition of its cell."""

    MARKETING_LEAD = "marketing_lead"
    MARKETING_MEMBER = "marketing_member"
    SALES_LEAD = "sales_lead"
    OWNER = "owner"
    REP = "rep"
    MANAGEMENT = "management"
    ADMIN = "admin"
    SIDE_LEAD = "side_lead"
    SIDE_MEMBER = "side_member"
    IN_ROTA = "in_rota"
    WITH_REASON = "with_reason"


def check(action: Action, standing: Standing) -> None:
    """Raise ``NotAllowed`` with those who may, unless the standing grants the action."""
    if not may(action, standing):
        raise NotAllowed(action.value, tuple(who.value for who in who_may(action)))


def who_may(action: Action) -> tuple[Who, ...]:
    """Return those who may, each named once and with the condition there is."""
    named = dict.fromkeys(_called(seat, grant) for seat, grant in RIGHTS[action].items())
    if Who.REP in named:
        named.pop(Who.OWNER, None)
    return tuple(named)


def _called(seat: Seat, grant: Grant) -> Who:
    match grant:
        case Grant.ALWAYS:
            return Who(seat.value)
        case Grant.OWN:
            return Who.OWNER
        case Grant.OWN_PARTY:
            return Who.SIDE_LEAD if seat in _LEAD_OF_ITS_SIDE else Who.SIDE_MEMBER
        case Grant.IN_ROTA:
            return Who.IN_ROTA
        case Grant.WITH_REASON:
            return Who.WITH_REASON


def may(action: Action, standing: Standing) -> bool:
    row = RIGHTS[action]
    return any(_holds(row[seat], standing) for seat in _seats(standing) if seat in row)


def _holds(grant: Grant, standing: Standing) -> bool:
    match grant:
        case Grant.ALWAYS:
            return True
        case Grant.OWN:
            return standing.owns
        case Grant.OWN_PARTY:
            return standing.of_party == standing.party
        case Grant.IN_ROTA:
            return standing.in_rota
        case Grant.WITH_REASON:
            return standing.has_reason


def _seats(standing: Standing) -> tuple[Seat, ...]:
    admin = (Seat.ADMIN,) if standing.is_admin else ()
    match standing.party:
        case PartyKind.MARKETING:
            party = (Seat.MARKETING_LEAD if standing.is_lead else Seat.MARKETING_MEMBER,)
        case PartyKind.SALES if standing.is_lead:
            party = (Seat.SALES_LEAD,)
        case PartyKind.SALES:
            party = (Seat.OWNER if standing.owns else Seat.REP,)
        case PartyKind.MANAGEMENT:
            party = (Seat.MANAGEMENT,)
        case _:
            return admin
    return party + admin


_EVERYBODY: Mapping[Seat, Grant] = {seat: Grant.ALWAYS for seat in Seat if seat != Seat.ADMIN}
_SALES_LEAD_AND_OWNER = {Seat.SALES_LEAD: Grant.ALWAYS, Seat.OWNER: Grant.ALWAYS}
_LEAD_OF_ITS_SIDE = {Seat.MARKETING_LEAD: Grant.OWN_PARTY, Seat.SALES_LEAD: Grant.OWN_PARTY}
_OWNER_OR_LEAD_OF_ITS_SIDE: Mapping[Seat, Grant] = {
    **_LEAD_OF_ITS_SIDE,
    Seat.OWNER: Grant.ALWAYS,
    Seat.MARKETING_MEMBER: Grant.OWN,
    Seat.MANAGEMENT: Grant.OWN,
}
_ITS_OWN = dict.fromkeys(
    (Seat.MARKETING_LEAD, Seat.MARKETING_MEMBER, Seat.SALES_LEAD, Seat.OWNER, Seat.MANAGEMENT),
    Grant.OWN,
)
_SEES_LEADS = {Seat.MARKETING_LEAD: Grant.ALWAYS, **_SALES_LEAD_AND_OWNER}
_SETS_UP = {
    Seat.MARKETING_LEAD: Grant.ALWAYS,
    Seat.SALES_LEAD: Grant.ALWAYS,
    Seat.ADMIN: Grant.ALWAYS,
}

RIGHTS: Mapping[Action, Mapping[Seat, Grant]] = {
    Action.SEE_TOTALS: _EVERYBODY,
    Action.SEE_LATE: {
        Seat.MARKETING_LEAD: Grant.OWN_PARTY,
        Seat.MARKETING_MEMBER: Grant.OWN,
        **_SALES_LEAD_AND_OWNER,
    },
    Action.SEE_LEAD: _SEES_LEADS,
    Action.SEE_LEAD_BRIEF: {
        **_SEES_LEADS,
        Seat.MARKETING_MEMBER: Grant.OWN,
        Seat.REP: Grant.ALWAYS,
    },
    Action.REGISTER_LEAD: {
        Seat.MARKETING_LEAD: Grant.ALWAYS,
        Seat.MARKETING_MEMBER: Grant.ALWAYS,
        Seat.SALES_LEAD: Grant.ALWAYS,
        Seat.OWNER: Grant.ALWAYS,
        Seat.REP: Grant.ALWAYS,
    },
    Action.LOG_TOUCH: {**_SALES_LEAD_AND_OWNER, Seat.REP: Grant.WITH_REASON},
    Action.CORRECT_TOUCH: _SALES_LEAD_AND_OWNER,
    Action.HANDLE_LEAD: _SALES_LEAD_AND_OWNER,
    Action.CLAIM_LEAD: {
        Seat.SALES_LEAD: Grant.ALWAYS,
        Seat.OWNER: Grant.IN_ROTA,
        Seat.REP: Grant.IN_ROTA,
    },
    Action.REASSIGN: _SALES_LEAD_AND_OWNER,
    Action.ANSWER_REJECTION: {Seat.MARKETING_LEAD: Grant.ALWAYS},
    Action.CLOSE_DEAL: _SALES_LEAD_AND_OWNER,
    Action.GIVE_AREA: _LEAD_OF_ITS_SIDE,
    Action.KEEP_GOAL: _LEAD_OF_ITS_SIDE,
    Action.ENTER_GOAL: {
        **_LEAD_OF_ITS_SIDE,
        Seat.MARKETING_MEMBER: Grant.OWN,
        Seat.OWNER: Grant.ALWAYS,
    },
    Action.COMMIT: _EVERYBODY,
    Action.CLOSE_COMMITMENT: _OWNER_OR_LEAD_OF_ITS_SIDE,
    Action.FILE_REQUEST: _EVERYBODY,
    Action.ANSWER_REQUEST: _OWNER_OR_LEAD_OF_ITS_SIDE,
    Action.HAND_ON_REQUEST: _OWNER_OR_LEAD_OF_ITS_SIDE,
    Action.WITHDRAW_REQUEST: _ITS_OWN,
    Action.SET_ABSENCE: {
        Seat.MARKETING_LEAD: Grant.OWN,
        Seat.MARKETING_MEMBER: Grant.OWN,
        Seat.SALES_LEAD: Grant.OWN_PARTY,
        Seat.OWNER: Grant.ALWAYS,
        Seat.MANAGEMENT: Grant.OWN,
    },
    Action.SET_UP: _SETS_UP,
    Action.MAP_PERSON: {Seat.SALES_LEAD: Grant.ALWAYS, Seat.ADMIN: Grant.ALWAYS},
    Action.SEE_SHARE: {**_SETS_UP, Seat.OWNER: Grant.IN_ROTA, Seat.REP: Grant.IN_ROTA},
    Action.SEE_ROTA: _SETS_UP,
    Action.KEEP_ROTA: {Seat.SALES_LEAD: Grant.ALWAYS},
}
