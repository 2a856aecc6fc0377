from collections.abc import Mapping
from dataclasses import replace

from bot.notices.responsibilities import AreaFacts, AreaGiven, AreaTaken, WhoAnswer
from bot.views.examples.cast import ANA, FIVE, INES, LUIS

AREA = AreaFacts("seo", "SEO", "SEO", "marketing", INES, ANA)
_AWAY = replace(AREA, cover=LUIS, away_until=FIVE)
_UNOWNED = replace(AREA, slug="crm", name_en="CRM upkeep", name_es="Cuidado del CRM", owner=None)

EXAMPLES: Mapping[str, object] = {
    "who": WhoAnswer("seo", (AREA,), (), ()),
    "who_away": WhoAnswer("seo", (_AWAY,), (), ()),
    "who_away_uncovered": WhoAnswer("seo", (replace(_AWAY, cover=None, backup=None),), (), ()),
    "who_unowned": WhoAnswer("crm", (_UNOWNED,), (), ()),
    "who_several": WhoAnswer("s", (AREA, _UNOWNED), (), ()),
    "who_nobody": WhoAnswer("sea", (), (AREA, _UNOWNED), (INES, LUIS)),
    "area_given": AreaGiven(AREA, LUIS),
    "area_taken": AreaTaken(AREA, LUIS),
    "area_taken_unowned": AreaTaken(_UNOWNED, LUIS),
}
