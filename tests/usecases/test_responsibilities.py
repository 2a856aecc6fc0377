"""Who answers for what: anybody may ask, a side's lead decides."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.notices.responsibilities import (
    AreaBoard,
    AreaFacts,
    AreaGiven,
    PersonAreas,
    WhoAnswer,
)
from bot.rules.refusals import MissingValue, NoSuchPerson, NotAllowed, NotAMember, ValueTooLong
from bot.rules.responsibilities import (
    STARTING_AREAS,
    BackupIsOwner,
    NoSuchArea,
    OutsideParty,
    WhichArea,
)
from bot.rules.terms import AgreementKind
from bot.usecases.actors import ref_of
from bot.usecases.responsibilities import (
    area_board,
    areas_of_person,
    give_area,
    list_areas,
    may_give_areas,
    remove_area,
    who_is,
)
from models import Agreement, Event, Person, Responsibility
from models.database import Database
from tests.usecases.builders import MONDAY, Cast, acts, make_absence, make_cast
from tests.usecases.told import kinds_told, told


class Areas:
    """An agreement with the six areas, and short ways to ask and to give."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.cast: Cast = make_cast(session)
        for party, area in STARTING_AREAS:
            session.add(
                Responsibility(
                    agreement_id=self.cast.agreement_id,
                    slug=area.slug,
                    name_en=area.name_en,
                    name_es=area.name_es,
                    synonyms=area.synonyms,
                    meaning_en=area.meaning_en,
                    meaning_es=area.meaning_es,
                    party=party.value,
                    changed_at=MONDAY,
                )
            )
        session.flush()

    def give(
        self, by: Person, area: str, owner: str, backup: str | None = None, *, is_new: bool = False
    ) -> AreaFacts:
        return give_area(
            self.session,
            now=MONDAY,
            actor=acts(by),
            agreement_id=self.cast.agreement_id,
            area=area,
            owner=owner,
            backup=backup,
            is_new=is_new,
        )

    def answer(self, by: Person, area: str) -> WhoAnswer:
        return who_is(
            self.session,
            now=MONDAY,
            actor=acts(by),
            agreement_id=self.cast.agreement_id,
            area=area,
        )


@pytest.fixture
def areas(database: Database) -> Iterator[Areas]:
    with database.writing() as session:
        yield Areas(session)


def test_anybody_of_the_agreement_learns_who_answers_for_an_area(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.marta, "SEO", "@mateo")

    for asker in (cast.marta, cast.mateo, cast.carla, cast.ana, cast.elena):
        (seo,) = areas.answer(asker, "posicionamiento").hits
        assert seo.owner == ref_of(cast.mateo)


def test_nobody_outside_the_agreement_does(areas: Areas) -> None:
    with pytest.raises(NotAMember):
        areas.answer(areas.cast.diego, "seo")


def test_an_area_without_an_owner_names_whom_to_ask(areas: Areas) -> None:
    answer = areas.answer(areas.cast.ana, "crm")

    assert [hit.owner for hit in answer.hits] == [None]
    assert answer.ask == (ref_of(areas.cast.carla),)


def test_an_unknown_area_brings_the_nearest_and_both_leads(areas: Areas) -> None:
    answer = areas.answer(areas.cast.ana, "contnido")

    assert answer.hits == ()
    assert [area.slug for area in answer.nearest] == ["content"]
    assert answer.ask == (ref_of(areas.cast.marta), ref_of(areas.cast.carla))


@pytest.mark.parametrize("asked", ["¿xyzzy?", " xyzzy? ", '"xyzzy"'])
def test_what_was_asked_comes_back_without_the_marks_around_it(areas: Areas, asked: str) -> None:
    assert areas.answer(areas.cast.ana, asked).asked == "xyzzy"


def of_person(areas: Areas, by: Person, person: str) -> PersonAreas:
    there = areas.cast.agreement_id
    return areas_of_person(
        areas.session, now=MONDAY, actor=acts(by), agreement_id=there, person=person
    )


def test_a_person_answers_for_what_they_own_cover_and_back_up(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.carla, "crm", "@bruno", "@ana")
    areas.give(cast.carla, "follow-up", "@ana", "@bruno")
    areas.give(cast.carla, "urgent", "@carla", "@bruno")
    make_absence(areas.session, cast.ana, cover=cast.bruno)

    found = of_person(areas, cast.elena, "@bruno")

    assert found.person == ref_of(cast.bruno)
    lists = (found.owned, found.covered, found.backed_up)
    assert [[each.slug for each in listed] for listed in lists] == [
        ["crm"],
        ["follow-up"],
        ["urgent"],
    ]


