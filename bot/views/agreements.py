"""An agreement in one message, and choosing between several."""

from collections.abc import Mapping, Sequence

from bot.notices.agreements import AgreementStarted, AgreementTerms, DayHours, WindowTerms
from bot.notices.people import PersonRef
from bot.rules.terms import AgreementKind
from bot.views.blocks import Block, actions, button, context, section
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, lines
from bot.views.translate import Translator, mark
from bot.views.words import AGREEMENT_KINDS, PARTIES, WEEKDAYS, WITHIN_A_LINE, word

PROMISES = {
    "accept": mark("• {party} accepts or returns a lead within {target}."),
    "first_touch": mark("• {party} follows up with a new lead within {target}."),
    "urgent_request": mark("• An urgent client request is answered within {target}."),
    "asset_request": mark("• An asset asked for is delivered within {target}."),
    "information_request": mark("• A request for information is answered within {target}."),
    "request": mark("• A request is answered within {target}."),
}
PROMISES_BY_THE_CLOCK = {
    "accept": mark("• {party} accepts or returns a lead within {target}, day or night."),
    "first_touch": mark("• {party} follows up with a new lead within {target}, day or night."),
    "urgent_request": mark("• An urgent client request is answered within {target}, day or night."),
    "asset_request": mark("• An asset asked for is delivered within {target}, day or night."),
    "information_request": mark(
        "• A request for information is answered within {target}, day or night."
    ),
    "request": mark("• A request is answered within {target}, day or night."),
}
ANYTHING = mark("• {party}: {target}.")
SPEAK_FOR: Mapping[str, tuple[str, str]] = {
    AgreementKind.MARKETING_SALES: (mark("For marketing"), mark("For sales")),
    AgreementKind.CLIENT_AGENCY: (mark("For the agency"), mark("For the client")),
}
WHO_PROMISES = {**PARTIES, "client": mark("The client"), "agency": mark("The agency")}
MOST_NAMED = 20


def agreement_card(terms: AgreementTerms, t: Translator) -> Message:
    text = t(
        "{agreement}: what both sides agreed ({kind}).",
        agreement=terms.name,
        kind=word(AGREEMENT_KINDS, terms.kind, t),
    )
    return Message(text, [section(t.lay("*{title}*", title=text)), *_terms(terms, t)])


def in_force(terms: AgreementTerms, t: Translator) -> Message:
    """Answer whoever would set one up where one is in force: its terms, and what can change."""
    card = agreement_card(terms, t)
    change = t(
        "It is in force, and its hours and windows cannot be changed. Who gets leads can, with"
        " `/sla rota`, and who answers for an area, with `/sla own`. `/sla setup new` sets up"
        " another agreement in another channel."
    )
    return Message(card.text, [*card.blocks, context(change)])


def agreement_started(started: AgreementStarted, t: Translator) -> Message:
    """Tell the working channel who set the bot up here, and what was agreed."""
    terms = started.terms
    text = t(
        "{by} set up the agreement “{agreement}” in this channel.",
        by=t.person(started.by),
        agreement=terms.name,
    )
    aid = t("Type `/sla` to see what is next for you, or `/sla help`.")
    blocks = [section(t.lay("*{title}*", title=text)), *_terms(terms, t), context(aid)]
    return Message(text, blocks)


def setup_offer(t: Translator) -> Message:
    """Answer whoever comes before there is an agreement."""
    text = t("No agreement has been set up here yet. Whoever leads a side can do it in a form.")
    return Message(text, [section(text), actions([button(t("Set it up"), Id.AGREEMENT_SETUP)])])


def week_lines(week: Sequence[DayHours], t: Translator) -> list[Markup]:
    """Return a week's hours, a line for each run of days that work the same."""
    return [_hours(days, t) for days in _alike(week)]


def window_line(window: WindowTerms, t: Translator) -> Markup:
    """Return one promise of an agreement as a sentence."""
    table = PROMISES_BY_THE_CLOCK if window.around_the_clock else PROMISES
    sentence = table.get(window.stage, ANYTHING)
    party = word(WHO_PROMISES, window.party, t)
    return t(sentence, party=party, target=t.duration(window.target))


def _terms(terms: AgreementTerms, t: Translator) -> list[Block]:
    speak_for = SPEAK_FOR.get(terms.kind, SPEAK_FOR[AgreementKind.MARKETING_SALES])
    people = [
        _people(t(speak_for[0]), terms.marketing_leads, t),
        _people(t(speak_for[1]), terms.sales_leads, t),
        _people(t("Leads go in turn to"), terms.reps, t),
    ]
    hours = week_lines(terms.hours, t)
    holidays = t.n(
        "{n} public holiday is left out this year.",
        "{n} public holidays are left out this year.",
        terms.holidays,
    )
    zone = t("*Working hours* ({zone})", zone=terms.zone)
    return [
        section(
            lines([t("*What is promised*"), *(window_line(each, t) for each in terms.windows)])
        ),
        section(lines([t("*Who*"), *people])),
        section(lines([zone, *hours, holidays if terms.holidays else None])),
    ]


def _people(title: Markup, people: Sequence[PersonRef], t: Translator) -> Markup:
    if not people:
        return t("{title}: nobody yet", title=title)
    names = t.all_of([t.person(person) for person in people[:MOST_NAMED]])
    return t.lay("{title}: {people}", title=title, people=names)


def _alike(week: Sequence[DayHours]) -> list[list[DayHours]]:
    """Return the days in runs of neighbours that work the same hours."""
    runs: list[list[DayHours]] = []
    for day in week:
        before = runs[-1][-1] if runs else None
        if before and (before.weekday + 1, before.blocks) == (day.weekday, day.blocks):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _hours(days: Sequence[DayHours], t: Translator) -> Markup:
    first, last = t(WEEKDAYS[days[0].weekday]), t(WITHIN_A_LINE[days[-1].weekday])
    hours = t.all_of([block.replace("-", "–") for block in days[0].blocks])
    if len(days) == 1:
        return t.lay("{day}: {hours}", day=first, hours=hours)
    return t.lay("{first} {last}: {hours}", first=first, last=last, hours=hours)
