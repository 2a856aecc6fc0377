"""Somebody is away: who covers is asked, gets what is due, and gives it back on return."""

from tests.world import World

WORDS = {
    "en": {
        "sick": "/sla away until friday cover @bruno",
        "set": "you are away",
        "through": "through Fri, Mar 6",
        "waits": "Bruno Díaz was asked to cover and has not answered yet.",
        "asks": "Ana Gómez asks you to cover",
        "yes": "I cover",
        "no": "I can't",
        "covers": "Bruno Díaz covers for Ana Gómez",
        "cannot": "Bruno Díaz cannot cover for Ana Gómez",
        "began": "You cover for Ana Gómez",
        "one lead": "1 lead is yours to look after",
        "left": "2 h left to contact",
        "stand in": "You stand in for Ana Gómez",
        "missed": "Past the window",
        "covered": "Owner: Ana Gómez, covered by Bruno Díaz",
        "who": "/sla who crm",
        "own": "/sla own crm @ana",
        "away": "Ana Gómez is away through Fri, Mar 6",
        "only you": "Only you can see this part.",
        "turn": "the cover took the turn",
        "back": "/sla back",
        "over": "Ana Gómez, the absence is over.",
        "followed": "1 of the leads was followed up meanwhile.",
        "by": "1 follow-up by Bruno Díaz",
        "is back": "Ana Gómez is back",
        "uncovered": "and nobody covers",
        "list": "/sla away",
        "end": "End it",
        "taken back": "is taken back",
        "undone": "The absence of Bruno Díaz is taken back",
        "ask other": "`/sla away cover @colleague`",
        "ask for them": "`/sla away @person until Friday cover @colleague`",
        "afternoon": "/sla away tomorrow 2pm-5pm",
        "of a rep": "/sla away @bruno tomorrow",
        "rep set": "Bruno Díaz is away on Tue, Mar 3",
        "for you": "Carla Mejía registered an absence of yours",
        "offer": "Slack says that you are away.",
        "offer yes": "Yes, register it",
        "offer no": "Don't register",
        "nothing": "No absence was registered.",
    },
    "es": {
        "sick": "/sla me cubre @bruno hasta el viernes",
        "set": "Ausencia registrada",
        "through": "hasta el vie, 6 de mar inclusive",
        "waits": "Se pidió a Bruno Díaz que cubra y aún no responde.",
        "asks": "Ana Gómez pide cobertura",
        "yes": "Cubrir",
        "no": "No puedo",
        "covers": "Bruno Díaz cubre a Ana Gómez",
        "cannot": "Bruno Díaz no puede cubrir a Ana Gómez",
        "began": "Empieza la cobertura de Ana Gómez",
        "one lead": "queda 1 lead a tu cargo",
        "left": "Faltan 2 h para contactar",
        "stand in": "En reemplazo de Ana Gómez",
        "missed": "Fuera de plazo",
        "covered": "Responsable: Ana Gómez, cubre Bruno Díaz",
        "who": "/sla quién crm",
        "own": "/sla encargar crm @ana",
        "away": "Ana Gómez está fuera hasta el vie, 6 de mar inclusive",
        "only you": "Esta parte no la ve nadie más.",
        "turn": "tomó el turno quien cubre",
        "back": "/sla volví",
        "over": "Ana Gómez, terminó la ausencia.",
        "followed": "Mientras tanto 1 lead tuvo seguimiento.",
        "by": "1 seguimiento de Bruno Díaz",
        "is back": "Ana Gómez está de vuelta",
        "uncovered": "y nadie cubre",
        "list": "/sla ausencias",
        "end": "Terminar",
        "taken back": "queda anulada",
        "undone": "Queda anulada la ausencia de Bruno Díaz",
        "ask other": "`/sla me cubre @colega`",
        "ask for them": "`/sla ausencia @persona hasta el viernes cubre @colega`",
        "afternoon": "/sla ausencia mañana de 14 a 17",
        "of a rep": "/sla ausencia @bruno mañana",
        "rep set": "Ausencia de Bruno Díaz registrada: el mar, 3 de mar",
        "for you": "Carla Mejía registró tu ausencia",
        "offer": "Slack dice que hay una ausencia.",
        "offer yes": "Sí, registrar",
        "offer no": "No registrar",
        "nothing": "No se registró ninguna ausencia.",
    },
}


