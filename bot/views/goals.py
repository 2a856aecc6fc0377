"""Goals, their pace, and the milestones worth celebrating."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from bot.notices.goals import (
    GoalFacts,
    GoalUpdated,
    MilestoneReached,
    MilestoneUndone,
    MilestoneWithdrawn,
)
from bot.views.blocks import Block, Element, actions, button, context, section
from bot.views.emoji import Sign
from bot.views.escape import Markup, esc
from bot.views.ids import Id
from bot.views.message import Message, facts, lines, sentences
from bot.views.payload import Payload, dump
from bot.views.translate import Translator
from bot.views.words import PARTIES, word

MOST_LISTED = 20
CURRENCIES = {"COP", "MXN", "USD", "EUR", "ARS", "CLP", "PEN", "BRL", "GBP", "UYU", "GTQ", "CRC"}
FALLING_BEHIND = Decimal("0.85")
ALL_OF_IT = 100


def goal_card(goal: GoalFacts, t: Translator) -> Message:
    text = t.lay("{goal}: {progress}.", goal=goal.name, progress=_progress(goal, t))
    return Message(text, [section(goal_line(goal, t)), *_goal_small(goal, t), *_row(goal, t)])


def goal_list(goals: Sequence[GoalFacts], t: Translator) -> Message:
    new = button(t("New goal"), Id.GOAL_NEW)
    if not goals:
        text = t("There are no open goals yet.")
        return Message(text, [section(text), actions([new])])
    shown = goals[:MOST_LISTED]
    running = [section(goal_line(each, t), _update(each, t)) for each in shown if not each.is_over]
    over = [section(goal_line(each, t), goal_button(each, t)) for each in shown if each.is_over]
    running_title = t.n("{n} open goal.", "{n} open goals.", len(running))
    over_title = t.n(
        "{n} goal is over and not closed yet.", "{n} goals are over and not closed yet.", len(over)
    )
    titled = [
        (title, part) for title, part in ((running_title, running), (over_title, over)) if part
    ]
    blocks = [
        block
        for title, part in titled
        for block in (section(t.lay("*{title}*", title=title)), *part)
    ]
    return Message(sentences([title for title, _ in titled]), [*blocks, actions([new])])


def goal_updated(updated: GoalUpdated, t: Translator) -> Message:
    """Confirm an entry with what it makes of the goal."""
    text = t(
        "{goal}: {change}, now {progress}.",
        goal=updated.goal.name,
        change=_change(updated.amount, updated.goal.unit, t),
        progress=_progress(updated.goal, t),
    )
    return Message(text, [section(text), *_goal_small(updated.goal, t)])


def certain(text: Markup, amount: Decimal, command: str, t: Translator) -> Message:
    """Ask whether an amount that looks like a slip is meant; the button is the whole command."""
    yes = button(t("Yes, add {amount}", amount=t.number(amount)), Id.COMMAND_TRY, command)
    return Message(text, [section(text), actions([yes])])


def milestone_reached(reached: MilestoneReached, t: Translator) -> Message:
    """Celebrate in the team channel, naming whoever moved the figure."""
    goal, share = reached.goal, t.percent(Decimal(reached.percent) / 100)
    if reached.percent == ALL_OF_IT:
        text = t("Goal reached: {goal}!", goal=goal.name)
    elif reached.percent > ALL_OF_IT:
        text = t("{goal} is beyond its goal: {percent}!", goal=goal.name, percent=share)
    else:
        text = t("{goal} has reached {percent}!", goal=goal.name, percent=share)
    thanks = t(
        "Thank you, {people}.", people=t.all_of([t.mention(each) for each in reached.by[:10]])
    )
    body = lines(
        [
            t.lay("{sign} *{text}*", sign=Sign.CELEBRATED, text=text),
            t("Now {progress}.", progress=_progress(goal, t)),
            thanks if reached.by else None,
        ]
    )
    return Message(text, [section(body)])


def milestone_undone(undone: MilestoneUndone, t: Translator) -> Message:
    text = t(
        "{by} corrected {goal}: it is below {percent} again, now {progress}.",
        by=t.person(undone.by),
        goal=undone.goal.name,
        percent=t.percent(Decimal(undone.percent) / 100),
        progress=_progress(undone.goal, t),
    )
    return Message(text, [section(t.lay("{sign} {text}", sign=Sign.NOTE, text=text))])


def milestone_withdrawn(withdrawn: MilestoneWithdrawn, t: Translator) -> Message:
    """Stand in place of a celebration that was corrected away."""
    text = t(
        "Here {goal} had reached {percent}; {by} has corrected the figure since.",
        goal=withdrawn.goal.name,
        percent=t.percent(Decimal(withdrawn.percent) / 100),
        by=t.person(withdrawn.by),
    )
    return Message(text, [context(text)])


def goal_line(goal: GoalFacts, t: Translator) -> Markup:
    """Return a goal in a list: how far it is, and whether that is far enough by now."""
    head = t.lay(
        "{sign} *{goal}*: {progress}", sign=_sign(goal), goal=goal.name, progress=_progress(goal, t)
    )
    return lines([head, _pace(goal, t)])


def _progress(goal: GoalFacts, t: Translator) -> Markup:
    share = t.percent(goal.actual / goal.target) if goal.target else t.percent(Decimal(0))
    return t(
        "{actual} of {target} ({share})",
        actual=_amount(goal.actual, goal.unit if goal.unit in CURRENCIES else "", t),
        target=_amount(goal.target, goal.unit, t),
        share=share,
    )


def _change(amount: Decimal, unit: str, t: Translator) -> Markup:
    """Return what an entry brought, in a form that fits one of a unit as well as many."""
    bare = _amount(abs(amount), unit if unit in CURRENCIES else "", t)
    signed = t.lay("{sign}{bare}", sign="-" if amount < 0 else "+", bare=bare)
    if not unit or unit in CURRENCIES:
        return signed
    return t.lay("{signed} ({unit})", signed=signed, unit=unit)


def _amount(amount: Decimal, unit: str, t: Translator) -> Markup:
    if not unit:
        return t.number(amount)
    if unit in CURRENCIES:
        return t.money(amount, unit)
    return t.lay("{number} {unit}", number=t.number(amount), unit=unit)


def _pace(goal: GoalFacts, t: Translator) -> Markup:
    if not goal.is_open:
        return t("This goal is closed.")
    if goal.is_over:
        return _end(goal, t)
    left = t.n("{n} working day left.", "{n} working days left.", goal.days_left)
    if goal.actual >= goal.target and goal.direction == "at_least":
        return sentences([t("The goal is reached."), left])
    unit = goal.unit if goal.unit in CURRENCIES else ""
    expected = goal.expected and t(
        "Expected by now: {expected}.", expected=_amount(_round(goal.expected, goal), unit, t)
    )
    required = goal.required and t(
        "Pace needed: {required} per working day.",
        required=_amount(_round(goal.required, goal, up=True), unit, t),
    )
    return sentences([expected or None, required or None, left])


def _end(goal: GoalFacts, t: Translator) -> Markup:
    last = t.day_and_month(goal.ends_on)
    is_met = _is_met(goal)
    if goal.direction == "at_most":
        within = t("It ended on {day}: within its limit.", day=last)
        return within if is_met else t("It ended on {day}: over its limit.", day=last)
    reached = t("It ended on {day}: reached.", day=last)
    return reached if is_met else t("It ended on {day}: not reached.", day=last)


def _is_met(goal: GoalFacts) -> bool:
    if goal.direction == "at_most":
        return goal.actual <= goal.target
    return goal.actual >= goal.target


def goal_button(goal: GoalFacts, t: Translator) -> Element:
    """Return the way to a goal's card, where everything about it can be done."""
    return button(t("See the goal"), Id.GOAL_SHOW, dump(Payload(id=goal.id)))


