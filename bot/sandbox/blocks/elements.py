"""What may stand inside blocks: buttons, selects, inputs."""

from bot.sandbox.blocks.checks import (
    Check,
    anything,
    array,
    choice,
    flag,
    number,
    shape,
    string,
    text,
)
from bot.sandbox.blocks.limits import LIMITS as L

ACTION_ID = string(L["action_id.max_length"], 1)
CONFIRM = shape(
    {
        "title": text(L["confirmation.title.max_length"], plain=True),
        "text": text(L["confirmation.text.max_length"]),
        "confirm": text(L["confirmation.confirm.max_length"], plain=True),
        "deny": text(L["confirmation.deny.max_length"], plain=True),
        "style": choice("primary", "danger"),
    },
    required=["title", "text", "confirm", "deny"],
)
OPTION = shape(
    {
        "text": text(L["option.text.max_length"]),
        "value": string(L["option.value.max_length"]),
        "description": text(L["option.description.max_length"]),
        "url": string(L["option.url.max_length"]),
    },
    required=["text", "value"],
)
OPTION_GROUP = shape(
    {
        "label": text(L["option_group.label.max_length"], plain=True),
        "options": array(OPTION, L["option_group.options.max_items"], 1),
    },
    required=["label", "options"],
)
OPTIONS = array(OPTION, L["select.options.max_items"], 1)
OPTION_GROUPS = array(OPTION_GROUP, L["select.option_groups.max_items"], 1)
PLACEHOLDER = text(L["select.placeholder.max_length"], plain=True)
STYLE = choice("primary", "danger")
WHEN_TO_TELL = shape({"trigger_actions_on": anything})
IDS = array(string(255, 1), 100)


def _select(required: tuple[str, ...] = (), any_of: tuple[str, ...] = (), **own: Check) -> Check:
    common: dict[str, Check] = {
        "action_id": ACTION_ID,
        "placeholder": PLACEHOLDER,
        "confirm": CONFIRM,
        "focus_on_load": flag,
    }
    return shape({**common, **own}, required, any_of)


def _multi(required: tuple[str, ...] = (), any_of: tuple[str, ...] = (), **own: Check) -> Check:
    return _select(required, any_of, max_selected_items=number(1, 10_000), **own)


def _input(required: tuple[str, ...] = (), **own: Check) -> Check:
    common: dict[str, Check] = {
        "action_id": ACTION_ID,
        "placeholder": PLACEHOLDER,
        "focus_on_load": flag,
        "dispatch_action_config": WHEN_TO_TELL,
    }
    return shape({**common, **own}, required)


def _boxes(name: str, **own: Check) -> Check:
    limits = (L[f"{name}.options.max_items"], L[f"{name}.options.min_items"])
    common: dict[str, Check] = {
        "action_id": ACTION_ID,
        "options": array(OPTION, *limits),
        "confirm": CONFIRM,
        "focus_on_load": flag,
    }
    return shape({**common, **own}, required=["options"])


_image: dict[str, Check] = {
    "image_url": string(L["image.image_url.max_length"], 1),
    "slack_file": anything,
    "alt_text": string(L["image.alt_text.max_length"], 1),
}
_feedback = shape(
    {
        "text": text(L["feedback_button.text.max_length"], plain=True),
        "value": string(L["feedback_button.value.max_length"]),
        "accessibility_label": string(L["button.accessibility_label.max_length"]),
    },
    required=["text", "value"],
)

