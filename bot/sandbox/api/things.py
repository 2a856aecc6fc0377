"""Files, reactions and canvases."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.app import BOT_USER_ID
from bot.sandbox.canvases import Canvas
from bot.sandbox.content import content_of
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Content, Message
from bot.sandbox.shapes import Payload


def get_upload_url(call: Call) -> Payload:
    file = call.state.files.expect(call.args.required("filename"), call.args.number("length", 0))
    return {"upload_url": f"{call.state.base}/files/{file.id}", "file_id": file.id}


def complete_upload(call: Call) -> Payload:
    files = []
    for one in call.args.nested("files") or []:
        file = call.state.files.by_id.get(one.get("id", ""))
        if file is None or file.data is None:
            raise SlackError("file_not_found")
        file.title = one.get("title", file.name)
        files.append(file.json(call.state.base))
    if call.args.given("channel_id"):
        _share(call, files)
    return {"files": files}


def _share(call: Call, files: list[Payload]) -> None:
    channel = call.writable("channel_id")
    content = content_of(call.args) if call.args.given("blocks") else Content()
    content.text = call.args.text("initial_comment")
    content.files = files
    call.state.say(channel, BOT_USER_ID, content, thread_ts=call.args.text("thread_ts"))


def add_reaction(call: Call) -> Payload:
    message, name = _reacted(call), call.args.required("name").strip(":")
    users = message.reactions.setdefault(name, [])
    if BOT_USER_ID in users:
        raise SlackError("already_reacted")
    users.append(BOT_USER_ID)
    call.state.changed(message)
    return {}


def remove_reaction(call: Call) -> Payload:
    message, name = _reacted(call), call.args.required("name").strip(":")
    if BOT_USER_ID not in message.reactions.get(name, ()):
        raise SlackError("no_reaction")
    message.reactions[name].remove(BOT_USER_ID)
    if not message.reactions[name]:
        del message.reactions[name]
    call.state.changed(message)
    return {}


def get_reactions(call: Call) -> Payload:
    message = _reacted(call)
    return {"type": "message", "channel": message.channel, "message": call.state.shown(message)}


def _reacted(call: Call) -> Message:
    channel = call.joined()
    message = call.state.messages.find(channel.id, call.args.text("timestamp"))
    if message is None:
        raise SlackError("message_not_found")
    return message


def create_canvas(call: Call) -> Payload:
    content = call.args.nested("document_content")
    canvas = call.state.canvases.create(call.args.text("title"), content)
    return _told(call, canvas)


def create_channel_canvas(call: Call) -> Payload:
    channel = call.joined("channel_id")
    if channel.canvas_id:
        raise SlackError("channel_canvas_already_exists")
    content = call.args.nested("document_content")
    canvas = call.state.canvases.create(call.args.text("title"), content, channel.id)
    channel.canvas_id = canvas.id
    return _told(call, canvas)


def edit_canvas(call: Call) -> Payload:
    canvas = _canvas(call)
    for change in call.args.nested("changes") or []:
        canvas.edit(change)
    _told(call, canvas)
    return {}


def delete_canvas(call: Call) -> Payload:
    canvas = _canvas(call)
    del call.state.canvases.by_id[canvas.id]
    if canvas.channel:
        call.state.channels.by_id[canvas.channel].canvas_id = ""
    return {}


def look_up_sections(call: Call) -> Payload:
    criteria = call.args.nested("criteria") or {}
    found = _canvas(call).lookup(
        criteria.get("section_types", []), criteria.get("contains_text", "")
    )
    return {"sections": [{"id": one.id} for one in found]}


def set_canvas_access(call: Call) -> Payload:
    _canvas(call)
    return {}


def _canvas(call: Call) -> Canvas:
    canvas = call.state.canvases.by_id.get(call.args.text("canvas_id"))
    if canvas is None:
        raise SlackError("canvas_not_found")
    return canvas


def _told(call: Call, canvas: Canvas) -> Payload:
    call.state.stream.tell("canvas", {"canvas_id": canvas.id, "channel": canvas.channel})
    return {"canvas_id": canvas.id}


METHODS: dict[str, Method] = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
    "reactions.add": add_reaction,
    "reactions.remove": remove_reaction,
    "reactions.get": get_reactions,
    "canvases.create": create_canvas,
    "canvases.edit": edit_canvas,
    "canvases.delete": delete_canvas,
    "canvases.access.set": set_canvas_access,
    "canvases.sections.lookup": look_up_sections,
    "conversations.canvases.create": create_channel_canvas,
}