def test_a_person_without_areas_and_one_nobody_knows_are_told_apart(areas: Areas) -> None:
    assert of_person(areas, areas.cast.ana, "@elena") == PersonAreas(ref_of(areas.cast.elena))
    with pytest.raises(NoSuchPerson):
        of_person(areas, areas.cast.ana, "@nadie")
    with pytest.raises(NotAMember):
        of_person(areas, areas.cast.diego, "@ana")


def test_an_area_that_was_not_there_before_is_called_new(areas: Areas) -> None:
    cast = areas.cast

    assert areas.give(cast.marta, "zzz", "@mateo").is_new
    assert not areas.give(cast.marta, "zzz", "@marta").is_new
    assert not areas.give(cast.marta, "seo", "@mateo").is_new


def test_a_removed_area_that_comes_back_is_new_again(areas: Areas) -> None:
    marta = areas.cast.marta
    made = areas.give(marta, "zzz", "@mateo")
    assert made.id is not None
    remove_area(areas.session, now=MONDAY, actor=acts(marta), area_id=made.id)

    assert areas.give(marta, "zzz", "@mateo").is_new


def test_while_the_owner_is_away_the_answer_names_the_cover_and_until_when(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.carla, "crm", "@ana", "@carla")
    away = make_absence(areas.session, cast.ana, cover=cast.bruno)

    (crm,) = areas.answer(cast.marta, "crm").hits

    assert (crm.owner, crm.cover) == (ref_of(cast.ana), ref_of(cast.bruno))
    assert crm.away_until == away.ends_at


def test_without_a_cover_the_backup_answers(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.carla, "crm", "@ana", "@bruno")
    make_absence(areas.session, cast.ana)

    (crm,) = areas.answer(cast.marta, "crm").hits

    assert crm.cover == ref_of(cast.bruno)


def test_an_absence_that_is_over_or_to_come_changes_nothing(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.carla, "crm", "@ana", "@bruno")
    week, second = timedelta(days=7), timedelta(seconds=1)
    make_absence(areas.session, cast.ana, starts_at=MONDAY - week, ends_at=MONDAY)
    make_absence(areas.session, cast.ana, starts_at=MONDAY + second, ends_at=MONDAY + week)

    (crm,) = areas.answer(cast.marta, "crm").hits

    assert (crm.cover, crm.away_until) == (None, None)


def test_all_areas_are_listed_side_by_side(areas: Areas) -> None:
    listed = list_areas(
        areas.session,
        now=MONDAY,
        actor=acts(areas.cast.elena),
        agreement_id=areas.cast.agreement_id,
    )

    assert [(area.party, area.slug) for area in listed] == [
        ("marketing", "content"),
        ("marketing", "seo"),
        ("marketing", "social"),
        ("sales", "crm"),
        ("sales", "follow-up"),
        ("sales", "urgent"),
    ]


def test_giving_an_area_is_offered_to_whoever_leads_a_side_and_the_others_hear_whom_to_ask(
    areas: Areas,
) -> None:
    cast = areas.cast

    def board(person: Person) -> AreaBoard:
        return area_board(
            areas.session, now=MONDAY, actor=acts(person), agreement_id=cast.agreement_id
        )

    assert [board(each).may_give for each in (cast.marta, cast.carla)] == [True, True]
    assert [board(each).may_give for each in (cast.mateo, cast.ana, cast.elena)] == [False] * 3
    assert board(cast.ana).ask == (ref_of(cast.marta), ref_of(cast.carla))


def test_who_may_not_give_an_area_is_told_so_with_names_before_any_form(areas: Areas) -> None:
    cast = areas.cast

    def check(person: Person) -> None:
        may_give_areas(
            areas.session, now=MONDAY, actor=acts(person), agreement_id=cast.agreement_id
        )

    check(cast.marta)
    check(cast.carla)
    with pytest.raises(NotAllowed) as refused:
        check(cast.ana)

    assert refused.value.people == (("side_lead", (cast.carla.name,)),)


def test_the_new_owner_and_the_former_one_are_told(areas: Areas) -> None:
    cast = areas.cast
    areas.give(cast.carla, "crm", "@ana")

    areas.give(cast.carla, "crm", "@bruno")

    assert sorted(kinds_told(areas.session, cast.ana.slack_id)) == ["AreaGiven", "AreaTaken"]
    (given,) = told(areas.session, cast.bruno.slack_id)
    assert isinstance(given, AreaGiven)
    assert (given.area.slug, given.by) == ("crm", ref_of(cast.carla))


