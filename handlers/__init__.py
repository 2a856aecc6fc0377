"""What Slack can ask of the bot: the table of contents. Ids on the left, functions on the right."""

from collections.abc import Callable, Mapping

from slack_bolt import App

from bot.views.ids import Id
from handlers import (
    absence,
    agreement,
    attention,
    commands,
    commitments,
    departures,
    events,
    goals,
    leads,
    mentions,
    more,
    ownership,
    people,
    requests,
    responsibilities,
    rota,
    status,
    touches,
)
from handlers.binding import Pressed, Shortcut, Submitted, on_press, on_shortcut, on_submission
from handlers.context import gate
from handlers.doors import Act, Ask
from handlers.errors import failed
from handlers.home import Homes

__all__ = ["COMMAND", "EVENTS", "FORMS", "PRESSES", "SHORTCUTS", "Act", "Ask", "register"]

COMMAND = "/sla"

PRESSES: Mapping[Id, Pressed] = {
    Id.TOUCH_WHATSAPP_ANSWERED: touches.pressed_one_tap,
    Id.TOUCH_CALL_ANSWERED: touches.pressed_one_tap,
    Id.TOUCH_CALL_NO_ANSWER: touches.pressed_one_tap,
    Id.TOUCH_UNDO: touches.pressed_undo,
    Id.LEAD_LOG: touches.pressed_log,
    Id.LEAD_ACCEPT: ownership.pressed_accept,
    Id.LEAD_CLAIM: ownership.pressed_claim,
    Id.LEAD_REASSIGN: ownership.pressed_reassign,
    Id.LEAD_ASSIGN: ownership.pressed_assign,
    Id.LEAD_REJECT: ownership.pressed_reject,
    Id.REJECTION_AGREE: ownership.pressed_agree,
    Id.REJECTION_CONTEST: ownership.pressed_contest,
    Id.LEAD_CLOSE: ownership.pressed_close,
    Id.LEAD_SNOOZE: attention.pressed_snooze,
    Id.LEAD_ACK: attention.pressed_ack,
    Id.LEAD_PAUSE: attention.pressed_pause,
    Id.LEAD_RESUME: attention.pressed_resume,
    Id.LEAD_SHOW: leads.pressed_show,
    Id.LEAD_WHY: leads.pressed_why,
    Id.LEAD_NEW: commands.pressed_word,
    Id.LEADS_MINE: commands.pressed_word,
    Id.LEAD_MORE: more.pressed,
    Id.STATUS_SHOW: commands.pressed_word,
    Id.STATUS_SHARE: status.pressed_share,
    Id.HELP_SHOW: commands.pressed_word,
    Id.HELP_MORE: commands.pressed_word,
    Id.COMMAND_TRY: commands.pressed_command,
    Id.COMMAND_PICK: commands.pressed_command,
    Id.AGREEMENT_PICK: commands.pressed_agreement,
    Id.AGREEMENT_SETUP: commands.pressed_word,
    Id.AREA_OWN: commands.pressed_word,
    Id.AREA_SHOW: responsibilities.pressed_show,
    Id.AREA_EDIT: responsibilities.pressed_edit,
    Id.AREA_REMOVE: responsibilities.pressed_remove,
    Id.COMMITMENT_NEW: commands.pressed_word,
    Id.COMMITMENT_ACCEPT: commitments.pressed_accept,
    Id.COMMITMENT_DECLINE: commitments.pressed_decline,
    Id.COMMITMENT_KEPT: commitments.pressed_kept,
    Id.COMMITMENT_BROKEN: commitments.pressed_broken,
    Id.COMMITMENT_MOVE: commitments.pressed_move,
    Id.REQUEST_NEW: commands.pressed_word,
    Id.REQUEST_SHOW: requests.pressed_show,
    Id.REQUEST_ANSWER: requests.pressed_answer,
    Id.REQUEST_ACK: requests.pressed_ack,
    Id.REQUEST_HAND_ON: requests.pressed_pass,
    Id.REQUEST_WITHDRAW: requests.pressed_withdraw,
    Id.REQUEST_REOPEN: requests.pressed_reopen,
    Id.GOAL_NEW: commands.pressed_word,
    Id.GOAL_UPDATE: goals.pressed_update,
    Id.GOAL_SHOW: goals.pressed_show,
    Id.GOAL_CLOSE: goals.pressed_close,
    Id.ABSENCE_NEW: absence.pressed_new,
    Id.ABSENCE_CHANGE: absence.pressed_change,
    Id.ABSENCE_END: absence.pressed_end,
    Id.ABSENCE_OFFER_TAKE: absence.pressed_take_offer,
    Id.ABSENCE_OFFER_LEAVE: absence.pressed_leave_offer,
    Id.COVER_ACCEPT: absence.pressed_accept,
    Id.COVER_DECLINE: absence.pressed_decline,
    Id.ROTA_NEW: commands.pressed_word,
    Id.ROTA_EDIT: rota.pressed_edit,
    Id.ROTA_REMOVE: rota.pressed_remove,
    Id.ME_OPEN: people.pressed_me,
    Id.LANGUAGE_CHOOSE: people.pressed_language,
    Id.REMINDERS_SINGLY: people.pressed_singly,
    Id.DEPARTURE_GIVE_OUT: departures.pressed_give_out,
}
FORMS: Mapping[Id, Submitted] = {
    Id.FORM_TOUCH: touches.submitted,
    Id.FORM_LEAD_NEW: leads.submitted,
    Id.FORM_ASSIGN: ownership.submitted_assign,
    Id.FORM_REJECT: ownership.submitted_reject,
    Id.FORM_CLOSE: ownership.submitted_close,
    Id.FORM_SNOOZE: attention.submitted_snooze,
    Id.FORM_ACK: attention.submitted_ack,
    Id.FORM_PAUSE: attention.submitted_pause,
    Id.FORM_SETUP: agreement.submitted,
    Id.FORM_AREA: responsibilities.submitted,
    Id.FORM_AREA_EDIT: responsibilities.submitted_edit,
    Id.FORM_COMMITMENT: commitments.submitted,
    Id.FORM_COMMITMENT_MOVE: commitments.submitted_move,
    Id.FORM_COMMITMENT_CLOSE: commitments.submitted_closing,
    Id.FORM_REQUEST: requests.submitted,
    Id.FORM_REQUEST_ANSWER: requests.submitted_answer,
    Id.FORM_REQUEST_REOPEN: requests.submitted_reopen,
    Id.FORM_GOAL: goals.submitted,
    Id.FORM_GOAL_UPDATE: goals.submitted_update,
    Id.FORM_ABSENCE: absence.submitted,
    Id.FORM_ROTA: rota.submitted,
    Id.FORM_ME: people.submitted,
    Id.FORM_CRM: people.submitted_crm,
}
SHORTCUTS: Mapping[Id, Shortcut] = {
    Id.SHORTCUT_LEAD_NEW: leads.shortcut,
    Id.SHORTCUT_TOUCH: touches.shortcut,
    Id.SHORTCUT_COMMITMENT: commitments.shortcut,
    Id.SHORTCUT_REQUEST: requests.shortcut,
}
REPLACES = frozenset(
    {
        Id.LEAD_ACCEPT,
        Id.LEAD_CLAIM,
        Id.LEAD_RESUME,
        Id.COMMAND_TRY,
        Id.AREA_SHOW,
        Id.COMMAND_PICK,
        Id.AGREEMENT_PICK,
        Id.HELP_SHOW,
        Id.HELP_MORE,
        Id.LANGUAGE_CHOOSE,
    }
)
"""Buttons of what only this person sees; having done their work, the answer takes their place."""

