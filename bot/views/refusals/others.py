"""Refusals about people, areas, goals and commitments."""

from bot.views.translate import mark

WORDS = {
    "QuietLeavesNoTime": mark(
        "With these hours there is no working time left to tell you anything. Make them shorter."
    ),
    "DigestOutsideHours": mark("At {at} you never work. Choose a time within your working hours."),
    "BadCrmId": mark("“{text}” is not an id of a CRM. Write it in one word, as the CRM shows it."),
    "CrmNameTaken": mark("{name} goes by “{text}” already. Take it from them first."),
    "OwnerIsBack": mark("{name} is back and keeps the leads; each can be given on from its card."),
    "NobodyLeft": mark("Those leads have all been given out already."),
    "NoSuchArea": mark("No area is called “{asked}”. See them all with `/sla who`."),
    "AreaGone": mark("That area is not there any more. See them all with `/sla who`."),
    "WhichArea": mark("Several areas could be meant: {choices}. Write its full name."),
    "OutsideParty": mark("{name} is not of this side ({party}). Name someone who is."),
    "BackupIsOwner": mark("{name} cannot be their own backup. Name someone else."),
    "NoSuchGoal": mark("There is no goal called “{asked}”. See them all with `/sla goal`."),
    "WhichGoal": mark("Several goals could be meant. Write its full name."),
    "NoOpenGoal": mark("There are no open goals yet. Make one with `/sla goal new`."),
    "GoalExists": mark("There is an open goal called {name} already. Choose another name."),
    "GoalIsClosed": mark("{name} is closed, so it takes no more progress."),
    "EntryFarBeyond": mark(
        "{amount} at once is more than twice the number to reach, {target}, so nothing was added. "
        "If that is right, write it as: {amount} sure."
    ),
    "EntryInFuture": mark("{at} is still to come. Only what has happened moves a goal."),
    "EntryIsZero": mark("Zero moves nothing. Write the amount to add."),
    "OtherCurrency": mark("This agreement counts in {agreed}, not {named}. Convert the amount."),
    "AmountTooLarge": mark("The number is too large. The limit is {limit}."),
    "BadMilestones": mark("Milestones are whole per cents from 1 to 1,000, each once."),
    "NoSuchCommitment": mark("I can't find that commitment. See yours with `/sla commitment`."),
    "CommitmentIsClosed": mark("That commitment was answered already: {state}."),
    "FarAboveBest": mark(
        "A (attainable): {asked} is far above the best kept so far, {best}. Write here how it will"
        " be reached, or lower the number."
    ),
    "NotItsLead": mark(
        "{name} does not lead that side ({party}). Name its lead, or leave the whole side out."
    ),
    "HasNoPart": mark("{name} has no part in this agreement. Name someone who has."),
    "NoAreaYet": mark(
        "There is no area to ask yet. Whoever leads a side makes one: `/sla own seo @ana`."
    ),
    "NoSuchRequest": mark("I can't find the request “{text}”. See yours with `/sla requests`."),
    "RequestAnswered": mark(
        "{by} answered {public_id} already. Read it with `/sla request {public_id}`."
    ),
    "RequestWithdrawn": mark("{public_id} was withdrawn, so there is nothing left to do."),
    "RequestStillOpen": mark("{public_id} has no answer yet, so it is open anyway."),
    "ReopenTooLate": mark(
        "More than a working day has passed since {public_id} was answered. Make a new request."
    ),
    "CannotAnswer": mark("{name} cannot answer now. Name someone else."),
    "AlreadyTheirs": mark("{public_id} is with {owner} already. Name someone else."),
    "OnlyThisWeek": mark(
        "Status tells how things stand now and the figures of this week, not those of another time."
        " Write `/sla status`."
    ),
    "NotYetAccepted": mark("That commitment was not accepted yet, so nobody can close it."),
}
STATES = {
    "kept": mark("kept"),
    "broken": mark("not kept"),
    "renegotiated": mark("moved to another date"),
    "declined": mark("declined"),
}
LETTERS = {
    "S": mark("S (specific), what exactly will be done"),
    "M": mark("M (measurable), a number or a result to answer with yes or no"),
    "A": mark("A (attainable), a number that can be reached"),
    "R": mark("R (relevant), the goal it serves or why it matters"),
    "T": mark("T (timed), a date still to come"),
}
