"""Which scope each method wants; any one of those listed is enough."""

from typing import Final

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        ("chat.postMessage", "chat.update", "chat.delete", "chat.postEphemeral"), ("chat:write",)
    ),
    "conversations.open": ("im:write", "mpim:write", "channels:manage", "groups:write"),
    "conversations.join": ("channels:join",),
    **dict.fromkeys(("users.info", "users.list", "bots.info"), ("users:read",)),
    "users.lookupByEmail": ("users:read.email",),
    **dict.fromkeys(("dnd.info", "dnd.teamInfo"), ("dnd:read",)),
    **dict.fromkeys(
        ("files.getUploadURLExternal", "files.completeUploadExternal"), ("files:write",)
    ),
    **dict.fromkeys(("reactions.add", "reactions.remove"), ("reactions:write",)),
    "reactions.get": ("reactions:read",),
    **dict.fromkeys(
        ("canvases.create", "canvases.edit", "canvases.delete", "canvases.access.set"),
        ("canvases:write",),
    ),
    "conversations.canvases.create": ("canvases:write",),
    "canvases.sections.lookup": ("canvases:read",),
    "team.info": ("team:read",),
}
