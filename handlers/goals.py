"""Goals: listed, made, moved by hand, closed."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.notices.goals import GoalFacts
from bot.rules.smart import GoalDraft
from bot.rules.value_words import SUBS, Sub
from bot.usecases.goals import add_goal, close_goal, list_goals, show_goal, update_goal
from bot.views import Message
from bot.views.goals import goal_card, goal_list, goal_updated
from bot.views.modals import goals as form
from handlers.answering import Answer, Wrong
from handlers.forms import Submission, carrying
from handlers.payloads import Press
from handlers.typed import entry, goal_and_entry, past_moment, signed_amount
from handlers.visit import Visit

MONTH = timedelta(days=30)


def goal(visit: Visit, text: str) -> Answer:
    """`/sla goal [name | new name | update name number | close name]`."""
    found = SUBS.at_start(text)
    sub = found.meaning if found is not None else None
    rest = found.rest if found is not None else text
    match sub:
        case Sub.NEW:
            return _new(visit, rest)
        case Sub.UPDATE:
            return _update(visit, rest)
        case Sub.CLOSE:
            closed = visit.act(close_goal, agreement_id=visit.agreement.id, goal=rest or None)
            return goal_card(closed, visit.t)
        case _ if text:
            return goal_card(_shown(visit, text), visit.t)
        case _:
            return goal_list(visit.ask(list_goals, agreement_id=visit.agreement.id), visit.t)


def pressed_update(visit: Visit, press: Press) -> Answer:
    there = visit.in_agreement_of_goal(press.subject_id)
    return form.build_goal_update(_shown(there, str(press.subject_id)), there.t)


def pressed_show(visit: Visit, press: Press) -> Answer:
    there = visit.in_agreement_of_goal(press.subject_id)
    return goal_card(_shown(there, str(press.subject_id)), there.t)


def pressed_close(visit: Visit, press: Press) -> Answer:
    there = visit.in_agreement_of_goal(press.subject_id)
    closed = there.act(close_goal, agreement_id=there.agreement.id, goal=str(press.subject_id))
    return goal_card(closed, there.t)


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_goal(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of(sent.subject_id)
    draft = GoalDraft(
        name=filled.name,
        target=signed_amount(there, filled.target),
        ends_on=filled.ends_on,
        unit=filled.unit,
        starts_on=filled.starts_on,
        party=filled.party,
        owner=filled.owner or None,
        direction=filled.direction,
        milestones=filled.milestones,
    )
    return goal_card(there.act(add_goal, agreement_id=sent.subject_id, draft=draft), there.t)


def submitted_update(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_goal_update(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    there = visit.in_agreement_of_goal(sent.subject_id)
    happened_at = past_moment(there, filled.when) if filled.when else None
    draft = replace(entry(there, filled.amount), happened_at=happened_at, note=filled.note)
    updated = there.act(
        update_goal,
        agreement_id=there.agreement.id,
        goal=str(sent.subject_id),
        draft=draft,
    )
    return goal_updated(updated, there.t)


def _new(visit: Visit, name: str) -> Answer:
    today = visit.now.astimezone(ZoneInfo(visit.agreement.zone)).date()
    blank = form.GoalForm(name=name, starts_on=today, ends_on=today + MONTH)
    return carrying(form.build_goal(blank, visit.t), agreement_id=visit.agreement.id)


def _update(visit: Visit, text: str) -> Answer:
    name, typed = goal_and_entry(visit, text)
    if typed is None:
        return form.build_goal_update(_shown(visit, name), visit.t)
    updated = visit.act(
        update_goal, agreement_id=visit.agreement.id, goal=name or None, draft=typed
    )
    return goal_updated(updated, visit.t)


def _shown(visit: Visit, text: str) -> GoalFacts:
    return visit.ask(show_goal, agreement_id=visit.agreement.id, goal=text or None)
