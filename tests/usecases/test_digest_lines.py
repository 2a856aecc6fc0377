"""What a reminder says as a line among others."""

from dataclasses import replace

import pytest

from bot.notices.digests import Digest
from bot.notices.leads import WindowClosing
from bot.notices.requests import RequestClosing
from bot.usecases.outbox.lines import bundle_of
from bot.views.examples.cast import FIVE, HOUR, LEAD, NOON
from bot.views.examples.requests import REQUEST


@pytest.mark.parametrize(
    ("reminder", "in_time", "late"),
    [
        (WindowClosing(LEAD, "accept", 75, HOUR, NOON), "WindowClosing", "WindowMissed"),
        (RequestClosing(REQUEST, 75, HOUR, NOON), "RequestClosing", "RequestMissed"),
    ],
)
def test_a_reminder_past_the_window_is_a_line_that_says_so(
    reminder: WindowClosing | RequestClosing, in_time: str, late: str
) -> None:
    past = replace(reminder, is_late=True, own_until=FIVE)

    said = bundle_of(Digest.__name__, [reminder, past])

    assert isinstance(said, Digest)
    assert [(line.notice, line.at) for line in said.lines] == [(in_time, NOON), (late, NOON)]
