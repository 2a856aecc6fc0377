"""Which leads a rota takes, and what makes one impossible."""

from dataclasses import replace

import pytest

from bot.rules.refusals import MissingValue, Refusal, ValueTooLong
from bot.rules.rota import (
    BadWeight,
    CapBelowOne,
    CapTooLarge,
    Filter,
    FilterTooLong,
    RotaDraft,
    RotaNameTaken,
    RotaNeverReached,
    RotaWithoutPeople,
    ScoreOutOfRange,
    ScoresReversed,
    SeatDraft,
    TooManyInRota,
    TooManyRotas,
    Traits,
    check_order,
    check_rota,
)

ANA = SeatDraft("Ana")
BIG = RotaDraft("Big", (ANA,), Filter(segments=("Big",)))
HOT = Filter(score_from=70, score_to=90)


@pytest.mark.parametrize(
    ("asked", "lead", "taken"),
    [
        pytest.param(Filter(), Traits(), True, id="nothing asked takes everything"),
        pytest.param(Filter(segments=("Big",)), Traits("big"), True, id="case does not matter"),
        pytest.param(Filter(segments=("Educación",)), Traits("educacion"), True, id="nor accents"),
        pytest.param(Filter(segments=("Big", "Mid")), Traits("Mid"), True, id="one of several"),
        pytest.param(Filter(segments=("Big",)), Traits("Small"), False, id="another segment"),
        pytest.param(Filter(segments=("Big",)), Traits(), False, id="no segment"),
        pytest.param(Filter(languages=("es",)), Traits(language="es"), True, id="its language"),
        pytest.param(Filter(languages=("es",)), Traits(language="en"), False, id="another one"),
        pytest.param(HOT, Traits(score=69), False, id="one below the lowest score"),
        pytest.param(HOT, Traits(score=70), True, id="the lowest score"),
        pytest.param(HOT, Traits(score=90), True, id="the highest score"),
        pytest.param(HOT, Traits(score=91), False, id="one above the highest score"),
        pytest.param(HOT, Traits(), False, id="no score where one is asked for"),
        pytest.param(Filter(score_from=0), Traits(score=0), True, id="a score of zero is one"),
        pytest.param(Filter(score_to=0), Traits(score=1), False, id="a limit of zero is one"),
        pytest.param(
            Filter(segments=("Big",), languages=("es",)),
            Traits("Big", "en"),
            False,
            id="everything asked has to fit",
        ),
    ],
)
def test_a_rota_takes_the_leads_it_asks_for(asked: Filter, lead: Traits, *, taken: bool) -> None:
    assert asked.takes(lead) is taken


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        pytest.param(Filter(), Filter(segments=("Big",)), True, id="everything covers a part"),
        pytest.param(Filter(segments=("Big",)), Filter(), False, id="a part not everything"),
        pytest.param(Filter(score_from=70), Filter(score_from=70), True, id="the same score"),
        pytest.param(Filter(score_from=70), Filter(score_from=69), False, id="a lower score"),
        pytest.param(Filter(score_to=90), Filter(score_to=91), False, id="a higher score"),
        pytest.param(Filter(score_from=70), Filter(), False, id="leads without a score are left"),
        pytest.param(
            Filter(segments=("Big", "Mid")), Filter(segments=("mid",)), True, id="of two segments"
        ),
        pytest.param(
            Filter(segments=("Big",)), Filter(segments=("Big", "Mid")), False, id="one is left"
        ),
        pytest.param(
            Filter(languages=("es",)), Filter(segments=("Big",)), False, id="different questions"
        ),
    ],
)
def test_a_filter_covers_another_when_nothing_is_left_for_it(
    wide: Filter, narrow: Filter, *, covers: bool
) -> None:
    assert wide.covers(narrow) is covers


