"""Many messages at once become few: digests, one flag per channel, catch-ups, caps."""

from datetime import timedelta

from bot.notices.digests import AdminNote
from bot.notices.leads import LeadArrived, LeadCard
from bot.usecases.outbox.reasons import DAILY
from models import Clock, Lead, Window
from tests.delivery.office import ALBA, CARLA, VENTAS, Office, flag, lead_facts, missed
from tests.usecases.builders import MONDAY, make_calendar, make_window


def lines_of(office: Office, kind: str) -> list[int]:
    """How many lines each posted bundle of a kind has."""
    found = []
    for row in office.rows(kind):
        lines = row.facts["lines"]
        assert isinstance(lines, list)
        found.append(len(lines))
    return found


def test_five_due_at_once_come_one_by_one(office: Office) -> None:
    for n in range(5):
        office.owe(missed(f"Acme {n}"))

    office.later(minutes=1)

    assert len(office.messages("@ana")) == 5


def test_six_due_at_once_come_as_one(office: Office) -> None:
    for n in range(6):
        office.owe(missed(f"Acme {n}"))

    office.later(minutes=1)

    assert len(office.messages("@ana")) == 1
    assert lines_of(office, "Digest") == [6]
    assert office.states() == {"MERGED": 6, "SENT": 1}


def test_every_merged_message_says_which_one_carries_it(office: Office) -> None:
    owed = [office.owe(missed(f"Acme {n}")) for n in range(7)]

    office.later(minutes=1)

    (digest,) = office.rows("Digest")
    assert {office.row(each).merged_into for each in owed} == {digest.id}


def test_a_thousand_at_once_are_one_message_that_counts_the_rest(office: Office) -> None:
    for n in range(100):
        office.owe(missed(f"Acme {n}"))

    office.later(minutes=1)

    (digest,) = office.rows("Digest")
    assert lines_of(office, "Digest") == [40]
    assert digest.facts["more"] == 60
    assert len(office.messages("@ana")) == 1


def test_messages_with_a_question_are_never_put_into_a_digest(office: Office) -> None:
    for n in range(6):
        office.owe(AdminNote("unsure", n, f"note {n}"))

    office.later(minutes=1)

    assert len(office.messages("@ana")) == 6


def test_what_was_handled_while_a_digest_waits_is_not_in_it(office: Office) -> None:
    office.fault("chat.postMessage", "429", retry_after=60)
    leads = [office.lead(f"Acme {n}", public_id=f"L-{n}") for n in range(6)]
    for lead in leads:
        card = LeadArrived(card_of(lead.company), "rota", None)
        office.owe(card, subject="lead", subject_id=lead.id, step="card")
    office.later(seconds=1)

    with office.database.writing() as session:
        session.merge(leads[0]).owner_id = office.bruno.id
    office.later(minutes=2)

    assert lines_of(office, "Digest") == [5]
    assert office.states() == {"MERGED": 5, "CANCELLED": 1, "SENT": 1}


def test_a_summary_of_the_day_counts_what_is_past_its_window_already(office: Office) -> None:
    late, named = (office.lead(each, public_id=f"L-{each}") for each in ("Zeta", "Acme"))
    with office.database.writing() as session:
        window = make_window(session, make_calendar(session, office.agreement), "first_touch")
        for lead in (late, named):
            session.add(past_its_window(lead, window))
    office.owe(missed("Acme", named.id), reason=DAILY)
    office.owe(missed("Bravo"), reason=DAILY)

    office.later(minutes=1)

    (digest,) = office.rows("Digest")
    assert (lines_of(office, "Digest"), digest.facts["late"]) == ([2], 1)
    assert "3 asuntos" in office.texts("@ana")[0]


def test_flags_for_one_channel_go_out_as_one(office: Office) -> None:
    for company in ("Acme", "Bravo", "Coral"):
        office.owe(flag(company), to=VENTAS)

    office.later(minutes=1)

    (message,) = office.messages("ventas")
    assert all(company in str(message) for company in ("Acme", "Bravo", "Coral"))
    assert office.states() == {"MERGED": 3, "SENT": 1}


