"""Everybody reads their own language in the same agreement; a channel reads the channel's."""

from tests.world import World

CHANNEL = {"en": "no follow-up yet", "es": "sin seguimiento aún"}


def test_in_one_agreement_each_reads_their_own_language_and_the_channel_its_own(
    empty_world: World,
) -> None:
    world = empty_world
    world.change(user="ana", locale="es-LA")
    oliver = world.joins("oliver", name="Oliver Grant", locale="en-GB")
    world.agreed(reps=("ana", "oliver"))

    world.lead_arrives("Acme")
    world.lead_arrives("Beta")

    world.ana.sees("Acme", "Hay un lead nuevo a tu cargo").with_buttons("Aceptar")
    oliver.sees("Beta", "A new lead is yours").with_buttons("Accept")
    world.until("11:01")
    world.ana.sees("Faltan 2 h").with_buttons("WhatsApp · contestó")
    oliver.sees("2 h left").with_buttons("WhatsApp · answered")
    world.until("13:01")
    world.ana.reads_all()
    oliver.reads_all()
    world.carla.reads_all()
    world.channel_shows("ventas", CHANNEL[world.language])


def test_a_language_is_chosen_by_command_in_either_language_and_counts_at_once(
    world: World,
) -> None:
    world.ana.types("/sla idioma inglés").reply.says("English")
    world.bruno.types("/sla language Spanish").reply.says("español")

    world.ana.types("/sla estado").reply.says("0 open leads.")
    world.bruno.types("/sla status").reply.says("0 leads abiertos.")
    world.lead_arrives("Acme")
    world.ana.sees("A new lead is yours")


def test_without_a_language_one_is_chosen_from_a_menu(world: World) -> None:
    asked = world.ana.types("/sla language").reply.says("English", "Español")

    asked.choose("English").reply.says("English")

    world.ana.types("/sla status").reply.says("0 open leads.")


def test_both_languages_mix_in_what_people_type(world: World) -> None:
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.ana.types("/sla seguimiento Acme call contestó").reply.says("Acme")

    world.ana.types("/sla my leads").reply.says("Acme")
