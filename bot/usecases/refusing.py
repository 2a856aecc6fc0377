"""A right that is not there, refused with the names of whoever has it."""

from uuid import UUID

from sqlmodel import Session

from bot.rules.refusals import NotAllowed
from bot.rules.rights import Action, Standing, Who, check
from bot.rules.terms import PartyKind
from bot.usecases.actors import leads_of


def check_naming(
    session: Session, action: Action, standing: Standing, *, agreement_id: UUID
) -> None:
    """Check a right in an agreement. Raises ``NotAllowed`` with the leads who could do it."""
    try:
        check(action, standing)
    except NotAllowed as refused:
        sides = {
            Who.MARKETING_LEAD.value: PartyKind.MARKETING.value,
            Who.SALES_LEAD.value: PartyKind.SALES.value,
            Who.SIDE_LEAD.value: standing.of_party,
        }
        people = tuple(
            (seat, tuple(lead.name for lead in leads_of(session, agreement_id, sides[seat])))
            for seat in refused.who_may
            if seat in sides
        )
        raise NotAllowed(refused.action, refused.who_may, people) from None
