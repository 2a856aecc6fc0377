"""Refusals of what people type: durations, moments, amounts."""

from bot.views.translate import mark

WORDS = {
    "TooLong": mark("That is too long to be understood. Write at most {limit} characters."),
    "UnclearDuration": mark("I don't understand “{text}”. Write a length, such as 2h or 30 min."),
    "UnclearMoment": mark("I don't understand “{text}”. Write a moment, such as tomorrow 9am."),
    "NoSuchDay": mark(
        "“{text}” names a day that does not exist. Write another one, such as tomorrow 9am."
    ),
    "UnclearPastMoment": mark(
        "I don't understand “{text}”. Write when it was, such as yesterday 4pm or 20 min ago."
    ),
    "FutureMoment": mark("“{text}” is still to come ({at}). Write a moment that has passed."),
    "AmbiguousDate": mark(
        "“{text}” can be {day_first} or {month_first}. Write the month as a word."
    ),
    "WrongWeekday": mark("“{text}” does not fit: the date is {on}. Check the day or the date."),
    "PastMoment": mark("“{text}” has passed ({at}). Write a moment still to come."),
    "NoSuchMoment": mark(
        "“{text}” does not exist: the clocks change at that hour. Choose another hour."
    ),
    "UnclearAmount": mark("I don't understand the amount “{text}”. Write it as in 1,250,000."),
    "AmbiguousAmount": mark("“{text}” can be {decimal} or {grouped}. Write it without separators."),
    "UnclearPercent": mark("I don't understand “{text}”. Write a share, such as 12 % or 0.12."),
    "UnclearRange": mark(
        "I don't understand “{text}”. Write when, such as until Friday, or tomorrow 2pm-5pm."
    ),
    "OpenEnded": mark("“{text}” says when it begins and not when it ends. Add until when."),
    "RangeReversed": mark("“{text}” ends before it begins. Check the order."),
}
