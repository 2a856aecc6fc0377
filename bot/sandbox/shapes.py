"""JSON as Slack speaks it: its shapes are Slack's, so they are not typed again here."""

from typing import Any, TypeAlias

Payload: TypeAlias = dict[str, Any]
