"""What the steps of delivery share."""

from dataclasses import dataclass

from slack_sdk import WebClient

from bot.clock import Clock
from bot.delivery.access import Access
from bot.delivery.pace import Pace
from bot.delivery.places import Places
from bot.delivery.timings import Timings
from models.database import Database
from models.sender_lock import SenderLock


@dataclass(frozen=True, slots=True)
class Desk:
    """One workspace's sending: its database, its client, and ``holder``, who claims here."""

    database: Database
    client: WebClient
    clock: Clock
    team_id: str
    holder: str
    timings: Timings
    lock: SenderLock
    pace: Pace
    places: Places
    access: Access
