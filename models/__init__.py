"""Tables and the questions asked of them, one file per subject."""

from models.agreement import Agreement, AgreementVersion, Calendar, Window
from models.base import Row
from models.channel import KnownChannel
from models.clock import Clock, Occasion, Step, Tally, Turn
from models.commitment import Commitment
from models.goal import Goal, GoalEntry, Milestone
from models.history import Event
from models.lead import Assignment, Lead, Touch
from models.outbox import Inbox, Outbox, PostState, Sender
from models.person import Absence, Membership, Person, Role, Workspace
from models.preference import Departure, Preference
from models.request import Request
from models.responsibility import Responsibility
from models.rota import Rota, RotaPlace

__all__ = [
    "Absence",
    "Agreement",
    "AgreementVersion",
    "Assignment",
    "Calendar",
    "Clock",
    "Commitment",
    "Departure",
    "Event",
    "Goal",
    "GoalEntry",
    "Inbox",
    "KnownChannel",
    "Lead",
    "Membership",
    "Milestone",
    "Occasion",
    "Outbox",
    "Person",
    "PostState",
    "Preference",
    "Request",
    "Responsibility",
    "Role",
    "Rota",
    "RotaPlace",
    "Row",
    "Sender",
    "Step",
    "Tally",
    "Touch",
    "Turn",
    "Window",
    "Workspace",
]
