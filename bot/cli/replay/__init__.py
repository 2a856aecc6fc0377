"""`sla replay`: real MQLs through the whole bot, in wound-forward time.

The leads and the days they came are real. Their owners come from the rota; the hours they came at
and every follow-up are simulated from a seed, and said to be so.
"""

from bot.cli.replay.running import replay_folder

__all__ = ["replay_folder"]
