"""Words for the closed lists of the domain. A value that is not known here is shown as data."""

from collections.abc import Mapping
from datetime import datetime

from bot.notices.leads import LeadFacts, TouchFacts
from bot.notices.people import PersonRef
from bot.views.escape import Markup, esc, mixes_alphabets
from bot.views.translate import Translator, mark

WINDOWS = {
    "accept": mark("Acceptance"),
    "first_touch": mark("First follow-up"),
    "urgent_request": mark("Urgent client requests"),
    "asset_request": mark("Assets asked for"),
    "information_request": mark("Requests for information"),
    "request": mark("Requests"),
}
LEAD_STAGES = {
    "new": mark("New lead"),
    "accepted": mark("Accepted"),
    "working": mark("In follow-up"),
    "qualified": mark("Qualified (SQL)"),
    "rejected": mark("Returned to marketing"),
    "won": mark("Won"),
    "lost": mark("Lost"),
}
CHANNELS = {
    "call": mark("Call"),
    "whatsapp": mark("WhatsApp"),
    "email": mark("E-mail"),
    "meeting": mark("Meeting"),
    "other": mark("Another channel"),
}
OUTCOMES = {
    "no_answer": mark("no answer"),
    "left_message": mark("left a message"),
    "sent": mark("sent"),
    "answered": mark("answered"),
    "booked": mark("meeting booked"),
    "qualified": mark("qualified"),
    "not_interested": mark("not interested"),
}
REQUEST_KINDS = {
    "urgent": mark("Urgent client request"),
    "asset": mark("Asset"),
    "information": mark("Information"),
}
REJECT_REASONS = {
    "not_a_fit": mark("Not the customer we look for"),
    "no_budget": mark("No budget"),
    "wrong_data": mark("Wrong or missing contact details"),
    "duplicate": mark("Already a lead"),
    "not_ready": mark("Not ready to talk yet"),
    "other": mark("Another reason"),
}
ROUTING_REASONS = {
    "same_company": mark("You already look after this company."),
    "named": mark("The lead came with your name on it."),
    "rota": mark("It was your turn in the rota."),
    "claimed": mark("You took it."),
    "by_hand": mark("It was given to you by hand."),
    "from_source": mark("The source named you as its owner."),
}
UNOWNED_REASONS = {
    "nobody_in_rota": mark("Nobody is in the rota yet."),
    "everybody_away": mark("Everybody in the rota is away."),
    "everybody_full": mark("Everybody in the rota is at their limit or away."),
    "nobody_else": mark("There is nobody else in the rota."),
}
PARTIES = {
    "marketing": mark("Marketing"),
    "sales": mark("Sales"),
    "management": mark("Management"),
    "client": mark("Client"),
    "agency": mark("Agency"),
    "either": mark("Both sides"),
}
AGREEMENT_KINDS = {
    "marketing_sales": mark("Marketing and sales"),
    "client_agency": mark("Client and agency"),
}
SPEECH = {
    "es": mark("Spanish"),
    "en": mark("English"),
    "pt": mark("Portuguese"),
    "fr": mark("French"),
    "de": mark("German"),
    "it": mark("Italian"),
}
LANGUAGES = {"en": "English", "es": "Español"}
WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
WITHIN_A_LINE = (
    mark("to Monday"),
    mark("to Tuesday"),
    mark("to Wednesday"),
    mark("to Thursday"),
    mark("to Friday"),
    mark("to Saturday"),
    mark("to Sunday"),
)


def word(table: Mapping[str, str], value: str, t: Translator) -> Markup:
    """Return the reader's word for a value, or the value itself, as data."""
    return t(table[value]) if value in table else esc(value.replace("_", " "))


def called(lead: LeadFacts, t: Translator) -> Markup:
    """Return what people call a lead: the person and the company, or what there is of them."""
    if lead.name and lead.company and lead.name != lead.company:
        return t.lay("{name} ({company})", name=lead.name, company=lead.company)
    return esc(lead.name or lead.company or lead.public_id)


def strong(lead: LeadFacts, t: Translator) -> Markup:
    """Return a lead's name in bold, beside the id one can type."""
    if not (lead.name or lead.company):
        return t.lay("*{id}*", id=lead.public_id)
    return t.lay("*{name}* · {id}", name=called(lead, t), id=lead.public_id)


def own_time(until: datetime, t: Translator) -> Markup:
    """Tell somebody whose turn began when the window was past how long that is."""
    return t("Your own time: until {moment}", moment=t.moment(until))


def standing_in(absent: PersonRef | None, t: Translator) -> Markup | None:
    """Return for whom the reader stands in, if for anybody."""
    return t("You stand in for {person}", person=t.person(absent)) if absent else None


def disguise(lead: LeadFacts, t: Translator) -> Markup | None:
    """Return a warning when the name mixes alphabets that look alike."""
    if mixes_alphabets(lead.name) or mixes_alphabets(lead.company):
        return t("The name mixes alphabets that look alike: make sure who it is.")
    return None


def touch_words(touch: TouchFacts, t: Translator) -> Markup:
    """Return channel and outcome, as in "Call · no answer"."""
    return channel_and_outcome(touch.channel, touch.outcome, t)


def channel_and_outcome(channel: str, outcome: str, t: Translator) -> Markup:
    return t.lay(
        "{channel} · {outcome}",
        channel=word(CHANNELS, channel, t),
        outcome=word(OUTCOMES, outcome, t),
    )


def quoted(text: str, t: Translator) -> Markup | None:
    """Return a note in its author's words, set apart from ours."""
    return Markup(f"> {t.note(text)}") if text.strip() else None
