"""Block Kit: what Slack takes and what it refuses."""

from bot.sandbox.blocks.validator import interactive, message_problems, view_problems

__all__ = ["interactive", "message_problems", "view_problems"]
