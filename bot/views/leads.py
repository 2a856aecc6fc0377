"""The live card of a lead, and what people are told when a lead changes hands."""

from decimal import Decimal

from bot.notices.leads import (
    DealWon,
    LeadArrived,
    LeadCard,
    LeadPassed,
    LeadRejected,
    LeadUnowned,
    TouchedForYou,
    TouchFacts,
)
from bot.views import buttons
from bot.views.blocks import Block, Element, actions, context, fields, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.message import Message, facts, lines, plain_message, sentences
from bot.views.translate import Translator
from bot.views.windows import window_line
from bot.views.words import (
    LEAD_STAGES,
    REJECT_REASONS,
    ROUTING_REASONS,
    SPEECH,
    UNOWNED_REASONS,
    called,
    disguise,
    quoted,
    strong,
    touch_words,
    word,
)

OFTEN_LAST = ("assign", "reject", "close", "pause", "resume")


def lead_card(card: LeadCard, t: Translator) -> Message:
    """Return the card; its buttons are what its reader may do in the lead's present state."""
    text = t.lay(
        "{lead}: {stage}.", lead=called(card.lead, t), stage=word(LEAD_STAGES, card.stage, t)
    )
    return Message(text, _card_blocks(card, t))


def lead_arrived(arrival: LeadArrived, t: Translator) -> Message:
    card = arrival.card
    text = t("A new lead is yours: {lead}.", lead=called(card.lead, t))
    if arrival.standing_in_for is not None:
        absent = t.person(arrival.standing_in_for)
        text = t("A new lead came in: {lead}.", lead=called(card.lead, t))
        reason = t("It belongs to {person}, and you stand in.", person=absent)
    elif arrival.given_by is not None and arrival.given_by != card.owner:
        reason = t("{by} gave it to you.", by=t.person(arrival.given_by))
    elif arrival.rota:
        reason = t("It was your turn in the rota {rota}.", rota=arrival.rota)
    else:
        reason = word(ROUTING_REASONS, arrival.reason, t)
    opening = section(t.lay("{sign} {text} {reason}", sign=Sign.ARRIVED, text=text, reason=reason))
    return Message(text, [opening, *_card_blocks(card, t)])


def lead_unowned(unowned: LeadUnowned, t: Translator) -> Message:
    """Tell the sales lead that nobody could take a lead, and offer whoever might."""
    text = t("{lead} has no owner yet.", lead=called(unowned.lead, t))
    reason = word(UNOWNED_REASONS, unowned.reason, t)
    falls_to = t("It is for the rota {rota}.", rota=unowned.rota) if unowned.rota else None
    body = t(
        "{sign} {lead}\nThis lead has no owner yet. {reason}",
        sign=Sign.UNOWNED,
        lead=strong(unowned.lead, t),
        reason=sentences([falls_to, reason]),
    )
    row = [buttons.give(unowned.lead, t)]
    if unowned.candidates:
        row.insert(0, buttons.reassign(unowned.lead, unowned.candidates, t))
    return Message(text, [section(body), actions(row)])


def lead_passed(passed: LeadPassed, t: Translator) -> Message:
    """Return the one line the former owner's card shrinks to."""
    lead = called(passed.lead, t)
    if passed.to is None:
        return plain_message(t("{sign} {lead} is no longer yours.", sign=Sign.MOVED, lead=lead))
    if passed.by is None or passed.by == passed.to:
        return plain_message(
            t(
                "{sign} {lead} went to {to}; you have nothing pending.",
                sign=Sign.MOVED,
                lead=lead,
                to=t.person(passed.to),
            )
        )
    return plain_message(
        t(
            "{sign} {lead}: {by} passed it to {to}. You have nothing pending.",
            sign=Sign.MOVED,
            lead=lead,
            to=t.person(passed.to),
            by=t.person(passed.by),
        )
    )


def lead_rejected(rejected: LeadRejected, t: Translator) -> Message:
    text = t(
        "{by} returned {lead} to marketing. Reason: {reason}.",
        by=t.person(rejected.by),
        lead=called(rejected.lead, t),
        reason=word(REJECT_REASONS, rejected.reason, t),
    )
    body = lines([t.lay("{sign} {text}", sign=Sign.MOVED, text=text), quoted(rejected.note, t)])
    row = [*buttons.rejection_answers(rejected.lead, t), buttons.show(rejected.lead, t)]
    return Message(text, [section(body), actions(row)])


def touched_for_you(told: TouchedForYou, t: Translator) -> Message:
    touch = told.touch
    text = t(
        "{by} followed up with {lead} for you: {touch}. The lead is still yours.",
        by=t.person(touch.by),
        lead=called(told.lead, t),
        touch=touch_words(touch, t),
    )
    body = lines([t.lay("{sign} {text}", sign=Sign.DONE, text=text), quoted(touch.note, t)])
    return Message(text, [section(body), actions([buttons.show(told.lead, t)])])


