from collections.abc import Mapping
from dataclasses import replace

from bot.notices.requests import (
    AreaRef,
    FlaggedRequest,
    RequestAnswerPosted,
    RequestAsked,
    RequestCard,
    RequestClosing,
    RequestEscalated,
    RequestFacts,
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
from bot.notices.status import ClockRun, StoryLine
from bot.views.examples.cast import ANA, FIVE, HOUR, INES, KEY, LUIS, NINE, NOON

REQUEST = RequestFacts(
    id=KEY,
    public_id="R-Q2XA",
    kind="urgent",
    text="Acme cannot log in to the portal",
    area=AreaRef("Urgent client requests", "Solicitudes urgentes de clientes"),
    party="sales",
    asked_by=INES,
    client="Northwind",
    owner=ANA,
    asked_at=NINE,
    due_at=FIVE,
    is_late=False,
    promised_at=None,
    state="open",
    answer="",
    answered_by=None,
    answered_at=None,
)
_PLAIN = replace(REQUEST, kind="information", client="", due_at=None)
_UNOWNED = replace(REQUEST, owner=None)
_LATE = replace(REQUEST, is_late=True, promised_at=FIVE)
_ANSWERED = replace(
    REQUEST,
    state="answered",
    answer="The password was reset; it works again.",
    answered_by=ANA,
    answered_at=NOON,
)
_STORY = (
    StoryLine("request.asked", NINE, "Inés Vega", (("area", "SEO"), ("client", "Northwind"))),
    StoryLine("request.given", NINE, None, (("to", "Ana Ríos"),)),
    StoryLine("clock.started", NINE, None, (("target", "14400"),)),
    StoryLine("clock.escalated", NOON, None, ()),
    StoryLine("request.answered", NOON, "Ana Ríos", ()),
    StoryLine("clock.stopped", NOON, None, (("outcome", "met"), ("consumed", "10800"))),
    StoryLine("request.reopened", FIVE, "Inés Vega", ()),
    StoryLine("clock.continued", FIVE, None, ()),
)

EXAMPLES: Mapping[str, object] = {
    "request_card": RequestCard(REQUEST, ("answer", "ack", "pass", "withdraw")),
    "request_card_timeless": RequestCard(_PLAIN, ("withdraw",)),
    "request_card_unowned": RequestCard(_UNOWNED, ()),
    "request_card_promised": RequestCard(_LATE, ("answer",)),
    "request_card_answered": RequestCard(_ANSWERED, ("reopen",)),
    "request_card_withdrawn": RequestCard(replace(REQUEST, state="withdrawn"), ()),
    "request_posted": RequestPosted(REQUEST),
    "request_posted_answered": RequestPosted(_ANSWERED),
    "request_asked": RequestAsked(REQUEST, None, (LUIS,)),
    "request_asked_of_cover": RequestAsked(_PLAIN, LUIS, ()),
    "request_asked_passed": RequestAsked(REQUEST, None, (), LUIS),
    "request_asked_again": RequestAsked(REQUEST, None, (LUIS,), None, "It fails with Safari."),
    "request_unowned": RequestUnowned(_UNOWNED, (ANA, LUIS)),
    "request_seen": RequestSeen(REQUEST, ANA, FIVE),
    "request_answer_posted": RequestAnswerPosted(_ANSWERED),
    "request_replied": RequestReplied(_ANSWERED),
    "request_handled": RequestHandled(_ANSWERED, "answered", ANA, NOON),
    "request_handled_passed": RequestHandled(REQUEST, "passed", LUIS, NOON),
    "request_handled_withdrawn": RequestHandled(REQUEST, "withdrawn", INES, NOON),
    "request_handled_reopened": RequestHandled(REQUEST, "reopened", INES, NOON),
    "request_reminder_past": RequestReminderPast(REQUEST, NOON),
    "request_closing": RequestClosing(REQUEST, 75, HOUR, FIVE),
    "request_closing_now": RequestClosing(_PLAIN, 90, 20, FIVE),
    "request_closing_past": RequestClosing(REQUEST, 75, HOUR, NOON, is_late=True, own_until=FIVE),
    "request_closing_past_unowned": RequestClosing(REQUEST, 75, HOUR, NOON, is_late=True),
    "request_closing_to_cover": RequestClosing(REQUEST, 75, HOUR, FIVE, LUIS),
    "request_missed": RequestMissed(_LATE, NOON),
    "request_missed_to_cover": RequestMissed(_LATE, NOON, LUIS),
    "request_miss_reported": RequestMissReported(_LATE, NOON),
    "request_miss_reported_unowned": RequestMissReported(_UNOWNED, NOON),
    "request_escalated": RequestEscalated(_LATE, HOUR),
    "request_pass_offered": RequestPassOffered(_LATE, 4 * HOUR, (INES, LUIS)),
    "request_pass_offered_nobody": RequestPassOffered(_UNOWNED, 4 * HOUR, ()),
    "requests_flagged": RequestsFlagged(
        "North region",
        (
            FlaggedRequest(KEY, "R-Q2XA", "urgent", REQUEST.area, None),
            FlaggedRequest(KEY, "R-7K3F", "asset", REQUEST.area, None, "answered"),
            FlaggedRequest(KEY, "R-9WZT", "information", REQUEST.area, ANA, "withdrawn"),
        ),
    ),
    "request_list": RequestList((REQUEST,), (_PLAIN,), (_LATE,), 5),
    "request_list_empty": RequestList((), (), (), 0),
    "request_story": RequestStory(
        REQUEST,
        ClockRun("urgent_request", 4 * HOUR, 3 * HOUR, "met", "stopped", FIVE),
        _STORY,
    ),
    "request_story_timeless": RequestStory(_PLAIN, None, _STORY[:2]),
}
