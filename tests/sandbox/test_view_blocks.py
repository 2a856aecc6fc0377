"""Modals and App Home are checked as Slack checks them; the limits agree with the public list."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.blocks import view_problems
from bot.sandbox.blocks.limits import LIMITS
from tests.sandbox.block_kit import TYPED, entry, mrkdwn, plain, section


def modal(**changes: Any) -> dict[str, Any]:
    whole = {"type": "modal", "title": plain("x"), "submit": plain("x"), "blocks": [section()]}
    return {name: held for name, held in (whole | changes).items() if held is not None}


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(modal(title=plain("x" * 24), close=plain("x" * 24)), id="title of 24"),
        pytest.param(modal(blocks=[{"type": "divider"}] * 100), id="100 blocks"),
        pytest.param(modal(private_metadata="x" * 3000, callback_id="x" * 255), id="full metadata"),
        pytest.param(modal(blocks=[entry(TYPED)]), id="a field and a submit button"),
        pytest.param(modal(blocks=[{"type": "alert", "text": mrkdwn("x")}]), id="an alert"),
        pytest.param({"type": "home", "blocks": [section()]}, id="a home"),
    ],
)
def test_slack_takes_the_view(view: dict[str, Any]) -> None:
    assert view_problems(view) == []


@pytest.mark.parametrize(
    ("view", "pointer", "sentence"),
    [
        pytest.param(
            {"type": "page"}, "/view/type", "must be a valid enum value: modal or home", id="kind"
        ),
        pytest.param(
            modal(title=None), "/view", "missing required field: title", id="without title"
        ),
        pytest.param(
            modal(title=plain("x" * 25)),
            "/view/title/text",
            "must be less than 25 characters",
            id="title of 25",
        ),
        pytest.param(
            modal(submit=plain("x" * 25)),
            "/view/submit/text",
            "must be less than 25 characters",
            id="submit of 25",
        ),
        pytest.param(
            modal(blocks=[{"type": "divider"}] * 101),
            "/view/blocks",
            "no more than 100 items allowed",
            id="101 blocks",
        ),
        pytest.param(
            modal(blocks=[]), "/view/blocks", "no less than 1 items allowed", id="no blocks"
        ),
        pytest.param(
            modal(private_metadata="x" * 3001),
            "/view/private_metadata",
            "must be less than 3001 characters",
            id="metadata of 3001",
        ),
        pytest.param(
            modal(submit=None, blocks=[entry(TYPED)]),
            "/view/submit",
            "missing required field: submit, a view with inputs needs one",
            id="a field and no submit button",
        ),
        pytest.param(
            {"type": "home", "blocks": [section()], "submit": plain("x")},
            "/view",
            "invalid additional property: submit",
            id="a home with a submit button",
        ),
        pytest.param(
            {"type": "home", "blocks": [{"type": "markdown", "text": "x"}]},
            "/view/blocks/0/type",
            "unsupported type: markdown",
            id="markdown in a home",
        ),
        pytest.param(
            modal(blocks=[entry(TYPED | {"focus_on_load": True})] * 2),
            "/view/blocks",
            "focus_on_load can be true for one element only",
            id="two in focus",
        ),
    ],
)
def test_slack_refuses_the_view(view: object, pointer: str, sentence: str) -> None:
    (problem,) = view_problems(view)

    assert str(problem) == f"{sentence} [json-pointer:{pointer}]"


SEEN_OTHERWISE: dict[str, int] = {}
"""Where we hold to something else than the public list, with our figure."""


@pytest.mark.data
def test_the_limits_agree_with_the_public_list() -> None:
    folder = os.environ.get("TEST_DATA")
    if not folder:
        pytest.skip("TEST_DATA is not set")
    path = Path(folder).parent / "slack" / "slackblocks.limits.json"
    if not path.exists():
        pytest.skip("the public list of limits is not beside TEST_DATA")
    public = dict(flat(json.loads(path.read_text(encoding="utf-8"))))

    shared = {name: held for name, held in public.items() if name in LIMITS}

    assert len(shared) > 60
    assert {name: LIMITS[name] for name in shared} == shared | SEEN_OTHERWISE


def flat(held: dict[str, Any], prefix: str = "") -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for name, value in held.items():
        path = f"{prefix}{name}"
        found += flat(value, f"{path}.") if isinstance(value, dict) else [(path, value)]
    return found
