"""What somebody typed after /sla, taken apart: words, people, moments, amounts."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from html import unescape

from bot.rules.goals import EntryDraft
from bot.rules.phrases.mentions import Mention, people_in, split_channel, without_people
from bot.rules.phrases.money import Amount, parse_amount
from bot.rules.phrases.numbers import DECIMAL_MARKS, NumberStyle
from bot.rules.phrases.past import parse_past
from bot.rules.phrases.refusals import UnclearAmount
from bot.rules.phrases.text import normalised
from bot.rules.phrases.when import parse_when
from bot.rules.public_id import PREFIX, as_public_id
from bot.rules.refusals import OtherCurrency, ValueTooLong
from bot.rules.value_words import SURE
from bot.usecases.actors import AgreementFacts
from bot.usecases.places import working_hours
from bot.views.numbers import number_style
from handlers.visit import Visit

LONGEST = 1_000


def clean_command(text: str) -> tuple[str, Mention | None]:
    """Return the words typed and the channel named at their end. Raises ``ValueTooLong``."""
    if len(text) > LONGEST:
        raise ValueTooLong("command", LONGEST)
    return split_channel(unescape(text))


def first_person(text: str) -> tuple[str, str]:
    """Return the text without people, and the first of them as ``find_person`` takes them."""
    people = people_in(text)
    return without_people(text), called(people[0]) if people else ""


def first_member(text: str) -> tuple[str, str]:
    """Return the text without people, and the Slack id of the first, as a form's menu needs it."""
    people = people_in(text)
    return without_people(text), (people[0].id or "") if people else ""


def called(person: Mention) -> str:
    return person.id or person.name or ""


def is_id(text: str) -> bool:
    """Say whether a text begins with a lead's id, prefix included."""
    head = text.strip().partition(" ")[0]
    return head.upper().startswith(PREFIX) and as_public_id(head) is not None


def moment(visit: Visit, text: str) -> datetime:
    """Return the moment meant, in the person's own time zone; see ``parse_when``."""
    return moments(visit)(text)


def due_moment(visit: Visit, text: str) -> datetime:
    """Return by when something is promised: of a day without a time, the end of its work."""
    return moments(visit, due=True)(text)


def moments(visit: Visit, *, due: bool = False) -> Callable[[str], datetime]:
    """Return the reader of moments; days begin and end with the agreement's work, if one is meant.

    One reader takes any number of texts.
    """
    meant, zone = visit.meant, visit.actor.zone
    work = None
    if isinstance(meant, AgreementFacts):
        work = visit.ask(working_hours, agreement_id=meant.id)
    return lambda text: parse_when(text, now=visit.now, zone=zone, work=work, due=due)


def goal_and_entry(visit: Visit, text: str) -> tuple[str, EntryDraft | None]:
    """Split "MQL del mes 12 sí" into the goal's name and the entry."""
    bare, is_sure = _without_sure(text)
    name, number = _name_and_number(visit, bare)
    return (text.strip(), None) if number is None else (name, EntryDraft(number, is_sure))


def entry(visit: Visit, text: str) -> EntryDraft:
    """Return the amount typed into a form, as in "-3" or "1200 sure"."""
    bare, is_sure = _without_sure(text)
    return EntryDraft(signed_amount(visit, bare), is_sure)


def _without_sure(text: str) -> tuple[str, bool]:
    found = SURE.last_in(text)
    return (found.before, True) if found and found.before and not found.after else (text, False)


def _name_and_number(visit: Visit, text: str) -> tuple[str, Decimal | None]:
    """The number is the longest ending that is one; the rest names the goal."""
    words = text.split()
    for at in range(len(words)):
        try:
            return " ".join(words[:at]), signed_amount(visit, " ".join(words[at:]))
        except UnclearAmount:
            continue
    return text, None


def signed_amount(visit: Visit, text: str) -> Decimal:
    """Return a number that may take something back, as in "-3"."""
    bare = normalised(text)
    if bare.startswith("-"):
        return -amount(visit, bare.removeprefix("-"))
    return amount(visit, bare.removeprefix("+"))


def past_moment(visit: Visit, text: str) -> datetime:
    """Return the moment something happened; see ``parse_past``."""
    return parse_past(text, now=visit.now, zone=visit.actor.zone)


def amount(visit: Visit, text: str) -> Decimal:
    """Return the number meant, written as the agreement's country writes numbers."""
    return _amount(visit, text).value


def money(visit: Visit, text: str) -> Decimal:
    """Return an amount in the agreement's currency. Raises ``OtherCurrency`` for any other."""
    found = _amount(visit, text)
    if found.currency not in (None, visit.agreement.currency):
        raise OtherCurrency(found.currency or "", visit.agreement.currency)
    return found.value


def _amount(visit: Visit, text: str) -> Amount:
    return parse_amount(text, style=_style(visit))


def _style(visit: Visit) -> NumberStyle:
    locale = number_style(visit.agreement.country, visit.actor.language)
    return DECIMAL_MARKS[locale.number_symbols["latn"]["decimal"]]
