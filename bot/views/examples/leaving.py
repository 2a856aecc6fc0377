from collections.abc import Mapping
from dataclasses import replace

from bot.notices.leaving import PersonLeft
from bot.views.examples.cast import INES
from bot.views.examples.commitments import PROMISE
from bot.views.examples.responsibilities import AREA

_AREA = replace(AREA, owner=None, former=INES)

EXAMPLES: Mapping[str, object] = {
    "person_left": PersonLeft(
        INES, "North region", (_AREA,), (PROMISE, replace(PROMISE, state="asked"))
    ),
}
