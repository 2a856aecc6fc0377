"""What happened, written as JSON lines for whoever wants to work it out again."""

import json
from datetime import datetime
from pathlib import Path
from typing import TextIO


class Journal:
    """Lines of what was done to leads, the terms they ran under, and what the bot made of it."""

    def __init__(self, path: Path | None) -> None:
        self._file: TextIO | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("w", encoding="utf-8")

    def write(self, kind: str, lead: str, at: datetime, **facts: str | list[str]) -> None:
        if self._file is not None:
            line = {"kind": kind, "lead": lead, "at": at.isoformat(), **facts}
            self._file.write(json.dumps(line) + "\n")

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
