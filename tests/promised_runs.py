"""Who names real data or asks for a browser gets those tests run: skipped ones fail the session."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

WANTED_BY = {"data": "TEST_DATA", "browser": "CI_BROWSER"}


class PromisedRuns:
    """Counts what became of the tests that an environment variable asks for."""

    def __init__(self, marks: Sequence[str], *, is_whole_suite: bool) -> None:
        self._marks, self._is_whole_suite = marks, is_whole_suite
        self._ran: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for mark in self._marks:
            if mark in report.keywords:
                self._skipped[mark] += report.skipped
                self._ran[mark] += report.when == "call" and not report.skipped

    def broken(self) -> list[str]:
        """Return a line for each thing asked for that was not done."""
        lines = []
        for mark in self._marks:
            if self._skipped[mark]:
                lines.append(f"{WANTED_BY[mark]} is set, yet {mark} tests were skipped")
            elif self._is_whole_suite and not self._ran[mark]:
                lines.append(f"{WANTED_BY[mark]} is set, yet no {mark} test ran")
        return lines

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.broken() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.broken():
            terminalreporter.write_line(f"FAILED {line}", red=True)


def promised_runs(
    config: pytest.Config, environment: Mapping[str, str] = os.environ
) -> PromisedRuns:
    """Return the count for what the environment asks of this run."""
    return PromisedRuns(
        [mark for mark, variable in WANTED_BY.items() if environment.get(variable)],
        is_whole_suite=config.args_source is pytest.Config.ArgsSource.TESTPATHS
        and not (config.option.keyword or config.option.markexpr),
    )
