"""Killed again and again, with a fifth of all calls failing: nothing is lost, nothing doubled."""

import pytest

from models.database import Database
from tests.delivery.crash_rig import STEPS, Plan, run


@pytest.mark.timeout(600)
def test_three_thousand_messages_and_forty_kills_lose_and_double_nothing(
    database: Database,
) -> None:
    verdict = run(database, Plan())

    assert (verdict.lost, verdict.doubled, verdict.unsettled) == (0, 0, 0), verdict
    assert verdict.kills >= 40
    assert set(verdict.kills_by_step) == {*STEPS, "at any moment"}
    assert verdict.faults_met >= 500
