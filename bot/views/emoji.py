"""Signs that stand before a line, as data; sentences themselves carry none."""

from enum import StrEnum


class Sign(StrEnum):
    """What a line is about, at a glance; screen readers say the sentence beside it."""

    ARRIVED = "📥"
    DUE_SOON = "⏳"
    LATE = "🔴"
    PAUSED = "⏸️"
    DONE = "✅"
    DONE_LATE = "☑️"
    MOVED = "↪️"
    STOPPED = "⏹️"
    UNOWNED = "❔"
    CELEBRATED = "🎉"
    AHEAD = "🟢"
    BEHIND = "🟠"
    PERSON = "👤"
    PROMISE = "🤝"
    NOTE = "📝"
    SYSTEM = "🛠️"
    AWAY = "📅"
    ASKED = "📨"
    CAREFUL = "⚠️"


CLOCK_SIGNS: dict[tuple[str, str | None], Sign] = {
    ("running", None): Sign.DUE_SOON,
    ("paused", None): Sign.PAUSED,
    ("stopped", "met"): Sign.DONE,
    ("stopped", "missed"): Sign.DONE_LATE,
    ("stopped", "relieved"): Sign.DONE_LATE,
    ("stopped", "cancelled"): Sign.STOPPED,
}
