"""`views.*`: modals and App Home."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.errors import SlackError
from bot.sandbox.modals import View, checked_view
from bot.sandbox.shapes import Payload


def open_view(call: Call) -> Payload:
    body = _modal(call)
    trigger = call.state.modals.spend(call.args.text("trigger_id"))
    return _told(call, call.state.modals.open(trigger.user, body))


def push(call: Call) -> Payload:
    body = _modal(call)
    trigger = call.state.modals.spend(call.args.text("trigger_id"))
    if not trigger.in_view or not call.state.modals.stack(trigger.user):
        raise SlackError("not_found")
    return _told(call, call.state.modals.push(trigger.user, body))


def update(call: Call) -> Payload:
    view = _named(call)
    if view is None:
        raise SlackError("not_found")
    body = checked_view(call.args.nested("view"), view.body["type"])
    call.state.modals.redress(view, body, call.args.text("hash"))
    return _told(call, view)


def _named(call: Call) -> View | None:
    view_id, external_id = call.args.text("view_id"), call.args.text("external_id")
    if view_id:
        return call.state.modals.find(view_id)
    return call.state.modals.find_external(external_id) if external_id else None


def publish(call: Call) -> Payload:
    person = call.person("user_id")
    body = checked_view(call.args.nested("view"), "home")
    return _told(call, call.state.modals.publish(person.id, body, call.args.text("hash")))


def _modal(call: Call) -> Payload:
    return checked_view(call.args.nested("view"), "modal")


def _told(call: Call, view: View) -> Payload:
    if view.body["type"] == "home":
        call.state.tell_home(view.user)
    else:
        call.state.tell_modals(view.user)
    return {"view": view.json()}


METHODS: dict[str, Method] = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