EVENTS: Mapping[str, Callable[..., object]] = {
    "app_home_opened": events.home_opened,
    "app_mention": mentions.asked,
    "team_join": events.person_changed,
    "user_change": events.person_changed,
    "dnd_updated_user": events.silence_changed,
    "channel_created": events.channel_changed,
    "channel_rename": events.channel_changed,
    "channel_archive": events.channel_changed,
    "channel_unarchive": events.channel_changed,
    "channel_shared": events.channel_changed,
    "channel_unshared": events.channel_changed,
    "group_rename": events.channel_changed,
    "group_archive": events.channel_changed,
    "group_unarchive": events.channel_changed,
    "member_joined_channel": events.joined_channel,
}


def register(app: App, act: Act, ask: Ask) -> None:
    """Bind everything. ``/sla`` comes first: each listener looked at before costs time."""
    app.middleware(gate(act, ask, Homes()))
    app.command(COMMAND)(commands.sla)
    for action, pressed in PRESSES.items():
        app.action(action.value)(on_press(pressed, replaces=action in REPLACES))
    app.action(Id.SETUP_COUNTRY.value)(agreement.country_chosen)
    for form, submitted in FORMS.items():
        app.view(form.value)(on_submission(submitted))
    for name, shortcut in SHORTCUTS.items():
        app.shortcut(name.value)(on_shortcut(shortcut))
    for event, told in EVENTS.items():
        app.event(event)(told)
    app.error(failed)
