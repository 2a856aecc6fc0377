"""How facts look: ``render`` finds the view of a notice and speaks the reader's language."""

from collections.abc import Callable
from typing import Any

from bot.notices.absence import (
    AbsenceCancelled,
    AbsenceList,
    AbsenceOfferDeclined,
    AbsenceOffered,
    AbsenceOver,
    AbsencePast,
    AbsenceSet,
    AbsenceSetForYou,
    AbsenceUncovered,
    CoverAnswered,
    CoverAsked,
    CoverBegan,
    CoverFreed,
    CoverOver,
)
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
from bot.notices.departures import LeadsGivenOut, LeadsKept, OwnerLeft
from bot.notices.digests import AdminNote, CatchUp, CouldNotTell, Digest, MayBeRepeat
from bot.notices.goals import (
    GoalFacts,
    GoalUpdated,
    MilestoneReached,
    MilestoneUndone,
    MilestoneWithdrawn,
)
from bot.notices.home import HomeFacts, Me, PersonMapped
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
from bot.notices.patterns import PatternsSeen
from bot.notices.people import Reader
from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.notices.reminders import RemindersGathered
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
from bot.notices.responsibilities import (
    AreaBoard,
    AreaGiven,
    AreaList,
    AreasUnowned,
    AreaTaken,
    PersonAreas,
    WhoAnswer,
)
from bot.notices.rota import RotaBoard, RotaChanged, RotaLeft, RotaSaved
from bot.notices.status import ClockStory, LeadList, StatusFacts, StatusShared
from bot.notices.undone import FollowUpUndone
from bot.views import (
    absence,
    agreements,
    clocks,
    commitments,
    commitments_board,
    covers,
    departures,
    digests,
    flags,
    goals,
    handled,
    imports,
    leads,
    leaving,
    mentions,
    patterns,
    people,
    rejections,
    reminders,
    request_clocks,
    requests,
    responsibilities,
    rota,
    status,
    story,
    waiting,
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
    RejectionContested: rejections.rejection_contested,
    RejectionAgreed: rejections.rejection_agreed,
    TouchedForYou: leads.touched_for_you,
    DealWon: leads.deal_won,
    WindowClosing: clocks.window_closing,
    ReminderAgain: clocks.reminder_again,
    WindowMissed: clocks.window_missed,
    MissReported: clocks.miss_reported,
    MissEscalated: clocks.miss_escalated,
    ReassignmentOffered: clocks.reassignment_offered,
    MissesFlagged: flags.misses_flagged,
    FollowUpUndone: clocks.follow_up_undone,
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
    MilestoneWithdrawn: goals.milestone_withdrawn,
    CommitmentFacts: commitments.commitment_card,
    CommitmentAsked: commitments.commitment_asked,
    CommitmentAnswered: commitments.commitment_answered,
    CommitmentNear: commitments.commitment_near,
    CommitmentDue: commitments.commitment_due,
    CommitmentClosed: commitments.commitment_closed,
    CommitmentMade: commitments.commitment_made,
    CommitmentBoard: commitments_board.commitment_board_message,
    CommitmentsWeek: commitments_board.commitments_week,
    PersonAreas: responsibilities.person_areas,
    WhoAnswer: responsibilities.who_answer,
    AreaBoard: responsibilities.area_list,
    AreaList: responsibilities.area_list_for_all,
    AreasUnowned: responsibilities.areas_unowned,
    AreaGiven: responsibilities.area_given,
    AreaTaken: responsibilities.area_taken,
    RotaBoard: rota.rota_board,
    RotaSaved: rota.rota_saved,
    RotaChanged: rota.rota_changed,
    RotaLeft: rota.rota_left,
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
    HomeFacts: waiting.next_actions,
    Me: people.me_card,
    AbsenceCancelled: absence.absence_cancelled,
    AbsenceList: absence.absence_list,
    AbsenceOfferDeclined: absence.absence_offer_declined,
    AbsenceOffered: absence.absence_offered,
    AbsenceOver: absence.absence_over,
    AbsencePast: absence.absence_past,
    AbsenceSet: absence.absence_set,
    AbsenceSetForYou: absence.absence_set_for_you,
    AbsenceUncovered: absence.absence_uncovered,
    CoverAnswered: covers.cover_answered,
    CoverAsked: covers.cover_asked,
    CoverBegan: covers.cover_began,
    CoverFreed: covers.cover_freed,
    CoverOver: covers.cover_over,
    OwnerLeft: departures.owner_left,
    LeadsGivenOut: departures.leads_given_out,
    LeadsKept: departures.leads_kept,
    PersonMapped: people.person_mapped,
    PatternsSeen: patterns.patterns_seen,
    RemindersGathered: reminders.reminders_gathered,
    PersonLeft: leaving.person_left,
    MentionHelp: mentions.mention_help,
    MentionElsewhere: mentions.mention_elsewhere,
    MentionRefused: mentions.mention_refused,
    ImportReport: imports.import_report,
}


def render(notice: object, reader: Reader) -> Message:
    """Return the message that tells ``notice`` to ``reader``; raise `KeyError` if none does."""
    return VIEWS[type(notice)](notice, Translator(reader))
