"""Requests: asked of an area, answered in its thread, timed like leads, each by whoever may.

Monday 2 March 2026, 09:00; office hours 9 to 17 in Bogotá. Mateo (marketing) answers for SEO, Ana
(sales) for what is urgent; an urgent request has two hours, any other four.
"""

from datetime import timedelta

import pytest

from bot.notices.people import PersonRef
from bot.notices.requests import (
    RequestAnswerPosted,
    RequestAsked,
    RequestClosing,
    RequestEscalated,
    RequestHandled,
    RequestMissed,
    RequestMissReported,
    RequestPassOffered,
    RequestPosted,
    RequestReplied,
    RequestSeen,
    RequestsFlagged,
    RequestUnowned,
)
from bot.rules.refusals import (
    HoldTooLong,
    MissingValue,
    MomentInPast,
    NoSuchPerson,
    NotAllowed,
    NotAMember,
    NothingToAcknowledge,
    ValueTooLong,
)
from bot.rules.requests import (
    AlreadyTheirs,
    CannotAnswer,
    NoSuchRequest,
    ReopenTooLate,
    RequestAnswered,
    RequestKind,
    RequestStillOpen,
    RequestWithdrawn,
)
from bot.rules.responsibilities import NoSuchArea, OutsideParty, WhichArea
from bot.rules.terms import AgreementKind
from bot.usecases.actors import ref_of
from bot.usecases.requests.cards import show_request
from bot.usecases.requests.listing import why_request
from bot.usecases.status import status
from models import Agreement, Person
from models.database import Database
from tests.usecases.builders import HOUR, acts, make_absence
from tests.usecases.leadwork import local
from tests.usecases.requestwork import RequestDay

WORKING_CHANNEL, CELEBRATIONS = "CLEADS", "CEQUIPO"


@pytest.fixture
def day(database: Database) -> RequestDay:
    return RequestDay(database)


def ref(person: Person) -> PersonRef:
    found = ref_of(person)
    assert found is not None
    return found


def kinds(notices: list[object]) -> list[str]:
    return [type(each).__name__ for each in notices if "Area" not in type(each).__name__]


