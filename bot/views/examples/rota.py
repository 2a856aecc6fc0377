from collections.abc import Mapping
from dataclasses import replace

from bot.notices.rota import (
    PassedOver,
    RotaBoard,
    RotaChanged,
    RotaDecision,
    RotaFacts,
    RotaLeft,
    RotaSaved,
    RotaSeat,
    RotaTurn,
)
from bot.views.examples.cast import ANA, INES, KEY, LUIS, NINE, NOON

SEAT = RotaSeat(ANA, weight=2, daily_cap=10, open_cap=40, given=12)
SECOND = RotaSeat(LUIS, weight=1, daily_cap=None, open_cap=None, given=8, is_away=True)
ENTERPRISE = RotaFacts(
    id=KEY,
    name="Enterprise",
    is_default=False,
    segments=("Enterprise", "Corporate"),
    languages=("es", "en"),
    score_from=70,
    score_to=None,
    falls_through=True,
    given=20,
    weights=3,
    seats=(SEAT, SECOND),
)
DEFAULT = RotaFacts(
    id=KEY,
    name="",
    is_default=True,
    segments=(),
    languages=(),
    score_from=None,
    score_to=None,
    falls_through=False,
    given=3,
    weights=2,
    seats=(
        replace(SEAT, weight=1, daily_cap=None, open_cap=None, given=1),
        replace(SECOND, given=2),
    ),
)
_TURN = RotaTurn("Enterprise", 1, 2, (PassedOver("Luis Peña", "away"),))
_NOBODY = RotaTurn(
    "",
    0,
    0,
    (
        PassedOver("Ana Ríos", "full"),
        *(PassedOver(name, "away") for name in ("Luis Peña", "Inés Vega", "Eva Paz", "Teo Gil")),
    ),
    passed_by="Enterprise",
)
DECISIONS = (
    RotaDecision("L-7K3F", NOON, ANA, "rota", _TURN),
    RotaDecision("L-Q2XA", NINE, None, "everybody_full", _NOBODY),
    RotaDecision("L-9TTR", NINE, LUIS, "same_company", None),
    RotaDecision(
        "L-4PZW", NINE, LUIS, "rota", RotaTurn("", 2, 1, (PassedOver("Ana Ríos", "had_it"),))
    ),
)

EXAMPLES: Mapping[str, object] = {
    "rota_board": RotaBoard((ENTERPRISE, DEFAULT), DECISIONS, is_whole=True, may_change=True),
    "rota_board_without_buttons": RotaBoard(
        (
            replace(ENTERPRISE, score_to=90, segments=()),
            replace(ENTERPRISE, name="Small", score_from=None, score_to=69, languages=()),
            replace(ENTERPRISE, name="Rest", score_from=None, segments=(), languages=()),
        ),
        DECISIONS[:1],
        is_whole=True,
        may_change=False,
    ),
    "rota_board_own": RotaBoard(
        (replace(ENTERPRISE, seats=(SEAT,)),), (), is_whole=False, may_change=False
    ),
    "rota_saved": RotaSaved(ENTERPRISE),
    "rota_removed": RotaSaved(ENTERPRISE, is_removed=True),
    "rota_joined": RotaChanged(ENTERPRISE, SEAT, was_in=False, by=INES),
    "rota_changed": RotaChanged(DEFAULT, SECOND, was_in=True, by=INES),
    "rota_left": RotaLeft("Enterprise", INES, is_removed=False),
    "rota_left_for_good": RotaLeft("Enterprise", INES, is_removed=True),
}
