"""What may be an absence, who may cover it, and who answers meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from bot.rules.absence import (
    AbsenceIncludes,
    AbsenceReversed,
    AbsenceToComeIncludes,
    AbsenceTooLong,
    Cover,
    CoverAway,
    CoverCycle,
    CoverIsGuest,
    CoverIsSelf,
    CoverOutside,
    OneAtATime,
    Stretch,
    check_cover,
    check_not_included,
    check_stretch,
    joined,
    line_of,
)
from bot.rules.absence_status import SlackStatus, says_away
from bot.rules.absence_words import AbsenceWords, parse_absence
from bot.rules.phrases.mentions import Mention
from bot.rules.refusals import MomentInPast, Refusal

NOW = datetime(2026, 3, 2, 14, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
ANA, BRUNO, CARLA, DIEGO = uuid4(), uuid4(), uuid4(), uuid4()
WEEK = Stretch(NOW, NOW + 7 * DAY)
WEEK_BEFORE = Stretch(NOW - 7 * DAY, NOW - 2 * DAY)
WILLING = Cover(BRUNO, "Bruno", is_guest=False, is_same_side=True)


def test_an_absence_may_last_a_year_and_not_a_second_more() -> None:
    year = Stretch(NOW, NOW + 366 * DAY)

    check_stretch(year, now=NOW)
    with pytest.raises(AbsenceTooLong):
        check_stretch(replace(year, ends_at=year.ends_at + SECOND), now=NOW)


@pytest.mark.parametrize(
    ("stretch", "refusal"),
    [
        pytest.param(Stretch(NOW, NOW), AbsenceReversed, id="nothing at all"),
        pytest.param(Stretch(NOW + DAY, NOW + SECOND), AbsenceReversed, id="reversed"),
        pytest.param(Stretch(NOW - DAY, NOW), MomentInPast, id="just over"),
    ],
)
def test_what_is_no_absence_is_refused(stretch: Stretch, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check_stretch(stretch, now=NOW)


def test_an_absence_that_ends_in_a_second_counts() -> None:
    check_stretch(Stretch(NOW - DAY, NOW + SECOND), now=NOW)


@pytest.mark.parametrize(
    ("cover", "refusal"),
    [
        pytest.param(replace(WILLING, person_id=ANA), CoverIsSelf, id="oneself"),
        pytest.param(replace(WILLING, is_guest=True), CoverIsGuest, id="a guest"),
        pytest.param(replace(WILLING, is_same_side=False), CoverOutside, id="another side"),
        pytest.param(
            replace(WILLING, away=(Stretch(NOW + DAY, NOW + 2 * DAY),)), CoverAway, id="away"
        ),
        pytest.param(
            replace(WILLING, away=(Stretch(NOW - DAY, NOW + SECOND),)), CoverAway, id="just back"
        ),
        pytest.param(
            replace(WILLING, away=(Stretch(NOW + DAY, NOW + 2 * DAY, ANA),)),
            CoverCycle,
            id="each other",
        ),
    ],
)
def test_who_cannot_cover_is_refused(cover: Cover, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check_cover(cover, absent_id=ANA, stretch=WEEK)


def test_somebody_away_right_before_and_right_after_may_cover() -> None:
    around = (Stretch(NOW - DAY, NOW), Stretch(WEEK.ends_at, WEEK.ends_at + DAY, ANA))

    check_cover(replace(WILLING, away=around), absent_id=ANA, stretch=WEEK)


def test_a_new_absence_takes_the_place_of_one_to_come() -> None:
    former = Stretch(NOW + SECOND, NOW + DAY, BRUNO)

    found = joined(former, Stretch(NOW + 2 * SECOND, NOW + SECOND * 9), now=NOW)

    assert found == Stretch(NOW + 2 * SECOND, NOW + SECOND * 9, BRUNO)


def test_an_absence_that_has_begun_goes_on_and_only_its_end_moves() -> None:
    former = Stretch(NOW, NOW + DAY)

    assert joined(former, Stretch(NOW + SECOND, NOW + 3 * DAY), now=NOW) == Stretch(
        NOW, NOW + 3 * DAY
    )


GOES_ON = Stretch(NOW - DAY, NOW + 3 * DAY)
TO_COME = Stretch(NOW + DAY, NOW + 3 * DAY)


@pytest.mark.parametrize(
    ("wanted", "registered", "refusal"),
    [
        pytest.param(
            Stretch(NOW + SECOND, NOW + DAY), GOES_ON, AbsenceIncludes, id="a part of what goes on"
        ),
        pytest.param(
            Stretch(NOW + SECOND, NOW + 3 * DAY), GOES_ON, AbsenceIncludes, id="up to its end"
        ),
        pytest.param(
            Stretch(NOW + DAY + SECOND, NOW + 3 * DAY),
            TO_COME,
            AbsenceToComeIncludes,
            id="a part of what is to come",
        ),
    ],
)
def test_a_part_of_what_is_registered_is_refused(
    wanted: Stretch, registered: Stretch, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        check_not_included(wanted, [WEEK_BEFORE, registered], now=NOW)


@pytest.mark.parametrize(
    ("wanted", "registered"),
    [
        pytest.param(Stretch(NOW, NOW + DAY), GOES_ON, id="shorter from now"),
        pytest.param(Stretch(NOW - SECOND, NOW + DAY), GOES_ON, id="shorter from earlier"),
        pytest.param(Stretch(NOW + DAY, NOW + 3 * DAY + SECOND), GOES_ON, id="a second longer"),
        pytest.param(Stretch(NOW + DAY, NOW + 2 * DAY), TO_COME, id="to come, ends sooner"),
        pytest.param(Stretch(NOW + 3 * DAY, NOW + 4 * DAY), GOES_ON, id="right afterwards"),
    ],
)
def test_what_makes_a_registered_absence_shorter_or_longer_is_taken(
    wanted: Stretch, registered: Stretch
) -> None:
    check_not_included(wanted, [WEEK_BEFORE, registered], now=NOW)


@pytest.mark.parametrize(
    ("covers", "line"),
    [
        pytest.param({}, (ANA,), id="who is here answers"),
        pytest.param({ANA: None}, (ANA,), id="nobody covers"),
        pytest.param({ANA: BRUNO}, (ANA, BRUNO), id="the cover answers"),
        pytest.param({ANA: BRUNO, BRUNO: CARLA}, (ANA, BRUNO, CARLA), id="the cover's cover"),
        pytest.param({ANA: BRUNO, BRUNO: None}, (ANA, BRUNO), id="a cover who is away alone"),
        pytest.param({ANA: BRUNO, BRUNO: ANA}, (ANA, BRUNO), id="a circle ends"),
        pytest.param({BRUNO: CARLA}, (ANA,), id="somebody else's"),
    ],
)
def test_who_answers_follows_the_covers(
    covers: dict[UUID, UUID | None], line: tuple[UUID, ...]
) -> None:
    assert line_of(ANA, covers) == line


BY_ID, BY_NAME = Mention("UBRUNO", "bruno"), Mention(None, "bruno")
CARLAS = Mention(None, "carla")


@pytest.mark.parametrize(
    ("typed", "dates", "person", "cover"),
    [
        ("until friday", "until friday", None, None),
        ("until friday cover <@UBRUNO|bruno>", "until friday", None, BY_ID),
        ("cubre @bruno hasta el viernes", "hasta el viernes", None, BY_NAME),
        ("mañana, me cubre @bruno", "mañana,", None, BY_NAME),
        ("@bruno until friday", "until friday", BY_NAME, None),
        ("@carla hasta el viernes cubre @bruno", "hasta el viernes", CARLAS, BY_NAME),
    ],
)
def test_an_absence_is_taken_apart(
    typed: str, dates: str, person: Mention | None, cover: Mention | None
) -> None:
    found = parse_absence(typed)

    assert (found.dates, found.person, found.cover) == (dates, person, cover)
    assert found.asks_cover is (cover is not None)


def test_a_cover_spoken_of_and_not_named_is_asked_for() -> None:
    assert parse_absence("cover") == AbsenceWords("", asks_cover=True)


@pytest.mark.parametrize("typed", ["@ana @bruno until friday", "until friday cover @ana @bruno"])
def test_two_people_where_one_is_meant_are_refused(typed: str) -> None:
    with pytest.raises(OneAtATime):
        parse_absence(typed)


@pytest.mark.parametrize(
    ("text", "emoji", "away"),
    [
        ("De vacaciones 🌴", "", True),
        ("Vacationing", "", True),
        ("OOO until Monday", "", True),
        ("fuera de la oficina", "", True),
        ("Incapacidad médica", "", True),
        ("out sick", "", True),
        ("", ":palm_tree:", True),
        ("", ":face_with_thermometer:", True),
        ("Volando a Cali", ":airplane:", True),
        ("In a meeting", ":spiral_calendar_pad:", False),
        ("Trabajo desde casa", ":house_with_garden:", False),
        ("oficina", "", False),
        ("", "", False),
    ],
)
def test_a_status_says_away_in_either_language(text: str, emoji: str, away: bool) -> None:  # noqa: FBT001  a column of the table
    assert says_away(SlackStatus(text, emoji)) is away


def test_a_status_is_known_by_its_words_its_sign_and_its_end() -> None:
    status = SlackStatus("PTO", ":palm_tree:", NOW)
    others = (
        replace(status, text="Sick"),
        replace(status, emoji=""),
        replace(status, until=NOW + SECOND),
        replace(status, until=None),
    )

    assert status.key == SlackStatus("PTO", ":palm_tree:", NOW).key
    assert all(each.key != status.key for each in others)
