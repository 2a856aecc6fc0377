"""What a run was asked for in its environment is run, or the run fails."""

import pytest

from tests.promised_runs import PromisedRuns

pytest_plugins = ["pytester"]


def a_run(outcomes: list[tuple[str, str]], *, is_whole_suite: bool = True) -> PromisedRuns:
    """A run asked for real data, with the mark and the outcome of each of its tests."""
    run = PromisedRuns(["data"], is_whole_suite=is_whole_suite)
    for mark, outcome in outcomes:
        run.pytest_runtest_logreport(a_report(mark, outcome))
    return run


def a_report(mark: str, outcome: str) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid="test_it",
        location=("test.py", 1, "test_it"),
        keywords={mark: 1},
        outcome="skipped" if outcome == "skipped" else "passed",
        longrepr=None,
        when="setup" if outcome == "skipped" else "call",
    )


def test_tests_that_ran_keep_the_promise() -> None:
    assert a_run([("data", "passed"), ("browser", "skipped")]).broken() == []


def test_one_skipped_test_breaks_it() -> None:
    broken = a_run([("data", "passed"), ("data", "skipped")]).broken()

    assert broken == ["TEST_DATA is set, yet data tests were skipped"]


def test_a_whole_suite_without_one_breaks_it() -> None:
    assert a_run([("other", "passed")]).broken() == ["TEST_DATA is set, yet no data test ran"]


def test_a_choice_of_other_tests_does_not() -> None:
    assert a_run([("other", "passed")], is_whole_suite=False).broken() == []


def test_a_broken_promise_fails_the_session(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        """
        from tests.promised_runs import promised_runs

        def pytest_configure(config):
            config.pluginmanager.register(promised_runs(config, {"CI_BROWSER": "1"}))
        """
    )
    pytester.makepyfile("def test_anything(): pass")
    pytester.makeini("[pytest]\ntestpaths = .")

    found = pytester.runpytest_inprocess("-p", "no:randomly")

    assert found.ret == pytest.ExitCode.TESTS_FAILED
    found.stdout.fnmatch_lines(["*CI_BROWSER is set, yet no browser test ran*"])