def test_nobody_is_told_what_they_did_themselves(areas: Areas) -> None:
    areas.give(areas.cast.carla, "crm", "@carla")

    assert told(areas.session, areas.cast.carla.slack_id) == []


def test_giving_the_same_again_tells_nobody_and_leaves_no_trace(areas: Areas) -> None:
    areas.give(areas.cast.carla, "crm", "@ana", "@bruno")

    areas.give(areas.cast.carla, "crm", "@ana", "@bruno")

    assert kinds_told(areas.session, areas.cast.ana.slack_id) == ["AreaGiven"]
    events = areas.session.exec(select(Event).where(Event.kind == "area_given")).all()
    assert len(events) == 1


def test_another_backup_is_kept_without_telling_the_owner_again(areas: Areas) -> None:
    areas.give(areas.cast.carla, "crm", "@ana", "@bruno")

    crm = areas.give(areas.cast.carla, "crm", "@ana", "@carla")

    assert crm.backup == ref_of(areas.cast.carla)
    assert kinds_told(areas.session, areas.cast.ana.slack_id) == ["AreaGiven"]


def test_only_the_lead_of_its_side_gives_an_area(areas: Areas) -> None:
    cast = areas.cast

    for outsider in (cast.carla, cast.mateo, cast.ana, cast.elena, cast.alba):
        with pytest.raises(NotAllowed):
            areas.give(outsider, "seo", "@mateo")


def test_an_area_stays_on_its_side(areas: Areas) -> None:
    with pytest.raises(OutsideParty) as refused:
        areas.give(areas.cast.marta, "seo", "@ana")

    assert refused.value == OutsideParty("Ana", "marketing")


def test_between_an_agency_and_its_client_the_refusal_names_them(areas: Areas) -> None:
    areas.session.get_one(Agreement, areas.cast.agreement_id).kind = AgreementKind.CLIENT_AGENCY

    with pytest.raises(OutsideParty) as refused:
        areas.give(areas.cast.marta, "seo", "@ana")

    assert refused.value == OutsideParty("Ana", "agency")


def test_somebody_outside_the_agreement_owns_nothing(areas: Areas) -> None:
    with pytest.raises(OutsideParty):
        areas.give(areas.cast.marta, "seo", "@diego")
    with pytest.raises(NoSuchPerson):
        areas.give(areas.cast.marta, "seo", "@nobody")
    with pytest.raises(OutsideParty):
        areas.give(areas.cast.marta, "seo", "@mateo", "@ana")


def test_nobody_stands_in_for_themselves(areas: Areas) -> None:
    with pytest.raises(BackupIsOwner):
        areas.give(areas.cast.carla, "crm", "@ana", "ana@example.com")


def test_a_lead_makes_a_new_area_on_their_own_side(areas: Areas) -> None:
    made = areas.give(areas.cast.marta, "  Eventos   y ferias ", "@mateo")

    assert (made.slug, made.name_es, made.party) == (
        "eventos-y-ferias",
        "Eventos y ferias",
        "marketing",
    )
    (found,) = areas.answer(areas.cast.ana, "ferias").hits
    assert found.owner == ref_of(areas.cast.mateo)


def test_a_name_near_another_is_asked_about_first(areas: Areas) -> None:
    with pytest.raises(NoSuchArea) as refused:
        areas.give(areas.cast.marta, "contnido", "@mateo")
    assert [area.slug for area in refused.value.nearest] == ["content"]

    made = areas.give(areas.cast.marta, "contnido", "@mateo", is_new=True)

    assert made.slug == "contnido"


def test_a_name_that_fits_several_areas_asks_which(areas: Areas) -> None:
    areas.give(areas.cast.marta, "Video corporativo", "@mateo", is_new=True)
    areas.give(areas.cast.marta, "Video vertical", "@mateo", is_new=True)

    with pytest.raises(WhichArea) as refused:
        areas.give(areas.cast.marta, "videos", "@marta")

    assert [area.slug for area in refused.value.choices] == ["video-corporativo", "video-vertical"]


def test_a_member_makes_no_area(areas: Areas) -> None:
    with pytest.raises(NotAllowed):
        areas.give(areas.cast.ana, "Eventos", "@ana")


def test_a_name_is_some_letters_but_not_a_page(areas: Areas) -> None:
    with pytest.raises(MissingValue):
        areas.give(areas.cast.marta, "🙂", "@mateo", is_new=True)
    with pytest.raises(ValueTooLong):
        areas.give(areas.cast.marta, "a" * 81, "@mateo", is_new=True)
    assert areas.give(areas.cast.marta, "a" * 80, "@mateo", is_new=True).slug == "a" * 80
