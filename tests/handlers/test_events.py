"""What the workspace tells is kept, once, and never changes what anybody may do."""

from typing import Any

import pytest
from sqlmodel import select

from models import Agreement, Inbox, KnownChannel, Membership, Person, Preference
from tests.handlers.conftest import Stage


def told(slack_id: str, name: str, **more: Any) -> dict[str, Any]:
    profile = {"real_name": name, "email": f"{name.lower()}@example.com"}
    return {
        "id": slack_id,
        "team_id": "T1",
        "name": name.lower(),
        "tz": "America/Lima",
        "locale": "es-LA",
        "profile": profile,
        **more,
    }


def person(stage: Stage, slack_id: str) -> Person:
    with stage.door.database.reading() as session:
        return session.exec(select(Person).where(Person.slack_id == slack_id)).one()


def test_who_joins_is_known_and_can_ask_at_once(stage: Stage) -> None:
    stage.door.tells({"type": "team_join", "user": told("UNEW", "Nora")})

    assert "/sla" in stage.door.types(person(stage, "UNEW"), "ayuda").text


def test_a_new_name_and_e_mail_change_no_role(stage: Stage) -> None:
    """Diego calls himself Carla; he is still nobody here."""
    before = roles(stage)

    stage.door.tells({"type": "user_change", "user": told("UDIEGO", "Carla")})

    assert person(stage, "UDIEGO").name == "Carla"
    assert roles(stage) == before
    assert "Laura" not in stage.door.types(stage.cast.diego, f"lead {stage.id}").text


def roles(stage: Stage) -> set[tuple[str, str]]:
    with stage.door.database.reading() as session:
        found = session.exec(select(Membership.person_id, Membership.role)).all()
        return {(str(person_id), role) for person_id, role in found}


def test_who_leaves_is_refused_from_then_on(stage: Stage) -> None:
    stage.door.tells({"type": "user_change", "user": told("UANA", "Ana", deleted=True)})

    assert "Laura" not in stage.door.types(stage.cast.ana, f"lead {stage.id}").text


def test_a_zone_somebody_chose_outlives_what_slack_says(stage: Stage) -> None:
    with stage.door.database.writing() as session:
        session.get_one(Person, stage.cast.ana.id).wanted_zone = "America/Bogota"

    stage.door.tells({"type": "user_change", "user": told("UANA", "Ana")})
    stage.door.tells({"type": "user_change", "user": told("UBRUNO", "Bruno")})

    assert person(stage, "UANA").zone == "America/Bogota"
    assert person(stage, "UBRUNO").zone == "America/Lima"


def test_whoever_wants_quiet_in_slack_is_known_to_until_they_do_not(stage: Stage) -> None:
    window = {
        "dnd_enabled": True,
        "next_dnd_start_ts": 1_772_470_000,
        "next_dnd_end_ts": 1_772_480_000,
    }
    over = {"dnd_enabled": False}
    silent: list[float | None] = []

    for status in (window, over):
        stage.door.tells({"type": "dnd_updated_user", "user": "UANA", "dnd_status": status})
        with stage.door.database.reading() as session:
            until = session.get_one(Preference, stage.cast.ana.id).silent_until
            silent.append(None if until is None else until.timestamp())

    assert silent == [1_772_480_000, None]


@pytest.mark.parametrize("status", [None, "quiet", {}])
def test_a_quiet_that_says_nothing_changes_nothing(stage: Stage, status: object) -> None:
    reply = stage.door.tells({"type": "dnd_updated_user", "user": "UANA", "dnd_status": status})

    assert reply.status == 200
    with stage.door.database.reading() as session:
        assert session.exec(select(Preference)).all() == []


def test_a_bot_is_nobody(stage: Stage) -> None:
    stage.door.tells({"type": "team_join", "user": told("UBOT2", "Robot", is_bot=True)})

    with stage.door.database.reading() as session:
        assert session.exec(select(Person).where(Person.slack_id == "UBOT2")).all() == []


def test_an_event_told_twice_is_taken_once(stage: Stage) -> None:
    event = {"type": "user_change", "user": told("UANA", "Ana María")}
    stage.door.tells(event, event_id="Ev7")
    stage.door.tells({"type": "user_change", "user": told("UANA", "Ana Otra")}, event_id="Ev7")

    assert person(stage, "UANA").name == "Ana María"
    with stage.door.database.reading() as session:
        assert [row.event_id for row in session.exec(select(Inbox))] == ["Ev7"]


@pytest.mark.parametrize(
    ("event", "attribute", "value"),
    [
        ({"type": "channel_rename", "channel": {"id": "C9", "name": "nuevo"}}, "name", "nuevo"),
        ({"type": "channel_created", "channel": {"id": "C9", "name": "otro"}}, "name", "otro"),
        ({"type": "channel_archive", "channel": "C9"}, "is_archived", True),
        ({"type": "channel_unarchive", "channel": "C9"}, "is_archived", False),
        ({"type": "channel_shared", "channel": "C9"}, "is_shared", True),
        ({"type": "channel_unshared", "channel": "C9", "is_ext_shared": False}, "is_shared", False),
        ({"type": "group_rename", "channel": {"id": "C9", "name": "g"}}, "name", "g"),
        ({"type": "group_archive", "channel": "C9"}, "is_archived", True),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) else None,
)
def test_what_is_told_of_a_channel_is_kept(
    stage: Stage, event: dict[str, Any], attribute: str, value: object
) -> None:
    stage.door.tells(event)

    with stage.door.database.reading() as session:
        channel = session.exec(select(KnownChannel)).one()
        assert getattr(channel, attribute) == value


def test_an_agreement_is_found_by_its_channels_new_name(stage: Stage) -> None:
    stage.door.tells({"type": "channel_rename", "channel": {"id": "CLEADS", "name": "ventas-ya"}})

    assert "Leads" in stage.door.types(stage.cast.ana, "estado en #ventas-ya", channel="D1").text
    with stage.door.database.reading() as session:
        assert session.exec(select(Agreement)).one().channel_name == "ventas-ya"


def test_the_home_tab_shows_what_is_theirs(stage: Stage) -> None:
    reply = stage.door.tells({"type": "app_home_opened", "user": "UANA", "tab": "home"})

    assert reply.view["type"] == "home"
    assert "Laura Gómez" in reply.text


def test_a_stranger_finds_nothing_at_home(stage: Stage) -> None:
    reply = stage.door.tells({"type": "app_home_opened", "user": "UNOBODY", "tab": "home"})

    assert (reply.status, reply.views) == (200, [])
