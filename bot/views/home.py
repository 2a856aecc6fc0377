"""App Home: what is mine, the most urgent first, each thing one press away from being done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.notices.agreements import AgreementTerms
from bot.notices.commitments import CommitmentFacts
from bot.notices.home import HomeFacts, ReaderLoad
from bot.notices.leads import LeadFacts
from bot.notices.status import LeadLine
from bot.rules.terms import LeadStage
from bot.views import buttons
from bot.views.agreements import setup_offer, window_line
from bot.views.blocks import (
    Block,
    Element,
    View,
    actions,
    button,
    context,
    divider,
    fields,
    header,
    home,
    section,
)
from bot.views.commitments import commitment_buttons, commitment_line
from bot.views.emoji import Sign
from bot.views.escape import Markup, clean, shorten
from bot.views.goals import goal_button, goal_line
from bot.views.help import help_message
from bot.views.ids import Id
from bot.views.message import facts, lines, paragraphs
from bot.views.people import change_preferences, preference_fields
from bot.views.responsibilities import area_name
from bot.views.status import lead_sign
from bot.views.translate import Translator
from bot.views.waiting import led_waiting, requests_waiting
from bot.views.words import LEAD_STAGES, PARTIES, WINDOWS, strong, word

MOST_LEADS = 15
MOST_COMMITMENTS = 6
MOST_AREAS = 15
MOST_GOALS = 6
MOST_AGREEMENTS = 5
WITH_BUTTONS = 3
"""Leads whose buttons stand open; the others have theirs in a menu."""

A_GLANCE = 40
A_DAY = 24 * 3_600
IN_MENU = ("whatsapp", "log", "snooze", "show", "why")
BESIDE_BUTTONS = ("snooze", "ack", "assign", "reject", "why")
WAITING_IN_MENU = ("show", "why")


def home_view(mine: HomeFacts, t: Translator) -> View:
    """Return the Home tab of one person."""
    if not mine.me.parts:
        return home([*_nowhere(t), *_preferences(mine, t), *_load(mine.busiest, t)])
    return home(
        [
            *_leads(mine, t),
            *requests_waiting(mine, t),
            *led_waiting(mine, t),
            *_commitments(mine.commitments, t),
            *_areas(mine, t),
            *_goals(mine, t),
            *_agreements(mine, t),
            *_preferences(mine, t),
            *_load(mine.busiest, t),
            divider(),
            *help_message(t).blocks,
        ]
    )


def _nowhere(t: Translator) -> list[Block]:
    """Greet whoever has no part in any agreement: what this is, and how one comes to have one."""
    what = t("Your leads, commitments and areas will be here once you have a part in an agreement.")
    ask = t("Ask whoever leads your side to add you, or set up an agreement.")
    set_up = setup_offer(t).blocks[-1]
    return [header(t("Welcome")), section(lines([what, ask])), set_up]


def _leads(mine: HomeFacts, t: Translator) -> list[Block]:
    new = button(t("Register a lead"), Id.LEAD_NEW)
    if not mine.leads:
        text = t("You have no open leads. New ones come to you here and in a message.")
        return [header(t("My leads")), section(text, new)]
    shown = mine.leads[:MOST_LEADS]
    title = t("My leads ({n})", n=mine.total_leads)
    blocks = [header(title), context(t("As of {moment}", moment=t.moment(mine.as_of)))]
    for place, line in enumerate(shown):
        said = _lead_line(line, mine.as_of, t)
        blocks.append(section(said, buttons.more(line.lead, _menu(line, place), t)))
        if place < WITH_BUTTONS and line.stage != LeadStage.REJECTED:
            blocks.append(actions(_row(line, t, first=place == 0)))
    hidden = mine.total_leads - len(shown)
    row = [button(t("How it stands"), Id.STATUS_SHOW), new]
    if hidden > 0:
        blocks.append(context(t.n("and {n} more", "and {n} more", hidden)))
        row.insert(0, button(t("See the list"), Id.LEADS_MINE))
    return [*blocks, actions(row)]


def _menu(line: LeadLine, place: int) -> tuple[str, ...]:
    """Return what can be done with a lead beside the buttons that stand open."""
    if line.stage == LeadStage.REJECTED:
        return WAITING_IN_MENU
    usual = BESIDE_BUTTONS if place < WITH_BUTTONS else IN_MENU
    asked = {"snooze": line.can_snooze, "ack": line.can_acknowledge}
    return tuple(each for each in usual if asked.get(each, True))


def _row(line: LeadLine, t: Translator, *, first: bool) -> list[Element]:
    lead = line.lead
    return [buttons.whatsapp(lead, t, first=first), buttons.log(lead, t), buttons.show(lead, t)]


def _lead_line(line: LeadLine, now: datetime, t: Translator) -> Markup:
    head = t.lay("{sign} {lead}", sign=lead_sign(line), lead=strong(_short(line.lead), t))
    stage = word(LEAD_STAGES, line.stage, t)
    if line.stage == LeadStage.REJECTED or line.due_at is None:
        return lines([head, stage])
    window = word(WINDOWS, line.window, t) if line.window else None
    return lines([head, facts([_countdown(line.due_at, now, t), window, stage])])


def _short(lead: LeadFacts) -> LeadFacts:
    """A list is read at a glance; the card has the whole name."""
    name, company = shorten(clean(lead.name), A_GLANCE), shorten(clean(lead.company), A_GLANCE)
    return replace(lead, name=name, company=company)


def _countdown(due_at: datetime, now: datetime, t: Translator) -> Markup:
    """Say how much is left by the clock on the wall; beyond a day the date says more."""
    left = int((due_at - now).total_seconds())
    moment, time = t.moment(due_at), t.lay("*{time}*", time=t.duration(left))
    if left < 0:
        late = t("{time} past the window", time=time) if left > -A_DAY else None
        return facts([late, t("was due {moment}", moment=moment)])
    soon = t("{time} left", time=time) if left < A_DAY else None
    return facts([soon, t("due {moment}", moment=moment)])


def _commitments(promises: Sequence[CommitmentFacts], t: Translator) -> list[Block]:
    new = button(t("New commitment"), Id.COMMITMENT_NEW)
    if not promises:
        text = t("You have no open commitments. Each is a promise with a result and a date.")
        return [header(t("My commitments")), section(text, new)]
    blocks = [header(t("My commitments"))]
    for promise in promises[:MOST_COMMITMENTS]:
        answers = commitment_buttons(promise, t)
        blocks += [section(commitment_line(promise, t)), *([actions(answers)] if answers else [])]
    hidden = len(promises) - MOST_COMMITMENTS
    row = [new]
    if hidden > 0:
        row.insert(0, _command(t("See the list"), "commitment"))
        blocks.append(context(t.n("and {n} more", "and {n} more", hidden)))
    return [*blocks, actions(row)]


def _areas(mine: HomeFacts, t: Translator) -> list[Block]:
    who = _command(t("Who answers for what"), "who")
    if not mine.areas:
        text = t("You are not responsible for any area. An area is a piece of work with one owner.")
        return [header(t("My areas")), section(text, who)]
    named = [
        t.lay("{sign} {area}", sign=Sign.PERSON, area=area_name(area, t))
        for area in mine.areas[:MOST_AREAS]
    ]
    hidden = len(mine.areas) - MOST_AREAS
    if hidden > 0:
        named.append(t.n("and {n} more", "and {n} more", hidden))
    return [header(t("My areas")), section(lines(named), who)]


def _goals(mine: HomeFacts, t: Translator) -> list[Block]:
    if not mine.goals:
        text = t("There are no open goals yet. A goal is a number to reach by a date.")
        new = button(t("New goal"), Id.GOAL_NEW)
        return [header(t("Team goals")), section(text, new)]
    shown = [section(goal_line(goal, t), goal_button(goal, t)) for goal in mine.goals[:MOST_GOALS]]
    hidden = len(mine.goals) - MOST_GOALS
    if hidden > 0:
        more = t.n("and {n} more", "and {n} more", hidden)
        shown.append(section(more, _command(t("See the list"), "goal")))
    return [header(t("Team goals")), *shown]


def _agreements(mine: HomeFacts, t: Translator) -> list[Block]:
    parts = {part.agreement: part for part in mine.me.parts}
    shown = [
        section(_agreement(terms, parts[terms.name].party, t))
        for terms in mine.agreements[:MOST_AGREEMENTS]
    ]
    return [header(t("What is agreed")), *shown]


def _agreement(terms: AgreementTerms, party: str, t: Translator) -> Markup:
    mine = t("your side: {party}", party=word(PARTIES, party, t))
    name = t.lay("*{name}*", name=terms.name)
    return lines([facts([name, mine]), *(window_line(window, t) for window in terms.windows)])


def _preferences(mine: HomeFacts, t: Translator) -> list[Block]:
    known = fields(preference_fields(mine.me, t))
    return [header(t("Preferences")), known, actions([change_preferences(t)])]


def _load(busiest: Sequence[ReaderLoad] | None, t: Translator) -> list[Block]:
    """Tell an admin whom the bot writes to most; never about which leads."""
    if busiest is None:
        return []
    small = context(t("Only administrators see this part."))
    title = header(t("Messages per person, last 7 days"))
    said = [_reader(each, t) for each in busiest] or [t("Nobody was sent anything.")]
    return [title, *paragraphs(said), small]


def _reader(load: ReaderLoad, t: Translator) -> Markup:
    a_day = (Decimal(load.sent) / load.days).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return t.n(
        "• {person}: {rate} a day ({n} message)",
        "• {person}: {rate} a day ({n} messages)",
        load.sent,
        person=t.person(load.person),
        rate=t.number(a_day),
    )


def _command(words: Markup, command: str) -> Element:
    return button(words, Id.COMMAND_TRY, command)
