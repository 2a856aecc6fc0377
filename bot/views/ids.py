"""Ids of buttons, form fields and forms, as Slack sends them back."""

from enum import StrEnum


class Id(StrEnum):
    """``noun.verb`` for what is pressed or submitted, ``noun.field`` for lines of a form."""

    # Buttons and menus about one lead; the value is a payload with the lead's id.
    LEAD_ACCEPT = "lead.accept"
    LEAD_CLAIM = "lead.claim"
    LEAD_SHOW = "lead.show"
    LEAD_WHY = "lead.why"
    LEAD_MORE = "lead.more"  # overflow menu: choice is log, assign, reject, pause, resume, close …
    LEAD_REASSIGN = "lead.reassign"  # menu: the option's payload names lead and person
    LEAD_SNOOZE = "lead.snooze"  # menu: choice is 30m, 1h, 2h, tomorrow
    LEAD_ACK = "lead.ack"  # menu: choice is 1h, today, tomorrow
    REJECTION_AGREE = "rejection.agree"
    REJECTION_CONTEST = "rejection.contest"
    LEAD_RESUME = "lead.resume"
    TOUCH_WHATSAPP_ANSWERED = "touch.whatsapp_answered"
    TOUCH_CALL_ANSWERED = "touch.call_answered"
    TOUCH_CALL_NO_ANSWER = "touch.call_no_answer"
    TOUCH_UNDO = "touch.undo"

    # Buttons that open a form.
    LEAD_NEW = "lead.new"
    LEAD_LOG = "lead.log"
    LEAD_ASSIGN = "lead.assign"
    LEAD_REJECT = "lead.reject"
    LEAD_PAUSE = "lead.pause"
    LEAD_CLOSE = "lead.close"
    GOAL_NEW = "goal.new"
    GOAL_UPDATE = "goal.update"
    COMMITMENT_NEW = "commitment.new"
    AREA_OWN = "area.own"
    AGREEMENT_SETUP = "agreement.setup"
    ME_OPEN = "me.open"

    # Buttons elsewhere.
    LEADS_MINE = "leads.mine"
    STATUS_SHARE = "status.share"
    STATUS_SHOW = "status.show"
    HELP_SHOW = "help.show"
    HELP_MORE = "help.more"
    COMMAND_TRY = "command.try"  # the value is the whole command, as if typed
    COMMAND_PICK = "command.pick"  # menu: the same
    AGREEMENT_PICK = "agreement.pick"
    GOAL_SHOW = "goal.show"
    GOAL_CLOSE = "goal.close"
    COMMITMENT_ACCEPT = "commitment.accept"
    COMMITMENT_DECLINE = "commitment.decline"
    COMMITMENT_KEPT = "commitment.kept"
    COMMITMENT_BROKEN = "commitment.broken"
    COMMITMENT_MOVE = "commitment.move"  # opens the form with the new date
    REQUEST_NEW = "request.new"
    REQUEST_SHOW = "request.show"
    REQUEST_ANSWER = "request.answer"  # opens the form with the answer
    REQUEST_ACK = "request.ack"  # menu: choice is 1h, today, tomorrow
    REQUEST_HAND_ON = "request.hand_on"  # menu: the option's payload names request and person
    REQUEST_WITHDRAW = "request.withdraw"
    REQUEST_REOPEN = "request.reopen"  # opens the form that asks what is missing
    SETUP_COUNTRY = "setup.country"  # in the form: show that country's holidays
    LANGUAGE_CHOOSE = "language.choose"

    # Forms (callback ids).
    FORM_LEAD_NEW = "lead_new.submit"
    FORM_TOUCH = "touch.submit"
    FORM_REJECT = "reject.submit"
    FORM_ASSIGN = "assign.submit"
    FORM_SNOOZE = "snooze.submit"
    FORM_ACK = "ack.submit"
    FORM_PAUSE = "pause.submit"
    FORM_CLOSE = "close.submit"
    FORM_SETUP = "setup.submit"
    FORM_AREA = "area.submit"
    FORM_COMMITMENT = "commitment.submit"
    FORM_COMMITMENT_MOVE = "commitment_move.submit"
    FORM_COMMITMENT_CLOSE = "commitment_close.submit"
    FORM_GOAL = "goal.submit"
    FORM_GOAL_UPDATE = "goal_update.submit"
    FORM_REQUEST = "request.submit"
    FORM_REQUEST_ANSWER = "request_answer.submit"
    FORM_REQUEST_REOPEN = "request_reopen.submit"
    FORM_ME = "me.submit"
    FORM_NOTE = "note.close"  # says something; has nothing to submit

    # Shortcuts (callback ids, as the manifest names them).
    SHORTCUT_LEAD_NEW = "shortcut.lead_new"
    SHORTCUT_TOUCH = "shortcut.touch"
    SHORTCUT_COMMITMENT = "shortcut.commitment"
    SHORTCUT_REQUEST = "shortcut.request"

    # Lines of forms (block ids); the element inside has the action id VALUE.
    VALUE = "field.value"
    FIELD_LEAD = "field.lead"
    FIELD_NAME = "field.name"
    FIELD_COMPANY = "field.company"
    FIELD_EMAIL = "field.email"
    FIELD_PHONE = "field.phone"
    FIELD_SOURCE = "field.source"
    FIELD_SEGMENT = "field.segment"
    FIELD_SCORE = "field.score"
    FIELD_OWNER = "field.owner"
    FIELD_BACKUP = "field.backup"
    FIELD_RECEIVED = "field.received"
    FIELD_CHANNEL = "field.channel"
    FIELD_OUTCOME = "field.outcome"
    FIELD_WHEN = "field.when"
    FIELD_NOTE = "field.note"
    FIELD_REASON = "field.reason"
    FIELD_PERSON = "field.person"
    FIELD_UNTIL = "field.until"
    FIELD_RESULT = "field.result"
    FIELD_AMOUNT = "field.amount"
    FIELD_AREA = "field.area"
    FIELD_TEXT = "field.text"
    FIELD_QUANTITY = "field.quantity"
    FIELD_UNIT = "field.unit"
    FIELD_DUE = "field.due"
    FIELD_GOAL = "field.goal"
    FIELD_TARGET = "field.target"
    FIELD_DIRECTION = "field.direction"
    FIELD_PARTY = "field.party"
    FIELD_STARTS = "field.starts"
    FIELD_ENDS = "field.ends"
    FIELD_MILESTONES = "field.milestones"
    FIELD_KIND = "field.kind"
    FIELD_WORKING_CHANNEL = "field.working_channel"
    FIELD_CELEBRATION_CHANNEL = "field.celebration_channel"
    FIELD_MARKETING_LEADS = "field.marketing_leads"
    FIELD_SALES_LEADS = "field.sales_leads"
    FIELD_REPS = "field.reps"
    FIELD_ZONE = "field.zone"
    FIELD_DAYS = "field.days"
    FIELD_HOURS = "field.hours"
    FIELD_SATURDAY = "field.saturday"
    FIELD_COUNTRY = "field.country"
    FIELD_LANGUAGE = "field.language"
    FIELD_CURRENCY = "field.currency"
    FIELD_FIRST_TOUCH = "field.first_touch"
    FIELD_ACCEPT = "field.accept"
    FIELD_CLIENT = "field.client"
    FIELD_ANSWER = "field.answer"
    FIELD_URGENT_REQUEST = "field.urgent_request"
    FIELD_ASSET_REQUEST = "field.asset_request"
    FIELD_REQUEST = "field.request"
