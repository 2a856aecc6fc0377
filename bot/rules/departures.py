"""Why the leads of somebody who left cannot be given out."""

from dataclasses import dataclass

from bot.rules.refusals import Refusal


@dataclass
class OwnerIsBack(Refusal):
    """Whoever left is here again: their leads are theirs to keep."""

    name: str


class NobodyLeft(Refusal):
    """No lead of somebody who left is still with them."""
