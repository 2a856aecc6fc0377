from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.notices.leads import (
    DealWon,
    LeadArrived,
    LeadCard,
    LeadHandled,
    LeadPassed,
    LeadRejected,
    LeadUnowned,
    TouchedForYou,
    TouchFacts,
    WindowFacts,
)
from bot.views.examples.cast import ANA, FIVE, HOUR, LEAD, LUIS, NINE, NOON, SECOND

_RUNNING = WindowFacts(
    "first_touch", "running", None, 4 * HOUR, 5_400, FIVE, None, None, told_late=False
)
_TOUCH = TouchFacts(ANA, None, "call", "no_answer", "Voicemail is full.", NOON)
_CARD = LeadCard(
    lead=LEAD,
    agreement="North region",
    stage="accepted",
    owner=ANA,
    email="laura@acme.example",
    phone="+57 300 000 0000",
    received_at=NINE,
    accepted_at=NOON,
    windows=(
        replace(_RUNNING, stage="accept", state="stopped", outcome="met"),
        _RUNNING,
    ),
    touches=1,
    last_touch=_TOUCH,
    amount=None,
    currency="COP",
    may=("log", "snooze", "ack", "pause", "reject", "assign", "close"),
)
_NEW_CARD = replace(
    _CARD, stage="new", accepted_at=None, touches=0, last_touch=None, may=("accept", *_CARD.may)
)

EXAMPLES: Mapping[str, object] = {
    "lead_card": _CARD,
    "lead_card_paused": replace(
        _CARD,
        windows=(replace(_RUNNING, state="paused", paused_until=FIVE),),
        may=("log", "resume", "reject", "assign", "close"),
    ),
    "lead_card_late": replace(_CARD, windows=(replace(_RUNNING, left=-HOUR, breached_at=NOON),)),
    "lead_card_late_and_handed_over": replace(
        _CARD, windows=(replace(_RUNNING, left=-HOUR, breached_at=NOON, own_until=FIVE),)
    ),
    "lead_card_won": replace(
        _CARD,
        stage="won",
        amount=Decimal("12500000.00"),
        windows=tuple(
            replace(_RUNNING, state="stopped", outcome=outcome, told_late=late)
            for outcome, late in (
                ("met", False),
                ("met", True),
                ("missed", False),
                ("relieved", False),
                ("cancelled", False),
            )
        ),
        may=(),
    ),
    "lead_card_unowned": replace(_CARD, stage="new", owner=None, may=("claim", "assign")),
    "lead_card_outline": replace(
        _CARD,
        lead=replace(LEAD, name="Acme", source="", score=None),
        email=None,
        phone=None,
        last_touch=None,
        windows=(replace(_RUNNING, due_at=None),),
        may=(),
    ),
    "lead_arrived": LeadArrived(_NEW_CARD, "rota", None),
    "lead_arrived_in_a_rota": LeadArrived(_NEW_CARD, "rota", None, rota="Enterprise"),
    "lead_arrived_by_hand": LeadArrived(_NEW_CARD, "by_hand", LUIS),
    "lead_arrived_for_another": LeadArrived(_NEW_CARD, "from_source", None, ANA),
    "lead_unowned": LeadUnowned(SECOND, "everybody_away", (ANA, LUIS)),
    "lead_unowned_in_a_rota": LeadUnowned(SECOND, "everybody_full", (ANA,), "Enterprise"),
    "lead_unowned_no_candidates": LeadUnowned(SECOND, "nobody_in_rota", ()),
    "lead_passed": LeadPassed(LEAD, ANA, LUIS),
    "lead_passed_taken": LeadPassed(LEAD, ANA, ANA),
    "lead_passed_to_nobody": LeadPassed(LEAD, None, LUIS),
    "lead_rejected": LeadRejected(LEAD, ANA, "no_budget", "They buy again next year."),
    "touched_for_you": TouchedForYou(LEAD, replace(_TOUCH, by=LUIS, on_behalf_of=ANA)),
    "deal_won": DealWon(LEAD, ANA),
    "deal_won_unowned": DealWon(SECOND, None),
    "lead_handled": LeadHandled(LEAD, "touched", ANA, NOON),
    "lead_handled_late": LeadHandled(LEAD, "accepted", None, NOON, late=True),
}
