"""The agreement and the people of a replay; all of them made up."""

from bot.rules.worktime import Schedule
from bot.sandbox import Seed, SeedChannel, SeedPerson

ZONE = "America/Sao_Paulo"
REPS = tuple(f"rep{number}" for number in range(1, 9))
LEADERS = ("lead_sales", "lead_marketing")

SEED = Seed(
    people=tuple(
        SeedPerson(handle, handle.replace("_", " ").title(), f"{handle}@replay.example", ZONE)
        for handle in (*LEADERS, *REPS)
    ),
    channels=(
        SeedChannel("mqls", (*LEADERS, *REPS)),
        SeedChannel("wins", (*LEADERS, *REPS)),
    ),
    team_name="Replay",
)

AGREEMENT = f"""
name = "Olist"
kind = "marketing_sales"
channel = "mqls"
celebrations = "wins"
zone = "{ZONE}"
country = "BR"
language = "en"
currency = "BRL"
enforced_from = 2017-01-01T00:00:00Z

[marketing]
leads = ["lead_marketing"]

[sales]
leads = ["lead_sales"]
reps = [{", ".join(f'"{handle}"' for handle in REPS)}]

[hours]
weekdays = ["09:00-12:00", "13:00-18:00"]

[windows.accept]
within = "2h"

[windows.first_touch]
within = "4h"
"""


def office() -> Schedule:
    """Return the hours in which simulated people act."""
    blocks = [("09:00", "12:00"), ("13:00", "18:00")]
    return Schedule(ZONE, dict.fromkeys(range(5), blocks))
