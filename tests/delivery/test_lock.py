"""One sender at a time: the second is told who holds the lock, and takes over when it is free."""

import multiprocessing
import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from bot.rules.pacing import Limit
from bot.usecases.outbox.claims import claim_post
from models import Sender as SenderRow
from models.database import Database
from models.sender_lock import AdvisoryLock, FileLock, SenderLockHeld, sender_lock
from tests.delivery.office import ANA, TEAM, Office, missed, opened_office
from tests.usecases.builders import MONDAY


def test_a_second_process_on_sqlite_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "sla.db.lock")
    lock.take(MONDAY)

    with pytest.raises(SenderLockHeld) as refused:
        FileLock(tmp_path / "sla.db.lock").take(MONDAY)

    assert f"process {os.getpid()} on " in refused.value.holder
    assert MONDAY.isoformat() in refused.value.holder
    lock.release()


def test_a_lock_is_free_again_when_its_process_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "sla.db.lock"
    context = multiprocessing.get_context("spawn")
    dying = context.Process(target=_take_and_die, args=(path,))
    dying.start()
    dying.join()
    lock = FileLock(path)

    taken = lock.take(MONDAY)

    assert taken
    assert dying.exitcode == 9
    lock.release()


def test_a_second_sender_on_sqlite_is_refused(office: Office) -> None:
    with pytest.raises(SenderLockHeld):
        office.new_sender().take_lock()


def test_a_second_one_on_postgres_waits_and_takes_over(postgres: Database) -> None:
    first, second = AdvisoryLock(postgres.engine, TEAM), AdvisoryLock(postgres.engine, TEAM)
    first.take(MONDAY)

    refused = second.take(MONDAY)
    first.release()

    assert refused is False
    assert second.take(MONDAY)
    second.release()


def test_workspaces_on_one_postgres_do_not_lock_each_other(postgres: Database) -> None:
    one, other = sender_lock(postgres, "T1"), sender_lock(postgres, "T2")

    assert one.take(MONDAY)
    assert other.take(MONDAY)
    one.release()
    other.release()


def test_a_sender_whose_lock_session_was_killed_stops_and_comes_back(postgres: Database) -> None:
    with opened_office(postgres) as office:
        _kill_other_sessions(postgres)
        owed = office.owe(missed("Acme"))

        did = office.sender.deliver_one(office.clock.now())
        in_charge = office.sender.in_charge
        office.sender.take_lock()
        office.later(minutes=1)

        assert (did, in_charge) == (False, False)
        assert office.row(owed).state == "SENT"


class TestTakingOver:
    """What the former holder left in the air is looked for, never simply sent again."""

    def test_a_claim_of_a_dead_holder_is_looked_for(self, database: Database) -> None:
        with opened_office(database) as office:
            owed = office.owe(missed("Acme"))
            _die_after_claiming(office)

            office.sender = office.new_sender()
            office.sender.take_lock()
            office.later(seconds=60)
            meanwhile = office.row(owed).state
            office.later(minutes=5)

            assert meanwhile == "UNSURE"
            assert office.row(owed).state == "SENT"
            assert len(office.messages("@ana")) == 1

    def test_what_the_dead_one_did_post_is_found(self, database: Database) -> None:
        with opened_office(database) as office:
            office.owe(missed("Acme"))
            _die_after_posting(office)

            office.sender = office.new_sender()
            office.sender.take_lock()
            office.later(minutes=5)

            assert len(office.messages("@ana")) == 1
            assert office.states() == {"SENT": 1}

    def test_after_ten_minutes_of_silence_what_is_due_goes_out_at_once(
        self, office: Office
    ) -> None:
        owed = _owed_while_nobody_sent(office, timedelta(minutes=10))

        assert office.row(owed).state == "SENT"

    def test_after_a_longer_silence_what_is_due_is_looked_for_first(self, office: Office) -> None:
        owed = _owed_while_nobody_sent(office, timedelta(minutes=10, seconds=1))
        at_first = office.row(owed).state
        office.later(minutes=1)

        assert at_first == "UNSURE"
        assert office.row(owed).state == "SENT"
        assert len(office.messages("@ana")) == 1

    @pytest.mark.parametrize("hours", [0, 6], ids=["at once", "six hours later"])
    def test_a_restored_backup_repeats_nothing(self, office: Office, hours: int) -> None:
        owed = office.owe(missed("Acme"))
        backup = office.row(owed)
        office.later(minutes=1)
        office.sender.release()
        with office.database.writing() as session:
            session.merge(backup)
        office.until(office.clock.now() + timedelta(hours=hours))

        office.sender = office.new_sender()
        office.sender.take_lock()
        office.later(minutes=10)

        assert len(office.messages("@ana")) == 1
        assert office.row(owed).state == "SENT"

    def test_a_lock_file_cut_short_by_a_kill_is_taken_all_the_same(self, tmp_path: Path) -> None:
        path = tmp_path / "sla.db.lock"
        path.write_text('{"pid": 1, "ho')
        lock = FileLock(path)

        assert lock.take(MONDAY)
        assert lock.last_try is None
        lock.release()


def _take_and_die(path: Path) -> None:
    FileLock(path).take(MONDAY)
    os._exit(9)


def _die_after_claiming(office: Office) -> None:
    """Leave behind what a process does that is killed between its claim and its post."""
    office.sender.release()
    with office.database.writing() as session:
        claimed = claim_post(
            session,
            now=office.clock.now(),
            team_id=TEAM,
            to=ANA,
            channel="D0ANA",
            holder="the dead",
            cap=Limit(20, 3600),
        )
    assert claimed is not None


def _die_after_posting(office: Office) -> None:
    office.later(seconds=0)
    office.sender.release()
    with office.database.writing() as session:
        (row,) = office.rows("WindowMissed")
        row.state, row.ts, row.sent_at = "SENDING", None, None
        session.merge(row)


def _owed_while_nobody_sent(office: Office, silence: timedelta) -> UUID:
    office.sender.deliver(MONDAY)
    office.sender.release()
    with office.database.reading() as session:
        assert session.get_one(SenderRow, TEAM).beat_at == MONDAY
    office.clock.set(MONDAY + timedelta(seconds=30))
    owed = office.owe(missed("Acme"))
    office.clock.set(MONDAY + silence)
    office.sender.take_lock()
    office.later(seconds=0)
    return owed


def _kill_other_sessions(database: Database) -> None:
    with database.writing() as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
