"""The Home tab: shown when it is opened, and kept up to date with what its reader does."""

from dataclasses import replace

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.rules.refusals import StrangerRefused
from bot.usecases.actors import find_actor
from bot.usecases.home import home
from bot.views.blocks import View
from bot.views.home import home_view
from handlers.answering import later
from handlers.visit import Visit


class Homes:
    """Whose Home tab was opened since the bot started: nobody else looks at theirs."""

    def __init__(self) -> None:
        self._opened: set[str] = set()

    def show(self, context: BoltContext, client: WebClient, visit: Visit) -> None:
        """Show what is theirs to whoever opens the tab."""
        self._opened.add(visit.actor.slack_id)
        later(context, client.views_publish, user_id=visit.actor.slack_id, view=seen_by(visit))

    def refresh(self, context: BoltContext, client: WebClient, visit: Visit) -> None:
        """Show the tab again after its reader did something, beside the answer to it."""
        if visit.has_acted and visit.actor.slack_id in self._opened:
            later(context, _publish, client, visit)


def seen_by(visit: Visit) -> View:
    return home_view(visit.ask(home), visit.t)


def _publish(client: WebClient, visit: Visit) -> None:
    """What was just done may have been to change the language, or to leave."""
    known = {"team_id": visit.actor.team_id, "slack_id": visit.actor.slack_id}
    try:
        fresh = replace(visit, actor=visit.use_ask(find_actor, **known))
    except StrangerRefused:
        return
    client.views_publish(user_id=visit.actor.slack_id, view=seen_by(fresh))