def test_a_week_of_sick_leave_is_covered_and_nothing_is_dumped_on_return(world: World) -> None:
    say = WORDS[world.language]
    carla_owns_up(world)
    short = world.lead_arrives("Acme")
    world.ana.sees("Acme")
    world.until("09:30")

    world.ana.types(say["sick"]).reply.says(say["set"], say["through"], say["waits"])

    world.carla.sees("Ana Gómez", say["uncovered"], "Acme", say["waits"])
    world.bruno.sees(say["asks"]).click(say["yes"])
    world.ana.sees(say["covers"])
    world.bruno.sees(say["began"], say["one lead"], "Acme")

    world.until("11:00")
    world.bruno.sees("Acme", say["left"], say["stand in"])
    world.ana.types(say["who"]).reply.says(say["away"], f"<@{world.id_of('bruno')}>")
    world.until("13:01")
    world.bruno.reads_all()
    world.carla.sees("Acme", say["covered"])
    world.channel_shows("ventas", "Acme")
    world.bruno.types("/sla status").reply.says(say["only you"], "Acme", "Ana Gómez")
    world.bruno.types("/sla log Acme whatsapp answered").reply.says("Acme")
    world.ana.sees_nothing()

    world.until("10:00", day=2)
    world.ana.types(say["back"]).reply.says(say["over"], say["followed"], say["by"], "Acme")
    world.bruno.sees(say["is back"])
    world.ana.types(f"/sla why {short}").reply.says(say["turn"])
    world.until("17:00", day=8)
    world.ana.sees_nothing()
    for lead in (world.marta, world.carla):
        lead.reads_all()  # the new week began with what nobody answers for


def test_a_cover_who_says_no_is_told_to_the_person_and_who_leads_sales(world: World) -> None:
    say = WORDS[world.language]
    world.ana.types(say["sick"]).reply.says(say["waits"])

    question = world.bruno.sees(say["asks"])
    question.click(say["no"])

    question.now().says(say["cannot"]).does_not_say(say["ask other"]).with_no_buttons()
    world.ana.sees(say["cannot"], say["ask other"])
    world.carla.sees(say["cannot"], say["ask for them"]).does_not_say(say["ask other"])


def test_new_leads_pass_by_whoever_is_away_to_the_hour(world: World) -> None:
    say = WORDS[world.language]
    world.ana.types(say["afternoon"]).reply.says(say["set"], "2:00", "5:00")

    world.until("13:59:59", day=1)
    world.lead_arrives("Acme")
    world.until("14:00", day=1)
    world.lead_arrives("Beta")
    world.lead_arrives("Ceta")

    world.ana.sees("Acme")
    world.ana.sees_nothing()
    world.carla.sees("Ana Gómez", say["uncovered"], "Acme")
    for name in ("Beta", "Ceta"):
        world.bruno.sees(name)
    world.until("16:30", day=1)
    world.ana.reads_all()
    world.bruno.reads_all()


def test_who_leads_sales_registers_a_rep_and_the_rep_takes_it_back(world: World) -> None:
    say = WORDS[world.language]

    world.carla.types(say["of a rep"]).reply.says(say["rep set"])

    told = world.bruno.sees(say["for you"])
    told.click(say["end"]).reply.says(say["taken back"])
    told.now().says(say["undone"]).with_no_buttons()
    world.ana.types(say["of a rep"]).reply.says("Bruno Díaz")
    world.bruno.sees_nothing()


def test_a_status_in_slack_is_offered_once_and_registered_on_a_yes(world: World) -> None:
    say = WORDS[world.language]
    away = {"text": "De vacaciones", "emoji": ":palm_tree:", "expires": "2026-03-07T05:00:00+00:00"}

    world.change(user="ana", status=away)
    world.change(user="ana", status=away)
    world.change(user="diego", status=away)

    offer = world.ana.sees(say["offer"], say["through"])
    offer.click(say["offer yes"]).reply.says(say["set"], say["through"])
    offer.now().says(say["set"])
    world.change(user="bruno", status=away)
    declined = world.bruno.sees(say["offer"])
    declined.click(say["offer no"])
    declined.now().says(say["nothing"]).with_no_buttons()
    world.bruno.types(say["list"]).reply.does_not_say(say["end"])


def carla_owns_up(world: World) -> None:
    """Ana looks after the CRM."""
    world.carla.types(WORDS[world.language]["own"])
    world.ana.sees("CRM")
