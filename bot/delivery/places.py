"""Where a reader is written to, and whether that place is safe."""

from slack_sdk import WebClient

from bot.delivery.outcomes import FAILURES, Fate, Outcome, classify
from bot.usecases.outbox.readers import Place, is_person, keep_place, place_of
from models.database import Database


class NoPlace(Exception):  # noqa: N818  named for the mistake
    """There is nowhere to write to now; ``outcome`` says whether it is for good."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.fate}: {outcome.code}")
        self.outcome = outcome


class Places:
    """Conversations of the workspace."""

    def __init__(self, database: Database, client: WebClient, team_id: str) -> None:
        self._database = database
        self._client = client
        self._team_id = team_id
        self._opened: dict[str, str] = {}

    def writable(self, to: str, place: Place) -> str:
        """Return the conversation to post to. Raises ``NoPlace``.

        A channel is asked about before every post: one that was just shared with another
        organisation must not see a lead.
        """
        if place.refused:
            raise NoPlace(Outcome(Fate.NO_PLACE, place.refused))
        if is_person(to):
            return place.channel or self._opened.get(to) or self._open(to)
        if not to.startswith("D"):
            self._check_channel(to)
        return to

    def readable(self, to: str) -> str:
        """Return the conversation to look into. Raises ``NoPlace``."""
        if not is_person(to):
            return to
        with self._database.reading() as session:
            place = place_of(session, team_id=self._team_id, to=to)
        return self.writable(to, place)

    def _open(self, to: str) -> str:
        """Open the conversation and keep it before anything is posted there."""
        try:
            channel = str(self._client.conversations_open(users=to)["channel"]["id"])
        except FAILURES as failure:
            raise NoPlace(classify(failure)) from failure
        with self._database.writing() as session:
            keep_place(session, team_id=self._team_id, slack_id=to, dm_channel=channel)
        self._opened[to] = channel
        return channel

    def _check_channel(self, channel: str) -> None:
        try:
            about = self._client.conversations_info(channel=channel)["channel"]
        except FAILURES as failure:
            raise NoPlace(classify(failure)) from failure
        if about.get("is_archived"):
            raise NoPlace(Outcome(Fate.NO_PLACE, "is_archived"))
        shared = ("is_ext_shared", "is_pending_ext_shared", "pending_shared")
        if any(about.get(mark) for mark in shared):
            raise NoPlace(Outcome(Fate.NO_PLACE, "shared_channel"))