ELEMENTS: dict[str, Check] = {
    "button": shape(
        {
            "text": text(L["button.text.max_length"], plain=True),
            "action_id": ACTION_ID,
            "url": string(L["button.url.max_length"]),
            "value": string(L["button.value.max_length"]),
            "style": STYLE,
            "confirm": CONFIRM,
            "accessibility_label": string(L["button.accessibility_label.max_length"]),
        },
        required=["text"],
    ),
    "workflow_button": shape(
        {
            "text": text(L["button.text.max_length"], plain=True),
            "action_id": ACTION_ID,
            "workflow": anything,
            "style": STYLE,
            "accessibility_label": string(L["button.accessibility_label.max_length"]),
        },
        required=["text", "workflow"],
    ),
    "static_select": _select(
        any_of=("options", "option_groups"),
        options=OPTIONS,
        option_groups=OPTION_GROUPS,
        initial_option=OPTION,
    ),
    "external_select": _select(initial_option=OPTION, min_query_length=number(0, 1000)),
    "users_select": _select(initial_user=ACTION_ID),
    "conversations_select": _select(
        initial_conversation=ACTION_ID,
        response_url_enabled=flag,
        filter=anything,
        default_to_current_conversation=flag,
    ),
    "channels_select": _select(initial_channel=ACTION_ID, response_url_enabled=flag),
    "multi_static_select": _multi(
        any_of=("options", "option_groups"),
        options=OPTIONS,
        option_groups=OPTION_GROUPS,
        initial_options=OPTIONS,
    ),
    "multi_external_select": _multi(initial_options=OPTIONS, min_query_length=number(0, 1000)),
    "multi_users_select": _multi(initial_users=IDS),
    "multi_conversations_select": _multi(
        initial_conversations=IDS, filter=anything, default_to_current_conversation=flag
    ),
    "multi_channels_select": _multi(initial_channels=IDS),
    "overflow": _boxes("overflow"),
    "checkboxes": _boxes("checkboxes", initial_options=OPTIONS),
    "radio_buttons": _boxes("radio_buttons", initial_option=OPTION),
    "datepicker": _select(initial_date=string(10, 10)),
    "timepicker": _select(initial_time=string(5, 5), timezone=string(255, 1)),
    "datetimepicker": _select(initial_date_time=number(1_000_000_000, 9_999_999_999)),
    "plain_text_input": _input(
        initial_value=string(L["plain_text_input.max_length.max"]),
        multiline=flag,
        min_length=number(0, L["plain_text_input.max_length.max"]),
        max_length=number(1, L["plain_text_input.max_length.max"]),
    ),
    "email_text_input": _input(initial_value=string(3000)),
    "url_text_input": _input(initial_value=string(3000)),
    "number_input": _input(
        ("is_decimal_allowed",),
        is_decimal_allowed=flag,
        initial_value=string(3000),
        min_value=string(100),
        max_value=string(100),
    ),
    "rich_text_input": _input(initial_value=anything),
    "file_input": shape(
        {
            "action_id": ACTION_ID,
            "filetypes": anything,
            "max_files": number(L["file_input.max_files.min"], L["file_input.max_files.max"]),
        }
    ),
    "image": shape(_image, required=["alt_text"], any_of=("image_url", "slack_file")),
    "feedback_buttons": shape(
        {"action_id": ACTION_ID, "positive_button": _feedback, "negative_button": _feedback},
        required=["positive_button", "negative_button"],
    ),
    "icon_button": shape(
        {
            "action_id": ACTION_ID,
            "icon": anything,
            "text": text(L["button.text.max_length"], plain=True),
            "value": string(L["button.value.max_length"]),
            "confirm": CONFIRM,
            "accessibility_label": string(L["button.accessibility_label.max_length"]),
            "visible_to_user_ids": array(string(255), 10),
        },
        required=["icon", "text"],
    ),
    "plain_text": text(L["text.max_length"], plain=True),
    "mrkdwn": text(L["text.max_length"]),
}

SELECTS = frozenset(name for name in ELEMENTS if name.endswith("_select"))
PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"})
PRESSED = frozenset({"button", "workflow_button", "overflow"})
TYPED = frozenset(
    {"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"}
)
IN_ACTIONS = (SELECTS | PICKERS | PRESSED) | {"rich_text_input"}
IN_SECTION = SELECTS | PICKERS | PRESSED | {"image"}
IN_INPUT = SELECTS | PICKERS | TYPED | {"file_input"}
IN_CONTEXT = frozenset({"image", "plain_text", "mrkdwn"})
IN_CONTEXT_ACTIONS = frozenset({"feedback_buttons", "icon_button"})
