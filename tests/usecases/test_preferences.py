"""What a person prefers is theirs, is kept, and is refused where it cannot be kept."""

import pytest
from sqlmodel import select

from bot.notices.agreements import DayHours
from bot.notices.home import Me
from bot.rules.quiet_hours import DigestOutsideHours, QuietLeavesNoTime, Wishes
from bot.rules.refusals import MissingValue
from bot.usecases.people import SlackPerson, keep_people
from bot.usecases.preferences import about_me, prefer, prefer_language
from models import Event, Person, Preference
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_cast

SHIFT = tuple((day, (("07:00", "15:00"),)) for day in range(5))
ALL_OF_IT = Wishes("Europe/Madrid", SHIFT, ("09:00", "10:00"), "08:30")


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return make_cast(session)


def wish(database: Database, person: Person, wishes: Wishes, language: str = "es") -> Me:
    with database.writing() as session:
        return prefer(session, now=MONDAY, actor=acts(person), language=language, wishes=wishes)


def known(database: Database, person: Person) -> Me:
    with database.reading() as session:
        fresh = acts(session.get_one(Person, person.id))
        return about_me(session, now=MONDAY, actor=fresh)


def test_what_somebody_prefers_is_known_from_then_on(database: Database, cast: Cast) -> None:
    wish(database, cast.ana, ALL_OF_IT, "en")

    me = known(database, cast.ana)
    assert (me.language, me.zone) == ("en", "Europe/Madrid")
    assert me.reached.hours[0] == DayHours(0, ("07:00-15:00",))
    assert (me.reached.quiet, me.reached.digest_at) == ("09:00-10:00", "08:30")


def test_what_is_left_empty_goes_by_the_agreement_again(database: Database, cast: Cast) -> None:
    wish(database, cast.ana, ALL_OF_IT)
    wish(database, cast.ana, Wishes("America/Bogota"))

    reached = known(database, cast.ana).reached
    assert (reached.hours, reached.quiet, reached.digest_at) == ((), "", "")


def test_each_change_is_kept_with_what_it_was_and_the_same_again_is_none(
    database: Database, cast: Cast
) -> None:
    wish(database, cast.ana, Wishes("America/Bogota", quiet=("12:00", "13:00")))
    wish(database, cast.ana, Wishes("America/Bogota", quiet=("12:00", "14:00")))
    wish(database, cast.ana, Wishes("America/Bogota", quiet=("12:00", "14:00")))

    with database.reading() as session:
        events = session.exec(select(Event).where(Event.subject == "person")).all()
    changes = {(each.facts["was"], each.facts["now_is"]) for each in events}
    assert changes == {("", "12:00-13:00"), ("12:00-13:00", "12:00-14:00")}
    assert [each.field for each in known(database, cast.ana).changes] == ["quiet", "quiet"]


@pytest.mark.parametrize(
    ("wishes", "refusal"),
    [
        (Wishes("America/Bogota", quiet=("08:00", "18:00")), QuietLeavesNoTime),
        (Wishes("America/Bogota", digest_at="08:00"), DigestOutsideHours),
    ],
    ids=["quiet through all of the agreement's hours", "a summary before they begin"],
)
def test_wishes_against_the_agreements_hours_change_nothing(
    database: Database, cast: Cast, wishes: Wishes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        wish(database, cast.ana, wishes)

    with database.reading() as session:
        assert session.get(Preference, cast.ana.id) is None
        assert session.exec(select(Event)).all() == []


def test_whoever_has_no_agreement_may_choose_any_time(database: Database, cast: Cast) -> None:
    me = wish(database, cast.diego, Wishes("America/Bogota", digest_at="06:00"))

    assert me.reached.digest_at == "06:00"


def test_a_chosen_zone_outlives_slacks_and_one_left_as_it_was_follows_it(
    database: Database, cast: Cast
) -> None:
    wish(database, cast.ana, Wishes("Europe/Madrid"))
    wish(database, cast.bruno, Wishes("America/Bogota", digest_at="09:00"))

    with database.writing() as session:
        moved = [SlackPerson(id_, id_, zone="America/Lima") for id_ in ("UANA", "UBRUNO")]
        keep_people(session, now=MONDAY, team_id="T1", people=moved)

    assert known(database, cast.ana).zone == "Europe/Madrid"
    assert known(database, cast.bruno).zone == "America/Lima"


def test_a_language_nobody_wrote_is_refused(database: Database, cast: Cast) -> None:
    with database.writing() as session, pytest.raises(MissingValue):
        prefer_language(session, now=MONDAY, actor=acts(cast.ana), language="fr")
