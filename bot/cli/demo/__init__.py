"""`sla demo`: a local workspace with a story in it, and the real bot connected to it."""

from bot.cli.demo.serving import serve

__all__ = ["serve"]
