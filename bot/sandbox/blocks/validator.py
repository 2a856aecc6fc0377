"""Whether Slack would take these blocks, and if not, which part is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.sandbox.blocks.checks import Check, Problem, array, by_type, flag, shape, string, text
from bot.sandbox.blocks.kinds import BLOCKS, SURFACES
from bot.sandbox.blocks.limits import LIMITS as L
from bot.sandbox.shapes import Payload


def message_problems(blocks: object, at: str = "/blocks") -> list[Problem]:
    """List what is wrong with a message's blocks; empty when Slack would take them."""
    check = array(by_type(BLOCKS, SURFACES["message"]), L["message.blocks.max_items"])
    found = list(check(blocks, at))
    if isinstance(blocks, list) and not found:
        found += [*_repeated_ids(blocks, at), *_crowded(blocks, at)]
    return found


def view_problems(view: object, at: str = "/view") -> list[Problem]:
    """List what is wrong with a modal or a home; empty when Slack would take it."""
    kind = view.get("type") if isinstance(view, Mapping) else None
    if not isinstance(view, dict) or kind not in ("modal", "home"):
        return [Problem(f"{at}/type", "must be a valid enum value: modal or home")]
    found = list(_view_check(kind)(view, at))
    if not found:
        found += _repeated_ids(view["blocks"], f"{at}/blocks")
        found += _unsendable(view, at)
    return found


def _view_check(kind: str) -> Check:
    blocks = array(
        by_type(BLOCKS, SURFACES[kind]), L["view.blocks.max_items"], L["view.blocks.min_items"]
    )
    fields: dict[str, Check] = {
        "blocks": blocks,
        "callback_id": string(L["view.callback_id.max_length"]),
        "external_id": string(L["view.external_id.max_length"]),
        "private_metadata": string(L["view.private_metadata.max_length"]),
    }
    if kind == "home":
        return shape(fields, required=["blocks"])
    words: dict[str, Check] = {
        name: text(L[f"view.{name}.max_length"], plain=True)
        for name in ("title", "submit", "close")
    }
    switches: dict[str, Check] = dict.fromkeys(
        ("clear_on_close", "notify_on_close", "submit_disabled"), flag
    )
    return shape(fields | words | switches, required=["title", "blocks"])


def _unsendable(view: Payload, at: str) -> Iterator[Problem]:
    inputs = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and inputs and not view.get("submit"):
        yield Problem(
            f"{at}/submit", "missing required field: submit, a view with inputs needs one"
        )
    focused = sum(1 for _, _, one in interactive(view["blocks"]) if one.get("focus_on_load"))
    if focused > 1:
        yield Problem(f"{at}/blocks", "focus_on_load can be true for one element only")


def _repeated_ids(blocks: list[Payload], at: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id and block_id in seen:
            yield Problem(f"{at}/{index}/block_id", f'block_id "{block_id}" already exists')
        seen.add(block_id or "")
        actions = Counter(
            one["action_id"] for _, _, one in interactive([block]) if one.get("action_id")
        )
        for action_id, count in actions.items():
            if count > 1:
                yield Problem(
                    f"{at}/{index}", f'action_id "{action_id}" already exists in this block'
                )


def _crowded(blocks: list[Payload], at: str) -> Iterator[Problem]:
    kinds = Counter(block["type"] for block in blocks)
    for names, limit in (
        (("table",), L["message.tables.max_items"]),
        (("data_visualization",), L["message.charts.max_items"]),
    ):
        if sum(kinds[name] for name in names) > limit:
            yield Problem(at, f"no more than {limit} {names[0]} blocks allowed")
    written = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if written > L["message.markdown.max_length"]:
        yield Problem(
            at, f"markdown blocks hold more than {L['message.markdown.max_length']} characters"
        )


def interactive(blocks: list[Payload]) -> Iterator[tuple[int, Payload, Payload]]:
    """Walk the elements a person can act on, each with its block and that block's index."""
    for index, block in enumerate(blocks):
        for child in [*block.get("child_blocks", ()), *block.get("tasks", ())]:
            yield from ((index, inner, one) for _, inner, one in interactive([child]))
        for element in _elements(block):
            if element.get("type") == "card":
                yield from ((index, block, one) for one in element.get("actions", ()))
            elif element.get("type") not in ("image", "plain_text", "mrkdwn"):
                yield index, block, element


def _elements(block: Payload) -> list[Payload]:
    kind = block.get("type")
    if kind in ("actions", "context", "context_actions", "carousel"):
        return list(block.get("elements", ()))
    if kind == "card":
        return list(block.get("actions", ()))
    single = block.get("accessory") or block.get("element")
    return [single] if isinstance(single, dict) else []
