"""Canvases: titled pages of markdown sections that the bot can edit."""

import re
import secrets
from dataclasses import dataclass, field

from bot.sandbox.errors import SlackError
from bot.sandbox.shapes import Payload


@dataclass(slots=True)
class Section:
    markdown: str
    id: str = field(default_factory=lambda: f"temp:C:{secrets.token_hex(6)}")

    @property
    def heading(self) -> str:
        """Name its heading as look-ups do (`h1` …), or nothing."""
        marks = re.match(r"#{1,3}(?= )", self.markdown)
        return f"h{len(marks.group())}" if marks else ""


@dataclass(slots=True)
class Canvas:
    id: str
    title: str
    channel: str
    sections: list[Section]

    def json(self) -> Payload:
        return {
            "id": self.id,
            "title": self.title,
            "channel": self.channel,
            "markdown": "\n\n".join(one.markdown for one in self.sections),
            "sections": [{"id": one.id, "markdown": one.markdown} for one in self.sections],
        }

    def edit(self, change: Payload) -> None:
        """Apply one change of `canvases.edit`; what it cannot do is `canvas_editing_failed`."""
        operation = change.get("operation")
        if operation == "rename":
            self.title = change.get("title_content", {}).get("markdown", self.title)
            return
        fresh = [] if operation == "delete" else sections_of(change.get("document_content"))
        start, end = self._span(str(operation), change.get("section_id"))
        self.sections[start:end] = fresh

    def _span(self, operation: str, section_id: str | None) -> tuple[int, int]:
        """Say which sections give way to the new ones."""
        if operation == "insert_at_start":
            return 0, 0
        if operation == "insert_at_end":
            return len(self.sections), len(self.sections)
        if operation == "replace" and section_id is None:
            return 0, len(self.sections)
        spots = [index for index, one in enumerate(self.sections) if one.id == section_id]
        spans = {
            "insert_before": (0, 0),
            "insert_after": (1, 1),
            "replace": (0, 1),
            "delete": (0, 1),
        }
        if not spots or operation not in spans:
            raise SlackError("canvas_editing_failed", detail=f"cannot {operation} {section_id}")
        before, after = spans[operation]
        return spots[0] + before, spots[0] + after

    def lookup(self, kinds: list[str], text: str) -> list[Section]:
        wanted = {"h1", "h2", "h3"} if "any_header" in kinds else set(kinds)
        return [
            one
            for one in self.sections
            if (not wanted or one.heading in wanted) and text in one.markdown
        ]


@dataclass(slots=True)
class Canvases:
    by_id: dict[str, Canvas] = field(default_factory=dict)

    def create(self, title: str, content: Payload | None, channel: str = "") -> Canvas:
        made = f"F0{secrets.token_hex(5).upper()}"
        self.by_id[made] = Canvas(made, title, channel, sections_of(content))
        return self.by_id[made]


def sections_of(content: Payload | None) -> list[Section]:
    parts = re.split(r"\n\s*\n", (content or {}).get("markdown", ""))
    return [Section(part.strip("\n")) for part in parts if part.strip()]
