"""The table of rights, cell by cell, written out again by hand."""

from dataclasses import replace

import pytest

from bot.rules.refusals import NotAllowed
from bot.rules.rights import RIGHTS, Action, Standing, check, may

MARKETING_LEAD = Standing(party="marketing", is_lead=True)
MARKETING_MEMBER = Standing(party="marketing")
SALES_LEAD = Standing(party="sales", is_lead=True)
OWNER = Standing(party="sales", owns=True)
REP = Standing(party="sales")
MANAGEMENT = Standing(party="management")
ADMIN = Standing(is_admin=True)
OUTSIDER = Standing()

COLUMNS = (MARKETING_LEAD, MARKETING_MEMBER, SALES_LEAD, OWNER, REP, MANAGEMENT, ADMIN, OUTSIDER)

# A column each: marketing lead, marketing member, sales lead, owner, other rep, management,
# admin, outsider. "y" yes, "." no, "o" what is their own, "p" what belongs to their own side,
# "r" in the rota, "w" with a reason.
TABLE = {
    Action.SEE_TOTALS: "yyyyyy..",
    Action.SEE_LATE: "poyy....",
    Action.SEE_LEAD: "y.yy....",
    Action.SEE_LEAD_BRIEF: "yoyyy...",
    Action.REGISTER_LEAD: "yyyyy...",
    Action.LOG_TOUCH: "..yyw...",
    Action.CORRECT_TOUCH: "..yy....",
    Action.HANDLE_LEAD: "..yy....",
    Action.CLAIM_LEAD: "..yrr...",
    Action.REASSIGN: "..yy....",
    Action.ANSWER_REJECTION: "y.......",
    Action.CLOSE_DEAL: "..yy....",
    Action.GIVE_AREA: "p.p.....",
    Action.KEEP_GOAL: "p.p.....",
    Action.ENTER_GOAL: "popy....",
    Action.COMMIT: "yyyyyy..",
    Action.CLOSE_COMMITMENT: "popy.o..",
    Action.SET_ABSENCE: "oopy.o..",
    Action.FILE_REQUEST: "yyyyyy..",
    Action.ANSWER_REQUEST: "popy.o..",
    Action.HAND_ON_REQUEST: "popy.o..",
    Action.WITHDRAW_REQUEST: "oooy.o..",
    Action.SET_UP: "y.y...y.",
    Action.MAP_PERSON: "..y...y.",
    Action.SEE_SHARE: "y.yrr.y.",
    Action.SEE_ROTA: "y.y...y.",
    Action.KEEP_ROTA: "..y.....",
}


EVERY_TIE = ".oprw"
GRANTED_TIES = {"y": set(EVERY_TIE), ".": set[str]()}


def tied(standing: Standing, tie: str) -> Standing:
    """The same person with one tie to the thing, which else belongs to the other side."""
    other_side = "sales" if standing.party == "marketing" else "marketing"
    return replace(
        standing,
        owns=standing.owns or tie == "o",
        of_party=standing.party if tie == "p" else other_side,
        in_rota=tie == "r",
        has_reason=tie == "w",
    )


def cells() -> list[tuple[Action, Standing, str]]:
    return [
        (action, standing, cell)
        for action, row in TABLE.items()
        for standing, cell in zip(COLUMNS, row, strict=True)
    ]


@pytest.mark.parametrize(("action", "standing", "cell"), cells())
def test_a_cell_grants_what_it_says_and_nothing_more(
    action: Action, standing: Standing, cell: str
) -> None:
    # A rep tied to the thing as its owner sits in the owner's column.
    possible = EVERY_TIE.replace("o", "") if standing == REP else EVERY_TIE

    granted = {tie for tie in possible if may(action, tied(standing, tie))}

    assert granted == GRANTED_TIES.get(cell, {cell}) & set(possible)


def test_every_action_has_its_row() -> None:
    assert set(TABLE) == set(RIGHTS) == set(Action)


@pytest.mark.parametrize(
    ("action", "who"),
    [
        pytest.param(Action.GIVE_AREA, "side_lead", id="two leads under one condition"),
        pytest.param(Action.CLAIM_LEAD, "sales_lead in_rota", id="only in the rota"),
        pytest.param(Action.LOG_TOUCH, "sales_lead owner with_reason", id="only with a reason"),
        pytest.param(Action.CLOSE_COMMITMENT, "side_lead owner", id="an owner of any side"),
        pytest.param(Action.REASSIGN, "sales_lead owner", id="without a condition"),
        pytest.param(Action.SET_UP, "marketing_lead sales_lead admin", id="an admin"),
        pytest.param(
            Action.REGISTER_LEAD,
            "marketing_lead marketing_member sales_lead rep",
            id="an owner among the reps is not named again",
        ),
    ],
)
def test_a_refusal_says_who_may_and_under_which_condition(action: Action, who: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check(action, OUTSIDER)

    assert refused.value == NotAllowed(action.value, tuple(who.split()))


def test_an_admin_with_a_part_keeps_the_rights_of_that_part() -> None:
    assert may(Action.SET_UP, replace(REP, is_admin=True))
    assert may(Action.REGISTER_LEAD, replace(REP, is_admin=True))
    assert not may(Action.REASSIGN, replace(REP, is_admin=True))
