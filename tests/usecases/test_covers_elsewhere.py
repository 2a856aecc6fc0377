"""Whoever covers for somebody does so in the agreements where they are of the same side.

Ana and Bruno are reps of one agreement. In another, the north's, Ana is a rep and Bruno is of
marketing; Mateo is of marketing in both, Diego only there.
"""

from uuid import UUID

import pytest

from bot.notices.absence import CoverBegan
from bot.notices.leads import MissReported
from bot.notices.people import PersonRef
from bot.notices.requests import RequestAsked, RequestUnowned
from bot.rules.refusals import NoSuchLead, NotAllowed
from bot.usecases.absence.beginning import begin
from bot.usecases.actors import ref_of
from bot.usecases.leads.listing import Which, list_leads, show_lead
from bot.usecases.leads.naming import lead_at_start
from bot.usecases.leads.storing import NewLead, store_lead
from bot.usecases.requests.answering import answer_request
from bot.usecases.requests.filing import RequestDraft, file_request
from bot.usecases.responsibilities import who_is
from bot.usecases.status import status
from models import Agreement, Role
from models.database import Database
from tests.usecases.areas import make_areas
from tests.usecases.builders import (
    acts,
    make_absence,
    make_agreement,
    make_calendar,
    make_member,
    make_window,
)
from tests.usecases.requestwork import RequestDay


class TwoAgreements(RequestDay):
    """A day of the first agreement, with the north's beside it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        cast = self.cast
        with database.writing() as session:
            self.north: Agreement = make_agreement(
                session, cast.alba, name="Norte", channel_id="CNORTE"
            )
            make_window(session, make_calendar(session, self.north), "first_touch")
            for person, party, role in (
                (cast.marta, "marketing", Role.LEAD),
                (cast.mateo, "marketing", Role.MEMBER),
                (cast.diego, "marketing", Role.MEMBER),
                (cast.bruno, "marketing", Role.MEMBER),
                (cast.carla, "sales", Role.LEAD),
                (cast.ana, "sales", Role.MEMBER),
            ):
                make_member(session, self.north, person, party, role)
            make_areas(session, self.north, urgent=cast.ana)

    def lead_of_ana(self, agreement: Agreement, company: str) -> UUID:
        """Have a source give Ana a lead of one of the agreements."""
        new = NewLead(name="Laura", company=company, owner_id=self.cast.ana.id)
        with self.database.writing() as session:
            lead, _ = store_lead(session, now=self.now, agreement=agreement, new=new, by=None)
            return lead.id

    def asks_the_north(self) -> UUID:
        """Have Marta ask the north's Ana for something urgent."""
        draft = RequestDraft("Un cliente no puede entrar", "urgent")
        with self.database.writing() as session:
            return file_request(
                session,
                now=self.now,
                actor=acts(self.cast.marta),
                agreement_id=self.north.id,
                draft=draft,
            ).request.id


@pytest.fixture
def day(database: Database) -> TwoAgreements:
    return TwoAgreements(database)


class TestRightsOfWhoeverCoversElsewhere:
    """Bruno covers for Ana: in the first agreement he may what she may, in the north nothing."""

    @pytest.fixture(autouse=True)
    def _ana_leaves(self, day: TwoAgreements) -> None:
        self.asked = day.asks(day.cast.marta, area="urgent")
        self.asked_up_north = day.asks_the_north()
        with day.database.writing() as session:
            make_absence(session, day.cast.ana, cover=day.cast.bruno)

    def test_a_request_is_answered_only_where_they_are_of_one_side(
        self, day: TwoAgreements
    ) -> None:
        with day.database.writing() as session, pytest.raises(NotAllowed):
            answer_request(
                session,
                now=day.now,
                actor=acts(day.cast.bruno),
                request=self.asked_up_north,
                text="Ya puede.",
            )

        assert day.answers(day.cast.bruno, self.asked).request.state == "answered"

    def test_a_lead_is_seen_and_listed_only_where_they_are_of_one_side(
        self, day: TwoAgreements
    ) -> None:
        here = day.lead_of_ana(day.cast.agreement, "Acme")
        there = day.lead_of_ana(day.north, "Acme")
        bruno = acts(day.cast.bruno)

        with day.database.reading() as session:
            assert show_lead(session, now=day.now, actor=bruno, lead=here).may
            with pytest.raises(NoSuchLead):
                show_lead(session, now=day.now, actor=bruno, lead=there)
            listed = [
                list_leads(
                    session, now=day.now, actor=bruno, agreement_id=agreement_id, which=Which.MINE
                )
                for agreement_id in (day.cast.agreement_id, day.north.id)
            ]
        assert [each.total for each in listed] == [1, 0]

    def test_first_words_name_a_lead_only_where_they_are_of_one_side(
        self, day: TwoAgreements
    ) -> None:
        for agreement in (day.cast.agreement, day.north):
            day.lead_of_ana(agreement, "Vitrina Real")

        with day.database.reading() as session:
            named = [
                lead_at_start(
                    session,
                    now=day.now,
                    actor=acts(day.cast.bruno),
                    agreement_id=agreement_id,
                    text="vitrina",
                )
                for agreement_id in (day.cast.agreement_id, day.north.id)
            ]

        assert [each.lead.startswith("L-") for each in named] == [True, False]

    def test_what_is_late_is_named_only_where_they_are_of_one_side(
        self, day: TwoAgreements
    ) -> None:
        for agreement in (day.cast.agreement, day.north):
            day.lead_of_ana(agreement, "Acme")
        day.until("14:00")

        with day.database.reading() as session:
            late = [
                status(
                    session, now=day.now, actor=acts(day.cast.bruno), agreement_id=agreement_id
                ).late
                for agreement_id in (day.cast.agreement_id, day.north.id)
            ]

        assert [len(each) for each in late] == [1, 0]


