"""Words for every refusal: one calm sentence that says what to do instead.

A sentence is found by the refusal's class name, so that refusals of higher floors have words too;
its fields are the refusal's own values. It reads the same in messages and beside a form's line.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.refusals import NoSuchAgreement, NotAllowed, Refusal
from bot.rules.smart import NotSmart
from bot.views.escape import Markup, esc
from bot.views.refusals import absence, agreements, files, leads, others, phrases, rota
from bot.views.translate import Translator, mark
from bot.views.words import LEAD_STAGES, PARTIES, WINDOWS, word

WORDS: Mapping[str, str] = {
    **leads.WORDS,
    **agreements.WORDS,
    **phrases.WORDS,
    **others.WORDS,
    **absence.WORDS,
    **files.WORDS,
    **rota.WORDS,
}
SOMETHING = mark("That is not possible right now, and nothing was changed.")


def refusal_text(refusal: Refusal, t: Translator) -> Markup:
    """Return what a person reads of a refusal; a kind without words gets a general sentence."""
    if isinstance(refusal, NotAllowed):
        return _not_allowed(refusal, t)
    if isinstance(refusal, NotSmart):
        return _not_smart(refusal, t)
    if isinstance(refusal, NoSuchAgreement) and CHANNEL.fullmatch(refusal.text):
        channel = Markup(f"<#{refusal.text}>")
        return t("You take part in no agreement of {channel}.", channel=channel)
    values = {name: _value(name, value, t) for name, value in vars(refusal).items()}
    return t(_sentence(type(refusal)), **values)


def has_words(kind: type[Refusal]) -> bool:
    """Say whether a kind of refusal has a sentence of its own."""
    return kind.__name__ in WORDS or kind in (NotAllowed, NotSmart)


def _sentence(kind: type[Refusal]) -> str:
    names = (each.__name__ for each in kind.__mro__)
    return next((WORDS[name] for name in names if name in WORDS), SOMETHING)


def _not_allowed(refusal: NotAllowed, t: Translator) -> Markup:
    if not refusal.who_may:
        return t("This is not yours to do here. Ask whoever leads your side.")
    known = dict(refusal.people)
    seats = t.all_of([_seat(seat, known.get(seat, ()), t) for seat in refusal.who_may])
    return t("Nothing was changed. This can be done by: {seats}.", seats=seats)


def _seat(seat: str, people: Sequence[str], t: Translator) -> Markup:
    """Return who may, by name where it is known; a side without a lead still has its words."""
    said = word(leads.SEATS, seat, t)
    return t.lay("{seat} ({people})", seat=said, people=t.any_of(people)) if people else said


def _not_smart(refusal: NotSmart, t: Translator) -> Markup:
    missing = Markup("; ".join(word(others.LETTERS, each, t) for each in refusal.letters))
    return t("It still needs: {missing}.", missing=missing)


def _value(name: str, value: object, t: Translator) -> Markup:
    if name in TABLES and isinstance(value, str):
        return word(TABLES[name], value, t)
    if name in BLOCKS_OF_HOURS and isinstance(value, tuple):
        return esc("-".join(value))
    for kind, say in SAY.items():
        if isinstance(value, kind):
            return say(value, t)
    return esc(str(value))


def _several(items: object, t: Translator) -> Markup:
    names = [_name(each, t) for each in items] if isinstance(items, tuple) else []
    return t.any_of(names[:10])


def _name(item: object, t: Translator) -> Markup:
    """Return one of several things to choose from: a name, a pair with one, or an area."""
    if isinstance(item, tuple):
        return t.any_of([])
    shown = getattr(item, f"name_{t.language}", item)
    return esc(str(shown))


TABLES: Mapping[str, Mapping[str, str]] = {
    "stage": {**LEAD_STAGES, **WINDOWS},
    "party": PARTIES,
    "state": others.STATES,
    "field": leads.FIELDS,
    "action": leads.ACTIONS,
    "looks_like": files.KINDS,
}
CHANNEL = re.compile(r"[CG][A-Z0-9]{7,20}")
BLOCKS_OF_HOURS = ("first", "second")
SAY: Mapping[type, Callable[..., Markup]] = {
    datetime: lambda at, t: t.moment_in_words(at) if at.tzinfo else esc(f"{at:%H:%M}"),
    date: lambda day, t: t.day(day),
    Decimal: lambda number, t: t.number(number),
    int: lambda number, t: t.number(number),
    tuple: _several,
}
