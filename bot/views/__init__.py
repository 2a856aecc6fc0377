"""How facts look: ``render`` finds the view of a notice and speaks the reader's language."""

from collections.abc import Callable
from typing import Any

from bot.notices.agreements import AgreementStarted, AgreementTerms
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
)
from bot.notices.digests import AdminNote, CatchUp, CouldNotTell, Digest, MayBeRepeat
from bot.notices.goals import GoalFacts, GoalUpdated, MilestoneReached, MilestoneUndone
from bot.notices.home import HomeFacts, Me
from bot.notices.imports import ImportReport
from bot.notices.leads import (
    DealWon,
    LeadArrived,
    LeadCard,
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
    WindowClosing,
    WindowMissed,
)
from bot.notices.leaving import PersonLeft
from bot.notices.mentions import MentionElsewhere, MentionHelp, MentionRefused
from bot.notices.people import Reader
from bot.notices.responsibilities import (
    AreaGiven,
    AreaList,
    AreasUnowned,
    AreaTaken,
    WhoAnswer,
)
from bot.notices.status import ClockStory, LeadList, StatusFacts, StatusShared
from bot.views import (
    agreements,
    clocks,
    commitments,
    commitments_board,
    digests,
    flags,
    goals,
    handled,
    help,  # noqa: A004  the subject is called so everywhere
    imports,
    leads,
    leaving,
    mentions,
    people,
    responsibilities,
    status,
    story,
)
from bot.views.message import Message
from bot.views.translate import Translator

__all__ = ["Message", "Translator", "render"]

View = Callable[[Any, Translator], Message]
"""A view takes its own kind of notice: the key beside it in the table says which."""

VIEWS: dict[type[object], View] = {
    LeadCard: leads.lead_card,
    LeadArrived: leads.lead_arrived,
    LeadUnowned: leads.lead_unowned,
    LeadPassed: leads.lead_passed,
    LeadRejected: leads.lead_rejected,
    TouchedForYou: leads.touched_for_you,
    DealWon: leads.deal_won,
    WindowClosing: clocks.window_closing,
    ReminderAgain: clocks.reminder_again,
    WindowMissed: clocks.window_missed,
    MissReported: clocks.miss_reported,
    MissEscalated: clocks.miss_escalated,
    ReassignmentOffered: clocks.reassignment_offered,
    MissesFlagged: flags.misses_flagged,
    LeadHandled: handled.lead_handled,
    ReminderPast: handled.reminder_past,
    Digest: digests.digest,
    CatchUp: digests.catch_up,
    CouldNotTell: digests.could_not_tell,
    AdminNote: digests.admin_note,
    MayBeRepeat: digests.may_be_repeat,
    StatusFacts: status.status_message,
    StatusShared: status.status_shared,
    LeadList: status.lead_list,
    ClockStory: story.clock_story,
    GoalFacts: goals.goal_card,
    GoalUpdated: goals.goal_updated,
    MilestoneReached: goals.milestone_reached,
    MilestoneUndone: goals.milestone_undone,
    CommitmentFacts: commitments.commitment_card,
    CommitmentAsked: commitments.commitment_asked,
    CommitmentAnswered: commitments.commitment_answered,
    CommitmentNear: commitments.commitment_near,
    CommitmentDue: commitments.commitment_due,
    CommitmentClosed: commitments.commitment_closed,
    CommitmentMade: commitments.commitment_made,
    CommitmentBoard: commitments_board.commitment_board_message,
    CommitmentsWeek: commitments_board.commitments_week,
    WhoAnswer: responsibilities.who_answer,
    AreaList: responsibilities.area_list_for_all,
    AreasUnowned: responsibilities.areas_unowned,
    AreaGiven: responsibilities.area_given,
    AreaTaken: responsibilities.area_taken,
    AgreementTerms: agreements.agreement_card,
    AgreementStarted: agreements.agreement_started,
    HomeFacts: help.next_actions,
    Me: people.me_card,
    PersonLeft: leaving.person_left,
    MentionHelp: mentions.mention_help,
    MentionElsewhere: mentions.mention_elsewhere,
    MentionRefused: mentions.mention_refused,
    ImportReport: imports.import_report,
}


def render(notice: object, reader: Reader) -> Message:
    """Return the message that tells ``notice`` to ``reader``; raise `KeyError` if none does."""
    return VIEWS[type(notice)](notice, Translator(reader))
