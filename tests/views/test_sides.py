"""Between a client and an agency nobody reads of marketing or sales: the two take their places."""

import re

import pytest

from bot.locales.__main__ import written
from bot.notices import leads
from bot.notices.digests import Digest
from bot.notices.people import Reader
from bot.notices.status import ClockStory, LeadList
from bot.rules.refusals import LeadIsRejected, NotAllowed, PersonCannotOwn, UndoTooLate
from bot.rules.rights import RIGHTS
from bot.rules.terms import AgreementKind
from bot.views import render
from bot.views.examples import EXAMPLES
from bot.views.modals.examples import FORMS
from bot.views.refusals import refusal_text
from bot.views.sides import TWINS
from bot.views.translate import Translator
from tests.views.walking import texts_of

THE_OTHER_SIDES = re.compile(r"\b(marketing|sales|ventas)\b", re.IGNORECASE)
AGENCYS = [
    Reader("en", "America/New_York", "US", AgreementKind.CLIENT_AGENCY),
    Reader("es", "America/Bogota", "CO", AgreementKind.CLIENT_AGENCY),
]
EACH_READER = pytest.mark.parametrize("reader", AGENCYS, ids=lambda reader: reader.language)
ABOUT_LEADS = [
    name
    for name, notice in EXAMPLES.items()
    if type(notice).__module__ == leads.__name__
    or isinstance(notice, Digest | ClockStory | LeadList)
]
NAMES_OF_SIDES = {
    "Marketing",
    "Sales",
    "Marketing and sales",
    "For marketing",
    "For sales",
    "Who speaks for marketing",
    "Who speaks for sales",
}
"""What a side is called where there is one, and the lines of the form that chooses the kind."""


def test_a_sentence_that_names_a_side_has_a_twin_for_the_other_kind_of_agreement() -> None:
    naming = {str(each.id) for each in written() if THE_OTHER_SIDES.search(str(each.id))}

    assert naming - NAMES_OF_SIDES == set(TWINS)


def test_a_twin_names_the_agency_or_the_client_in_both_languages() -> None:
    spanish = {each.id: str(each.string) for each in written()}
    said = [words for twin in TWINS.values() for words in (twin, spanish[twin])]

    assert [words for words in said if THE_OTHER_SIDES.search(words)] == []
    assert [words for words in said if not re.search("agen|client", words, re.IGNORECASE)] == []


@EACH_READER
@pytest.mark.parametrize("name", ABOUT_LEADS)
def test_a_message_about_leads_names_the_sides_of_its_agreement(name: str, reader: Reader) -> None:
    shown = " ".join(texts_of(render(EXAMPLES[name], reader)))

    assert not THE_OTHER_SIDES.search(shown), shown


@EACH_READER
@pytest.mark.parametrize("name", [each for each in FORMS if "reject" in each])
def test_the_form_that_returns_a_lead_says_to_whom(name: str, reader: Reader) -> None:
    shown = " ".join(texts_of(FORMS[name](Translator(reader))))

    assert not THE_OTHER_SIDES.search(shown), shown


@EACH_READER
@pytest.mark.parametrize(
    "refusal",
    [
        LeadIsRejected("L-7K3F"),
        PersonCannotOwn("Luis"),
        UndoTooLate("L-7K3F"),
        *(NotAllowed(action, tuple(seats)) for action, seats in RIGHTS.items()),
    ],
    ids=lambda refusal: " ".join(str(each) for each in (type(refusal).__name__, *refusal.args)),
)
def test_a_refusal_names_whoever_may_by_their_side(
    refusal: LeadIsRejected | NotAllowed, reader: Reader
) -> None:
    assert not THE_OTHER_SIDES.search(refusal_text(refusal, Translator(reader)))
