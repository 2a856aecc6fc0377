"""Goals moved by hand: made, added to, their milestones celebrated, closed."""

from bot.usecases.goals.keeping import add_goal, close_goal
from bot.usecases.goals.milestones import still_true
from bot.usecases.goals.moving import update_goal
from bot.usecases.goals.reading import find_goal, goals_of, list_goals, show_goal

__all__ = [
    "add_goal",
    "close_goal",
    "find_goal",
    "goals_of",
    "list_goals",
    "show_goal",
    "still_true",
    "update_goal",
]
