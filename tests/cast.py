"""The cast of the stories: the name tells the right it has.

Marta leads marketing, Sofía is on her team. Carla leads sales and set the bot up; Ana and Bruno
are her reps. Diego works elsewhere in the company and has no part.
"""

import json
from collections.abc import Sequence

from bot.sandbox import Seed, SeedChannel, SeedPerson

BOGOTA = "America/Bogota"
INSIDERS = ("marta", "sofia", "carla", "ana", "bruno")

NAMES = {
    "marta": "Marta Ríos",
    "sofia": "Sofía Cano",
    "carla": "Carla Mejía",
    "ana": "Ana Gómez",
    "bruno": "Bruno Díaz",
    "diego": "Diego Luna",
}


def seed(locale: str) -> Seed:
    """The workspace, its people reading ``locale``."""
    return Seed(
        people=tuple(
            SeedPerson(handle, name, f"{handle}@faro.example", BOGOTA, locale)
            for handle, name in NAMES.items()
        ),
        channels=(
            SeedChannel("ventas", INSIDERS),
            SeedChannel("equipo", INSIDERS),
            SeedChannel("general", tuple(NAMES)),
        ),
    )


def agreement(
    language: str,
    reps: Sequence[str],
    more: str = "",
    *,
    name: str = "Leads",
    channel: str = "ventas",
) -> str:
    """An agreement of the stories: four working hours to the first follow-up."""
    people = json.dumps(list(reps))
    return _AGREEMENT.format(name=name, channel=channel, language=language, reps=people, more=more)


_AGREEMENT = """
name = "{name}"
kind = "marketing_sales"
channel = "{channel}"
celebrations = "equipo"
zone = "America/Bogota"
country = "CO"
language = "{language}"
currency = "COP"
enforced_from = 2026-01-01T00:00:00Z

[marketing]
leads = ["marta"]
members = ["sofia"]

[sales]
leads = ["carla"]
reps = {reps}

[hours]
weekdays = ["09:00-17:00"]

[windows.first_touch]
within = "4h"
{more}
"""
