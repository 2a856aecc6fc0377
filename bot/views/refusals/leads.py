"""Refusals about people, leads and clocks."""

from bot.views.translate import mark

WORDS = {
    "NotAMember": mark(
        "You have no part in an agreement here. Ask whoever leads your side to add you."
    ),
    "StrangerRefused": mark("Sorry, this is only for the people of this workspace."),
    "NoAgreement": mark("No agreement has been set up here yet. Start with `/sla setup`."),
    "WhichAgreement": mark(
        "Several agreements could be meant ({names}). Add which one: `in #channel`."
    ),
    "NoSuchAgreement": mark("There is no agreement called “{text}” that you take part in."),
    "NoSuchLead": mark("I can't find a lead “{text}” for you. Try `/sla leads` to see yours."),
    "WhichLead": mark("Several leads could be meant. Use the id, such as L-7K3F."),
    "NoOpenLead": mark("You have no open lead. Name one by its id, such as L-7K3F."),
    "NoSuchPerson": mark("I can't tell who “{text}” is. Write @ and pick the person."),
    "PersonCannotOwn": mark("{name} cannot take leads now. Choose someone else of sales."),
    "AlreadyOwned": mark("{public_id} is with {owner} already."),
    "AlreadyAccepted": mark("{public_id} was accepted by {by} already."),
    "LeadIsClosed": mark(
        "{public_id} is closed ({stage}). If that is wrong, close it again as it should be: "
        "`/sla close {public_id} won 12,000` or `/sla close {public_id} lost`. If it came back, "
        "register it anew with `/sla new`."
    ),
    "LeadGivenBack": mark(
        "{public_id} was given back for good, so it stays closed. If it came back, register it "
        "anew with `/sla new`."
    ),
    "NoLeadFits": mark(
        "That cannot be done with any of your open leads now. See them with `/sla leads mine`."
    ),
    "LeadIsRejected": mark("{public_id} went back to marketing and waits for their answer."),
    "NoRejectionWaiting": mark(
        "{public_id} is not waiting for an answer. See how it stands: `/sla lead {public_id}`."
    ),
    "ReturnSettled": mark(
        "{by} answered already and agreed: {public_id} is closed. Now it can only come in anew."
    ),
    "RejectionTakenBack": mark(
        "{by} answered already and sent {public_id} back. How it stands: `/sla lead {public_id}`."
    ),
    "LeadHasNoOwner": mark(
        "{public_id} has no owner yet. Take it first: `/sla claim {public_id}`."
    ),
    "MissingValue": mark("This is still missing: {field}."),
    "ValueTooLong": mark("This is too long: {field}. It can have {limit} characters."),
    "TouchInFuture": mark(
        "{at} is still to come. A follow-up is logged once it has happened; to be reminded then, "
        "use `/sla snooze`."
    ),
    "TouchBeforeLead": mark(
        "The lead came in after that ({received_at}). The follow-up has to be later."
    ),
    "NothingToUndo": mark("{public_id} has no follow-up to undo."),
    "UndoTooLate": mark("More than 10 minutes have passed: now only the sales lead can undo it."),
    "ReasonNeeded": mark("This needs a reason: {action}. Write it after the command."),
    "NoClockRunning": mark("{public_id} has no clock running now."),
    "ClockAlreadyPaused": mark("The clock of {public_id} is paused already."),
    "ClockNotPaused": mark("The clock of {public_id} is not paused."),
    "TooManyPauses": mark("The clock of {public_id} has had all its pauses. Allowed: {limit}."),
    "PausedTooLong": mark("Until {latest}, and no longer, the clock of {public_id} can be paused."),
    "MomentInPast": mark("{at} has passed. Write a moment still to come."),
    "SnoozePastDue": mark(
        "The window ended already ({due_at}), so no reminder is left to put off. Say when it will "
        "be done with `/sla ack`, or log what was done with `/sla log`."
    ),
    "HoldTooLong": mark("The latest it can wait is {latest}, so choose an earlier moment."),
    "NothingToAcknowledge": mark(
        "What was last said about {public_id} was answered already, or went to somebody else. "
        "What helps now is to do it and say so."
    ),
    "NoReminderYet": mark(
        "Nothing was reminded about {public_id} yet, so there is nothing to answer. To be reminded "
        "later: `/sla snooze {public_id} 2h`. Once it is done: `/sla log {public_id}`."
    ),
    "DuplicateLead": mark("This lead is open already: {public_id}."),
    "AmountNeeded": mark("A deal is won with its amount: `/sla close {public_id} won 12,000`."),
    "BadEmail": mark("“{text}” is not an e-mail address. Write it as in ana@example.com."),
    "BadPhone": mark("“{text}” is not a phone number. Write it as in +57 300 123 4567."),
    "BadScore": mark("“{text}” is not a score. Write a whole number."),
    "ForgedPayload": mark("That button is not one of mine any more. Use the command instead."),
    "FormTooLate": mark("Slack did not open the form in time. Try it again."),
}
SEATS = {
    "marketing_lead": mark("whoever leads marketing"),
    "marketing_member": mark("marketing's people"),
    "sales_lead": mark("whoever leads sales"),
    "owner": mark("its owner"),
    "rep": mark("the reps"),
    "management": mark("management"),
    "admin": mark("an administrator"),
    "side_lead": mark("whoever leads its side"),
    "side_member": mark("the people of its side"),
    "in_rota": mark("whoever is in the rota"),
    "with_reason": mark("a rep who says why, or whose colleague is away"),
}
FIELDS = {
    "name": mark("the name"),
    "company": mark("the company"),
    "contact": mark("an e-mail or a phone"),
    "email": mark("the e-mail"),
    "phone": mark("the phone"),
    "source": mark("the source"),
    "segment": mark("the segment"),
    "score": mark("the score"),
    "note": mark("the details"),
    "reason": mark("the reason"),
    "channel": mark("the channel"),
    "outcome": mark("the result"),
    "until": mark("until when"),
    "when": mark("when"),
    "amount": mark("the amount"),
    "text": mark("the text"),
    "person": mark("the person"),
    "unit": mark("the unit"),
    "area": mark("the area"),
    "owner": mark("the owner"),
    "direction": mark("how it counts"),
    "result": mark("the result"),
    "new_due": mark("the new date"),
    "command": mark("the command"),
    "client": mark("whom it is for"),
    "answer": mark("the answer"),
}
ACTIONS = {
    "log": mark("logging a follow-up for someone else"),
    "log_touch": mark("logging a follow-up for someone else"),
    "pause": mark("pausing the clock"),
    "reject": mark("returning a lead to marketing"),
    "assign": mark("passing a lead on"),
    "commitment_broken": mark("saying that a commitment was not kept"),
    "commitment_renegotiated": mark("moving the date of a commitment"),
}
