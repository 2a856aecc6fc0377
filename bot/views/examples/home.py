from collections.abc import Mapping

from bot.notices.home import HomeFacts, Me, PartFacts
from bot.views.examples.cast import ANA, LUIS
from bot.views.examples.commitments import PROMISE
from bot.views.examples.goals import GOAL
from bot.views.examples.responsibilities import AREA
from bot.views.examples.status import LINE

HOME = HomeFacts((LINE,), (PROMISE,), (AREA,), (GOAL,))
EMPTY_HOME = HomeFacts((), (), (), ())

EXAMPLES: Mapping[str, object] = {
    "next_actions": HOME,
    "next_actions_none": EMPTY_HOME,
    "me": Me(
        ANA,
        "es",
        "America/Bogota",
        (PartFacts("North region", "sales", is_lead=False),),
    ),
    "me_lead": Me(LUIS, "en", "UTC", (PartFacts("Acme", "sales", is_lead=True),)),
}
