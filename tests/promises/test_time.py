"""One file reads the time; everybody else is handed it."""

import ast

import pytest

from tests.promises.source import modules, tree

READS_TIME = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "clock_gettime", "sleep"},
}
# The local workspace is apart and is handed a clock; what it reads itself are the limits of real
# sockets and acks.
ALLOWED = ("bot/clock.py", "bot/sandbox/")


def readings(code: ast.AST) -> list[str]:
    """Return every place that reads the time or waits for it to pass."""
    found = []
    for node in ast.walk(code):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if name in READS_TIME.get(
                owner, ()
            ):
                found.append(f"line {node.lineno}: {owner}.{name}")
            case ast.ImportFrom(module="time", names=names):
                taken = [each.name for each in names if each.name in READS_TIME["time"]]
                found += [f"line {node.lineno}: from time import {name}" for name in taken]
    return found


def test_only_the_clock_reads_the_time() -> None:
    found = {
        name: lines
        for name, path in modules()
        if not name.startswith(ALLOWED) and (lines := readings(tree(path)))
    }

    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "datetime.now(UTC)",
        "datetime.utcnow()",
        "date.today()",
        "time.monotonic()",
        "time.sleep(1)",
        "from time import time_ns",
    ],
)
def test_a_reading_is_recognised(code: str) -> None:
    assert readings(ast.parse(code))