def test_a_flag_that_waits_takes_later_ones_along(office: Office) -> None:
    office.fault("chat.postMessage", "429", channel="ventas", retry_after=30)
    for company in ("Acme", "Bravo"):
        office.owe(flag(company), to=VENTAS)
    office.later(seconds=10)
    office.owe(flag("Coral"), to=VENTAS)

    office.later(minutes=1)

    (message,) = office.messages("ventas")
    assert all(company in str(message) for company in ("Acme", "Bravo", "Coral"))
    assert office.states() == {"MERGED": 3, "CANCELLED": 1, "SENT": 1}


class TestTooLate:
    """Past its end a message is not sent as it is: it joins one catch-up."""

    def test_at_the_last_second_it_is_still_sent(self, office: Office) -> None:
        office.sender.release()
        office.owe(missed("Acme"), expires_at=MONDAY + timedelta(minutes=5))
        office.until(MONDAY + timedelta(minutes=4, seconds=59))
        office.sender.take_lock()

        office.later(seconds=0)

        assert office.rows("CatchUp") == []
        assert len(office.messages("@ana")) == 1

    def test_what_came_too_late_is_said_once_and_together(self, office: Office) -> None:
        office.sender.release()
        for company in ("Acme", "Bravo", "Coral"):
            office.owe(missed(company), expires_at=MONDAY + timedelta(minutes=5))
        office.until(MONDAY + timedelta(minutes=5))
        office.sender.take_lock()

        office.later(minutes=5)

        assert lines_of(office, "CatchUp") == [3]
        assert len(office.messages("@ana")) == 1

    def test_what_is_no_line_is_dropped_and_says_why(self, office: Office) -> None:
        office.sender.release()
        owed = office.owe(AdminNote("unsure", 1, "x"), expires_at=MONDAY + timedelta(minutes=5))
        office.until(MONDAY + timedelta(minutes=5))
        office.sender.take_lock()

        office.later(minutes=5)

        assert (office.row(owed).state, office.row(owed).reason) == ("CANCELLED", "too late")


class TestCaps:
    """Whatever goes wrong elsewhere, nobody gets more than 20 messages an hour."""

    def test_the_twenty_first_waits_for_the_hour_and_the_admin_hears_of_it(
        self, office: Office
    ) -> None:
        for n in range(24):
            office.owe(missed(f"Acme {n}"), not_before=MONDAY + timedelta(minutes=n))

        office.until(MONDAY + timedelta(minutes=59, seconds=59))
        within_the_hour, told = len(office.messages("@ana")), len(office.messages("@alba"))
        office.until(MONDAY + timedelta(hours=1))

        assert (within_the_hour, told) == (20, 1)
        assert len(office.messages("@ana")) == 21
        assert lines_of(office, "Digest") == [4]

    def test_a_storm_stays_under_every_cap(self, office: Office) -> None:
        for n in range(300):
            at = MONDAY + timedelta(seconds=20 * n)
            office.owe(AdminNote("unsure", n, "storm"), to=CARLA, not_before=at, key=f"c{n}")
            office.owe(flag(f"Acme {n}"), to=VENTAS, not_before=at, key=f"v{n}")

        office.until(MONDAY + timedelta(hours=1) - timedelta(seconds=1))

        assert len(office.messages("@carla")) == 20
        assert len(office.messages("ventas")) == 60
        assert len(office.messages("@alba")) == 2

    def test_the_admin_is_a_person_too(self, office: Office) -> None:
        for n in range(30):
            office.owe(AdminNote("unsure", n, "storm"), to=ALBA, key=f"a{n}")

        office.until(MONDAY + timedelta(minutes=59))

        assert len(office.messages("@alba")) == 20


def card_of(company: str) -> LeadCard:
    return LeadCard(
        lead=lead_facts(company),
        agreement="Leads",
        stage="new",
        owner=None,
        email=None,
        phone=None,
        received_at=MONDAY,
        accepted_at=None,
        windows=(),
        touches=0,
        last_touch=None,
        amount=None,
        currency="COP",
        may=("accept",),
    )


def past_its_window(lead: Lead, window: Window) -> Clock:
    return Clock(
        agreement_id=lead.agreement_id,
        lead_id=lead.id,
        window_id=window.id,
        stage=window.stage,
        state="running",
        target=window.target,
        started_at=MONDAY,
        breached_at=MONDAY,
    )
