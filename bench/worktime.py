"""Microseconds for one sum of working time, beside businesstimedelta when it is installed.

Both do the same sums on the same schedule, turn by turn in one run; the best turn counts.
"""

import timeit
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.worktime import Schedule

ZONE = "America/Bogota"
START = datetime(2026, 11, 20, 16, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
SPANS = {"4 hours": timedelta(hours=4), "30 days": timedelta(days=30), "300 days": timedelta(300)}
TURNS = 5
Sum = Callable[[], object]


def main() -> None:
    peer = peer_sums()
    ours = our_sums()
    print(f"{'sum':<22}{'this µs':>12}{'businesstimedelta µs':>24}{'times':>10}")
    for name, sum_ in ours.items():
        mine, theirs = paired(sum_, peer.get(name))
        row = f"{theirs:>24.1f}{theirs / mine:>10.0f}" if theirs else f"{'-':>24}{'-':>10}"
        print(f"{name:<22}{mine:>12.2f}{row}")
    if not peer:
        print("businesstimedelta is not installed: only our own figures are shown.")


def our_sums() -> dict[str, Sum]:
    schedule = Schedule(ZONE, {day: [("09:00", "17:00")] for day in range(5)})
    start = int(START.timestamp())
    sums: dict[str, Sum] = {}
    for name, span in SPANS.items():
        seconds, end = int(span.total_seconds()), int((START + span).timestamp())
        sums[f"add {name}"] = lambda span=span: schedule.add(START, span)
        sums[f"between {name}"] = lambda span=span: schedule.between(START, START + span)
        sums[f"add_s {name}"] = lambda seconds=seconds: schedule.add_s(start, seconds)
        sums[f"between_s {name}"] = lambda end=end: schedule.between_s(start, end)
    sums["next_open_s"] = lambda: schedule.next_open_s(start + 7200)
    return sums


def peer_sums() -> dict[str, Sum]:
    try:
        import businesstimedelta as peer  # noqa: PLC0415 - a peer, not a dependency
        from pytz import timezone  # noqa: PLC0415 - the peer asks for it
    except ImportError:
        return {}
    days = peer.WorkDayRule(
        start_time=time(9), end_time=time(17), working_days=range(5), tz=timezone(ZONE)
    )
    rules = peer.Rules([days])
    sums: dict[str, Sum] = {}
    for name, span in SPANS.items():
        amount = peer.BusinessTimeDelta(rules, timedelta=span)
        sums[f"add {name}"] = lambda amount=amount: START + amount
        sums[f"between {name}"] = lambda span=span: rules.difference(START, START + span)
    return sums


def paired(ours: Sum, theirs: Sum | None) -> tuple[float, float | None]:
    mine, peer = [], []
    for _ in range(TURNS):
        mine.append(microseconds(ours))
        if theirs:
            peer.append(microseconds(theirs))
    return min(mine), min(peer, default=None)


def microseconds(sum_: Sum) -> float:
    sum_()
    once = timeit.timeit(sum_, number=1)
    number = max(1, min(100_000, int(0.05 / max(once, 1e-7))))
    return timeit.timeit(sum_, number=number) / number * 1e6


if __name__ == "__main__":
    main()
