"""Pressing: buttons and selects, shortcuts, the App Home tab."""

from bot.sandbox import payloads
from bot.sandbox.acts.places import Place, element_in, fill, message_of, named, place_of
from bot.sandbox.acts.talk import close_all
from bot.sandbox.channels import Channel
from bot.sandbox.desk import Desk, Watch
from bot.sandbox.elements import action_of, initial_state
from bot.sandbox.errors import NotHere, Refused
from bot.sandbox.hub import Receipt
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State


def click(desk: Desk, body: Payload) -> Payload:
    """Use a button, select, or any other element."""
    state, person = desk.state, desk.person(body)
    place = place_of(desk, person, body)
    block, element = element_in(place, body)
    chosen = body.get("selected", body.get("value"))
    values = place.view.values if place.view else initial_state(place.blocks)

    def deed(watch: Watch) -> Receipt | None:
        with state.lock:
            if place.message:
                close_all(state, person)
            fill(state, place.blocks, values, body.get("values") or {})
            action = _action(state, block, element, chosen)
            if element["type"] not in ("button", "workflow_button", "overflow"):
                _keep(values, block["block_id"], action, element)
            if block["type"] == "input" and not block.get("dispatch_action"):
                return None
            payload = _pressed(state, person, place, values, watch) | {"actions": [action]}
        return _asked(desk, watch, payload)

    return desk.act(person, deed)


def _action(state: State, block: Payload, element: Payload, chosen: object) -> Payload:
    ts = f"{state.times.seconds():.6f}"

    def known(kind: str, what: str) -> str:
        return named(state, kind, what)

    return action_of(element, block["block_id"], chosen, known, ts)


def _keep(values: Payload, block_id: str, action: Payload, element: Payload) -> None:
    told = ("type", "value", "rich_text_value", "files")
    kept = {
        name: held for name, held in action.items() if name in told or name.startswith("selected_")
    }
    values.setdefault(block_id, {})[element["action_id"]] = kept


def _pressed(state: State, person: Person, place: Place, values: Payload, watch: Watch) -> Payload:
    modal = bool(place.view and place.view.body["type"] == "modal")
    payload = payloads.interaction(state, "block_actions", person, in_view=modal)
    if place.message:
        payload |= payloads.in_message(state, place.message, values)
        payload["response_url"] = _address(state, person, place.message, watch)
    elif place.view:
        payload |= payloads.in_view(place.view)
    return payload


def _address(state: State, person: Person, message: Message, watch: Watch) -> str:
    url = state.responses.make(person.id, message.channel, message.ts, message.thread_ts)
    watch.via = url.token
    return payloads.address(state, "actions", url)


def _asked(desk: Desk, watch: Watch, payload: Payload) -> Receipt:
    """Send an interaction; Slack shows only that it failed, not an ack's content."""
    receipt = desk.hub.ask("interactive", payload)
    watch.problem = receipt.problem
    return receipt


def options(desk: Desk, body: Payload) -> Payload:
    """Ask the app what an external select offers."""
    state, person = desk.state, desk.person(body)
    place = place_of(desk, person, body)
    block, element = element_in(place, {**body, "value": None})
    with state.lock:
        payload = payloads.interaction(state, "block_suggestion", person)
        payload |= payloads.in_view(place.view) if place.view else {}
        payload |= payloads.in_message(state, place.message, {}) if place.message else {}
        payload |= {"block_id": block["block_id"], "action_id": element["action_id"]}
        payload["value"] = str(body.get("value", ""))
        del payload["trigger_id"]
    receipt = desk.hub.ask("interactive", payload)
    offered = receipt.payload or {}
    return {
        "options": offered.get("options", []),
        "option_groups": offered.get("option_groups", []),
    } | ({"problem": receipt.problem} if receipt.problem else {})


def shortcut(desk: Desk, body: Payload) -> Payload:
    """Use a shortcut of the app, on a message or from anywhere."""
    state, person = desk.state, desk.person(body)
    callback_id = str(body.get("callback_id", ""))
    message = message_of(desk, person, body) if body.get("message_ts") else None
    _offered(state, callback_id, "message" if message else "global")

    def deed(watch: Watch) -> Receipt:
        with state.lock:
            close_all(state, person)
            kind = "message_action" if message else "shortcut"
            payload = payloads.interaction(state, kind, person)
            payload |= {"callback_id": callback_id, "action_ts": state.times.stamp()}
            if message:
                payload |= _on_message(state, person, message, watch)
                payload["user"].pop("username")
                del payload["api_app_id"]
        return _asked(desk, watch, payload)

    return desk.act(person, deed)


def _offered(state: State, callback_id: str, kind: str) -> None:
    if not callback_id:
        raise Refused("A shortcut needs its callback_id.")
    known = state.app.shortcut(callback_id)
    if state.app.shortcuts and (known is None or known.type != kind):
        raise NotHere(f"The app has no {kind} shortcut {callback_id!r}.")


def _on_message(state: State, person: Person, message: Message, watch: Watch) -> Payload:
    channel: Channel = state.channels.by_id[message.channel]
    return {
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": payloads.channel_name(channel)},
        "message": payloads.whole(state, message),
        "response_url": _address(state, person, message, watch).replace("/actions/", "/app/"),
    }


def open_home(desk: Desk, body: Payload) -> Payload:
    """Open the app's own tab."""
    state, person = desk.state, desk.person(body)
    tab = str(body.get("tab") or "home")

    def deed(watch: Watch) -> None:
        with state.lock:
            home = state.modals.homes.get(person.id)
            event: Payload = {"type": "app_home_opened", "user": person.id, "tab": tab}
            event["channel"] = state.channels.dm(person).id
            if tab == "home" and home:
                event["view"] = home.json()
            desk.event(watch, "app_home_opened", event)

    outcome = desk.act(person, deed)
    with state.lock:
        home = state.modals.homes.get(person.id)
        return outcome | {"home": home.json() if home else None}
