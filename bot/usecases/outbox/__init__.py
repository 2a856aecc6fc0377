"""What is owed to Slack, and how it is settled; docs/architecture.md tells the protocol."""

from bot.usecases.outbox.events import take_event
from bot.usecases.outbox.posts import Post, enqueue, enqueue_many
from bot.usecases.outbox.rewrites import enqueue_update, settle
from bot.usecases.outbox.withdrawing import withdraw

__all__ = ["Post", "enqueue", "enqueue_many", "enqueue_update", "settle", "take_event", "withdraw"]
