"""Questions back: a refusal that has choices becomes a menu of complete commands."""

from collections.abc import Mapping
from html import unescape

from bot.rules.goals import EntryFarBeyond, WhichGoal
from bot.rules.refusals import NoAgreement, Refusal, WhichAgreement, WhichLead
from bot.rules.responsibilities import AreaName, NoSuchArea, WhichArea
from bot.rules.value_words import SUBS, Sure
from bot.rules.words import Match, Word, find_word
from bot.views import Message, Translator
from bot.views.agreements import setup_offer
from bot.views.goals import certain
from bot.views.ids import Id
from bot.views.pickers import LONGEST_VALUE, agreement_menu, area_picker, goal_picker, lead_picker
from bot.views.refusals import refusal_text
from handlers.payloads import Json, kind_of, read_press, text_at

BREAK = "\n"

BEHIND: Mapping[Id, str] = {
    Id.LEAD_NEW: "new",
    Id.LEADS_MINE: "leads mine",
    Id.STATUS_SHOW: "status",
    Id.HELP_SHOW: "help",
    Id.HELP_MORE: "help all",
    Id.AGREEMENT_SETUP: "setup new",
    Id.AREA_OWN: "own",
    Id.COMMITMENT_NEW: "commitment new",
    Id.REQUEST_NEW: "request new",
    Id.GOAL_NEW: "goal new",
    Id.ROTA_NEW: "rota new",
    Id.SHORTCUT_LEAD_NEW: "new",
    Id.SHORTCUT_TOUCH: "log",
    Id.SHORTCUT_COMMITMENT: "commitment new",
    Id.SHORTCUT_REQUEST: "request new",
}
"""The command a button or shortcut stands for."""


def choices_for(error: Refusal, typed: str, t: Translator) -> Message | None:
    """Return the menu that completes what was typed, or nothing where there is no choice."""
    match error:
        case WhichLead(choices, named):
            return lead_picker([_lead(choice, typed, named) for choice in choices], t)
        case WhichGoal(choices):
            return goal_picker([(name, _goal(typed, str(key))) for key, name in choices], t)
        case WhichAgreement(names):
            return agreement_menu([(name, _cut(f"{name}{BREAK}{typed}")) for name in names], t)
        case WhichArea(_, areas) | NoSuchArea(_, areas) if areas:
            options = [_area(area, typed, t) for area in areas]
            return area_picker(refusal_text(error, t), options, t)
        case _:
            return _question(error, typed, t)


def _question(error: Refusal, typed: str, t: Translator) -> Message | None:
    match error:
        case EntryFarBeyond(amount, _):
            return certain(
                refusal_text(error, t), amount, _cut(f"{unescape(typed)} {Sure.SURE}"), t
            )
        case NoAgreement():
            return setup_offer(t)
        case _:
            return None


def typed_in(body: Json) -> str:
    """Return the command that was typed, or that a button or shortcut stood for."""
    if kind_of(body) == "command":
        return text_at(body, "text")
    press = read_press(body)
    name = press.action_id or text_at(body, "callback_id")
    known = {each.value: command for each, command in BEHIND.items()}
    if name in known:
        return known[name]
    carried = (Id.COMMAND_TRY, Id.COMMAND_PICK, Id.AGREEMENT_PICK)
    return press.value.rpartition(BREAK)[2] if name in carried else ""


def _lead(choice: tuple[str, str], typed: str, named: str) -> tuple[str, str]:
    public_id, name = choice
    return f"{public_id} · {name}", _cut(_with_lead(unescape(typed), public_id, named))


def _with_lead(typed: str, public_id: str, named: str) -> str:
    """Return the command with the lead's id in place of the words that named it, or first."""
    found = find_word(typed)
    if not isinstance(found, Match):
        return f"{Word.LEADS} {public_id}"
    details = found.details.replace(named, "", 1) if named else found.details
    return " ".join((found.word, public_id, *details.split()))


def _goal(typed: str, key: str) -> str:
    """Return the goal's command with its id in place of the name that was not enough."""
    found = find_word(unescape(typed))
    rest = found.rest if isinstance(found, Match) else ""
    sub = SUBS.at_start(rest)
    return f"{Word.GOAL} {sub.meaning if sub else ''} {key}".replace("  ", " ")


def _area(area: AreaName, typed: str, t: Translator) -> tuple[str, str]:
    name = area.name_es if t.language == "es" else area.name_en
    found = find_word(unescape(typed))
    word = found.word if isinstance(found, Match) else Word.WHO
    people = " ".join(part for part in typed.split() if part.startswith(("@", "<@")))
    return name, _cut(f"{word} {area.slug} {people if word is Word.OWN else ''}".strip())


def _cut(command: str) -> str:
    """Keep a value within Slack's limit; a command cut short asks for what it lost in a form."""
    return command[:LONGEST_VALUE]
