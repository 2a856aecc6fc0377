"""Filling in: submitting a modal and closing it."""

from bot.sandbox import payloads
from bot.sandbox.acts.places import fill
from bot.sandbox.desk import Desk, Watch
from bot.sandbox.elements import complaints
from bot.sandbox.errors import Refused, SlackError
from bot.sandbox.hub import Receipt
from bot.sandbox.modals import View, checked_view
from bot.sandbox.people import Person
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State


def submit(desk: Desk, body: Payload) -> Payload:
    """Fill a modal in and press its main button."""
    state, person = desk.state, desk.person(body)
    view = _modal(state, person, body)

    def deed(watch: Watch) -> Receipt | None:
        with state.lock:
            fill(state, view.body["blocks"], view.values, body.get("values") or {})
            watch.errors = complaints(view.body["blocks"], view.values)
            if watch.errors:
                return None
            payload = payloads.interaction(state, "view_submission", person, in_view=True)
            payload |= {"view": view.json(), "response_urls": []}
        receipt = desk.hub.ask("interactive", payload)
        with state.lock:
            _take(state, person, view, receipt, watch)
        return receipt

    return desk.act(person, deed)


def _modal(state: State, person: Person, body: Payload) -> View:
    view = state.modals.of(person.id, body.get("view_id"))
    if view.body["type"] != "modal":
        raise Refused("Only a modal can be submitted or closed.")
    return view


def _take(state: State, person: Person, view: View, receipt: Receipt, watch: Watch) -> None:
    """Do to the stack what the ack says; an unsound ack changes nothing, as in Slack."""
    if receipt.problem:
        return
    try:
        _follow(state, person, view, receipt.payload or {}, watch)
    except SlackError as refusal:
        watch.problem = "invalid_ack"
        reasons = "; ".join([refusal.code, *refusal.messages])
        state.notice(state.channels.dm(person), person.id, f"The form failed: {reasons}")
    state.tell_modals(person.id)


def _follow(state: State, person: Person, view: View, ack: Payload, watch: Watch) -> None:
    stack = state.modals.stack(person.id)
    match ack.get("response_action"):
        case None:
            if view in stack:
                stack.remove(view)
        case "clear":
            stack.clear()
        case "errors":
            watch.errors = _errors(view, ack.get("errors") or {})
        case "update":
            state.modals.redress(view, checked_view(ack.get("view"), "modal"), None)
        case "push":
            state.modals.push(person.id, checked_view(ack.get("view"), "modal"))
        case other:
            raise SlackError("invalid_response_action", messages=[str(other)])


def _errors(view: View, errors: dict[str, str]) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        raise SlackError("invalid_errors", messages=[f"no input block {one}" for one in strangers])
    return dict(errors)


def close_view(desk: Desk, body: Payload) -> Payload:
    """Close the top modal, or all of them."""
    state, person = desk.state, desk.person(body)
    view = _modal(state, person, body)
    everything = bool(body.get("all") or view.body.get("clear_on_close"))

    def deed(_watch: Watch) -> Receipt | None:
        with state.lock:
            stack = state.modals.stack(person.id)
            leaving = list(reversed(stack)) if everything else [view]
            state.modals.stacks[person.id] = [one for one in stack if one not in leaving]
            state.tell_modals(person.id)
        receipts = [_closed(desk, person, one, cleared=everything) for one in leaving if _told(one)]
        return receipts[0] if receipts else None

    return desk.act(person, deed)


def _told(view: View) -> bool:
    return bool(view.body.get("notify_on_close"))


def _closed(desk: Desk, person: Person, view: View, *, cleared: bool) -> Receipt:
    with desk.state.lock:
        payload = payloads.interaction(desk.state, "view_closed", person)
        payload |= {"view": view.json(), "is_cleared": cleared}
        del payload["trigger_id"]
    return desk.hub.ask("interactive", payload)
