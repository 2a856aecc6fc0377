from collections.abc import Mapping
from dataclasses import replace

from bot.notices.leaving import PersonLeft
from bot.views.examples.cast import ANA, INES, LUIS
from bot.views.examples.commitments import PROMISE
from bot.views.examples.requests import REQUEST
from bot.views.examples.responsibilities import AREA

_AREA = replace(AREA, owner=None, former=INES)
_REQUEST = replace(REQUEST, owner=None)

EXAMPLES: Mapping[str, object] = {
    "person_left": PersonLeft(
        INES, "North region", (_AREA,), (PROMISE, replace(PROMISE, state="asked"))
    ),
    "person_left_requests": PersonLeft(
        INES, "North region", (), (), (_REQUEST,) * 11, candidates=(ANA, LUIS)
    ),
    "person_left_to_another_side": PersonLeft(INES, "North region", (), (), (_REQUEST,)),
}
