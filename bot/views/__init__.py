"""How facts look: ``render`` finds the view of a notice and speaks the reader's language."""

from collections.abc import Callable
from typing import Any

from bot.notices.agreements import AgreementStarted, AgreementTerms
from bot.notices.commitments import (
    CommitmentAnswered,
    CommitmentAsked,
    CommitmentClosed,
    CommitmentDue,
    CommitmentFacts,
    CommitmentNear,
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
from bot.notices.people import Reader
from bot.notices.requests import (
    RequestAnswerPosted,
    RequestAsked,
    RequestCard,
    RequestClosing,
    RequestEscalated,
    RequestHandled,
    RequestList,
    RequestMissed,
    RequestMissReported,
    RequestPassOffered,
    RequestPosted,
    RequestReminderPast,
    RequestReplied,
    RequestSeen,
    RequestsFlagged,
    RequestStory,
    RequestUnowned,
)
from bot.notices.responsibilities import AreaGiven, AreaTaken, WhoAnswer
from bot.notices.status import ClockStory, LeadList, StatusFacts, StatusShared
from bot.views import (
    agreements,
    clocks,
    commitments,
    digests,
    flags,
    goals,
    handled,
    help,  # noqa: A004  the subject is called so everywhere
    imports,
    leads,
    people,
    request_clocks,
    requests,
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
    WhoAnswer: responsibilities.who_answer,
    AreaGiven: responsibilities.area_given,
    AreaTaken: responsibilities.area_taken,
    RequestCard: requests.request_card,
    RequestPosted: requests.request_posted,
    RequestAsked: requests.request_asked,
    RequestUnowned: requests.request_unowned,
    RequestSeen: requests.request_seen,
    RequestAnswerPosted: requests.request_answer_posted,
    RequestReplied: requests.request_replied,
    RequestHandled: requests.request_handled,
    RequestReminderPast: requests.request_reminder_past,
    RequestList: requests.request_list,
    RequestClosing: request_clocks.request_closing,
    RequestMissed: request_clocks.request_missed,
    RequestMissReported: request_clocks.request_miss_reported,
    RequestEscalated: request_clocks.request_escalated,
    RequestPassOffered: request_clocks.request_pass_offered,
    RequestsFlagged: request_clocks.requests_flagged,
    RequestStory: story.request_story,
    AgreementTerms: agreements.agreement_card,
    AgreementStarted: agreements.agreement_started,
    HomeFacts: help.next_actions,
    Me: people.me_card,
    ImportReport: imports.import_report,
}


def render(notice: object, reader: Reader) -> Message:
    """Return the message that tells ``notice`` to ``reader``; raise `KeyError` if none does."""
    return VIEWS[type(notice)](notice, Translator(reader))
