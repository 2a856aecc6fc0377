"""A posted card that time alone made untrue is rewritten, with what is true when it leaves."""

from uuid import UUID

from sqlmodel import col, select, update

from bot.usecases.outbox.cards import CardChange, rewrite_cards
from models import Lead, Outbox
from tests.delivery.office import ANA, TEAM, Office, missed


def test_a_card_that_stands_says_what_is_true_when_the_rewrite_leaves(office: Office) -> None:
    lead = posted(office)
    changed(office, lead)
    with office.database.writing() as session:
        session.execute(update(Lead).where(col(Lead.id) == lead).values(phone="+57 300 000 0001"))

    office.later(seconds=5)

    (card,) = office.messages("@ana")
    assert "+57 300 000 0001" in str(card["blocks"])


def test_a_card_that_was_never_posted_is_owed_no_rewrite(office: Office) -> None:
    lead = office.lead("Acme").id

    changed(office, lead)

    assert office.rows("CardChanged") == []


def test_the_card_of_a_lead_its_reader_lost_is_left_alone(office: Office) -> None:
    lead = posted(office)
    changed(office, lead)
    with office.database.writing() as session:
        session.execute(update(Lead).where(col(Lead.id) == lead).values(owner_id=office.bruno.id))

    office.later(seconds=5)

    assert office.calls("chat.update") == []
    assert [row.state for row in office.rows("CardChanged")] == ["CANCELLED"]


def test_two_changes_before_it_leaves_are_one_rewrite(office: Office) -> None:
    lead = posted(office)
    changed(office, lead, key="breach")
    changed(office, lead, key="resumed")

    office.later(seconds=5)

    assert len(office.calls("chat.update")) == 1


def test_the_same_change_noticed_twice_is_one_rewrite(office: Office) -> None:
    lead = posted(office)
    changed(office, lead)
    office.later(seconds=5)

    changed(office, lead)
    office.later(seconds=5)

    assert len(office.calls("chat.update")) == 1


def posted(office: Office) -> UUID:
    """A lead whose card stands in Ana's conversation."""
    lead = office.lead("Acme").id
    office.owe(missed("Acme", lead), subject="lead", subject_id=lead, step="card")
    office.later(seconds=1)
    with office.database.reading() as session:
        assert session.exec(select(Outbox.state)).all() == ["SENT"]
    return lead


def changed(office: Office, lead: UUID, *, key: str = "breach") -> None:
    change = CardChange(TEAM, lead, ANA, key)
    with office.database.writing() as session:
        rewrite_cards(session, now=office.clock.now(), changes=[change])
