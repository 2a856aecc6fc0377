"""Who works in the local workspace: an agency in Bogotá and Madrid, and a client's manager."""

from bot.sandbox import Seed, SeedChannel, SeedPerson

BOGOTA, MADRID, LONDON = "America/Bogota", "Europe/Madrid", "Europe/London"
LATIN, SPAIN, BRITISH = "es-LA", "es-ES", "en-GB"

PEOPLE = (
    SeedPerson("ana", "Ana Gómez", "ana@faro.example", BOGOTA, LATIN, "Ventas"),
    SeedPerson("marta", "Marta Ríos", "marta@faro.example", BOGOTA, LATIN, "Líder de marketing"),
    SeedPerson("sofia", "Sofía Cano", "sofia@faro.example", BOGOTA, LATIN, "Contenido y SEO"),
    SeedPerson("mateo", "Mateo Gil", "mateo@faro.example", MADRID, SPAIN, "Redes sociales"),
    SeedPerson(
        "carla", "Carla Mejía", "carla@faro.example", BOGOTA, LATIN, "Líder de ventas", admin=True
    ),
    SeedPerson("bruno", "Bruno Díaz", "bruno@faro.example", BOGOTA, LATIN, "Ventas"),
    SeedPerson("ines", "Inés Vidal", "ines@faro.example", MADRID, SPAIN, "Ventas"),
    SeedPerson("oliver", "Oliver Hughes", "oliver@northwind.example", LONDON, BRITISH, "Client"),
    SeedPerson("emma", "Emma Clarke", "emma@northwind.example", LONDON, BRITISH, "Client, sales"),
)
TEAM = tuple(person.handle for person in PEOPLE[:7])
OPENING_WORDS = {
    (
        "marta",
        "ventas",
    ): "Buenos días, equipo. ¿Cómo vamos? Con `/sla estado` lo vemos todos igual.",
    ("oliver", "northwind"): "Hi all. `/sla status` tells us where we stand.",
}
NORTHWIND = ("carla", "marta", "sofia", "oliver", "emma")

SEED = Seed(
    people=PEOPLE,
    channels=(
        SeedChannel("ventas", TEAM),
        SeedChannel("equipo", TEAM),
        SeedChannel("northwind", NORTHWIND),
        SeedChannel("northwind-wins", NORTHWIND),
        SeedChannel("general", tuple(person.handle for person in PEOPLE), bot=False),
    ),
    team_name="Faro",
)

LEADS_AGREEMENT = """
name = "Leads 2026"
kind = "marketing_sales"
channel = "ventas"
celebrations = "equipo"
zone = "America/Bogota"
country = "CO"
language = "es"
currency = "COP"

[marketing]
leads = ["marta"]
members = ["sofia", "mateo"]

[sales]
leads = ["carla"]
reps = ["ana", "bruno", "ines"]

[hours]
weekdays = ["08:00-12:00", "14:00-18:00"]

[windows.first_touch]
within = "4h"
"""

NORTHWIND_AGREEMENT = """
name = "Northwind"
kind = "client_agency"
channel = "northwind"
celebrations = "northwind-wins"
zone = "Europe/London"
country = "GB"
language = "en"
currency = "GBP"

[agency]
leads = ["marta"]
members = ["sofia"]

[client]
leads = ["oliver"]
reps = ["emma"]

[hours]
weekdays = ["09:00-17:30"]

[windows.accept]
within = "4h"

[windows.first_touch]
within = "7h"
"""
