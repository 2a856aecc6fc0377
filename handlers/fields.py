"""Beside which line of a form a refusal is shown: the first of its lines that the form has."""

from collections.abc import Mapping

from bot.rules import (
    absence,
    agreement,
    goals,
    opening_hours,
    quiet_hours,
    refusals,
    responsibilities,
    rota,
    rota_lines,
)
from bot.rules.commitments import HasNoPart, NotItsLead
from bot.rules.phrases import refusals as phrases
from bot.rules.refusals import MissingValue, Refusal, ValueTooLong
from bot.rules.smart import FarAboveBest, Letter, NotSmart
from bot.views.ids import Id

Lines = tuple[Id, ...]

MOMENT: Lines = (
    Id.FIELD_WHEN,
    Id.FIELD_UNTIL,
    Id.FIELD_DUE,
    Id.FIELD_RECEIVED,
    Id.FIELD_ENDS,
    Id.FIELD_STRETCH,
)
AMOUNT: Lines = (Id.FIELD_AMOUNT, Id.FIELD_TARGET, Id.FIELD_QUANTITY)
PERSON: Lines = (
    Id.FIELD_PERSON,
    Id.FIELD_OWNER,
    Id.FIELD_MARKETING_LEADS,
    Id.FIELD_CLIENT,
)
REASON: Lines = (Id.FIELD_REASON, Id.FIELD_NOTE)
WEEK: Lines = (Id.FIELD_HOURS,)

