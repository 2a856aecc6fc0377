from collections.abc import Mapping
from dataclasses import replace

from bot.notices.responsibilities import (
    AreaBoard,
    AreaFacts,
    AreaGiven,
    AreaList,
    AreasUnowned,
    AreaTaken,
    PersonAreas,
    WhoAnswer,
)
from bot.views.examples.cast import ANA, FIVE, INES, KEY, LUIS

AREA = AreaFacts(
    "seo",
    "SEO",
    "SEO",
    "marketing",
    INES,
    ANA,
    id=KEY,
    meaning_en="Being found in search engines.",
    meaning_es="Que el sitio se encuentre en los buscadores.",
    synonyms="Google, keywords",
)
_AWAY = replace(AREA, cover=LUIS, away_until=FIVE)
_UNOWNED = replace(AREA, slug="crm", name_en="CRM upkeep", name_es="Cuidado del CRM", owner=None)
_LEFT = replace(_UNOWNED, former=LUIS)

EXAMPLES: Mapping[str, object] = {
    "who": WhoAnswer("seo", (AREA,), (), ()),
    "who_to_change": WhoAnswer("seo", (AREA,), (), (), may_change=True),
    "who_to_give": WhoAnswer("crm", (_UNOWNED,), (), (), may_change=True),
    "who_left": WhoAnswer("crm", (_LEFT,), (), ()),
    "who_all": AreaList((AREA, _UNOWNED, _LEFT)),
    "areas_unowned": AreasUnowned("North region", (_UNOWNED, _LEFT)),
    "area_unowned": AreasUnowned("North region", (_UNOWNED,)),
    "who_away": WhoAnswer("seo", (_AWAY,), (), ()),
    "who_away_uncovered": WhoAnswer("seo", (replace(_AWAY, cover=None),), (), ()),
    "who_unowned": WhoAnswer("crm", (_UNOWNED,), (), (INES, LUIS)),
    "areas": AreaBoard((AREA, _UNOWNED), may_give=False, ask=(LUIS,)),
    "areas_to_give": AreaBoard((AREA, _UNOWNED), may_give=True, ask=(LUIS,)),
    "areas_none_yet": AreaBoard((), may_give=True),
    "who_several": WhoAnswer("s", (AREA, _UNOWNED), (), ()),
    "who_new": WhoAnswer("seo", (replace(AREA, is_new=True),), (), (), may_change=True),
    "who_person": PersonAreas(INES, (AREA,), (_AWAY,), (_UNOWNED,)),
    "who_person_nothing": PersonAreas(LUIS),
    "who_nobody": WhoAnswer("sea", (), (AREA, _UNOWNED), (INES, LUIS)),
    "area_given": AreaGiven(AREA, LUIS),
    "area_taken": AreaTaken(AREA, LUIS),
    "area_taken_unowned": AreaTaken(_UNOWNED, LUIS),
}
