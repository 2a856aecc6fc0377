"""Rotas: who gets which leads, what each person got, and why the last ones went where they did."""

from collections.abc import Sequence
from decimal import Decimal

from bot.notices.rota import (
    RotaBoard,
    RotaChanged,
    RotaDecision,
    RotaFacts,
    RotaLeft,
    RotaSaved,
    RotaSeat,
    RotaTurn,
)
from bot.rules.rota import FEWEST_TO_COMPARE
from bot.rules.routing import Unable
from bot.views.blocks import Block, actions, button, confirmation, section
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, paragraphs, plain_message, sentences
from bot.views.payload import Payload, dump
from bot.views.story_words import ROUTES
from bot.views.translate import Translator
from bot.views.words import SPEECH, word

NAMED_AT_ONCE = 3


def rota_board(board: RotaBoard, t: Translator) -> Message:
    """Show every rota in order; a rep sees their own places and shares."""
    if board.is_whole:
        text = t("Rotas: the first one that takes a lead gives it out.")
    else:
        text = t("Your place in the rotas.")
    blocks = [section(t.lay("*{title}*", title=text))]
    for rota in board.rotas:
        blocks += paragraphs(_rota(rota, t))
        if board.may_change:
            blocks.append(_row(rota, t))
    blocks += _decisions(board.decisions, t)
    if board.may_change:
        blocks.append(actions([button(t("New rota"), Id.ROTA_NEW)]))
    return Message(text, blocks)


def rota_saved(saved: RotaSaved, t: Translator) -> Message:
    if saved.is_removed:
        return plain_message(
            t(
                "{rota} is removed. Its leads go to the next rota that takes them.",
                rota=_title(saved.rota.name, t),
            )
        )
    text = t("Saved. This is how it works now: {rota}.", rota=_title(saved.rota.name, t))
    return Message(text, [section(text), *paragraphs(_rota(saved.rota, t))])


def rota_changed(told: RotaChanged, t: Translator) -> Message:
    """Tell somebody what their place in a rota is now."""
    rota = _inside(told.rota.name, t)
    if told.was_in:
        text = t("{by} changed {rota}.", by=t.person(told.by), rota=rota)
    else:
        text = t("{by} put you in {rota}.", by=t.person(told.by), rota=rota)
    weight = t(
        "Your weight is {weight} of {all}: about {share} of its leads.",
        weight=told.seat.weight,
        all=told.rota.weights,
        share=_by_weight(told.seat, told.rota, t),
    )
    body = [
        t.lay("{sign} {text}", sign=Sign.PERSON, text=text),
        weight,
        facts([*_takes(told.rota, t), *_caps(told.seat, t)]),
    ]
    return Message(text, [section(lines(body))])


def rota_left(left: RotaLeft, t: Translator) -> Message:
    fields = {"by": t.person(left.by), "rota": _inside(left.rota, t)}
    if left.is_removed:
        return plain_message(t("{by} removed {rota}, so your place in it ends.", **fields))
    return plain_message(t("{by} took you out of {rota}.", **fields))


def _rota(rota: RotaFacts, t: Translator) -> list[Markup]:
    few = rota.given < FEWEST_TO_COMPARE
    total = t.n("{n} lead in the last 30 days.", "{n} leads in the last 30 days.", rota.given)
    return [
        t.lay("*{rota}* · {takes}", rota=_title(rota.name, t), takes=facts(_takes(rota, t))),
        _nobody(rota, t),
        sentences([total, t("Too few to compare shares.") if few else None]),
        *(_seat(seat, rota, t) for seat in rota.seats),
    ]


def _seat(seat: RotaSeat, rota: RotaFacts, t: Translator) -> Markup:
    if rota.given < FEWEST_TO_COMPARE:
        got = t.n("got {n} lead", "got {n} leads", seat.given)
    else:
        got = t(
            "got {given}: {share}, by weight {expected}",
            given=seat.given,
            share=t.percent(Decimal(seat.given) / rota.given),
            expected=_by_weight(seat, rota, t),
        )
    named = t("{person}, weight {weight}", person=t.person(seat.person), weight=seat.weight)
    away = t("away now") if seat.is_away else None
    return t.lay("• {seat}", seat=facts([named, *_caps(seat, t), got, away]))


def _by_weight(seat: RotaSeat, rota: RotaFacts, t: Translator) -> Markup:
    return t.percent(Decimal(seat.weight) / max(rota.weights, 1))


