from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.notices.absence import (
    AbsenceCancelled,
    AbsenceFacts,
    AbsenceList,
    AbsenceOfferDeclined,
    AbsenceOffered,
    AbsenceOver,
    AbsencePast,
    AbsenceSet,
    AbsenceSetForYou,
    AbsenceUncovered,
    CoverAnswered,
    CoverAsked,
    CoverBegan,
    CoverFreed,
    CoverOver,
    ReturnLine,
)
from bot.notices.status import LeadLine
from bot.views.examples.cast import ANA, FIVE, INES, KEY, LEAD, LUIS, NOON, SECOND
from bot.views.examples.requests import REQUEST

DAY = timedelta(days=1)
MIDNIGHT = datetime(2026, 3, 14, 5, 0, tzinfo=UTC)
"""In Bogotá; in New York it is one in the morning."""
AWAY = AbsenceFacts(KEY, ANA, NOON, MIDNIGHT + 6 * DAY, cover=LUIS)
ASKED = replace(AWAY, cover=None, asked=LUIS)
ALONE = replace(AWAY, cover=None)
A_DAY = replace(ALONE, starts_at=MIDNIGHT, ends_at=MIDNIGHT + DAY)
DAYS = replace(ALONE, starts_at=MIDNIGHT, ends_at=MIDNIGHT + 3 * DAY)
HOURS = replace(ALONE, starts_at=NOON, ends_at=FIVE)
LINE = LeadLine(LEAD, "working", "Ana Ríos", "first_touch", FIVE, is_late=False)
OTHER = LeadLine(SECOND, "new", "Ana Ríos", None, None, is_late=False)

EXAMPLES: Mapping[str, object] = {
    "absence_list": AbsenceList((AWAY, A_DAY)),
    "absence_list_empty": AbsenceList(()),
    "absence_set": AbsenceSet(ASKED, ANA),
    "absence_set_in_place": AbsenceSet(replace(AWAY, asked=LUIS), ANA, former=HOURS),
    "absence_set_of_a_rep": AbsenceSet(DAYS, INES),
    "absence_set_for_you": AbsenceSetForYou(A_DAY, INES),
    "absence_cancelled": AbsenceCancelled(HOURS, ANA),
    "absence_cancelled_by_another": AbsenceCancelled(HOURS, INES),
    "cover_asked": CoverAsked(ASKED, ANA),
    "cover_asked_by_another": CoverAsked(ASKED, INES),
    "cover_asked_again": CoverAsked(replace(AWAY, asked=LUIS), ANA, again=True),
    "cover_accepted": CoverAnswered(AWAY, LUIS, accepted=True),
    "cover_declined": CoverAnswered(ALONE, LUIS, accepted=False),
    "cover_declined_to_the_absent": CoverAnswered(ALONE, LUIS, accepted=False, told="absent"),
    "cover_declined_to_a_leader": CoverAnswered(ALONE, LUIS, accepted=False, told="leader"),
    "cover_declined_to_another": CoverAnswered(ALONE, LUIS, accepted=False, told="other"),
    "cover_freed": CoverFreed(HOURS),
    "cover_freed_as_it_began": CoverFreed(replace(HOURS, ends_at=HOURS.starts_at)),
    "cover_began": CoverBegan(AWAY, (LINE, OTHER), 3),
    "cover_began_with_requests": CoverBegan(AWAY, (LINE,), 0, (REQUEST,), 2),
    "cover_began_with_one_request": CoverBegan(AWAY, (), 0, (REQUEST,)),
    "cover_began_with_nothing": CoverBegan(AWAY, ()),
    "cover_over": CoverOver(AWAY, ()),
    "cover_over_with_leads": CoverOver(AWAY, (LINE, OTHER)),
    "absence_uncovered": AbsenceUncovered(ASKED, (LINE,)),
    "absence_uncovered_with_more": AbsenceUncovered(ALONE, (LINE, OTHER), 2),
    "absence_over": AbsenceOver(
        AWAY,
        (
            ReturnLine(LINE, 2, "Luis Peña", "Luis Peña"),
            ReturnLine(OTHER, 1, "Luis Peña", None),
            ReturnLine(OTHER, 0, None, None),
        ),
        4,
    ),
    "absence_over_untouched": AbsenceOver(ALONE, (ReturnLine(OTHER, 0, None, None),)),
    "absence_over_without_leads": AbsenceOver(ALONE, ()),
    "absence_over_by_another": AbsenceOver(ALONE, (), ended_by=INES),
    "absence_past_over": AbsencePast(AWAY, "over"),
    "absence_past_taken_back": AbsencePast(AWAY, "taken_back"),
    "absence_past_moved": AbsencePast(DAYS, "moved"),
    "absence_past_alone": AbsencePast(ALONE, "alone"),
    "absence_offered": AbsenceOffered(KEY, "De vacaciones", FIVE),
    "absence_offered_without_end": AbsenceOffered(KEY, "", None),
    "absence_offer_declined": AbsenceOfferDeclined("De vacaciones"),
}
