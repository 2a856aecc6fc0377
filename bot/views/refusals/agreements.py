"""Refusals of an agreement that cannot be kept as it was written."""

from bot.views.translate import mark

WORDS = {
    "BadReminders": mark(
        "Reminders are per cent of the window, each later than the one before, below 100."
    ),
    "ChannelShared": mark(
        "People of another organisation can read {channel}. Choose a channel of your own."
    ),
    "ChannelUnknown": mark(
        "I can't see that channel. Invite me to it with `/invite` and try again."
    ),
    "ChannelTaken": mark(
        "{channel} already belongs to the agreement {agreement}. Choose another channel."
    ),
    "LadderOutOfOrder": mark(
        "After the window ends, escalating comes first and the offer to reassign later."
    ),
    "LeadsBothSides": mark("{name} cannot speak for both sides. Name someone else on one of them."),
    "NameMissing": mark("Give the agreement a name."),
    "NameTaken": mark("There is an agreement called {name} already. Choose another name."),
    "NameTooLong": mark("The name is too long. It can have {limit} characters."),
    "NoRep": mark("Name at least one person who takes leads."),
    "NoSuchPeople": mark("I don't know these people: {names}. Write @ and pick them."),
    "OnBothSides": mark("{name} is on both sides. Leave them on one of them."),
    "SideWithoutLead": mark("Nobody speaks for this side yet: {party}. Name its lead."),
    "UnknownCountry": mark("“{country}” is not a country code. Write two letters, such as CO."),
    "UnknownCurrency": mark("“{currency}” is not a currency. Write three letters, such as COP."),
    "UnknownKind": mark("“{kind}” is not a kind of agreement. Choose one from the form."),
    "UnknownLanguage": mark("I don't speak “{language}”. Choose one of these: {known}."),
    "UnknownRegion": mark("{country} has no region “{region}”. Choose one of these: {known}."),
    "UnknownStage": mark("“{stage}” is not something an agreement can promise."),
    "WindowMissing": mark("Say within how long: {stage}."),
    "WindowNotPositive": mark("The time for this has to be more than nothing: {stage}."),
    "WindowTooLong": mark("The time for this is too long: {stage}. Choose a shorter one."),
    "WindowTwice": mark("This is promised twice: {stage}. Keep one of them."),
    "UnknownZone": mark("“{zone}” is not a time zone. Write it as in America/Bogota."),
    "UnknownWeekday": mark("{weekday} is not a day of the week. Use 0 (Monday) to 6 (Sunday)."),
    "UnclearLabel": mark("“{label}” is not a time of day. Write it as in 09:00."),
    "EqualEnds": mark("Hours cannot start and end at the same time: {label}."),
    "OverlappingBlocks": mark("Two blocks of hours share time: {first} and {second}."),
    "NeverOpens": mark("With these hours nobody ever works. Add at least one working day."),
    "NoOpening": mark("With these hours and holidays nobody works for more than a year."),
    "OutOfCalendar": mark("That moment lies beyond the calendar. Write one closer to today."),
}
