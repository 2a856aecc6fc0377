"""A week of an agency of eight: a holiday on Monday, a rep on sick leave, a client who asks.

Marta leads marketing; Sofía writes, Nico does SEO, Lucía the networks. Carla leads sales; Ana,
Bruno and Elena follow up. Julio is the manager of their client, in a channel of its own. Friday
the 20th of March 2026 is day 18 of the stories, Monday the 23rd is Saint Joseph's.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tests.cast import BOGOTA
from tests.world import World

FRIDAY, HOLIDAY, TUESDAY, WEDNESDAY, THURSDAY, NEXT_FRIDAY = 18, 21, 22, 23, 24, 25
BY_MARTA = {"content": "sofia", "seo": "nico", "social": "lucia"}
BY_CARLA = {"follow-up": "carla", "crm": "bruno", "urgent": "ana"}
SAINT_JOSEPH = date(2026, 3, 23)
PROMISE = {
    "text": "Publicar 3 piezas",
    "quantity": "3",
    "unit": "piezas",
    "due": "2026-03-26 16:00",
    "owner": "lucia",
    "reason": "La campaña del aniversario",
}
TEAM = """
name = "{name}"
kind = "{kind}"
channel = "{channel}"
celebrations = "equipo"
zone = "America/Bogota"
country = "CO"
language = "{language}"
currency = "COP"
enforced_from = 2026-01-01T00:00:00Z

[{giving}]
leads = ["marta"]
members = ["sofia", "nico", "lucia"]

[{taking}]
leads = ["{lead}"]
{reps}

[hours]
weekdays = ["09:00-17:00"]

[windows.first_touch]
within = "4h"

