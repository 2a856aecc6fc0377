"""What one can type, and what is next."""

from bot.usecases.home import home
from bot.views.help import help_in_full, help_message
from bot.views.waiting import next_actions
from handlers.answering import Answer
from handlers.visit import Visit


def show(visit: Visit, text: str) -> Answer:
    """`/sla help`; with a word after it, everything."""
    return help_in_full(visit.t) if text else help_message(visit.t)


def next_steps(visit: Visit) -> Answer:
    """Bare `/sla`: the next three things to do, how many more wait, then help."""
    return next_actions(visit.ask(home), visit.t)
