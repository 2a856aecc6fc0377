"""Refusals about absences and who covers them."""

from bot.views.translate import mark

WORDS = {
    "AbsenceReversed": mark("It would end ({ends_at}) before it begins ({starts_at}). Check both."),
    "AbsenceTooLong": mark("An absence lasts at most {limit} days. Write an earlier end."),
    "AbsenceIncludes": mark(
        "The absence registered until {ends_at} already includes that time. End it with "
        "`/sla back`, or move its end with the same command, as in `/sla away until Friday`; "
        "for someone else, with their name."
    ),
    "AbsenceToComeIncludes": mark(
        "The absence registered from {starts_at} until {ends_at} already includes that time. "
        "Change or end it in `/sla away`, or register it again from its beginning with a new end."
    ),
    "NoSuchAbsence": mark("I can't find that absence any more. See yours with `/sla away`."),
    "NotAway": mark("{name} has no absence now. See what is registered with `/sla away`."),
    "NotTheirAbsence": mark(
        "{name} has to register that absence, or whoever leads their side if they take leads. "
        "To name who covers for you, write `cover` before the name."
    ),
    "OneAtATime": mark("Several people are named. Write one who is away and one who covers."),
    "CoverIsSelf": mark("Nobody can cover for themselves. Name a colleague."),
    "CoverIsGuest": mark("{name} is a guest and cannot cover. Name a member of the team."),
    "CoverOutside": mark("{name} is not of the same side of this agreement. Name someone who is."),
    "CoverAway": mark("Until {until} {name} is away too. Name someone else to cover."),
    "CoverCycle": mark(
        "{name} is away at that time and counts on you as cover. Name someone else."
    ),
    "AnsweredAlready": mark("That question is not open any more. Nothing was changed."),
}
