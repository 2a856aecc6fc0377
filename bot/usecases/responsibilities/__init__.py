"""Who answers for what: asking, listing, and giving an area its owner."""

from bot.usecases.responsibilities.asking import list_areas, who_is
from bot.usecases.responsibilities.giving import give_area

__all__ = ["give_area", "list_areas", "who_is"]