def test_what_the_leads_of_a_side_are_told_goes_to_no_cover_of_another_side(
    day: TwoAgreements,
) -> None:
    """Bruno covers for Carla, who leads sales in both."""
    with day.database.writing() as session:
        make_absence(session, day.cast.carla, cover=day.cast.bruno)
    here = day.lead_of_ana(day.cast.agreement, "Acme")
    day.lead_of_ana(day.north, "Vitrina")

    day.until("13:01")

    assert day.only(day.cast.bruno, MissReported).lead.id == here
    assert len([each for each in day.read_by(day.cast.carla) if type(each) is MissReported]) == 2


class TestWhoIsAskedWhileTheOwnerIsAway:
    """Mateo answers for SEO; Diego, of the north's marketing only, covers for him."""

    @pytest.fixture(autouse=True)
    def _mateo_leaves(self, day: TwoAgreements) -> None:
        with day.database.writing() as session:
            make_absence(session, day.cast.mateo, cover=day.cast.diego)

    def test_nobody_outside_the_agreement_is_and_the_leads_of_the_side_are_told(
        self, day: TwoAgreements
    ) -> None:
        day.asks(day.cast.ana)

        assert day.read_by(day.cast.diego) == []
        assert day.only(day.cast.marta, RequestUnowned).request.owner is None
        assert cover_named(day) is None

    def test_the_line_of_covers_is_followed_to_whoever_is_of_the_side(
        self, day: TwoAgreements
    ) -> None:
        with day.database.writing() as session:
            make_absence(session, day.cast.diego, cover=day.cast.marta)

        day.asks(day.cast.ana)

        assert day.only(day.cast.marta, RequestAsked).covers == ref_of(day.cast.mateo)
        assert cover_named(day) == ref_of(day.cast.marta)

    def test_else_it_is_the_backup(self, day: TwoAgreements) -> None:
        day.gives(day.cast.marta, "seo", "@mateo", "@marta")

        day.asks(day.cast.ana)

        assert day.only(day.cast.marta, RequestAsked).covers == ref_of(day.cast.mateo)
        assert cover_named(day) == ref_of(day.cast.marta)

    def test_a_backup_who_is_away_as_well_is_asked_of_nothing(self, day: TwoAgreements) -> None:
        day.gives(day.cast.marta, "seo", "@mateo", "@marta")
        with day.database.writing() as session:
            make_absence(session, day.cast.marta)

        day.asks(day.cast.ana)

        assert day.only(day.cast.marta, RequestUnowned)
        assert cover_named(day) is None


def cover_named(day: TwoAgreements) -> PersonRef | None:
    """Return whom people are told answers for SEO while Mateo is away."""
    with day.database.reading() as session:
        found = who_is(
            session,
            now=day.now,
            actor=acts(day.cast.ana),
            agreement_id=day.cast.agreement_id,
            area="seo",
        )
    return found.hits[0].cover


def test_as_an_absence_begins_each_cover_reads_what_is_theirs_to_look_after(
    day: TwoAgreements,
) -> None:
    """Diego covers for Mateo, and Marta for Diego: what is asked here was never his."""
    cast = day.cast
    asked = day.asks(cast.ana)

    with day.database.writing() as session:
        make_absence(session, cast.diego, cover=cast.marta)
        begin(session, now=day.now, row=make_absence(session, cast.mateo, cover=cast.diego))

    assert day.read_by(cast.diego) == []
    assert [each.id for each in day.only(cast.marta, CoverBegan).requests] == [asked]


def test_a_cover_reads_nothing_of_an_agreement_in_which_they_have_no_part(
    day: TwoAgreements,
) -> None:
    cast = day.cast
    day.asks(cast.ana)

    with day.database.writing() as session:
        begin(session, now=day.now, row=make_absence(session, cast.mateo, cover=cast.diego))

    assert day.only(cast.diego, CoverBegan).requests == ()
