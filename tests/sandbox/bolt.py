"""A small real Bolt app that does one of each thing."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox import Workspace


def connected(workspace: Workspace) -> SocketModeHandler:
    """Connect the app; what it fails at on purpose is not worth a log line."""
    logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)
    app = bolt_app(workspace)
    app.logger.setLevel(logging.CRITICAL)
    handler = SocketModeHandler(app, workspace.app_token, ping_interval=1)
    handler.connect()  # type: ignore[no-untyped-call]  # Bolt's own
    return handler


def bolt_app(workspace: Workspace) -> App:
    client = WebClient(workspace.bot_token, base_url=workspace.api_url)
    app = App(client=client, process_before_response=True, listener_executor=LISTENERS)
    app.command("/sla")(ack=command, lazy=[answer_later])
    app.action("open")(open_form)
    app.action("press")(press)
    app.action("pick")(remember)
    app.action("silent")(silent)
    app.view("form")(submitted)
    app.view_closed("form")(closed)
    app.options("found")(offer)
    app.shortcut("lead.new")(open_form)
    app.shortcut("lead.log")(on_message)
    app.event("app_home_opened")(publish_home)
    app.event("message")(heard)
    app.event("app_mention")(heard)
    for name in ("user_change", "team_join", "channel_archive", "channel_rename"):
        app.event(name)(note)
    app.event("member_joined_channel")(note)
    return app


class Listeners(ThreadPoolExecutor):
    """Runs Bolt's lazy listeners and can say when none is left."""

    def __init__(self) -> None:
        super().__init__(8)
        self._running: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        return future

    def rest(self) -> None:
        wait(tuple(self._running))


LISTENERS = Listeners()
SEEN: list[dict[str, Any]] = []
"""The bodies that reached `remember`, `closed` and `note`, for tests that look at shapes."""


def last_seen(kind: str) -> dict[str, Any]:
    """Return the last body of this kind; an event may come again in between."""
    return next(one for one in reversed(SEEN) if kind in _kinds(one))


def _kinds(body: dict[str, Any]) -> set[Any]:
    command = "slash_command" if "command" in body else None
    return {command, body.get("type"), body.get("event", {}).get("type")}


BUTTON = {"type": "button", "action_id": "press", "text": {"type": "plain_text", "text": "Press"}}
OPEN = {"type": "button", "action_id": "open", "text": {"type": "plain_text", "text": "Open"}}
SILENT = {"type": "button", "action_id": "silent", "text": {"type": "plain_text", "text": "Hm"}}


def command(ack: Ack, body: dict[str, Any]) -> None:
    SEEN.append(body)
    text = body.get("text", "")
    if text == "silent":
        msg = "never acknowledged"
        raise RuntimeError(msg)
    if text == "public":
        ack(text="for all", response_type="in_channel")
    elif text == "unsound":
        ack(text="x", blocks=[{"type": "section"}])
    elif text in ("later", "many"):
        ack()
    else:
        elements = [{**BUTTON, "value": "L-1"}, OPEN, SILENT]
        ack(text=f"you said {text}", blocks=[{"type": "actions", "elements": elements}])


def answer_later(respond: Respond, body: dict[str, Any]) -> None:
    times = {"later": 1, "many": 6}.get(body.get("text", ""), 0)
    for number in range(times):
        respond(text=f"later {number + 1}")


def open_form(ack: Ack, client: WebClient, body: dict[str, Any]) -> None:
    client.views_open(trigger_id=body["trigger_id"], view=form("First"))
    ack()


def form(title: str) -> dict[str, Any]:
    options = [{"text": {"type": "plain_text", "text": one}, "value": one} for one in ("a", "b")]
    return {
        "type": "modal",
        "callback_id": "form",
        "notify_on_close": True,
        "private_metadata": "L-1",
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Save"},
        "blocks": [
            field("what", {"type": "plain_text_input", "action_id": "value", "max_length": 20}),
            field("who", {"type": "users_select", "action_id": "value"}, optional=True),
            field(
                "kind",
                {"type": "static_select", "action_id": "value", "options": options},
                optional=True,
            ),
            field("found", {"type": "external_select", "action_id": "found"}, optional=True),
            {"type": "actions", "block_id": "extra", "elements": [OPEN, pick(options)]},
        ],
    }


def field(block_id: str, element: dict[str, Any], *, optional: bool = False) -> dict[str, Any]:
    label = {"type": "plain_text", "text": block_id}
    block = {"type": "input", "block_id": block_id, "label": label, "element": element}
    return {**block, "optional": optional}


def pick(options: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "pick", "options": options}


def submitted(ack: Ack, view: dict[str, Any]) -> None:
    SEEN.append(view)
    text = view["state"]["values"]["what"]["value"]["value"]
    if text == "bad":
        ack(response_action="errors", errors={"what": "Not that."})
    elif text == "stray":
        ack(response_action="errors", errors={"nowhere": "Not that."})
    elif text == "next":
        ack(response_action="push", view=form("Second"))
    elif text == "other":
        ack(response_action="update", view=form("Changed"))
    elif text == "done":
        ack(response_action="clear")
    else:
        ack()


def closed(ack: Ack, body: dict[str, Any]) -> None:
    SEEN.append(body)
    ack()


def press(ack: Ack, respond: Respond, body: dict[str, Any]) -> None:
    SEEN.append(body)
    respond(text=f"pressed {body['actions'][0]['value']}", replace_original=True)
    ack()


def remember(ack: Ack, body: dict[str, Any]) -> None:
    SEEN.append(body)
    ack()


def silent() -> None:
    msg = "never acknowledged"
    raise RuntimeError(msg)


def offer(ack: Ack, payload: dict[str, Any]) -> None:
    text = {"type": "plain_text", "text": payload["value"].upper()}
    ack(options=[{"text": text, "value": payload["value"]}])


def on_message(ack: Ack, respond: Respond, body: dict[str, Any]) -> None:
    SEEN.append(body)
    respond(text=f"about {body['message']['text']}")
    ack()


def publish_home(client: WebClient, event: dict[str, Any]) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "My leads"}}
    view = {"type": "home", "blocks": [block, {"type": "actions", "elements": [OPEN]}]}
    client.views_publish(user_id=event["user"], view=view)


def heard(event: dict[str, Any], client: WebClient) -> None:
    if "echo" in event["text"]:
        client.chat_postMessage(channel=event["channel"], text=f"heard {event['text']}")


def note(body: dict[str, Any]) -> None:
    SEEN.append(body)
