"""A local Slack workspace: Web API, Socket Mode, a control API and a page, on loopback.

It knows nothing of the bot; `docs/sandbox.md` describes it.
"""

from bot.sandbox.errors import PortInUse
from bot.sandbox.seed import Seed, SeedChannel, SeedPerson
from bot.sandbox.server import Strictness, Workspace

__all__ = ["PortInUse", "Seed", "SeedChannel", "SeedPerson", "Strictness", "Workspace"]