class TestFiling:
    def test_it_is_posted_and_the_owner_of_the_area_is_asked(self, day: RequestDay) -> None:
        cast = day.cast

        day.asks(cast.ana, "¿Qué palabras buscan?", client="Northwind")

        (posted,) = day.read_by(WORKING_CHANNEL)
        *_, asked = day.read_by(cast.mateo)
        assert isinstance(posted, RequestPosted)
        assert isinstance(asked, RequestAsked)
        assert (asked.covers, asked.candidates) == (None, (ref(cast.marta),))
        assert posted.request == asked.request
        assert posted.request.owner == ref(cast.mateo)
        assert posted.request.asked_by == ref(cast.ana)
        assert posted.request.client == "Northwind"
        assert posted.request.due_at == local("13:00")

    @pytest.mark.parametrize("name", ["marta", "mateo", "carla", "ana", "bruno", "elena"])
    def test_everybody_with_a_part_may_file_one(self, day: RequestDay, name: str) -> None:
        assert day.asks(getattr(day.cast, name))

    @pytest.mark.parametrize("name", ["alba", "diego"])
    def test_nobody_else_may(self, day: RequestDay, name: str) -> None:
        with pytest.raises((NotAMember, NotAllowed)):
            day.asks(getattr(day.cast, name))

    def test_what_is_urgent_has_a_window_of_its_own(self, day: RequestDay) -> None:
        urgent = day.asks(day.cast.marta, area="urgent", kind=RequestKind.URGENT)
        asset = day.asks(day.cast.carla, kind=RequestKind.ASSET)

        assert day.clock_for(urgent).target == 2 * HOUR
        assert day.clock_for(asset).target == 4 * HOUR

    def test_without_a_window_it_is_taken_without_a_clock(self, database: Database) -> None:
        day = RequestDay(database, windows={})

        asked = day.asks(day.cast.ana)

        assert day.has_no_clock(asked)
        assert day.answers(day.cast.mateo, asked).request.due_at is None

    def test_while_the_owner_is_away_the_cover_is_asked(self, day: RequestDay) -> None:
        cast = day.cast
        with day.database.writing() as session:
            make_absence(session, cast.mateo, cover=cast.marta)

        day.asks(cast.ana)

        *_, asked = day.read_by(cast.marta)
        assert isinstance(asked, RequestAsked)
        assert asked.covers == ref(cast.mateo)
        assert asked.request.owner == ref(cast.marta)

    def test_without_a_cover_the_backup_is_asked(self, day: RequestDay) -> None:
        cast = day.cast
        day.gives(cast.carla, "crm", "@ana", "@bruno")
        with day.database.writing() as session:
            make_absence(session, cast.ana)

        day.asks(cast.marta, area="crm")

        *_, asked = day.read_by(cast.bruno)
        assert isinstance(asked, RequestAsked)
        assert asked.covers == ref(cast.ana)

    def test_with_everybody_away_the_leads_of_the_side_are_told(self, day: RequestDay) -> None:
        cast = day.cast
        with day.database.writing() as session:
            make_absence(session, cast.mateo, cover=cast.marta)
            make_absence(session, cast.marta)

        day.asks(cast.ana)

        *_, told = day.read_by(cast.marta)
        assert isinstance(told, RequestUnowned)
        assert told.request.owner is None

    def test_an_area_without_an_owner_is_told_to_the_leads_of_its_side_only(
        self, day: RequestDay
    ) -> None:
        cast = day.cast

        day.asks(cast.marta, area="crm")

        (told,) = day.read_by(cast.carla)
        assert isinstance(told, RequestUnowned)
        assert told.candidates == (ref(cast.ana), ref(cast.bruno), ref(cast.carla))
        assert "RequestUnowned" not in kinds(day.read_by(cast.marta))

    def test_once_the_area_has_an_owner_what_waited_is_theirs(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.marta, area="crm")
        done = day.asks(cast.marta, area="crm")
        day.answers(cast.carla, done)

        day.gives(cast.carla, "crm", "@bruno")

        (told,) = [each for each in day.read_by(cast.bruno) if isinstance(each, RequestAsked)]
        assert told.request.id == asked
        assert day.clock_for(asked).owner_id == cast.bruno.id

    def test_at_night_only_what_is_urgent_is_told_at_once(self, day: RequestDay) -> None:
        day.until("22:00")

        day.asks(day.cast.marta, area="urgent", kind=RequestKind.URGENT)
        day.asks(day.cast.ana)

        assert day.goes_out(day.cast.ana, "RequestAsked") == [local("22:00")]
        assert day.goes_out(day.cast.mateo, "RequestAsked") == [local("09:00", day=1)]

    def test_one_made_from_a_message_of_the_agreement_is_told_under_it(
        self, day: RequestDay
    ) -> None:
        day.asks(day.cast.ana, channel=CELEBRATIONS, thread="1.5")

        assert day.threads(CELEBRATIONS) == ["1.5"]

    def test_one_made_elsewhere_is_told_in_the_working_channel(self, day: RequestDay) -> None:
        day.asks(day.cast.ana, channel="CGENERAL", thread="1.5")

        assert day.threads(WORKING_CHANNEL) == [None]
        assert day.threads("CGENERAL") == []

    def test_a_person_it_is_asked_for_is_known_by_name(self, day: RequestDay) -> None:
        cast = day.cast

        asked = day.asks(cast.mateo, area="urgent", client="@carla")

        assert day.withdraws(cast.carla, asked).request.client == "Carla"

    @pytest.mark.parametrize(
        ("wrong", "refusal"),
        [
            pytest.param({"text": "  "}, MissingValue("text"), id="nothing asked"),
            pytest.param({"text": "x" * 1001}, ValueTooLong("text", 1000), id="too much"),
            pytest.param({"client": "x" * 81}, ValueTooLong("client", 80), id="a long client"),
            pytest.param({"area": ""}, MissingValue("area"), id="no area"),
            pytest.param({"client": "@nobody"}, NoSuchPerson("nobody"), id="nobody's name"),
        ],
    )
    def test_bad_input_names_what_is_wrong_and_changes_nothing(
        self, day: RequestDay, wrong: dict[str, str], refusal: Exception
    ) -> None:
        with pytest.raises(type(refusal)) as refused:
            day.asks(day.cast.ana, **wrong)  # type: ignore[arg-type]  # a row of the table

        assert vars(refused.value) == vars(refusal)
        assert day.read_by(WORKING_CHANNEL) == []

    def test_as_long_as_allowed_is_taken(self, day: RequestDay) -> None:
        assert day.asks(day.cast.ana, "x" * 1000, client="y" * 80)

    def test_an_area_that_is_not_there_or_could_be_two_is_refused(self, day: RequestDay) -> None:
        with pytest.raises(NoSuchArea):
            day.asks(day.cast.ana, area="cafetería")
        with pytest.raises(WhichArea):
            day.asks(day.cast.ana, area="redes y blog")