def _caps(seat: RotaSeat, t: Translator) -> list[Markup]:
    daily = t("at most {cap} a day", cap=seat.daily_cap) if seat.daily_cap else None
    at_once = t("at most {cap} open", cap=seat.open_cap) if seat.open_cap else None
    return [each for each in (daily, at_once) if each is not None]


def _takes(rota: RotaFacts, t: Translator) -> list[Markup]:
    """Return which leads a rota takes."""
    if rota.is_default:
        return [t("the leads no other rota takes")]
    languages = [word(SPEECH, each, t) for each in rota.languages]
    asked = [
        t("segment {segments}", segments=t.any_of(_first(rota.segments, t)))
        if rota.segments
        else None,
        t("language {languages}", languages=t.any_of(_first(languages, t))) if languages else None,
        _score(rota, t),
    ]
    return [each for each in asked if each is not None] or [t("every lead")]


def _score(rota: RotaFacts, t: Translator) -> Markup | None:
    match rota.score_from, rota.score_to:
        case None, None:
            return None
        case int(least), None:
            return t("score {least} or more", least=least)
        case None, int(most):
            return t("score {most} or less", most=most)
        case least, most:
            return t("score {least} to {most}", least=least or 0, most=most or 0)


def _nobody(rota: RotaFacts, t: Translator) -> Markup:
    if rota.falls_through and not rota.is_default:
        return t("With nobody here to take one, it goes to the default rota.")
    return t("With nobody here to take one, whoever leads sales is told at once.")


def _row(rota: RotaFacts, t: Translator) -> Block:
    value = dump(Payload(id=rota.id))
    row = [button(t.c("button", "Change"), Id.ROTA_EDIT, value)]
    if not rota.is_default:
        sure = confirmation(
            t("Remove the rota?"),
            t("Its leads go to the next rota that takes them. Leads with an owner keep them."),
            t.c("button", "Remove"),
            t.c("button", "Cancel"),
        )
        row.append(button(t.c("button", "Remove"), Id.ROTA_REMOVE, value, confirm=sure))
    return actions(row)


def _decisions(decisions: Sequence[RotaDecision], t: Translator) -> list[Block]:
    if not decisions:
        return []
    title = t("The last leads that went out")
    told = [
        t.lay(
            "{moment} · {lead} · {what}",
            moment=t.moment(each.at),
            lead=each.public_id,
            what=_decision(each, t),
        )
        for each in decisions
    ]
    return paragraphs([t.lay("*{title}*", title=title), *told])


def _decision(made: RotaDecision, t: Translator) -> Markup:
    if made.turn is None:
        reason = word(ROUTES, made.reason, t)
        owner = t("nobody") if made.owner is None else t.person(made.owner)
        return t.lay("{owner}: {reason}.", owner=owner, reason=reason)
    rota = _title(made.turn.rota, t)
    if made.owner is None:
        said = t("{rota}: nobody could take it.", rota=rota)
    else:
        said = t("{rota}: it was {person}'s turn.", rota=rota, person=t.person(made.owner))
    return sentences([_passed(made.turn, t), said, *_passed_over(made.turn, t)])


def _passed(turn: RotaTurn, t: Translator) -> Markup | None:
    if turn.passed_by is None:
        return None
    return t("Nobody in {rota} could take it.", rota=_inside(turn.passed_by, t))


def _passed_over(turn: RotaTurn, t: Translator) -> list[Markup]:
    """Say who could not take it and why, the first few of them by name."""
    by_reason = {why: [each.name for each in turn.skipped if each.why == why] for why in Unable}
    return [_could_not(why, names, t) for why, names in by_reason.items() if names]


def _could_not(why: Unable, names: Sequence[str], t: Translator) -> Markup:
    n, people = len(names), t.all_of(_first(names, t))
    match why:
        case Unable.AWAY:
            return t.n("{people} was away.", "{people} were away.", n, people=people)
        case Unable.FULL:
            return t.n(
                "{people} was at their limit.", "{people} were at their limit.", n, people=people
            )
        case Unable.HAD_IT:
            return t("{people} had it before.", people=people)


def _first(names: Sequence[str], t: Translator) -> list[str]:
    """Return the first few of several names, and how many more there are."""
    shown, more = list(names[:NAMED_AT_ONCE]), len(names) - NAMED_AT_ONCE
    return [*shown, t.n("{n} more", "{n} more", more)] if more > 0 else shown


def _title(name: str, t: Translator) -> Markup:
    return t("Rota {name}", name=name) if name else t("Default rota")


def _inside(name: str, t: Translator) -> Markup:
    """Return a rota's name within a sentence."""
    return t("the rota {name}", name=name) if name else t("the default rota")
