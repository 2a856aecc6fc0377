"""Whatever is typed, a parser answers or refuses; it never trips."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from bot.rules.phrases.duration import parse_duration
from bot.rules.phrases.mentions import people_in, split_channel, without_people
from bot.rules.phrases.money import parse_amount
from bot.rules.phrases.percent import parse_percent
from bot.rules.phrases.ranges import parse_range
from bot.rules.phrases.when import parse_when
from bot.rules.refusals import Refusal
from bot.rules.touch_words import parse_touch
from bot.rules.words import find_word

NOW = datetime(2026, 3, 28, 12, 0, 7, 5, tzinfo=UTC)
PARSERS: dict[str, Callable[[str], object]] = {
    "when": lambda text: parse_when(text, now=NOW, zone="Europe/Madrid"),
    "range": lambda text: parse_range(text, now=NOW, zone="Europe/Madrid"),
    "duration": parse_duration,
    "amount": parse_amount,
    "percent": parse_percent,
    "word": find_word,
    "touch": parse_touch,
    "people": people_in,
    "without people": without_people,
    "channel": split_channel,
}
WORDS = [
    word
    for line in (
        "hoy mañana pasado lunes vie mar 13 31 29 0 00 2h 18h 9 9am p. m. am pm : / - . , 2026 26",
        "nov feb de la el tarde noche en in a las media hora y cuarto fin mes quincena hasta next",
        "until 1.234 1,234 1'234 000 % $ usd mil millones k M por ciento <@U1|a> <#C1|b> @x #y no",
        "llamada contestó estado me cubre st th º ² ٣ ２ ½ 99999999999 -5 día semana 24:00 02:30",
    )
    for word in line.split()
]
SIGNS = "0123456789:/.,-%$€' \t\n\u00a0\u202f\u200b\u0301ñÑáßİǅ٣２²½〇<>@#|&«»😀\x00\ud800"


def typed(chance: Random) -> str:
    style = chance.random()
    if style < 0.6:
        glue = chance.choice([" ", " ", ""])
        return glue.join(chance.choices(WORDS, k=chance.randint(1, 7)))
    if style < 0.98:
        return "".join(chance.choices(SIGNS, k=chance.randint(0, 14)))
    return chance.choice(WORDS) * chance.randint(50, 600)


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS.keys())
def test_nothing_typed_raises_anything_but_a_refusal(parse: Callable[[str], object]) -> None:
    chance = Random(20261111)  # noqa: S311 - the same samples each time
    answered = 0
    for _ in range(4_000):
        try:
            parse(typed(chance))
        except Refusal:
            continue
        answered += 1

    assert answered > 0
