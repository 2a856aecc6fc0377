"""Who answers for what: asking, listing, giving an area its owner, changing and removing areas."""

from bot.usecases.responsibilities.asking import (
    area_board,
    areas_of_person,
    list_areas,
    may_give_areas,
    show_area,
    who_is,
)
from bot.usecases.responsibilities.changing import (
    AreaChange,
    area_named,
    area_to_change,
    change_area,
    remove_area,
)
from bot.usecases.responsibilities.giving import give_area

__all__ = [
    "AreaChange",
    "area_board",
    "area_named",
    "area_to_change",
    "areas_of_person",
    "change_area",
    "give_area",
    "list_areas",
    "may_give_areas",
    "remove_area",
    "show_area",
    "who_is",
]