def _round(amount: Decimal, goal: GoalFacts, *, up: bool = False) -> Decimal:
    """Whole things are counted whole: nobody books 1.7 meetings."""
    if goal.unit in CURRENCIES or goal.target != goal.target.to_integral_value():
        return amount
    return amount.to_integral_value(ROUND_CEILING if up else ROUND_HALF_UP)


def _sign(goal: GoalFacts) -> Sign:
    if goal.direction == "at_least" and goal.actual >= goal.target:
        return Sign.DONE
    if goal.is_over:
        return Sign.DONE if _is_met(goal) else Sign.BEHIND
    if goal.expected is None or goal.direction != "at_least":
        return Sign.DUE_SOON
    return Sign.BEHIND if goal.actual < goal.expected * FALLING_BEHIND else Sign.AHEAD


def _goal_small(goal: GoalFacts, t: Translator) -> list[Block]:
    said = facts(
        [
            word(PARTIES, goal.party, t),
            t("Owner: {owner}", owner=t.person(goal.owner)),
            t(
                "{start} to {end}",
                start=t.day_and_month(goal.starts_on),
                end=t.day_and_month(goal.ends_on),
            ),
        ]
    )
    return [context(esc(said))]


def _row(goal: GoalFacts, t: Translator) -> list[Block]:
    """Return what can be done: progress while it is open, and closing it once it is over."""
    if not goal.is_open:
        return []
    close = button(t("Close the goal"), Id.GOAL_CLOSE, dump(Payload(id=goal.id)))
    return [actions([_update(goal, t), *([close] if goal.is_over else [])])]


def _update(goal: GoalFacts, t: Translator) -> Element:
    return button(t("Add progress"), Id.GOAL_UPDATE, dump(Payload(id=goal.id)))