def seats(*people: SeatDraft) -> RotaDraft:
    return replace(BIG, people=people)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        pytest.param(replace(BIG, name=" "), MissingValue("name"), id="no name"),
        pytest.param(
            replace(BIG, name="\u200b"), MissingValue("name"), id="a name of signs that vanish"
        ),
        pytest.param(replace(BIG, name="x" * 41), ValueTooLong("name", 40), id="a long name"),
        pytest.param(seats(), RotaWithoutPeople(), id="nobody in it"),
        pytest.param(seats(*[ANA] * 26), TooManyInRota(25), id="a crowd"),
        pytest.param(seats(SeatDraft("Ana", 0)), BadWeight("Ana", "0"), id="weight zero"),
        pytest.param(seats(SeatDraft("Ana", -2)), BadWeight("Ana", "-2"), id="a negative weight"),
        pytest.param(seats(SeatDraft("Ana", 101)), BadWeight("Ana", "101"), id="a huge weight"),
        pytest.param(seats(SeatDraft("Ana", 1, 0)), CapBelowOne("Ana", 0), id="a day of no leads"),
        pytest.param(
            seats(SeatDraft("Ana", 1, None, -1)), CapBelowOne("Ana", -1), id="a negative open cap"
        ),
        pytest.param(
            seats(SeatDraft("Ana", 1, 10_000)), CapTooLarge("Ana", 10_000), id="a huge cap"
        ),
        pytest.param(
            replace(BIG, filter=Filter(score_from=71, score_to=70)),
            ScoresReversed(71, 70),
            id="from above to",
        ),
        pytest.param(
            replace(BIG, filter=Filter(score_from=1001)),
            ScoreOutOfRange(1001),
            id="a score no lead has",
        ),
        pytest.param(
            replace(BIG, filter=Filter(segments=("x" * 61,))), FilterTooLong(), id="a long segment"
        ),
        pytest.param(
            replace(BIG, filter=Filter(languages=("es",) * 21)),
            FilterTooLong(),
            id="many languages",
        ),
    ],
)
def test_an_impossible_rota_is_refused(draft: RotaDraft, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        check_rota(draft)

    assert vars(refused.value) == vars(refusal)


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(replace(BIG, name="x" * 40), id="the longest name"),
        pytest.param(seats(*[ANA] * 25), id="the most people"),
        pytest.param(seats(SeatDraft("Ana", 100, 1, 1)), id="the heaviest with the smallest caps"),
        pytest.param(seats(SeatDraft("Ana", 1, 9_999)), id="the largest cap"),
        pytest.param(replace(BIG, filter=Filter(score_from=70, score_to=70)), id="a single score"),
        pytest.param(
            replace(BIG, filter=Filter(score_from=-1000, score_to=1000)), id="every score"
        ),
    ],
)
def test_what_just_fits_is_taken(draft: RotaDraft) -> None:
    check_rota(draft)


def test_the_default_rota_needs_no_name() -> None:
    check_rota(RotaDraft(people=(ANA,)), is_default=True)


@pytest.mark.parametrize(
    ("rotas", "refusal"),
    [
        pytest.param(
            [BIG, replace(BIG, name="bíg", filter=HOT)], RotaNameTaken("bíg"), id="the same name"
        ),
        pytest.param(
            [RotaDraft("All", (ANA,)), BIG],
            RotaNeverReached("Big", "All"),
            id="all taken before",
        ),
        pytest.param(
            [replace(BIG, name=f"R{n}", filter=Filter((f"S{n}",))) for n in range(11)],
            TooManyRotas(10),
            id="too many",
        ),
    ],
)
def test_rotas_that_cannot_stand_together_are_refused(
    rotas: list[RotaDraft], refusal: Refusal
) -> None:
    with pytest.raises(type(refusal)) as refused:
        check_order(rotas)

    assert vars(refused.value) == vars(refusal)


def test_a_rota_for_everything_may_be_the_last() -> None:
    check_order([BIG, RotaDraft("All", (ANA,))])
