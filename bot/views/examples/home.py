from collections.abc import Mapping
from dataclasses import replace

from bot.notices.agreements import DayHours
from bot.notices.home import (
    HomeFacts,
    Me,
    PartFacts,
    PersonMapped,
    PreferenceChange,
    ReachFacts,
    ReaderLoad,
)
from bot.views.examples.agreements import TERMS
from bot.views.examples.cast import ANA, FIVE, INES, LUIS, NINE, NOON
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.requests import REQUEST
from bot.views.examples.responsibilities import AREA
from bot.views.examples.status import LINE

ME = Me(ANA, "es", "America/Bogota", (PartFacts(TERMS.name, "sales", is_lead=False),))
HOME = HomeFacts(
    ME,
    NOON,
    leads=(LINE,),
    total_leads=1,
    commitments=(PROMISE,),
    areas=(AREA,),
    goals=(GOAL,),
    agreements=(TERMS,),
)
BUSY_HOME = replace(
    HOME,
    leads=(
        replace(LINE, due_at=NINE, is_late=True),
        replace(LINE, due_at=FIVE, is_late=False),
        replace(LINE, stage="rejected"),
        *(replace(LINE, due_at=None, window=None, is_late=False),) * 20,
    ),
    total_leads=500,
    commitments=(PROMISE, replace(PROMISE, state="asked"), *(PROMISE,) * 8),
    areas=(AREA,) * 30,
    goals=(GOAL,) * 12,
    busiest=(ReaderLoad(ANA, 31, 7), ReaderLoad(INES, 1, 7)),
    requests=(REQUEST,) * 8,
    unowned_requests=(REQUEST,) * 8,
    led=(replace(LINE, due_at=NINE, is_late=True),) * 20,
    total_led=90,
)
LEADERS_HOME = replace(
    HOME,
    leads=(),
    total_leads=0,
    commitments=(),
    unowned_requests=(REQUEST,),
    led=(replace(LINE, due_at=NINE, is_late=True),) * 5,
    total_led=5,
)
EMPTY_HOME = HomeFacts(ME, NOON, agreements=(TERMS,))
STRANGE_HOME = HomeFacts(replace(ME, parts=()), NOON, busiest=())

EXAMPLES: Mapping[str, object] = {
    "next_actions": HOME,
    "next_actions_busy": BUSY_HOME,
    "next_actions_of_a_lead": LEADERS_HOME,
    "next_actions_none": EMPTY_HOME,
    "me": replace(
        ME,
        reached=ReachFacts(
            (DayHours(0, ("07:00-15:00",)), DayHours(1, ("07:00-15:00",))), "12:00-13:00", "08:30"
        ),
        crm_id="8812",
        crm_email="ana@crm.example",
        changes=(
            PreferenceChange("quiet", "Ana Ríos", NINE),
            PreferenceChange("crm_id", "Luis Peña", NINE),
        ),
    ),
    "me_lead": Me(LUIS, "en", "UTC", (PartFacts("Acme", "sales", is_lead=True),)),
    "me_without_part": Me(LUIS, "en", "UTC", ()),
    "person_mapped": PersonMapped(ANA, "8812", ""),
    "person_mapped_to_nothing": PersonMapped(ANA, "", ""),
}