class TestAnswering:
    def test_the_clock_stops_and_everybody_concerned_reads_it(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana, client="@carla")
        day.until("10:00")

        day.answers(cast.mateo, asked, "Estas cinco.")

        clock = day.clock_for(asked)
        assert (clock.state, clock.outcome, clock.consumed) == ("stopped", "met", HOUR)
        _, posted = day.read_by(WORKING_CHANNEL)
        assert isinstance(posted, RequestAnswerPosted)
        assert posted.request.answer == "Estas cinco."
        assert kinds(day.read_by(cast.ana)) == ["RequestReplied"]
        assert kinds(day.read_by(cast.carla)) == ["RequestReplied"]

    def test_the_answer_waits_for_the_post_it_replies_to(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)

        day.answers(day.cast.mateo, asked)

        assert day.replies_to(WORKING_CHANNEL, "RequestAnswerPosted") == "RequestPosted"

    def test_under_a_message_it_stands_where_the_request_does(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana, channel=WORKING_CHANNEL, thread="1.5")

        day.answers(day.cast.mateo, asked)

        assert day.threads(WORKING_CHANNEL) == ["1.5", "1.5"]

    @pytest.mark.parametrize("name", ["marta", "mateo"])
    def test_the_owner_and_the_leads_of_the_side_may(self, day: RequestDay, name: str) -> None:
        asked = day.asks(day.cast.ana)

        assert day.answers(getattr(day.cast, name), asked).request.state == "answered"

    @pytest.mark.parametrize("name", ["carla", "ana", "bruno", "elena"])
    def test_nobody_else_may(self, day: RequestDay, name: str) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises(NotAllowed):
            day.answers(getattr(day.cast, name), asked)

    def test_whoever_covers_for_the_owner_may(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.marta, area="urgent")
        with day.database.writing() as session:
            make_absence(session, cast.ana, cover=cast.bruno)

        assert day.answers(cast.bruno, asked).request.answered_by == ref(cast.bruno)

    def test_the_second_answer_is_refused_with_the_name_of_the_first(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        first = day.answers(day.cast.mateo, asked)

        with pytest.raises(RequestAnswered) as refused:
            day.answers(day.cast.marta, asked)

        assert vars(refused.value) == {"public_id": first.request.public_id, "by": "Mateo"}

    def test_what_was_withdrawn_meanwhile_takes_no_answer(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        day.withdraws(day.cast.ana, asked)

        with pytest.raises(RequestWithdrawn):
            day.answers(day.cast.mateo, asked)

    @pytest.mark.parametrize("text", ["  ", "x" * 1001])
    def test_an_empty_or_endless_answer_is_refused(self, day: RequestDay, text: str) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises((MissingValue, ValueTooLong)):
            day.answers(day.cast.mateo, asked, text)

        assert day.clock_for(asked).state == "running"

    def test_absent_and_foreign_requests_are_refused_alike(self, day: RequestDay) -> None:
        public_id = day.asks_for_id(day.cast.ana)

        for by, named in ((day.cast.diego, public_id), (day.cast.mateo, "R-9999")):
            with pytest.raises(NoSuchRequest):
                day.answers(by, named)

        assert day.answers(day.cast.mateo, public_id.lower())


class TestTheClock:
    def test_the_owner_is_reminded_then_the_side_asked_is_told(self, day: RequestDay) -> None:
        """Four hours from 09:00; marketing's own lead hears of it, never the one of sales."""
        cast = day.cast
        asked = day.asks(cast.ana)

        day.until("17:00", day=1)

        assert day.steps_of(asked) == [
            ("t0.50", local("11:00")),
            ("t0.75", local("12:00")),
            ("breach", local("13:00:01")),
            ("manager", local("14:00")),
            ("offer", local("17:00") + timedelta(hours=16)),
        ]
        owner, lead = kinds(day.read_by(cast.mateo)), kinds(day.read_by(cast.marta))
        assert owner == ["RequestAsked", "RequestClosing", "RequestClosing", "RequestMissed"]
        assert lead == ["RequestMissReported", "RequestEscalated", "RequestPassOffered"]
        assert kinds(day.read_by(cast.carla)) == []

    def test_what_each_step_says(self, day: RequestDay) -> None:
        cast = day.cast
        day.asks(cast.ana)

        day.until("17:00", day=1)

        missed = day.only(cast.mateo, RequestMissed)
        reported = day.only(cast.marta, RequestMissReported)
        escalated = day.only(cast.marta, RequestEscalated)
        offered = day.only(cast.marta, RequestPassOffered)
        assert missed.due_at == reported.due_at == local("13:00")
        assert (escalated.late, offered.late) == (HOUR, 4 * HOUR)
        assert offered.candidates == (ref(cast.marta),)

    def test_the_channel_reads_of_the_miss_without_a_name(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)

        day.until("13:01")

        flag = day.only(WORKING_CHANNEL, RequestsFlagged)
        (line,) = flag.requests
        assert (line.request_id, line.owner, line.outcome) == (asked, None, "missed")

    def test_an_answer_at_the_last_second_is_on_time_and_one_later_is_not(
        self, day: RequestDay
    ) -> None:
        on_time, late = day.asks(day.cast.ana), day.asks(day.cast.bruno)

        day.until("13:00")
        day.answers(day.cast.mateo, on_time)
        day.until("13:00:01")
        day.answers(day.cast.mateo, late)

        assert day.clock_for(on_time).outcome == "met"
        assert day.clock_for(late).outcome == "missed"

    def test_an_urgent_request_of_sales_escalates_to_the_lead_of_sales(
        self, day: RequestDay
    ) -> None:
        cast = day.cast
        day.asks(cast.mateo, area="urgent", kind=RequestKind.URGENT)

        day.until("12:00")

        assert kinds(day.read_by(cast.carla)) == ["RequestMissReported", "RequestEscalated"]
        assert kinds(day.read_by(cast.marta)) == []

    def test_reminders_of_what_nobody_owns_go_to_the_leads_of_the_side(
        self, day: RequestDay
    ) -> None:
        cast = day.cast
        day.asks(cast.marta, area="crm")

        day.until("11:00")

        assert kinds(day.read_by(cast.carla)) == ["RequestUnowned", "RequestClosing"]

    def test_after_an_answer_nothing_more_comes_due(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        day.until("10:59")
        day.answers(day.cast.mateo, asked)

        day.until("17:00", day=3)

        assert day.steps_of(asked) == []

    def test_status_counts_it_beside_the_other_windows(self, day: RequestDay) -> None:
        cast = day.cast
        day.asks(cast.ana)
        done = day.asks(cast.ana)
        day.answers(cast.mateo, done)
        day.until("13:01")

        with day.database.reading() as session:
            facts = status(
                session, now=day.now, actor=acts(cast.elena), agreement_id=cast.agreement_id
            )

        assert facts.open_requests == 1
        (window,) = [each for each in facts.windows if each.stage == "request"]
        assert (window.open, window.late, window.met, window.missed) == (1, 1, 1, 1)
        assert window.party == "either"
        assert facts.open_leads == 0
        assert facts.late == ()


class TestAcknowledging:
    def test_whoever_asked_is_told_and_reminders_stop(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("09:30")

        day.acknowledges(cast.mateo, asked, local("12:30"))

        day.until("13:01")
        seen = day.only(cast.ana, RequestSeen)
        assert (seen.by, seen.until) == (ref(cast.mateo), local("12:30"))
        assert kinds(day.read_by(cast.mateo)) == ["RequestAsked", "RequestMissed"]

    def test_after_the_miss_it_holds_the_ladder_and_not_the_clock(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("13:30")

        day.acknowledges(cast.mateo, asked, local("16:00"))

        day.until("15:59")
        assert kinds(day.read_by(cast.marta)) == ["RequestMissReported"]
        day.until("16:00")
        assert day.only(cast.marta, RequestEscalated).request.promised_at == local("16:00")

    def test_once_for_the_request_and_once_for_each_step(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.acknowledges(cast.mateo, asked, local("10:00"))

        with pytest.raises(NothingToAcknowledge):
            day.acknowledges(cast.mateo, asked, local("10:30"))

        day.until("13:01")
        assert day.acknowledges(cast.mateo, asked, local("14:00"))
        with pytest.raises(NothingToAcknowledge):
            day.acknowledges(cast.mateo, asked, local("15:00"))

    def test_for_at_most_one_further_target_and_never_the_past(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises(HoldTooLong):
            day.acknowledges(day.cast.mateo, asked, local("13:00:01"))
        with pytest.raises(MomentInPast):
            day.acknowledges(day.cast.mateo, asked, local("09:00"))
        assert day.acknowledges(day.cast.mateo, asked, local("13:00"))

    def test_what_the_former_owner_said_is_not_the_new_one_s_word(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("11:00")
        day.acknowledges(cast.mateo, asked, local("11:30"))
        day.passes(cast.mateo, asked, "@marta")

        assert day.acknowledges(cast.marta, asked, local("12:00"))

        with pytest.raises(NothingToAcknowledge):
            day.acknowledges(cast.marta, asked, local("12:10"))

    def test_asked_again_they_may_say_so_again(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("11:00")
        day.acknowledges(cast.mateo, asked, local("11:30"))
        day.answers(cast.mateo, asked)
        day.reopens(cast.ana, asked)

        assert day.acknowledges(cast.mateo, asked, local("12:00"))

        with pytest.raises(NothingToAcknowledge):
            day.acknowledges(cast.mateo, asked, local("12:10"))

    def test_without_a_clock_it_still_tells_whoever_asked(self, database: Database) -> None:
        day = RequestDay(database, windows={})
        asked = day.asks(day.cast.ana)

        day.acknowledges(day.cast.mateo, asked, local("12:00"))

        assert day.only(day.cast.ana, RequestSeen).until == local("12:00")
        with pytest.raises(NothingToAcknowledge):
            day.acknowledges(day.cast.mateo, asked, local("13:00"))


class TestPassingOn:
    def test_the_clock_goes_on_and_the_new_owner_has_reminders_of_their_own(
        self, day: RequestDay
    ) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("12:30")

        day.passes(cast.mateo, asked, "@marta")

        day.until("13:01")
        told = day.only(cast.marta, RequestAsked)
        assert (told.by, told.covers) == (ref(cast.mateo), None)
        own = ["t1.50", "t1.75"]
        assert [name for name, _ in day.steps_of(asked)] == ["t0.50", "t0.75", *own, "breach"]
        reminded = ["RequestClosing", "RequestClosing"]
        assert kinds(day.read_by(cast.marta)) == ["RequestAsked", *reminded, "RequestMissed"]

    def test_reminders_say_what_is_left_of_the_clock_and_not_of_a_whole_window(
        self, day: RequestDay
    ) -> None:
        """Four hours from 09:00, passed on at 12:00: half of what is left is half an hour."""
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("12:00")

        day.passes(cast.mateo, asked, "@marta")

        day.until("12:30")
        closing = day.only(cast.marta, RequestClosing)
        assert (closing.left, closing.percent) == (HOUR // 2, 87)
        assert closing.due_at == local("13:00")

    def test_passed_on_past_its_window_it_says_so_and_how_long_the_turn_is(
        self, day: RequestDay
    ) -> None:
        """Due at 13:00, passed on at 13:30: a turn of four hours ends on Tuesday at 09:30."""
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("13:30")

        day.passes(cast.mateo, asked, "@marta")

        day.until("15:30")
        closing = day.only(cast.marta, RequestClosing)
        assert (closing.due_at, closing.is_late) == (local("13:00"), True)
        assert closing.own_until == local("09:30", day=1)

    @pytest.mark.parametrize(
        ("to", "refusal"),
        [("@bruno", OutsideParty), ("@mateo", AlreadyTheirs), ("@nobody", NoSuchPerson)],
    )
    def test_only_to_somebody_else_of_the_side_asked(
        self, day: RequestDay, to: str, refusal: type[Exception]
    ) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises(refusal):
            day.passes(day.cast.mateo, asked, to)

    def test_between_an_agency_and_its_client_the_refusal_names_them(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        with day.database.writing() as session:
            session.get_one(Agreement, cast.agreement_id).kind = AgreementKind.CLIENT_AGENCY

        with pytest.raises(OutsideParty) as refused:
            day.passes(cast.mateo, asked, "@bruno")

        assert refused.value == OutsideParty("Bruno", "agency")

    def test_nobody_gets_one_while_they_are_away(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        with day.database.writing() as session:
            make_absence(session, day.cast.marta)

        with pytest.raises(CannotAnswer):
            day.passes(day.cast.mateo, asked, day.cast.marta.id)

    def test_an_old_menu_passes_none_to_a_closed_account(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        day.leaves(day.cast.marta)

        with pytest.raises(CannotAnswer):
            day.passes(day.cast.mateo, asked, day.cast.marta.id)

    def test_not_by_whoever_asked(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises(NotAllowed):
            day.passes(day.cast.ana, asked, "@marta")


class TestAskingAgain:
    def test_withdrawn_it_counts_for_nobody(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)

        day.withdraws(cast.ana, asked)

        clock = day.clock_for(asked)
        assert (clock.state, clock.outcome) == ("stopped", "cancelled")
        day.until("17:00", day=1)
        assert kinds(day.read_by(cast.mateo)) == ["RequestAsked"]

    @pytest.mark.parametrize("name", ["mateo", "marta", "carla", "bruno"])
    def test_only_by_whoever_asked(self, day: RequestDay, name: str) -> None:
        asked = day.asks(day.cast.ana)

        with pytest.raises(NotAllowed):
            day.withdraws(getattr(day.cast, name), asked)

    def test_an_answer_to_something_else_lets_the_clock_go_on(self, day: RequestDay) -> None:
        """Answered after an hour, asked again an hour later: due an hour later than it was."""
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("10:00")
        day.answers(cast.mateo, asked)
        day.until("11:00")

        day.reopens(cast.ana, asked, "Faltan las de marca.")

        clock = day.clock_for(asked)
        assert (clock.state, clock.outcome, clock.stored) == ("running", None, HOUR)
        assert clock.due_at == local("14:00")
        again = day.read_by(cast.mateo)[-1]
        assert isinstance(again, RequestAsked)
        assert again.reopened == "Faltan las de marca."
        day.until("14:01")
        assert [name for name, _ in day.steps_of(asked)] == ["t0.50", "t0.75", "breach"]

    def test_the_time_since_the_answer_counts_for_no_turn_either(self, day: RequestDay) -> None:
        """Passed on at 09:30 and answered at 10:30; asked again at 16:30, answered at 16:40."""
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("09:30")
        day.passes(cast.mateo, asked, "@marta")
        day.until("10:30")
        day.answers(cast.marta, asked)
        day.until("16:30")
        day.reopens(cast.ana, asked)
        day.until("16:40")

        day.answers(cast.marta, asked)

        clock = day.clock_for(asked)
        assert (clock.consumed, clock.outcome) == (6000, "met")
        assert day.turns_of(asked) == [
            ("Mateo", 1800, "transferred"),
            ("Marta", 4200, "met"),
        ]

    def test_what_nobody_owned_when_it_was_answered_is_its_new_owner_s(
        self, day: RequestDay
    ) -> None:
        """Answered by the lead of sales after two hours; three later Bruno has the area."""
        cast = day.cast
        asked = day.asks(cast.marta, area="crm")
        day.until("11:00")
        day.answers(cast.carla, asked)
        day.gives(cast.carla, "crm", "@bruno")
        day.until("14:00")

        day.reopens(cast.marta, asked)

        day.until("16:01")
        heard = kinds(day.read_by(cast.bruno))
        reminded = ["RequestClosing", "RequestClosing"]
        assert heard == ["RequestAsked", *reminded, "RequestMissed"]
        assert "RequestClosing" not in kinds(day.read_by(cast.carla))[2:]
        assert day.turns_of(asked) == [(None, 2 * HOUR, "transferred"), ("Bruno", None, None)]

    def test_one_missed_before_stays_missed(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        day.until("14:00")
        day.answers(day.cast.mateo, asked)
        day.reopens(day.cast.ana, asked)

        day.answers(day.cast.mateo, asked)

        assert day.clock_for(asked).outcome == "missed"
        with day.database.reading() as session:
            facts = status(
                session,
                now=day.now,
                actor=acts(day.cast.ana),
                agreement_id=day.cast.agreement_id,
            )
        (window,) = [each for each in facts.windows if each.stage == "request"]
        assert (window.open, window.late, window.met, window.missed) == (0, 0, 0, 1)

    def test_for_a_working_day_and_no_longer(self, day: RequestDay) -> None:
        first, second = day.asks(day.cast.ana), day.asks(day.cast.ana)
        day.until("10:00")
        day.answers(day.cast.mateo, first)
        day.answers(day.cast.mateo, second)

        day.until("10:00", day=1)
        assert day.reopens(day.cast.ana, first).request.state == "open"
        day.until("10:00:01", day=1)
        with pytest.raises(ReopenTooLate):
            day.reopens(day.cast.ana, second)

    def test_only_an_answer_can_be_refused_and_with_a_reason(self, day: RequestDay) -> None:
        asked, gone = day.asks(day.cast.ana), day.asks(day.cast.ana)
        day.withdraws(day.cast.ana, gone)

        with pytest.raises(RequestStillOpen):
            day.reopens(day.cast.ana, asked)
        with pytest.raises(RequestWithdrawn):
            day.reopens(day.cast.ana, gone)
        day.answers(day.cast.mateo, asked)
        with pytest.raises(MissingValue):
            day.reopens(day.cast.ana, asked, "  ")
        with pytest.raises(NotAllowed):
            day.reopens(day.cast.mateo, asked)


class TestLooking:
    def test_each_reads_what_concerns_them_and_all_the_total(self, day: RequestDay) -> None:
        cast = day.cast
        seo = day.asks(cast.ana)
        urgent = day.asks(cast.mateo, area="urgent", kind=RequestKind.URGENT)
        day.withdraws(cast.ana, day.asks(cast.ana))
        day.until("13:01")

        assert day.listed(cast.mateo) == ([seo], [urgent], [], 2)
        assert day.listed(cast.ana) == ([urgent], [seo], [], 2)
        assert day.listed(cast.marta) == ([], [], [seo], 2)
        assert day.listed(cast.carla) == ([], [], [urgent], 2)
        assert day.listed(cast.elena) == ([], [], [], 2)
        with pytest.raises(NotAMember):
            day.listed(cast.diego)

    def test_buttons_are_for_whom_they_work(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)

        def may(person: Person) -> tuple[str, ...]:
            with day.database.reading() as session:
                return show_request(session, now=day.now, actor=acts(person), request=asked).may

        assert may(cast.mateo) == ("answer", "ack", "pass")
        assert may(cast.ana) == ("withdraw",)
        assert may(cast.bruno) == ()
        day.answers(cast.mateo, asked)
        assert (may(cast.mateo), may(cast.ana)) == ((), ("reopen",))
        day.until("17:00", day=2)
        assert may(cast.ana) == ()

    def test_the_story_tells_who_did_what_and_what_the_clock_did(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("11:30")
        day.answers(cast.mateo, asked)

        with day.database.reading() as session:
            story = why_request(
                session,
                now=day.now,
                actor=acts(cast.bruno),
                agreement_id=cast.agreement_id,
                request=asked,
            )

        assert [(line.kind, line.actor) for line in story.lines] == [
            ("request.asked", "Ana"),
            ("request.given", None),
            ("clock.started", None),
            ("clock.reminded", None),
            ("request.answered", "Mateo"),
            ("clock.stopped", None),
        ]
        assert story.clock is not None
        assert (story.clock.consumed, story.clock.outcome) == (2 * HOUR + HOUR // 2, "met")


class TestMessagesAfterwards:
    def test_what_was_told_shrinks_and_the_flag_says_what_came_of_it(self, day: RequestDay) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("13:01")
        day.all_sent()

        day.answers(cast.mateo, asked)

        handled = day.now_says(cast.mateo)
        assert all(isinstance(each, RequestHandled) for each in handled)
        assert {each.what for each in handled if isinstance(each, RequestHandled)} == {"answered"}
        posted, flag = day.now_says(WORKING_CHANNEL)
        assert isinstance(posted, RequestPosted)
        assert posted.request.state == "answered"
        assert isinstance(flag, RequestsFlagged)
        assert [line.outcome for line in flag.requests] == ["answered"]

    def test_asked_again_the_flag_waits_again_and_the_reply_loses_its_button(
        self, day: RequestDay
    ) -> None:
        cast = day.cast
        asked = day.asks(cast.ana)
        day.until("13:01")
        day.all_sent()
        day.answers(cast.mateo, asked)
        day.all_sent()

        day.reopens(cast.ana, asked)

        flags = [
            each for each in day.now_says(WORKING_CHANNEL) if isinstance(each, RequestsFlagged)
        ]
        assert [line.outcome for flag in flags for line in flag.requests] == ["missed"]
        (reply,) = day.now_says(cast.ana)
        assert isinstance(reply, RequestHandled)
        assert reply.what == "reopened"

    def test_a_reply_of_an_answer_that_stands_keeps_its_button(self, day: RequestDay) -> None:
        asked = day.asks(day.cast.ana)
        day.answers(day.cast.mateo, asked)
        day.all_sent()

        day.reopens(day.cast.ana, asked)
        day.answers(day.cast.mateo, asked)
        day.all_sent()

        replies = [each for each in day.now_says(day.cast.ana) if isinstance(each, RequestReplied)]
        assert len(replies) == 1
