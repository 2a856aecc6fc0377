"""An area says what it means, goes by several names, and is removed by the lead of its side."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.notices.responsibilities import AreaFacts, AreaTaken
from bot.rules.refusals import NotAllowed, ValueTooLong
from bot.rules.responsibilities import AreaGone, OutsideParty
from bot.usecases.actors import ref_of
from bot.usecases.responsibilities import AreaChange, change_area, list_areas, remove_area
from models import Person
from models.database import Database
from tests.usecases.builders import MONDAY, acts, make_cast
from tests.usecases.test_responsibilities import Areas
from tests.usecases.told import kinds_told, told

CHANGE = AreaChange(
    owner="@mateo",
    backup="@marta",
    meaning_en="Being found.",
    meaning_es="Que nos encuentren.",
    synonyms="Google,  posicionamiento ; Google, backlinks,",
)


@pytest.fixture
def areas(database: Database) -> Iterator[Areas]:
    with database.writing() as session:
        yield Areas(session)


def seo(areas: Areas) -> AreaFacts:
    (found,) = areas.answer(areas.cast.ana, "seo").hits
    return found


def change(areas: Areas, by: Person, wanted: AreaChange = CHANGE) -> AreaFacts:
    area_id = seo(areas).id
    assert area_id is not None
    return change_area(areas.session, now=MONDAY, actor=acts(by), area_id=area_id, change=wanted)


def remove(areas: Areas, by: Person, area: AreaFacts) -> AreaFacts:
    assert area.id is not None
    return remove_area(areas.session, now=MONDAY, actor=acts(by), area_id=area.id)


def test_an_area_is_changed_in_one_go(areas: Areas) -> None:
    changed = change(areas, areas.cast.marta)

    assert (changed.owner, changed.backup) == (ref_of(areas.cast.mateo), ref_of(areas.cast.marta))
    assert (changed.meaning_en, changed.meaning_es) == ("Being found.", "Que nos encuentren.")
    assert changed.synonyms == "Google, posicionamiento, backlinks"
    assert kinds_told(areas.session, areas.cast.mateo.slack_id) == ["AreaGiven"]


def test_a_new_synonym_is_found_and_one_taken_out_is_not(areas: Areas) -> None:
    change(areas, areas.cast.marta)

    assert [hit.slug for hit in areas.answer(areas.cast.ana, "los backlinks").hits] == ["seo"]
    assert areas.answer(areas.cast.ana, "keywords").hits == ()


def test_only_the_lead_of_its_side_changes_or_removes_it(areas: Areas) -> None:
    cast, area = areas.cast, seo(areas)

    for outsider in (cast.carla, cast.mateo, cast.ana, cast.elena, cast.alba):
        with pytest.raises(NotAllowed):
            change(areas, outsider)
        with pytest.raises(NotAllowed):
            remove(areas, outsider, area)
    for stranger in (cast.diego, make_cast(areas.session, team_id="T2").marta):
        with pytest.raises(AreaGone):
            remove(areas, stranger, area)


def test_a_change_that_cannot_be_is_refused(areas: Areas) -> None:
    with pytest.raises(OutsideParty):
        change(areas, areas.cast.marta, replace(CHANGE, owner="@ana"))
    with pytest.raises(ValueTooLong):
        change(areas, areas.cast.marta, replace(CHANGE, meaning_es="a" * 201))
    with pytest.raises(ValueTooLong):
        change(areas, areas.cast.marta, replace(CHANGE, synonyms="a" * 501))
    assert change(areas, areas.cast.marta, replace(CHANGE, meaning_es="a" * 200)).meaning_es


def test_a_removed_area_is_neither_listed_nor_found_and_its_owner_is_told(areas: Areas) -> None:
    change(areas, areas.cast.marta)

    removed = remove(areas, areas.cast.marta, seo(areas))

    assert removed.slug == "seo"
    assert areas.answer(areas.cast.ana, "seo").hits == ()
    listed = list_areas(
        areas.session,
        now=MONDAY,
        actor=acts(areas.cast.ana),
        agreement_id=areas.cast.agreement_id,
    )
    assert len(listed) == 5
    taken = [each for each in told(areas.session, "UMATEO") if isinstance(each, AreaTaken)]
    assert [each.area.owner for each in taken] == [None]
    with pytest.raises(AreaGone):
        remove(areas, areas.cast.marta, removed)


def test_a_removed_area_given_again_comes_back_with_its_names(areas: Areas) -> None:
    change(areas, areas.cast.marta)
    remove(areas, areas.cast.marta, seo(areas))

    given = areas.give(areas.cast.marta, "SEO", "@mateo", is_new=True)

    assert (given.slug, given.owner) == ("seo", ref_of(areas.cast.mateo))
    assert given.synonyms == "Google, posicionamiento, backlinks"


def test_who_left_the_workspace_answers_for_nothing(areas: Areas) -> None:
    areas.give(areas.cast.carla, "crm", "@ana", "@bruno")
    areas.cast.ana.is_deactivated = True
    areas.session.flush()

    answer = areas.answer(areas.cast.marta, "crm")

    (crm,) = answer.hits
    assert (crm.owner, crm.former) == (None, ref_of(areas.cast.ana))
    assert crm.backup == ref_of(areas.cast.bruno)
    assert answer.ask == (ref_of(areas.cast.carla),)


def test_who_may_change_an_area_is_told_so(areas: Areas) -> None:
    cast = areas.cast

    assert areas.answer(cast.marta, "seo").may_change
    assert not areas.answer(cast.carla, "seo").may_change
    assert not areas.answer(cast.mateo, "seo").may_change
    assert not areas.answer(cast.marta, "nadie sabe qué").may_change
