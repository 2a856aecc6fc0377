"""What a button or a form carries back: ids only, read as if a stranger had written it."""

import json
import re
from dataclasses import asdict, dataclass
from uuid import UUID

from bot.rules.refusals import Refusal

LONGEST = 2_000


class ForgedPayload(Refusal):
    """The value of a button or form is not one of ours."""


@dataclass(frozen=True, slots=True)
class Payload:
    """``id`` is the subject; ``choice`` one word of ours, such as ``1h`` or ``tomorrow``."""

    id: UUID | None = None
    person: UUID | None = None
    channel: str = ""
    ts: str = ""
    choice: str = ""


_SHAPES = {
    "id": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "person": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "channel": re.compile(r"[CDG][A-Z0-9]{1,30}"),
    "ts": re.compile(r"[0-9]{1,12}\.[0-9]{1,8}"),
    "choice": re.compile(r"[a-z0-9_.-]{1,60}"),
}


def dump(payload: Payload) -> str:
    """Return the value for a button or for ``private_metadata``."""
    return json.dumps({name: str(v) for name, v in asdict(payload).items() if v})


def parse(text: str) -> Payload:
    """Return what ``dump`` wrote; raise `ForgedPayload` for anything else."""
    held = _object(text)
    for name, value in held.items():
        shape = _SHAPES.get(name)
        if shape is None or not isinstance(value, str) or not shape.fullmatch(value):
            raise ForgedPayload(name[:40])
    return Payload(
        id=_uuid(held.get("id")),
        person=_uuid(held.get("person")),
        channel=held.get("channel", ""),
        ts=held.get("ts", ""),
        choice=held.get("choice", ""),
    )


def _object(text: str) -> dict[str, str]:
    if not isinstance(text, str) or len(text) > LONGEST:
        raise ForgedPayload("too long")
    try:
        held = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise ForgedPayload("not JSON") from error
    if not isinstance(held, dict):
        raise ForgedPayload("not an object")
    return held


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None
