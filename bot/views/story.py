"""The clock explained: every step of its history in plain words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.notices.status import ClockStory, StoryLine
from bot.views.blocks import Block, section
from bot.views.escape import Markup, esc
from bot.views.message import Message, lines, paragraphs, sentences
from bot.views.translate import Translator, mark
from bot.views.words import (
    CHANNELS,
    LEAD_STAGES,
    OUTCOMES,
    REJECT_REASONS,
    WINDOWS,
    called,
    strong,
    word,
)

MOST_LINES = 60

DONE_BY = {
    "lead.received": mark("{actor} registered the lead."),
    "lead.updated": mark("{actor} updated the lead."),
    "lead.assigned": mark("{actor} gave it an owner."),
    "lead.accepted": mark("{actor} accepted it."),
    "lead.rejected": mark("{actor} returned it to marketing."),
    "lead.claimed": mark("{actor} took it."),
    "lead.touched": mark("{actor} followed up."),
    "touch.undone": mark("{actor} undid a follow-up."),
    "lead.closed": mark("{actor} closed it."),
    "clock.paused": mark("{actor} paused the clock."),
    "clock.resumed": mark("{actor} resumed the clock."),
    "clock.acknowledged": mark("{actor} said they are on it."),
    "clock.snoozed": mark("{actor} asked to be reminded later."),
}
HAPPENED = {
    "lead.received": mark("The lead came in."),
    "lead.updated": mark("The lead's details were updated."),
    "lead.assigned": mark("It got an owner."),
    "lead.accepted": mark("It was accepted."),
    "lead.rejected": mark("It was returned to marketing."),
    "lead.claimed": mark("It was taken."),
    "lead.touched": mark("It was followed up."),
    "touch.undone": mark("A follow-up was undone."),
    "lead.closed": mark("It was closed."),
    "clock.started": mark("The clock started."),
    "clock.paused": mark("The clock was paused."),
    "clock.resumed": mark("The clock went on."),
    "clock.reminded": mark("Its owner was reminded."),
    "clock.skipped": mark("A reminder was skipped: its moment had passed."),
    "clock.breached": mark("The window closed without what was agreed."),
    "clock.escalated": mark("The sales lead was told."),
    "clock.offered": mark("The sales lead was offered to pass it on."),
    "clock.acknowledged": mark("Someone said they are on it."),
    "clock.snoozed": mark("The reminder was put off."),
    "clock.stopped": mark("The clock stopped."),
    "clock.told_late": mark("It had been done in time and was told afterwards."),
    "clock.restarted": mark("The clock started again for the new owner."),
    "clock.reopened": mark("The clock went on: the follow-up was undone."),
}
OUTCOME_WORDS = {
    "met": mark("It was on time."),
    "missed": mark("It was past the window."),
    "relieved": mark("It was excused: the other side was late first."),
    "cancelled": mark("It was no longer needed."),
}


def clock_story(story: ClockStory, t: Translator) -> Message:
    return clock_stories((story,), t)


def clock_stories(stories: Sequence[ClockStory], t: Translator) -> Message:
    """Explain all clocks of one lead; at least one is given."""
    text = sentences([_summary(story, t) for story in stories])
    blocks: list[Block] = []
    for story in stories[:5]:
        blocks.append(section(_opening(story, t)))
        told = [_line(line, t) for line in story.lines[-MOST_LINES:]]
        hidden = len(story.lines) - len(told)
        if hidden:
            told.insert(0, t.n("… {n} earlier step", "… {n} earlier steps", hidden))
        blocks.extend(paragraphs(told)[:8])
    return Message(text, blocks)


def _opening(story: ClockStory, t: Translator) -> Markup:
    return lines(
        [
            strong(story.lead, t),
            t(
                "*{window}*: {summary}",
                window=word(WINDOWS, story.stage, t),
                summary=_state(story, t),
            ),
        ]
    )


def _summary(story: ClockStory, t: Translator) -> Markup:
    return t(
        "{lead}, {window}: {summary}",
        lead=called(story.lead, t),
        window=word(WINDOWS, story.stage, t),
        summary=_state(story, t),
    )


def _state(story: ClockStory, t: Translator) -> Markup:
    used = t(
        "{used} of {target} used.",
        used=t.duration(story.consumed),
        target=t.duration(story.target),
    )
    if story.outcome is not None and story.state == "stopped":
        return sentences([used, word(OUTCOME_WORDS, story.outcome, t)])
    if story.state == "paused":
        return sentences([used, t("The clock is paused.")])
    if story.due_at is None:
        return used
    return sentences([used, t("Due {due}.", due=t.moment(story.due_at))])


def _line(line: StoryLine, t: Translator) -> Markup:
    return t(
        "{moment} · {what}",
        moment=t.moment(line.at),
        what=sentences([_event(line, t), *_details(dict(line.facts), t)]),
    )


def _event(line: StoryLine, t: Translator) -> Markup:
    if line.actor and line.kind in DONE_BY:
        return t(DONE_BY[line.kind], actor=line.actor)
    if line.kind in HAPPENED:
        return t(HAPPENED[line.kind])
    return t("Something else was recorded ({kind}).", kind=line.kind)


def _details(known: Mapping[str, str], t: Translator) -> list[Markup]:
    """Return a short sentence for every value the history kept and people can read."""
    return [say(known[name], t) for name, say in DETAILS.items() if known.get(name)]


def _moment(value: str, t: Translator) -> Markup:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return esc(value)
    return t.moment(at) if at.tzinfo else esc(value)


def _seconds(value: str, t: Translator) -> Markup:
    return t.duration(int(value)) if value.isdecimal() else esc(value)


DETAILS: Mapping[str, Callable[[str, Translator], Markup]] = {
    "channel": lambda value, t: t("Channel: {channel}.", channel=word(CHANNELS, value, t)),
    "touch_outcome": lambda value, t: t("Result: {outcome}.", outcome=word(OUTCOMES, value, t)),
    "owner": lambda value, t: t("Owner: {owner}.", owner=value),
    "to": lambda value, t: t("To: {person}.", person=value),
    "percent": lambda value, t: t("{percent} % of the window was used.", percent=value),
    "reason": lambda value, t: t("Reason: {reason}.", reason=word(REJECT_REASONS, value, t)),
    "until": lambda value, t: t("Until {moment}.", moment=_moment(value, t)),
    "target": lambda value, t: t("The window: {target}.", target=_seconds(value, t)),
    "consumed": lambda value, t: t("Used: {used}.", used=_seconds(value, t)),
    "stage": lambda value, t: t(
        "Window: {window}.", window=word({**LEAD_STAGES, **WINDOWS}, value, t)
    ),
    "note": lambda value, t: t("“{note}”", note=t.note(value)),
}
