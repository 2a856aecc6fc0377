"""Real leads through the whole bot, and the same worked out again by somebody else."""

import json
import os
from pathlib import Path

import pytest

from bot.cli.replay import replay_folder
from tests.replay.comparing import Comparison, compare, first_lines

RECEIVED = "2017-07-03T12:00:00+00:00"  # nine in the morning in São Paulo, a Monday
STEPS = {
    ("accept", "t0.50"): "2017-07-03T13:00:00+00:00",
    ("accept", "t0.75"): "2017-07-03T13:30:00+00:00",
    ("accept", "breach"): "2017-07-03T14:00:01+00:00",
    ("first_touch", "t0.50"): "2017-07-03T14:00:00+00:00",
}
LAST = "2017-07-03T14:30:00+00:00"

Lines = list[dict[str, object]]


def a_journal() -> Lines:
    """A journal of one lead that nobody touched, true in every line."""
    happened: Lines = [
        {"kind": "received", "lead": "L", "at": RECEIVED, "received": RECEIVED},
        {"kind": "assigned", "lead": "L", "at": RECEIVED, "owner": "rep1"},
    ]
    ledger: Lines = [
        {
            "kind": "step",
            "lead": "L",
            "at": at,
            "stage": stage,
            "step": step,
            "fate": "told",
            "told": [f"SENT D1:{number}.0"],
        }
        for number, ((stage, step), at) in enumerate(STEPS.items())
    ]
    places: Lines = [
        {"kind": kind, "lead": "", "at": LAST, "place": f"D1:{number}.0"}
        for number in range(len(STEPS))
        for kind in ("posted", "found")
    ]
    return [*happened, *ledger, *places, {"kind": "end", "lead": "", "at": LAST}]


def compared(tmp_path: Path, lines: Lines) -> Comparison:
    file = tmp_path / "journal.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return compare(file)


def the_step(lines: Lines, step: str) -> dict[str, object]:
    return next(line for line in lines if line.get("step") == step)


class TestComparing:
    """Each thing that could be wrong is found."""

    def test_a_true_journal_is_equal(self, tmp_path: Path) -> None:
        comparison = compared(tmp_path, a_journal())

        assert comparison.is_equal, first_lines(comparison)
        assert (comparison.steps, comparison.messages) == (4, 4)

    def test_a_step_a_second_late_is_found_from_both_sides(self, tmp_path: Path) -> None:
        lines = a_journal()
        the_step(lines, "breach")["at"] = "2017-07-03T14:00:02+00:00"

        comparison = compared(tmp_path, lines)

        assert [found[2] for found in comparison.only_engine] == ["breach"]
        assert [found[2] for found in comparison.only_brute_force] == ["breach"]

    def test_a_step_that_never_came_is_found(self, tmp_path: Path) -> None:
        lines = a_journal()
        lines.remove(the_step(lines, "t0.75"))

        comparison = compared(tmp_path, lines)

        assert [found[1:3] for found in comparison.only_brute_force] == [("accept", "t0.75")]

    def test_a_told_step_without_a_message_is_found(self, tmp_path: Path) -> None:
        lines = a_journal()
        the_step(lines, "breach")["told"] = []

        assert compared(tmp_path, lines).untold == ("L accept breach: []",)

    def test_a_message_still_owed_is_found(self, tmp_path: Path) -> None:
        lines = a_journal()
        the_step(lines, "breach")["told"] = ["PENDING "]

        assert compared(tmp_path, lines).untold == ("L accept breach: ['PENDING']",)

    def test_a_message_that_stands_nowhere_is_lost(self, tmp_path: Path) -> None:
        lines = a_journal()
        lines.remove({"kind": "found", "lead": "", "at": LAST, "place": "D1:2.0"})

        assert compared(tmp_path, lines).lost == ("D1:2.0",)

    def test_a_message_nobody_accounts_for_is_doubled(self, tmp_path: Path) -> None:
        lines = a_journal()
        lines.append({"kind": "found", "lead": "", "at": LAST, "place": "D1:9.0"})

        assert compared(tmp_path, lines).doubled == ("D1:9.0",)


@pytest.mark.data
@pytest.mark.skipif("TEST_DATA" not in os.environ, reason="TEST_DATA names no folder")
def test_weeks_of_real_leads_come_to_the_same_steps_as_by_brute_force(tmp_path: Path) -> None:
    journal = tmp_path / "replay.jsonl"

    replay_folder(
        Path(os.environ["TEST_DATA"]) / "olist", until="2017-07-14", seed=1, journal=journal
    )
    comparison = compare(journal)

    assert comparison.is_equal, first_lines(comparison)
    assert comparison.steps > 250
    assert comparison.messages > comparison.steps