LINES: Mapping[type[Refusal], Lines] = {
    **dict.fromkeys(
        (
            phrases.UnclearMoment,
            phrases.UnclearPastMoment,
            phrases.NoSuchDay,
            phrases.FutureMoment,
            phrases.AmbiguousDate,
            phrases.WrongWeekday,
            phrases.PastMoment,
            phrases.NoSuchMoment,
            phrases.UnclearDuration,
            refusals.MomentInPast,
            refusals.TouchInFuture,
            refusals.TouchBeforeLead,
            refusals.SnoozePastDue,
            refusals.HoldTooLong,
            refusals.PausedTooLong,
            goals.EntryInFuture,
        ),
        MOMENT,
    ),
    **dict.fromkeys(
        (
            phrases.UnclearAmount,
            phrases.AmbiguousAmount,
            refusals.AmountNeeded,
            refusals.OtherCurrency,
            goals.EntryIsZero,
            goals.EntryFarBeyond,
            goals.AmountTooLarge,
        ),
        AMOUNT,
    ),
    **dict.fromkeys(
        (
            refusals.NoSuchPerson,
            refusals.PersonCannotOwn,
            responsibilities.OutsideParty,
            HasNoPart,
            NotItsLead,
        ),
        PERSON,
    ),
    **dict.fromkeys(
        (
            phrases.UnclearRange,
            phrases.OpenEnded,
            phrases.RangeReversed,
            absence.AbsenceReversed,
            absence.AbsenceTooLong,
            absence.AbsenceIncludes,
            absence.AbsenceToComeIncludes,
        ),
        (Id.FIELD_STRETCH,),
    ),
    **dict.fromkeys(
        (
            absence.CoverIsSelf,
            absence.CoverIsGuest,
            absence.CoverOutside,
            absence.CoverAway,
            absence.CoverCycle,
        ),
        (Id.FIELD_COVER,),
    ),
    absence.NotTheirAbsence: PERSON,
    **dict.fromkeys(
        (
            rota.RotaWithoutPeople,
            rota.TooManyInRota,
            rota.BadWeight,
            rota.CapBelowOne,
            rota.CapTooLarge,
            rota.TwiceInRota,
            rota.OutsideSales,
            rota_lines.UnclearRotaLine,
        ),
        (Id.FIELD_PEOPLE,),
    ),
    rota.ScoresReversed: (Id.FIELD_SCORE_TO,),
    rota.ScoreOutOfRange: (Id.FIELD_SCORE_FROM,),
    rota.FilterTooLong: (Id.FIELD_SEGMENT,),
    rota.RotaNeverReached: (Id.FIELD_SEGMENT,),
    rota.RotaNameTaken: (Id.FIELD_NAME,),
    rota.TooManyRotas: (Id.FIELD_NAME,),
    FarAboveBest: (Id.FIELD_HOW,),
    responsibilities.BackupIsOwner: (Id.FIELD_BACKUP,),
    responsibilities.NoSuchArea: (Id.FIELD_AREA,),
    responsibilities.WhichArea: (Id.FIELD_AREA,),
    refusals.NoSuchLead: (Id.FIELD_LEAD,),
    refusals.WhichLead: (Id.FIELD_LEAD,),
    refusals.BadEmail: (Id.FIELD_EMAIL,),
    refusals.BadPhone: (Id.FIELD_PHONE,),
    refusals.BadScore: (Id.FIELD_SCORE,),
    refusals.ReasonNeeded: REASON,
    refusals.DuplicateLead: (Id.FIELD_EMAIL,),
    goals.GoalExists: (Id.FIELD_NAME,),
    agreement.NameMissing: (Id.FIELD_NAME,),
    agreement.NameTooLong: (Id.FIELD_NAME,),
    agreement.NameTaken: (Id.FIELD_NAME,),
    agreement.ChannelShared: (Id.FIELD_WORKING_CHANNEL,),
    agreement.ChannelTaken: (Id.FIELD_WORKING_CHANNEL,),
    agreement.ChannelUnknown: (Id.FIELD_WORKING_CHANNEL,),
    agreement.NoRep: (Id.FIELD_REPS,),
    agreement.NoSuchPeople: (Id.FIELD_REPS, Id.FIELD_SALES_LEADS, Id.FIELD_PEOPLE),
    agreement.LeadsBothSides: (Id.FIELD_SALES_LEADS,),
    agreement.OnBothSides: (Id.FIELD_REPS,),
    agreement.WindowNotPositive: (Id.FIELD_FIRST_TOUCH,),
    agreement.WindowTooLong: (Id.FIELD_FIRST_TOUCH,),
    quiet_hours.QuietLeavesNoTime: (Id.FIELD_QUIET,),
    quiet_hours.DigestOutsideHours: (Id.FIELD_DIGEST,),
    refusals.BadCrmId: (Id.FIELD_CRM_ID,),
    refusals.CrmNameTaken: (Id.FIELD_CRM_ID,),
    opening_hours.UnknownZone: (Id.FIELD_ZONE,),
    opening_hours.UnclearLabel: WEEK,
    opening_hours.EqualEnds: WEEK,
    opening_hours.OverlappingBlocks: WEEK,
    opening_hours.NeverOpens: WEEK,
}
LETTERS: Mapping[Letter, Lines] = {
    Letter.SPECIFIC: (Id.FIELD_TEXT, Id.FIELD_NAME),
    Letter.MEASURABLE: (Id.FIELD_QUANTITY, Id.FIELD_TARGET),
    Letter.ATTAINABLE: (Id.FIELD_QUANTITY, Id.FIELD_TARGET),
    Letter.RELEVANT: (Id.FIELD_REASON,),
    Letter.TIMED: (Id.FIELD_DUE, Id.FIELD_ENDS),
}


def field_of(error: Refusal, values: object) -> str | None:
    """Return the block id the refusal belongs beside, where the form has such a line."""
    has = set(values) if isinstance(values, Mapping) else set()
    return next((line.value for line in _lines(error) if line.value in has), None)


def _lines(error: Refusal) -> Lines:
    match error:
        case NotSmart(letters) if letters:
            return LETTERS[letters[0]]
        case MissingValue(field) | ValueTooLong(field, _):
            return tuple(line for line in Id if line.value == f"field.{field}")
        case _:
            return LINES.get(type(error), ())
