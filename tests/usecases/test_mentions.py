"""Asked by name in a channel the bot says who and how much, never a lead, and only to members."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session, select

from bot.notices.mentions import MentionElsewhere, MentionHelp, MentionRefused
from bot.notices.responsibilities import AreaList, WhoAnswer
from bot.notices.status import StatusShared
from bot.rules.mentions import question_in
from bot.usecases.actors import ref_of
from bot.usecases.mentions import answer_mention
from models import Outbox, Person
from models.database import Database
from tests.usecases.builders import MONDAY, make_agreement, make_member
from tests.usecases.test_responsibilities import Areas
from tests.usecases.told import told

WORKING, TEAM, GENERAL = "CLEADS", "CEQUIPO", "CGENERAL"


@pytest.fixture
def areas(database: Database) -> Iterator[Areas]:
    with database.writing() as session:
        yield Areas(session)


def ask(
    session: Session, person: Person, text: str, *, channel: str = WORKING, ts: str = "1.1"
) -> object:
    answer_mention(
        session,
        now=MONDAY,
        team_id="T1",
        slack_id=person.slack_id,
        channel_id=channel,
        ts=ts,
        thread=ts,
        question=question_in(text),
    )
    return told(session, channel)[-1]


def test_who_is_answered_without_the_buttons_of_whoever_asked(areas: Areas) -> None:
    areas.give(areas.cast.marta, "seo", "@mateo")

    answer = ask(areas.session, areas.cast.marta, "<@UBOT> ¿quién lleva SEO?")

    assert isinstance(answer, WhoAnswer)
    assert [hit.owner for hit in answer.hits] == [ref_of(areas.cast.mateo)]
    assert not answer.may_change


def test_who_alone_lists_all_areas(areas: Areas) -> None:
    answer = ask(areas.session, areas.cast.ana, "<@UBOT> who?")

    assert isinstance(answer, AreaList)
    assert len(answer.areas) == 6


@pytest.mark.parametrize("channel", [WORKING, TEAM])
def test_status_is_totals_and_nobody_s_late_leads(areas: Areas, channel: str) -> None:
    answer = ask(areas.session, areas.cast.carla, "<@UBOT> status", channel=channel)

    assert isinstance(answer, StatusShared)
    assert answer.status.late == ()


def test_the_figures_of_another_time_are_refused(areas: Areas) -> None:
    answer = ask(areas.session, areas.cast.carla, "<@UBOT> status last month")

    assert answer == MentionRefused("OnlyThisWeek")


@pytest.mark.parametrize(
    ("text", "answer"),
    [("help", MentionHelp()), ("gracias por todo", MentionHelp(understood=False))],
)
def test_help_and_what_is_not_understood_say_what_can_be_asked(
    areas: Areas, text: str, answer: MentionHelp
) -> None:
    assert ask(areas.session, areas.cast.ana, text) == answer


@pytest.mark.parametrize("text", ["who does seo", "status", "help", "hola"])
def test_outsiders_and_strangers_get_a_sentence_and_nothing_else(areas: Areas, text: str) -> None:
    cast = areas.cast
    nobody = Person(team_id="T1", slack_id="UNOBODY", name="Nadie", seen_at=MONDAY)

    assert ask(areas.session, cast.diego, text) == MentionRefused("NotAMember")
    assert ask(areas.session, nobody, text, ts="2.1") == MentionRefused("StrangerRefused")
    cast.ana.is_deactivated = True
    areas.session.flush()
    assert ask(areas.session, cast.ana, text, ts="3.1") == MentionRefused("StrangerRefused")


def test_in_a_channel_of_others_it_names_its_own(areas: Areas) -> None:
    answer = ask(areas.session, areas.cast.ana, "who does seo", channel=GENERAL)

    assert answer == MentionElsewhere("Leads", WORKING)


def test_of_several_agreements_it_names_one(areas: Areas) -> None:
    cast = areas.cast
    other = make_agreement(
        areas.session,
        cast.alba,
        name="Norte",
        channel_id="CNORTE",
        celebration_channel_id="CNORTE2",
    )
    make_member(areas.session, other, cast.ana, "sales")

    assert isinstance(ask(areas.session, cast.ana, "who", channel=GENERAL), MentionElsewhere)


def test_the_answer_goes_into_the_thread_once(areas: Areas) -> None:
    ask(areas.session, areas.cast.ana, "help", ts="7.1")
    ask(areas.session, areas.cast.ana, "help", ts="7.1")

    (row,) = areas.session.exec(select(Outbox).where(Outbox.destination == WORKING)).all()
    assert row.thread == "7.1"
