"""The clock explained: every step of its history in plain words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from bot.notices.requests import RequestStory
from bot.notices.status import ClockRun, ClockStory, StoryLine
from bot.views.blocks import Block, section
from bot.views.escape import Markup, esc
from bot.views.message import Message, lines, paragraphs, sentences
from bot.views.requests import request_name
from bot.views.story_words import DONE_BY, HAPPENED, OF_REQUESTS, OUTCOME_WORDS, ROUTES
from bot.views.translate import Translator
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
LEADS: Mapping[str, str] = {}


def clock_story(story: ClockStory, t: Translator) -> Message:
    return clock_stories((story,), t)


def clock_stories(stories: Sequence[ClockStory], t: Translator) -> Message:
    """Explain all clocks of one lead; at least one is given."""
    text = lines(_summary(story, t) for story in stories)
    blocks: list[Block] = [section(strong(stories[0].lead, t))]
    for story in stories[:4]:
        blocks.append(section(_opening(story, t)))
        told = [_line(line, t) for line in story.lines[-MOST_LINES:]]
        hidden = len(story.lines) - len(told)
        if hidden:
            told.insert(0, t.n("… {n} earlier step", "… {n} earlier steps", hidden))
        blocks.extend(paragraphs(told)[:8])
    return Message(text, blocks)


def request_story(story: RequestStory, t: Translator) -> Message:
    """Explain a request and its clock, if one is agreed for its kind."""
    name = request_name(story.request, t)
    if story.clock is None:
        state = t("The agreement promises no time for it.")
    else:
        window = word(WINDOWS, story.clock.stage, t)
        state = t.lay("*{window}*: {summary}", window=window, summary=_state(story.clock, t))
    text = t.lay("{request}: {summary}", request=name, summary=state)
    told = [_line(line, t, OF_REQUESTS) for line in story.lines[-MOST_LINES:]]
    title = t.lay("*{request}*", request=name)
    return Message(text, [section(lines([title, state])), *paragraphs(told)[:8]])


def _opening(story: ClockStory, t: Translator) -> Markup:
    window = word(WINDOWS, story.stage, t)
    return t.lay("*{window}*: {summary}", window=window, summary=_state(story, t))


def _summary(story: ClockStory, t: Translator) -> Markup:
    return t.lay(
        "{lead}, {window}: {summary}",
        lead=called(story.lead, t),
        window=word(WINDOWS, story.stage, t),
        summary=_state(story, t),
    )


def _state(story: ClockStory | ClockRun, t: Translator) -> Markup:
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
    due = t.moment(story.due_at)
    is_late = story.consumed > story.target
    return sentences([used, t("It was due {due}", due=due) if is_late else t("Due {due}", due=due)])


def _line(line: StoryLine, t: Translator, own: Mapping[str, str] = LEADS) -> Markup:
    return t.lay(
        "{moment} · {what}",
        moment=t.moment(line.at),
        what=sentences([_event(line, t, own), *_details(dict(line.facts), t)]),
    )


def _event(line: StoryLine, t: Translator, own: Mapping[str, str]) -> Markup:
    """Return what happened; ``own`` has the words that differ for this kind of subject."""
    if line.kind in own:
        return t(own[line.kind])
    if line.actor and line.kind in DONE_BY:
        return t(DONE_BY[line.kind], actor=line.actor)
    if line.kind in HAPPENED:
        return t(HAPPENED[line.kind])
    return t("Something else was recorded ({kind}).", kind=line.kind)


def _details(known: Mapping[str, str], t: Translator) -> list[Markup | None]:
    """Return a short sentence for every value the history kept and people can read."""
    return [say(known[name], t) for name, say in DETAILS.items() if known.get(name)]


def _outcome(value: str, t: Translator) -> Markup:
    """A follow-up and a clock both have an outcome, of different kinds."""
    if value in OUTCOME_WORDS:
        return t(OUTCOME_WORDS[value])
    return t("Result: {outcome}.", outcome=word(OUTCOMES, value, t))


def _used_up(value: str, t: Translator) -> Markup | None:
    if not value.isdecimal() or not 0 < int(value) < 100:
        return None
    return t("{percent} of the window was used.", percent=t.percent(Decimal(value) / 100))


def _lead_stage(value: str, t: Translator) -> Markup | None:
    return t("Now: {stage}.", stage=t(LEAD_STAGES[value])) if value in LEAD_STAGES else None


def _moment(value: str, t: Translator) -> Markup:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return esc(value)
    return t.moment(at) if at.tzinfo else esc(value)


def _seconds(value: str, t: Translator) -> Markup:
    return t.duration(int(value)) if value.isdecimal() else esc(value)


DETAILS: Mapping[str, Callable[[str, Translator], Markup | None]] = {
    "channel": lambda value, t: t("Channel: {channel}.", channel=word(CHANNELS, value, t)),
    "outcome": _outcome,
    "owner": lambda value, t: t("Owner: {owner}.", owner=value),
    "to": lambda value, t: t("To: {person}.", person=value),
    "percent": _used_up,
    "reason": lambda value, t: t("Reason: {reason}.", reason=word(REJECT_REASONS, value, t)),
    "why": lambda value, t: t("Reason: {reason}.", reason=word(ROUTES, value, t)),
    "rota": lambda value, t: t("Rota: {rota}.", rota=value),
    "passed_by": lambda value, t: t("Nobody in the rota {rota} could take it.", rota=value),
    "away": lambda value, t: t("Away then: {people}.", people=value),
    "full": lambda value, t: t("At their limit then: {people}.", people=value),
    "had_it": lambda value, t: t("Had it before: {people}.", people=value),
    "target": lambda value, t: t("The window: {target}.", target=_seconds(value, t)),
    "consumed": lambda value, t: t("Used: {used}.", used=_seconds(value, t)),
    "stage": _lead_stage,
    "area": lambda value, t: t("Area: {area}.", area=value),
    "client": lambda value, t: t("For: {client}.", client=value),
    "source": lambda value, t: t("Source: {source}.", source=value),
    "note": lambda value, t: t.lay("“{note}”", note=t.note(value)),
    "until": lambda value, t: t("Until {moment}", moment=_moment(value, t)),
}