[windows.request]
within = "4h"
"""
WORDS = {
    "en": {
        "sick": "/sla away until tuesday cover @ana",
        "waits": "has not answered yet",
        "asks cover": "asks you to cover",
        "yes": "I cover",
        "covers": "covers for Elena",
        "began": "You cover for Elena",
        "2 h": "2 h left to contact",
        "1 h": "1 h left to contact",
        "stand in": "You stand in for Elena",
        "past": "Past the window",
        "who": "/sla who does SEO?",
        "is": "is responsible for *SEO*",
        "answer": "Answer",
        "answered": "Lucía Vega answered",
        "promise": "I commit",
        "accepted": "accepted the commitment",
        "soon": "Your commitment is due soon",
        "kept?": "Did you keep this commitment?",
        "kept": "Kept",
        "was kept": "was kept",
        "over": "the absence is over",
        "by": "1 follow-up by Ana Gómez",
        "week": "This week 75% on time: 3 of 4.",
        "none late": "0 past the window",
        "served": "0 open requests · 0 due soon",
        "in time": "This week 100% on time: 1 of 1.",
        "log": "whatsapp answered",
    },
    "es": {
        "sick": "/sla ausencia hasta el martes cubre @ana",
        "waits": "aún no responde",
        "asks cover": "pide cobertura",
        "yes": "Cubrir",
        "covers": "cubre a Elena",
        "began": "Empieza la cobertura de Elena",
        "2 h": "Faltan 2 h para contactar",
        "1 h": "Falta 1 h para contactar",
        "stand in": "En reemplazo de Elena",
        "past": "Fuera de plazo",
        "who": "/sla ¿quién lleva SEO?",
        "is": "es responsable de *SEO*",
        "answer": "Responder",
        "answered": "Lucía Vega respondió",
        "promise": "Aceptar el compromiso",
        "accepted": "aceptó el compromiso",
        "soon": "Un compromiso vence pronto",
        "kept?": "¿Se cumplió este compromiso?",
        "kept": "Cumplido",
        "was kept": "se cumplió",
        "over": "terminó la ausencia",
        "by": "1 seguimiento de Ana Gómez",
        "week": "Esta semana 75% a tiempo: 3 de 4.",
        "none late": "0 fuera de plazo",
        "served": "0 solicitudes abiertas · 0 por vencer",
        "in time": "Esta semana 100% a tiempo: 1 de 1.",
        "log": "whatsapp contestó",
    },
}


def test_a_week_with_a_holiday_a_sick_rep_and_a_client_who_asks(empty_world: World) -> None:
    world, say = agency(empty_world), WORDS[empty_world.language]
    elena, lucia, julio = (world.players[name] for name in ("elena", "lucia", "julio"))

    # Friday, four o'clock: three leads, one each, and Elena does not feel well.
    for at, company, owner in (
        ("16:00", "Acme", "ana"),
        ("16:02", "Beta", "bruno"),
        ("16:04", "Ceta", "elena"),
    ):
        world.until(at, day=FRIDAY)
        world.lead_arrives(company)
        world.players[owner].sees(company)
    elena.types(say["sick"]).reply.says(say["waits"])
    world.carla.sees("Elena", "Ceta")
    world.ana.sees(say["asks cover"]).click(say["yes"])
    elena.sees(say["covers"])
    world.ana.sees(say["began"], "Ceta")

    # Saint Joseph's: an hour of the four was Friday's, the other three begin on Tuesday.
    world.until("23:59", day=HOLIDAY)
    for player in world.players.values():
        player.sees_nothing()

    world.until("10:06", day=TUESDAY)
    world.ana.sees("Acme", say["2 h"])
    world.ana.sees("Ceta", say["2 h"], say["stand in"])
    world.bruno.sees("Beta", say["2 h"])
    for company in ("Acme", "Ceta"):
        world.ana.types(f"/sla log {company} {say['log']}").reply.says(company)
    world.until("11:06", day=TUESDAY)
    world.bruno.sees("Beta", say["1 h"])
    world.until("12:06", day=TUESDAY)
    world.bruno.sees("Beta", say["past"])
    world.carla.sees("Beta", "Bruno Díaz")
    world.channel_shows("ventas", "Beta").does_not_say("Bruno", "Acme", "Ceta")
    world.bruno.types(f"/sla log Beta {say['log']}").reply.says("Beta")

    # Marta asks Lucía for a promise; the next lead passes Elena by.
    world.marta.types("/sla compromiso nuevo").submit(**PROMISE)
    lucia.sees("3 piezas").click(say["promise"])
    world.marta.sees("Lucía Vega", say["accepted"])
    world.lead_arrives("Delta")
    world.ana.sees("Delta")
    world.ana.types(f"/sla log Delta {say['log']}").reply.says("Delta")

    # Wednesday: Elena is back, and the client asks for something.
    world.until("09:30", day=WEDNESDAY)
    lucia.sees(say["soon"], "3 piezas")
    elena.sees(say["over"], say["by"])
    world.carla.reads_all()
    world.ana.reads_all()
    for asking, channel in ((world.ana, "ventas"), (julio, "northwind")):
        asking.types(say["who"], channel=channel).reply.says(say["is"], f"<@{world.id_of('nico')}>")
    form = julio.types("/sla solicitud nueva", channel="northwind")
    form.submit(text="El banner del aniversario", kind="asset", area="social")
    world.channel_shows("northwind", "Julio Paz", "El banner del aniversario")
    lucia.sees("Julio Paz", "El banner del aniversario").click(say["answer"])
    lucia.submits(answer="Va adjunto en el tablero.")
    world.channel_shows("northwind", say["answered"], "Va adjunto en el tablero.")
    julio.sees(say["answered"])

    world.until("15:01", day=THURSDAY)
    lucia.sees(say["kept?"]).click(say["kept"])
    world.marta.sees("Lucía Vega", say["was kept"])

    # Friday: both leads read the same, and the client about what is theirs.
    world.until("16:00", day=NEXT_FRIDAY)
    for lead in (world.marta, world.carla):
        lead.types("/sla status").reply.says(say["week"], say["none late"])
    julio.types("/sla status", channel="northwind").reply.says(say["served"], say["in time"])
    assert not [when for when in told_at(world) if not is_working(when)]


def agency(world: World) -> World:
    """Both agreements stand, and every area of either has its owner."""
    for handle, name in (
        ("nico", "Nico Vidal"),
        ("lucia", "Lucía Vega"),
        ("elena", "Elena Sanz"),
        ("julio", "Julio Paz"),
    ):
        locale = {"es": "es-LA", "en": "en-US"}[world.language]
        world.joins(handle, name=name, email=f"{handle}@faro.example", locale=locale)
    inside = ["nico", "lucia", "elena"]
    for channel in ("ventas", "equipo"):
        world.change(channel=channel, add=inside)
    both = ["marta", "sofia", "nico", "lucia", "carla", "julio"]
    world.change(channel="northwind", new=True, add=["SLA", *both])
    for channel, written in (("ventas", leads(world)), ("northwind", client(world))):
        world.agreed_on(written, announced_in=channel)
        give(world, "marta", BY_MARTA, channel)
    give(world, "carla", BY_CARLA, "ventas")
    give(world, "julio", dict.fromkeys(BY_CARLA, "julio"), "northwind")
    everybody_reads(world)
    return world


def leads(world: World) -> str:
    return TEAM.format(
        name="Leads",
        kind="marketing_sales",
        channel="ventas",
        giving="marketing",
        taking="sales",
        lead="carla",
        reps='reps = ["ana", "bruno", "elena"]',
        language=world.language,
    )


def client(world: World) -> str:
    return TEAM.format(
        name="Northwind",
        kind="client_agency",
        channel="northwind",
        giving="agency",
        taking="client",
        lead="julio",
        reps='reps = ["julio"]',
        language=world.language,
    )


def give(world: World, lead: str, owners: dict[str, str], channel: str) -> None:
    for area, owner in owners.items():
        world.players[lead].types(f"/sla own {area} @{owner}", channel=channel)


def everybody_reads(world: World) -> None:
    for player in world.players.values():
        player.reads_all()


def told_at(world: World) -> list[datetime]:
    """When each message of the bot was posted, by the wall clock of the agency."""
    places = [{"dm": handle} for handle in world.players]
    places += [{"channel": channel} for channel in ("ventas", "northwind", "equipo")]
    zone = ZoneInfo(BOGOTA)
    return [
        datetime.fromtimestamp(float(each["ts"]), zone)
        for place in places
        for each in world.messages(place)
        if each.get("user") == world.bot_user
    ]


def is_working(when: datetime) -> bool:
    is_open = time(9) <= when.time() <= time(17)
    return is_open and when.weekday() < 5 and when.date() != SAINT_JOSEPH
