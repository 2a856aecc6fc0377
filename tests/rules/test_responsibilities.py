"""An area is found by whatever people call it."""

import pytest

from bot.rules.responsibilities import STARTING_AREAS, AreaName, find_area, slug_of, stems

AREAS = [area for _, area in STARTING_AREAS]

FOUND = {
    "its name": ("SEO", "seo"),
    "its Spanish name": ("Contenido", "content"),
    "its English name": ("content", "content"),
    "any case": ("cOnTeNiDo", "content"),
    "a plural of a singular name": ("contenidos", "content"),
    "a singular of a plural name": ("red social", "social"),
    "an English plural in -ies": ("emergencies", "urgent"),
    "its singular in -y": ("emergency", "urgent"),
    "a synonym without its accent": ("articulos", "content"),
    "a synonym with its accent": ("artículos", "content"),
    "an accent typed as two characters": ("arti\u0301culos", "content"),
    "a whole question": ("¿quién es responsable de las redes?", "social"),
    "some words of a longer name": ("solicitud urgente", "urgent"),
    "more words than the name has": ("posicionamiento en Google de la web", "seo"),
    "an abbreviation": ("mql", "follow-up"),
    "its plural": ("MQLs", "follow-up"),
    "a hyphen or none": ("follow-up", "follow-up"),
    "the name beside its verb": ("actualización CRM", "crm"),
}


@pytest.mark.parametrize(("asked", "slug"), FOUND.values(), ids=FOUND.keys())
def test_an_area_is_found_by(asked: str, slug: str) -> None:
    assert [area.slug for area in find_area(asked, AREAS).hits] == [slug]


def test_an_exact_name_wins_over_names_that_contain_it() -> None:
    areas = [AreaName("seo", "SEO", "SEO"), AreaName("local", "Local SEO", "SEO local")]

    assert [area.slug for area in find_area("seo", areas).hits] == ["seo"]


def test_words_that_fit_several_areas_bring_all_of_them() -> None:
    areas = [
        AreaName("blog", "Blog content", "Contenido del blog"),
        AreaName("video", "Video content", "Contenido de video"),
    ]

    assert [area.slug for area in find_area("contenido", areas).hits] == ["blog", "video"]


def test_a_slip_of_the_finger_brings_the_nearest() -> None:
    found = find_area("contnido", AREAS)

    assert found.hits == ()
    assert [area.slug for area in found.nearest] == ["content"]


@pytest.mark.parametrize("asked", ["xyzzy", "", "   ", "¿?", "🙂", "de la"], ids=repr)
def test_what_names_nothing_brings_nothing(asked: str) -> None:
    found = find_area(asked, AREAS)

    assert (found.hits, found.nearest) == ((), ())


def test_at_most_three_of_the_nearest_are_offered() -> None:
    areas = [AreaName(f"a{n}", f"Contents {n}x", f"Contents {n}x") for n in range(5)]

    assert len(find_area("contentz", areas).nearest) == 3


def test_no_two_starting_areas_share_a_name() -> None:
    named = [
        words
        for area in AREAS
        for words in {stems(name) for name in (area.slug, area.name_en, area.name_es)}
    ]

    assert len(named) == len(set(named))


def test_each_side_starts_with_three_areas() -> None:
    assert [party.value for party, _ in STARTING_AREAS] == ["marketing"] * 3 + ["sales"] * 3


def test_a_slug_is_plain_words_joined_by_hyphens() -> None:
    assert slug_of("  Atención   a Clientes! ") == "atencion-a-clientes"
    assert slug_of("🙂") == ""
