"""The blocks themselves, and where each may stand."""

from bot.sandbox.blocks.checks import (
    Check,
    anything,
    array,
    by_type,
    choice,
    flag,
    number,
    shape,
    string,
    text,
)
from bot.sandbox.blocks.elements import (
    ELEMENTS,
    IN_ACTIONS,
    IN_CONTEXT,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
)
from bot.sandbox.blocks.limits import LIMITS as L

BLOCKS: dict[str, Check] = {}
"""Filled below: some blocks hold others."""

_RICH = ("rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted")
_rich_part = shape(
    {"elements": array(anything, 1000), "style": anything, "indent": number(0, 8)}
    | {"offset": number(0, 100_000), "border": number(0, 1), "language": string(100)},
    required=["elements"],
)
_rich = by_type(dict.fromkeys(_RICH, _rich_part))
_image: dict[str, Check] = {
    "image_url": string(L["image.image_url.max_length"], 1),
    "slack_file": anything,
    "alt_text": string(L["image.alt_text.max_length"], 1),
    "title": text(L["image.title.max_length"], plain=True),
}


def _block(required: tuple[str, ...] = (), any_of: tuple[str, ...] = (), **fields: Check) -> Check:
    return shape({"block_id": string(L["block_id.max_length"]), **fields}, required, any_of)


BLOCKS |= {
    "section": _block(
        any_of=("text", "fields"),
        text=text(L["section.text.max_length"]),
        fields=array(text(L["section.fields.item_max_length"]), L["section.fields.max_items"], 1),
        accessory=by_type(ELEMENTS, IN_SECTION),
        expand=flag,
    ),
    "header": _block(("text",), text=text(L["header.text.max_length"], plain=True)),
    "divider": _block(),
    "image": _block(("alt_text",), ("image_url", "slack_file"), **_image),
    "context": _block(
        ("elements",),
        elements=array(by_type(ELEMENTS, IN_CONTEXT), L["context.elements.max_items"], 1),
    ),
    "actions": _block(
        ("elements",),
        elements=array(by_type(ELEMENTS, IN_ACTIONS), L["actions.elements.max_items"], 1),
    ),
    "context_actions": _block(
        ("elements",),
        elements=array(
            by_type(ELEMENTS, IN_CONTEXT_ACTIONS), L["context_actions.elements.max_items"], 1
        ),
    ),
    "input": _block(
        ("label", "element"),
        label=text(L["input.label.max_length"], plain=True),
        element=by_type(ELEMENTS, IN_INPUT),
        hint=text(L["input.hint.max_length"], plain=True),
        optional=flag,
        dispatch_action=flag,
    ),
    "rich_text": _block(("elements",), elements=array(_rich, 1000)),
    "markdown": _block(("text",), text=string(L["markdown.text.max_length"], 1)),
    "alert": _block(
        ("text",),
        text=text(L["alert.text.max_length"]),
        level=choice("default", "info", "warning", "error", "success"),
    ),
    "table": _block(
        ("rows",),
        rows=array(
            array(by_type({"raw_text": anything, "rich_text": anything}), 20),
            L["table.rows.max_items"],
            1,
        ),
        column_settings=array(anything, L["table.columns.max_items"]),
    ),
    "data_table": _block(
        ("rows", "caption"),
        rows=array(anything, L["data_table.rows.max_items"], L["data_table.rows.min_items"]),
        columns=array(anything, L["data_table.columns.max_items"], 1),
        caption=anything,
        row_header_column_index=number(0, 19),
        page_size=number(L["data_table.page_size.min"], L["data_table.page_size.max"]),
    ),
    "data_visualization": _block(
        ("chart",), title=string(L["data_visualization.title.max_length"]), chart=anything
    ),
    "card": _block(
        any_of=("title", "body", "hero_image", "actions"),
        title=text(L["card.title.max_length"]),
        subtitle=text(L["card.subtitle.max_length"]),
        body=text(L["card.body.max_length"]),
        subtext=text(L["card.subtext.max_length"]),
        icon=anything,
        slack_icon=anything,
        hero_image=anything,
        actions=array(by_type(ELEMENTS, ("button",)), L["card.actions.max_items"]),
    ),
    "carousel": _block(
        ("elements",),
        elements=array(
            by_type(BLOCKS, ("card",)),
            L["carousel.elements.max_items"],
            L["carousel.elements.min_items"],
        ),
    ),
    "container": _block(
        ("child_blocks",),
        title=text(L["container.title.max_length"]),
        subtitle=text(L["container.subtitle.max_length"]),
        child_blocks=array(by_type(BLOCKS), L["container.child_blocks.max_items"]),
        icon=anything,
        width=anything,
        is_collapsible=flag,
        default_collapsed=flag,
    ),
    "video": _block(
        ("alt_text", "title", "thumbnail_url", "video_url"),
        alt_text=string(L["video.alt_text.max_length"], 1),
        title=text(L["video.title.max_length"], plain=True),
        thumbnail_url=string(3000),
        video_url=string(3000),
        author_name=string(L["video.author_name.max_length"]),
        description=text(L["video.description.max_length"], plain=True),
        provider_name=string(L["video.provider_name.max_length"]),
        provider_icon_url=string(3000),
        title_url=string(3000),
    ),
    "plan": _block(title=anything, tasks=array(anything, 50)),
    "task_card": _block(
        ("task_id", "title"),
        task_id=anything,
        title=anything,
        details=anything,
        output=anything,
        sources=anything,
        status=choice("pending", "in_progress", "complete", "error"),
    ),
}

_EVERYWHERE = frozenset(
    {"section", "header", "divider", "image", "context", "actions", "input", "rich_text", "video"}
)
SURFACES: dict[str, frozenset[str]] = {
    "message": _EVERYWHERE
    | {"context_actions", "markdown", "table", "data_table", "data_visualization", "card"}
    | {"carousel", "container", "plan", "task_card"},
    "home": _EVERYWHERE | {"table", "data_table", "card", "carousel"},
    "modal": _EVERYWHERE | {"alert", "card"},
}
