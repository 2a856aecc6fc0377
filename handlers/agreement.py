"""The agreement's terms, and setting one up in a form."""

from datetime import date, timedelta

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from bot.rules.agreement import ChannelFacts, SetupFacts, SideFacts, WindowFacts
from bot.rules.refusals import Refusal
from bot.rules.rights import Action, Standing, check
from bot.rules.terms import Stage
from bot.rules.value_words import SUBS, Sub
from bot.usecases.agreement import agreement_in_force, set_up_agreement, show_agreement
from bot.usecases.holidays import national_holidays
from bot.usecases.people import known_channel
from bot.usecases.standing import may_set_up
from bot.views import Message
from bot.views.agreements import agreement_card, in_force
from bot.views.blocks import View
from bot.views.modals import setup as form
from bot.views.modals.hours import HoursForm
from handlers.answering import Answer, Wrong
from handlers.forms import Submission
from handlers.payloads import Json, at, text_at
from handlers.visit import Visit

YEAR = timedelta(days=365)


def show(visit: Visit, text: str) -> Answer:
    """`/sla agreement`: what is agreed here."""
    del text
    return agreement_card(visit.ask(show_agreement, agreement_id=visit.agreement.id), visit.t)


def set_up(visit: Visit, text: str) -> Answer:
    """`/sla setup`: the form where nothing is agreed yet, and with `new`; else what is in force.

    An admin gets the form anywhere but in the channel of an agreement.
    """
    found = SUBS.at_start(text)
    wants_new = found is not None and found.meaning is Sub.NEW
    if wants_new or isinstance(visit.meant, Refusal) or _is_free(visit):
        return _form(visit)
    terms = visit.ask(agreement_in_force, agreement_id=visit.agreement.id)
    return in_force(terms, visit.t)


def country_chosen(body: Json, ack: Ack, client: WebClient, visit: Visit) -> BoltResponse:
    """Show the holidays of the country just chosen, and keep what is filled in."""
    seen = form.seen_setup(at(body, "view", "state", "values"), visit.t)
    client.views_update(
        view_id=text_at(body, "view", "id"),
        hash=text_at(body, "view", "hash"),
        view=_built(visit, seen),
    )
    return ack()


def submitted(visit: Visit, sent: Submission) -> Message | Wrong:
    filled = form.parse_setup(sent.values, visit.t)
    if isinstance(filled, dict):
        return filled
    done = visit.act(set_up_agreement, facts=_facts(visit, filled))
    return agreement_card(done.terms, visit.t)


def _form(visit: Visit) -> View:
    """Return the form to whoever may set up. Raises ``NotAllowed`` before they fill it in."""
    if isinstance(visit.meant, Refusal):
        check(Action.SET_UP, Standing(is_admin=visit.actor.is_admin))
    else:
        visit.ask(may_set_up, agreement_id=visit.agreement.id)
    is_channel = visit.channel_id.startswith(("C", "G")) and not _has_agreement(visit)
    channel = visit.channel_id if is_channel else ""
    hours = HoursForm(zone=visit.actor.zone)
    blank = form.SetupForm(channel=channel, language=visit.t.language, hours=hours)
    return _built(visit, blank)


def _is_free(visit: Visit) -> bool:
    return visit.actor.is_admin and not _has_agreement(visit)


def _has_agreement(visit: Visit) -> bool:
    """Say whether an agreement works in the channel this was typed in."""
    return not isinstance(visit.meant, Refusal) and visit.meant.channel_id == visit.channel_id


def _built(visit: Visit, filled: form.SetupForm) -> View:
    return form.build_setup(filled, visit.t, holidays=_holidays(visit, filled.hours.country))


def _holidays(visit: Visit, country: str) -> list[tuple[date, str]]:
    """Return the days off of the coming year."""
    today = visit.now.date()
    years = (today.year, today.year + 1)
    named = national_holidays(country, "", language=visit.t.language, years=years)
    days = [(date.fromisoformat(day), name) for day, name in named.items()]
    return [(day, name) for day, name in days if today <= day <= today + YEAR]


def _facts(visit: Visit, filled: form.SetupForm) -> SetupFacts:
    channel = _channel(visit, filled.channel)
    return SetupFacts(
        name=filled.name,
        kind=filled.kind,
        channel=channel,
        celebrations=_channel(visit, filled.celebration_channel or channel.id),
        marketing=SideFacts(leads=filled.marketing_leads),
        sales=SideFacts(leads=filled.sales_leads, members=filled.reps),
        zone=filled.hours.zone,
        country=filled.hours.country,
        language=filled.language,
        currency=filled.currency,
        week=filled.hours.week,
        windows=_windows(filled),
    )


def _channel(visit: Visit, channel_id: str) -> ChannelFacts:
    known = visit.ask(known_channel, channel_id=channel_id)
    return ChannelFacts(known.id, known.name, known.is_shared)


def _windows(filled: form.SetupForm) -> tuple[WindowFacts, ...]:
    promised = {
        Stage.ACCEPT: filled.accept_s,
        Stage.FIRST_TOUCH: filled.first_touch_s,
        Stage.URGENT_REQUEST: filled.urgent_request_s,
        Stage.ASSET_REQUEST: filled.asset_request_s,
        Stage.REQUEST: filled.request_s,
    }
    return tuple(
        WindowFacts(stage.value, seconds)
        for stage, seconds in promised.items()
        if seconds is not None
    )
