"""Nothing at night, on a weekend or on a holiday; the hours between do not count either."""

from tests.world import World

WORDS = {
    "en": {"left": "2 h left to contact", "past": "Past the window"},
    "es": {"left": "Faltan 2 h para contactar", "past": "Fuera de plazo"},
}


def test_a_lead_of_friday_evening_waits_for_monday(world: World) -> None:
    """Received at 16:30: half an hour on Friday, so that the window ends on Monday at 12:30."""
    say = WORDS[world.language]
    world.every_area_owned()
    world.until("16:30", day=4)
    world.lead_arrives("Acme")
    world.ana.sees("Acme", "12:30")

    world.until("10:29:59", day=7)
    world.ana.sees_nothing()
    world.until("10:30:05", day=7)
    world.ana.sees(say["left"])
    world.until("12:30:00", day=7)
    world.ana.sees("Acme")
    world.carla.sees_nothing()
    world.until("12:30:10", day=7)
    world.ana.sees(say["past"])
    world.carla.sees("Acme")
    world.channel_shows("ventas", "Acme")


def test_a_holiday_of_the_country_is_no_working_day(world: World) -> None:
    """Monday 23 March 2026 is Saint Joseph's: a lead of Friday the 20th is due on Tuesday."""
    say = WORDS[world.language]
    world.every_area_owned()
    world.until("16:30", day=18)
    world.lead_arrives("Acme")
    world.ana.sees("Acme", "12:30")

    world.until("23:59", day=21)
    world.ana.sees_nothing()
    world.until("10:30:05", day=22)

    world.ana.sees(say["left"])


def test_a_lead_of_saturday_night_is_told_when_the_doors_open(world: World) -> None:
    world.every_area_owned()
    world.until("22:00", day=5)
    world.lead_arrives("Acme")

    world.until("08:59", day=7)
    world.ana.sees_nothing()
    world.until("09:00:05", day=7)
    world.ana.sees("Acme")
    world.until("10:59", day=7)
    world.ana.sees_nothing()
    world.until("11:00:10", day=7)
    world.ana.sees(WORDS[world.language]["left"])


def test_a_step_that_falls_on_closing_time_is_told_the_next_morning(world: World) -> None:
    """Received at 15:00, half of the window is over at 17:00 sharp: the reminder comes at 9:00."""
    world.until("15:00")
    world.lead_arrives("Acme")
    world.ana.sees("Acme")

    world.until("23:00")
    world.ana.sees_nothing()
    world.until("09:00:05", day=1)
    world.ana.sees(WORDS[world.language]["left"])
