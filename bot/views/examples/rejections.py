from collections.abc import Mapping

from bot.notices.rejections import RejectionAgreed, RejectionContested
from bot.views.examples.cast import FIVE, HOUR, INES, LEAD, NOON

EXAMPLES: Mapping[str, object] = {
    "rejection_contested": RejectionContested(LEAD, INES, 2 * HOUR, FIVE),
    "rejection_contested_late": RejectionContested(LEAD, INES, -HOUR, NOON),
    "rejection_contested_without_a_clock": RejectionContested(LEAD, INES, 0, None),
    "rejection_agreed": RejectionAgreed(LEAD, INES),
}
