"""Block Kit is checked as Slack checks it: both sides of each limit, with a pointer to the spot."""

from typing import Any

import pytest

from bot.sandbox.blocks import message_problems
from tests.sandbox.block_kit import (
    IMAGE,
    TYPED,
    actions,
    boxes,
    button,
    mrkdwn,
    option,
    plain,
    section,
    select,
    table,
)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([], id="nothing"),
        pytest.param([section("x" * 3000)], id="section of 3000"),
        pytest.param([{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10}], id="10 fields"),
        pytest.param([{"type": "header", "text": plain("x" * 150)}], id="header of 150"),
        pytest.param([{"type": "divider"}] * 50, id="50 blocks"),
        pytest.param([actions(*[button()] * 25)], id="25 elements"),
        pytest.param([actions(button("x" * 75, value="x" * 2000))], id="button of 75, value 2000"),
        pytest.param([actions(button(action_id="x" * 255), block_id="x" * 255)], id="ids of 255"),
        pytest.param([actions(select(100))], id="100 options"),
        pytest.param([actions(select(1) | {"initial_option": option()})], id="an initial option"),
        pytest.param([actions(boxes("overflow", 5))], id="overflow of 5"),
        pytest.param([actions(boxes("checkboxes", 10))], id="10 boxes"),
        pytest.param([{"type": "context", "elements": [mrkdwn("x")] * 10}], id="context of 10"),
        pytest.param([{"type": "context", "elements": [IMAGE]}], id="image in context"),
        pytest.param([section(accessory=IMAGE), IMAGE], id="images"),
        pytest.param([table(100)], id="a table of 100 rows"),
        pytest.param([{"type": "markdown", "text": "x" * 12_000}], id="markdown of 12000"),
        pytest.param(
            [actions(button(action_id="a"), block_id="1"), actions(button(action_id="a"))],
            id="the same action in two blocks",
        ),
        pytest.param(
            [
                {
                    "type": "rich_text",
                    "elements": [
                        {
                            "type": "rich_text_section",
                            "elements": [{"type": "text", "text": "x"}],
                        }
                    ],
                }
            ],
            id="rich text",
        ),
    ],
)
def test_slack_takes(blocks: list[dict[str, Any]]) -> None:
    assert message_problems(blocks) == []


@pytest.mark.parametrize(
    ("blocks", "pointer", "sentence"),
    [
        pytest.param("x", "/blocks", "must be an array", id="no list"),
        pytest.param(["x"], "/blocks/0", "missing required field: type", id="no block"),
        pytest.param([{"type": "nope"}], "/blocks/0/type", "unsupported type: nope", id="unknown"),
        pytest.param(
            [section("x" * 3001)],
            "/blocks/0/text/text",
            "must be less than 3001 characters",
            id="section of 3001",
        ),
        pytest.param(
            [section("")], "/blocks/0/text/text", "must be more than 0 characters", id="empty text"
        ),
        pytest.param(
            [{"type": "section"}],
            "/blocks/0",
            "missing required field: text or fields",
            id="section of nothing",
        ),
        pytest.param(
            [{"type": "section", "fields": [mrkdwn("x")] * 11}],
            "/blocks/0/fields",
            "no more than 10 items allowed",
            id="11 fields",
        ),
        pytest.param(
            [{"type": "section", "fields": [mrkdwn("x" * 2001)]}],
            "/blocks/0/fields/0/text",
            "must be less than 2001 characters",
            id="field of 2001",
        ),
        pytest.param(
            [{"type": "header", "text": plain("x" * 151)}],
            "/blocks/0/text/text",
            "must be less than 151 characters",
            id="header of 151",
        ),
        pytest.param(
            [{"type": "header", "text": mrkdwn("x")}],
            "/blocks/0/text/type",
            "must be a valid enum value: plain_text",
            id="a header in mrkdwn",
        ),
        pytest.param(
            [{"type": "divider"}] * 51, "/blocks", "no more than 50 items allowed", id="51 blocks"
        ),
        pytest.param(
            [actions(*[button()] * 26)],
            "/blocks/0/elements",
            "no more than 25 items allowed",
            id="26 elements",
        ),
        pytest.param(
            [actions(button("x" * 76))],
            "/blocks/0/elements/0/text/text",
            "must be less than 76 characters",
            id="button of 76",
        ),
        pytest.param(
            [actions(button(value="x" * 2001))],
            "/blocks/0/elements/0/value",
            "must be less than 2001 characters",
            id="value of 2001",
        ),
        pytest.param(
            [actions(button(style="blue"))],
            "/blocks/0/elements/0/style",
            "must be a valid enum value: primary or danger",
            id="a style of one's own",
        ),
        pytest.param(
            [actions(button(), block_id="x" * 256)],
            "/blocks/0/block_id",
            "must be less than 256 characters",
            id="block_id of 256",
        ),
        pytest.param(
            [section(block_id="a"), section(block_id="a")],
            "/blocks/1/block_id",
            'block_id "a" already exists',
            id="the same block twice",
        ),
        pytest.param(
            [actions(button(action_id="a"), button(action_id="a"))],
            "/blocks/0",
            'action_id "a" already exists in this block',
            id="the same action twice",
        ),
        pytest.param(
            [actions(select(101))],
            "/blocks/0/elements/0/options",
            "no more than 100 items allowed",
            id="101 options",
        ),
        pytest.param(
            [actions(select(0))],
            "/blocks/0/elements/0/options",
            "no less than 1 items allowed",
            id="no options",
        ),
        pytest.param(
            [actions({"type": "static_select", "options": [option("x" * 76)]})],
            "/blocks/0/elements/0/options/0/text/text",
            "must be less than 76 characters",
            id="option of 76",
        ),
        pytest.param(
            [actions({"type": "static_select", "options": [option(value="x" * 151)]})],
            "/blocks/0/elements/0/options/0/value",
            "must be less than 151 characters",
            id="option value of 151",
        ),
        pytest.param(
            [actions(boxes("overflow", 6))],
            "/blocks/0/elements/0/options",
            "no more than 5 items allowed",
            id="overflow of 6",
        ),
        pytest.param(
            [actions(TYPED)],
            "/blocks/0/elements/0/type",
            "unsupported type: plain_text_input",
            id="a text field among buttons",
        ),
        pytest.param(
            [{"type": "context", "elements": [button()]}],
            "/blocks/0/elements/0/type",
            "unsupported type: button",
            id="a button in context",
        ),
        pytest.param(
            [section(colour="red")],
            "/blocks/0",
            "invalid additional property: colour",
            id="a key Slack does not know",
        ),
        pytest.param(
            [{"type": "image", "image_url": "https://a.test/i.png"}],
            "/blocks/0",
            "missing required field: alt_text",
            id="an image without words",
        ),
        pytest.param(
            [{"type": "alert", "text": mrkdwn("x")}],
            "/blocks/0/type",
            "unsupported type: alert",
            id="an alert in a message",
        ),
        pytest.param(
            [table(1), table(1)], "/blocks", "no more than 1 table blocks allowed", id="two tables"
        ),
        pytest.param(
            [{"type": "markdown", "text": "x" * 6_001}] * 2,
            "/blocks",
            "markdown blocks hold more than 12000 characters",
            id="too much markdown in all",
        ),
    ],
)
def test_slack_refuses(blocks: object, pointer: str, sentence: str) -> None:
    (problem,) = message_problems(blocks)

    assert str(problem) == f"{sentence} [json-pointer:{pointer}]"
