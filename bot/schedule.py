"""The scheduled jobs: they wake the threads that do the work, and look after the rest.

Nothing is lost when a job is late or skipped: the work is found by asking the database, and the
safety job asks it every half minute whatever happens.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

SAFETY_SECONDS = 30
AUDIT_SECONDS = 300
DIRECTORY_SECONDS = 3600
TIDY_SECONDS = 86_400


class Schedule:
    """One job at the moment the next thing is due, and those that look again in any case."""

    def __init__(
        self,
        *,
        wake: Callable[[], None],
        refresh: Callable[[], None],
        audit: Callable[[], None],
        tidy: Callable[[], None],
    ) -> None:
        self._wake, self._refresh, self._audit, self._tidy = wake, refresh, audit, tidy
        # APScheduler's default grace of one second drops jobs after a busy moment.
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        self._scheduler.start()
        for name, trigger, action in self._jobs():
            self._scheduler.add_job(action, trigger, id=name)

    def arm(self, at: datetime | None) -> None:
        """Wake at ``at``; an earlier arrangement is replaced."""
        if at is None:
            return
        self._scheduler.add_job(self._wake, DateTrigger(at), id="due", replace_existing=True)

    def stop(self) -> None:
        """Finish the jobs under way and start no other; without a start there are none."""
        if self._scheduler.running:
            self._scheduler.shutdown()

    def _jobs(self) -> tuple[tuple[str, IntervalTrigger, Callable[[], None]], ...]:
        return (
            ("safety", IntervalTrigger(seconds=SAFETY_SECONDS), self._wake),
            ("audit", IntervalTrigger(seconds=AUDIT_SECONDS), self._audit),
            ("tidy", IntervalTrigger(seconds=TIDY_SECONDS), self._tidy),
            ("directory", IntervalTrigger(seconds=DIRECTORY_SECONDS), self._refresh),
        )
