"""At most so many uses in any stretch of time."""

import pytest

from bot.rules.pacing import Limit, free_from


@pytest.mark.parametrize(
    ("used", "limit", "free"),
    [
        pytest.param([], Limit(1, 1.0), None, id="never used: free at any time"),
        pytest.param([10.0], Limit(1, 1.0), 11.0, id="one a second"),
        pytest.param([9.5, 10.0], Limit(1, 1.0), 11.0, id="only the last one counts"),
        pytest.param([1.0, 2.0], Limit(3, 60.0), None, id="one short of the limit"),
        pytest.param([1.0, 2.0, 3.0], Limit(3, 60.0), 61.0, id="at the limit: the first ends"),
        pytest.param([1.0, 2.0, 3.0, 4.0], Limit(3, 60.0), 62.0, id="beyond: the second ends"),
    ],
)
def test_one_more_use_fits_when_the_oldest_that_counts_has_passed(
    used: list[float], limit: Limit, free: float | None
) -> None:
    assert free_from(used, limit) == free
