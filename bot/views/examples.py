"""An example of everything people can be shown; ``sla preview`` prints them, a test sweeps them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from bot.notices.agreements import (
    AgreementStarted,
    AgreementTerms,
    DayHours,
    WindowTerms,
)
from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
    CommitmentNear,
)
from bot.notices.digests import AdminNote, CatchUp, CouldNotTell, Digest, DigestLine, MayBeRepeat
from bot.notices.goals import GoalFacts, GoalUpdated, MilestoneReached, MilestoneUndone
from bot.notices.home import HomeFacts, Me, PartFacts
from bot.notices.imports import ImportReport
from bot.notices.leads import (
    DealWon,
    FlaggedLead,
    LeadArrived,
    LeadCard,
    LeadFacts,
    LeadHandled,
    LeadPassed,
    LeadRejected,
    LeadUnowned,
    MissEscalated,
    MissesFlagged,
    MissReported,
    ReassignmentOffered,
    ReminderAgain,
    ReminderPast,
    TouchedForYou,
    TouchFacts,
    WindowClosing,
    WindowFacts,
    WindowMissed,
)
from bot.notices.people import PersonRef, Reader
from bot.notices.responsibilities import AreaFacts, AreaGiven, AreaTaken, WhoAnswer
from bot.notices.status import (
    ClockStory,
    LateLead,
    LeadLine,
    LeadList,
    StatusFacts,
    StatusShared,
    StoryLine,
    WindowStatus,
)
from bot.views import render
from bot.views.message import Message

READERS = (
    Reader("en", "America/New_York", "US"),
    Reader("es", "America/Bogota", "CO"),
)

_KEY = UUID("00000000-0000-4000-8000-000000000001")
_ANA = PersonRef(_KEY, "Ana Ríos", "U0ANA0001")
_INES = PersonRef(_KEY, "Inés Vega", "U0INES001")
_LUIS = PersonRef(_KEY, "Luis Peña", "U0LUIS001")
NINE = datetime(2026, 3, 13, 14, 0, tzinfo=UTC)
_NOON = datetime(2026, 3, 13, 17, 0, tzinfo=UTC)
_FIVE = datetime(2026, 3, 13, 22, 0, tzinfo=UTC)
_HOUR = 3_600

LEAD = LeadFacts(_KEY, "L-7K3F", "Laura Gómez", "Acme", "Landing page", "Enterprise", 82)
_SECOND = LeadFacts(_KEY, "L-Q2XA", "", "Textiles del Norte", "", "", None)
_RUNNING = WindowFacts(
    "first_touch", "running", None, 4 * _HOUR, 5_400, _FIVE, None, None, told_late=False
)
_TOUCH = TouchFacts(_ANA, None, "call", "no_answer", "Voicemail is full.", _NOON)
_CARD = LeadCard(
    lead=LEAD,
    agreement="North region",
    stage="accepted",
    owner=_ANA,
    email="laura@acme.example",
    phone="+57 300 000 0000",
    received_at=NINE,
    accepted_at=_NOON,
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
GOAL = GoalFacts(
    id=_KEY,
    name="MQL in March",
    unit="MQL",
    direction="at_least",
    target=Decimal(120),
    actual=Decimal(60),
    expected=Decimal("49.1"),
    required=Decimal("4.62"),
    days_left=13,
    starts_on=date(2026, 3, 1),
    ends_on=date(2026, 3, 31),
    party="marketing",
    owner=_INES,
    is_open=True,
)
_REVENUE = replace(
    GOAL,
    name="Revenue",
    unit="COP",
    target=Decimal(120_000_000),
    actual=Decimal("30000000.50"),
    expected=Decimal(60_000_000),
    required=Decimal("6923076.88"),
)
PROMISE = CommitmentFacts(
    id=_KEY,
    text="Publish four articles on the blog",
    owner=_INES,
    asked_by=_ANA,
    quantity=Decimal(4),
    unit="articles",
    due_at=_FIVE,
    state="open",
    accepted_at=NINE,
    goal="MQL in March",
    reason="",
    closing_note="",
)
_AREA = AreaFacts("seo", "SEO", "SEO", "marketing", _INES, _ANA)
_AWAY = replace(_AREA, cover=_LUIS, away_until=_FIVE)
_UNOWNED = replace(_AREA, slug="crm", name_en="CRM upkeep", name_es="Cuidado del CRM", owner=None)
_STATUS = StatusFacts(
    agreement="North region",
    as_of=_NOON,
    channel_id="C0VENTAS1",
    open_leads=34,
    unowned=1,
    windows=(
        WindowStatus("accept", "sales", 4, 1, 0, 20, 0, 0),
        WindowStatus("first_touch", "sales", 12, 3, 1, 17, 3, 1),
    ),
    goals=(GOAL, _REVENUE),
    late=(LateLead(LEAD, "first_touch", NINE, "Ana Ríos"),),
)
_LINE = LeadLine(LEAD, "accepted", "Ana Ríos", "first_touch", _FIVE, is_late=False)
_TERMS = AgreementTerms(
    name="North region",
    kind="marketing_sales",
    celebration_channel_id="C0EQUIPO1",
    marketing_leads=(_INES,),
    sales_leads=(_LUIS,),
    reps=(_ANA, _LUIS),
    zone="America/Bogota",
    hours=tuple(DayHours(day, ("09:00-13:00", "14:00-18:00")) for day in range(5)),
    holidays=18,
    windows=(
        WindowTerms("accept", "sales", _HOUR, around_the_clock=False),
        WindowTerms("first_touch", "sales", 4 * _HOUR, around_the_clock=False),
    ),
)
HOME = HomeFacts((_LINE,), (PROMISE,), (_AREA,), (GOAL,))
EMPTY_HOME = HomeFacts((), (), (), ())
_STORY = (
    StoryLine("lead.received", NINE, "Inés Vega", (("source", "Landing page"),)),
    StoryLine("lead.assigned", NINE, None, (("to", "Ana Ríos"), ("why", "rota"))),
    StoryLine("clock.started", NINE, None, (("target", "14400"),)),
    StoryLine("clock.reminded", _NOON, None, (("percent", "75"),)),
    StoryLine("lead.paused", _NOON, "Ana Ríos", (("until", _FIVE.isoformat()),)),
    StoryLine("lead.touched", _FIVE, "Ana Ríos", (("channel", "call"), ("outcome", "answered"))),
    StoryLine("clock.stopped", _FIVE, None, (("outcome", "met"), ("consumed", "10800"))),
)

EXAMPLES: Mapping[str, object] = {
    "lead_card": _CARD,
    "lead_card_paused": replace(
        _CARD,
        windows=(replace(_RUNNING, state="paused", paused_until=_FIVE),),
        may=("log", "resume", "reject", "assign", "close"),
    ),
    "lead_card_late": replace(_CARD, windows=(replace(_RUNNING, left=-_HOUR, breached_at=_NOON),)),
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
    "lead_arrived_by_hand": LeadArrived(_NEW_CARD, "by_hand", _LUIS),
    "lead_unowned": LeadUnowned(_SECOND, "everybody_away", (_ANA, _LUIS)),
    "lead_unowned_no_candidates": LeadUnowned(_SECOND, "nobody_in_rota", ()),
    "lead_passed": LeadPassed(LEAD, _ANA, _LUIS),
    "lead_passed_taken": LeadPassed(LEAD, _ANA, _ANA),
    "lead_passed_to_nobody": LeadPassed(LEAD, None, _LUIS),
    "lead_rejected": LeadRejected(LEAD, _ANA, "no_budget", "They buy again next year."),
    "touched_for_you": TouchedForYou(LEAD, replace(_TOUCH, by=_LUIS, on_behalf_of=_ANA)),
    "deal_won": DealWon(LEAD, _ANA),
    "deal_won_unowned": DealWon(_SECOND, None),
    "window_closing": WindowClosing(LEAD, "first_touch", 75, _HOUR, _FIVE),
    "window_closing_minutes": WindowClosing(LEAD, "first_touch", 90, 1_440, _FIVE),
    "window_closing_to_accept": WindowClosing(LEAD, "accept", 50, 1_800, _FIVE),
    "reminder_again": ReminderAgain(LEAD, "first_touch", 20, _FIVE),
    "window_missed": WindowMissed(LEAD, "first_touch", _NOON),
    "window_missed_to_accept": WindowMissed(LEAD, "accept", _NOON),
    "miss_reported": MissReported(LEAD, "first_touch", _ANA, _NOON),
    "miss_reported_unowned": MissReported(_SECOND, "accept", None, _NOON),
    "miss_escalated": MissEscalated(LEAD, "first_touch", _ANA, _NOON, _HOUR, _FIVE),
    "miss_escalated_to_accept": MissEscalated(LEAD, "accept", _ANA, _NOON, _HOUR, None),
    "reassignment_offered": ReassignmentOffered(
        LEAD, "first_touch", _ANA, 4 * _HOUR, (_INES, _LUIS)
    ),
    "reassignment_offered_nobody": ReassignmentOffered(LEAD, "first_touch", _ANA, 4 * _HOUR, ()),
    "misses_flagged": MissesFlagged(
        "North region",
        (
            FlaggedLead(_KEY, "L-7K3F", "Acme", "first_touch", None),
            FlaggedLead(_KEY, "L-Q2XA", "", "accept", None, "touched"),
            FlaggedLead(_KEY, "L-9WZT", "Northwind", "first_touch", _ANA, "met"),
        ),
    ),
    "lead_handled": LeadHandled(LEAD, "touched", _ANA, _NOON),
    "reminder_past": ReminderPast(LEAD, _NOON),
    "lead_handled_late": LeadHandled(LEAD, "accepted", None, _NOON, late=True),
    "digest": Digest(
        (
            DigestLine("WindowMissed", LEAD, "first_touch", _NOON),
            DigestLine("WindowClosing", _SECOND, "accept", _FIVE),
            DigestLine("LeadUnowned", _SECOND, "", None),
            DigestLine("CommitmentNear", None, "", _FIVE, "Publish four articles"),
            DigestLine("LeadArrived", LEAD, "", NINE, handled=True),
        ),
        more=2,
    ),
    "catch_up": CatchUp((DigestLine("ReminderAgain", LEAD, "first_touch", _NOON),)),
    "could_not_tell": CouldNotTell("Ana Ríos", "WindowMissed", LEAD, "user_not_found"),
    "could_not_tell_anything": CouldNotTell("#ventas", "MissesFlagged", None, "is_archived"),
    "admin_note": AdminNote("unsure", 3, "channel C0VENTAS1"),
    "may_be_repeat": MayBeRepeat(),
    "status": _STATUS,
    "status_quiet": replace(_STATUS, open_leads=1, unowned=0, windows=(), goals=(), late=()),
    "status_shared": StatusShared(_STATUS, "U0LUIS001"),
    "lead_list": LeadList("mine", 3, (_LINE, replace(_LINE, lead=_SECOND, is_late=True))),
    "lead_list_empty": LeadList("Acme", 0, ()),
    "clock_story": ClockStory(
        LEAD, "first_touch", 4 * _HOUR, 3 * _HOUR, "met", "stopped", _FIVE, _STORY
    ),
    "clock_story_running": ClockStory(
        LEAD, "first_touch", 4 * _HOUR, _HOUR, None, "running", _FIVE, _STORY[:3]
    ),
    "goal_card": GOAL,
    "goal_card_behind": _REVENUE,
    "goal_updated": GoalUpdated(GOAL, Decimal(5), _INES, (50,)),
    "milestone_reached": MilestoneReached(GOAL, 50, (_ANA, _LUIS, _INES), _NOON),
    "milestone_reached_all": MilestoneReached(
        replace(GOAL, actual=Decimal(120)), 100, (_ANA,), _NOON
    ),
    "milestone_reached_beyond": MilestoneReached(
        replace(GOAL, actual=Decimal(144)), 120, (), _NOON
    ),
    "milestone_undone": MilestoneUndone(replace(GOAL, actual=Decimal(58)), 50, _INES),
    "commitment_card": PROMISE,
    "commitment_asked": CommitmentAsked(replace(PROMISE, state="asked", accepted_at=None)),
    "commitment_accepted": CommitmentAnswered(PROMISE, _INES, accepted=True),
    "commitment_declined": CommitmentAnswered(
        replace(PROMISE, state="declined", closing_note="No writer this month."),
        _INES,
        accepted=False,
    ),
    "commitment_near": CommitmentNear(PROMISE),
    "commitment_due": CommitmentDue(PROMISE, 1),
    "commitment_due_again": CommitmentDue(replace(PROMISE, quantity=None, unit=""), 3),
    "commitment_kept": CommitmentClosed(replace(PROMISE, state="kept"), _INES),
    "commitment_broken": CommitmentClosed(replace(PROMISE, state="broken"), None),
    "commitment_moved": CommitmentClosed(
        replace(PROMISE, state="renegotiated", closing_note="Two writers are ill."), _INES, _FIVE
    ),
    "who": WhoAnswer("seo", (_AREA,), (), ()),
    "who_away": WhoAnswer("seo", (_AWAY,), (), ()),
    "who_away_uncovered": WhoAnswer("seo", (replace(_AWAY, cover=None, backup=None),), (), ()),
    "who_unowned": WhoAnswer("crm", (_UNOWNED,), (), ()),
    "who_several": WhoAnswer("s", (_AREA, _UNOWNED), (), ()),
    "who_nobody": WhoAnswer("sea", (), (_AREA, _UNOWNED), (_INES, _LUIS)),
    "area_given": AreaGiven(_AREA, _LUIS),
    "area_taken": AreaTaken(_AREA, _LUIS),
    "area_taken_unowned": AreaTaken(_UNOWNED, _LUIS),
    "agreement": _TERMS,
    "agreement_started": AgreementStarted(_TERMS, _LUIS),
    "next_actions": HOME,
    "next_actions_none": EMPTY_HOME,
    "me": Me(
        _ANA,
        "es",
        "America/Bogota",
        (PartFacts("North region", "sales", is_lead=False),),
    ),
    "me_lead": Me(_LUIS, "en", "UTC", (PartFacts("Acme", "sales", is_lead=True),)),
    "import_report": ImportReport(12, 8, 2, 1, 1, 1, (("Pedro", 2),)),
}


def previews() -> Iterator[tuple[str, str, Message]]:
    """Yield every example in every language: its name, the language, the message."""
    for name, notice in EXAMPLES.items():
        for reader in READERS:
            yield name, reader.language, render(notice, reader)