def deal_won(won: DealWon, t: Translator) -> Message:
    """Celebrate a deal in the team channel: the company and who closed it, never the amount."""
    name = esc(won.lead.company or won.lead.public_id)
    if won.owner is None:
        text = t("{company} is a new customer!", company=name)
    else:
        text = t(
            "{company} is a new customer! Congratulations, {owner}.",
            company=name,
            owner=t.mention(won.owner),
        )
    return Message(text, [section(t.lay("{sign} {text}", sign=Sign.CELEBRATED, text=text))])


def _card_blocks(card: LeadCard, t: Translator) -> list[Block]:
    blocks = [section(strong(card.lead, t)), fields(_card_fields(card, t))]
    if card.windows:
        blocks.append(section(lines(window_line(window, t) for window in card.windows)))
    if card.last_touch is not None:
        blocks.append(section(_last_touch(card.last_touch, t)))
    blocks.append(context(_small_print(card, t)))
    warning = disguise(card.lead, t)
    if warning is not None:
        blocks.append(context(t.lay("{sign} {warning}", sign=Sign.CAREFUL, warning=warning)))
    row = _card_buttons(card, t)
    return [*blocks, actions(row)] if row else blocks


def _card_fields(card: LeadCard, t: Translator) -> list[Markup]:
    owner = t.person(card.owner) if card.owner else t("nobody yet")
    shown: list[Markup | None] = [
        t("*Stage*\n{stage}", stage=word(LEAD_STAGES, card.stage, t)),
        t("*Owner*\n{owner}", owner=owner),
        t("*E-mail*\n{email}", email=card.email) if card.email else None,
        t("*Phone*\n{phone}", phone=card.phone) if card.phone else None,
        t("*Received*\n{moment}", moment=t.moment(card.received_at)),
        _amount(card.amount, card.currency, t),
    ]
    return [each for each in shown if each is not None]


def _amount(amount: Decimal | None, currency: str, t: Translator) -> Markup | None:
    return None if amount is None else t("*Amount*\n{amount}", amount=t.money(amount, currency))


def _last_touch(touch: TouchFacts, t: Translator) -> Markup:
    said = t(
        "Last follow-up: {touch}, by {by}, {moment}",
        touch=touch_words(touch, t),
        by=t.person(touch.by),
        moment=t.moment(touch.happened_at),
    )
    return lines([said, quoted(touch.note, t)])


def _small_print(card: LeadCard, t: Translator) -> Markup:
    lead = card.lead
    return facts(
        [
            esc(card.agreement),
            t("Source: {source}", source=lead.source) if lead.source else None,
            t("Segment: {segment}", segment=lead.segment) if lead.segment else None,
            t("Language: {language}", language=word(SPEECH, lead.language, t))
            if lead.language
            else None,
            t("Score: {score}", score=lead.score) if lead.score is not None else None,
            t.n("{n} follow-up", "{n} follow-ups", card.touches),
        ]
    )


def _card_buttons(card: LeadCard, t: Translator) -> list[Element]:
    """Put what is done most first; the rest goes into a menu."""
    lead, may = card.lead, card.may
    row: list[Element] = []
    if "claim" in may:
        row.append(buttons.claim(lead, t))
    row += _accept_and_log(card, t)
    if "accept" in may and "reject" in may:
        row.append(buttons.reject(lead, t))
    if "undo" in may:
        row.append(buttons.undo(lead, t))
    shown = ("reject",) if "accept" in may else ()
    rest = [each for each in OFTEN_LAST if each in may and each not in shown]
    if may:
        row.append(buttons.more(lead, [*rest[:4], "why"], t))
    return row


def _accept_and_log(card: LeadCard, t: Translator) -> list[Element]:
    """Accepting comes first where it is promised; elsewhere a follow-up is what is waited for."""
    lead, may = card.lead, card.may
    promised = any(window.stage == "accept" for window in card.windows)
    waits = any(window.state == "running" for window in card.windows)
    accept = buttons.accept(lead, t, first=promised) if "accept" in may else None
    log = None
    if "log" in may:
        log = buttons.log(lead, t, first=waits and not (promised and accept))
    row = [accept, log] if promised else [log, accept]
    return [each for each in row if each is not None]


def touch_logged(card: LeadCard, t: Translator) -> Message:
    """Answer whoever logged a follow-up: what was understood, and a way back."""
    assert card.last_touch is not None  # noqa: S101  a follow-up was just logged
    text = lines(
        [
            t(
                "Logged for {lead}: {touch}, {moment}",
                lead=called(card.lead, t),
                touch=touch_words(card.last_touch, t),
                moment=t.moment(card.last_touch.happened_at),
            ),
            t("You can undo it within 10 minutes."),
        ]
    )
    row = [buttons.undo(card.lead, t), buttons.show(card.lead, t)]
    return Message(text, [section(text), actions(row)])
