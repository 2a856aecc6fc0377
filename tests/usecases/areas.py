"""The six areas an agreement starts with, as rows."""

from datetime import datetime

from sqlmodel import Session

from bot.rules.responsibilities import STARTING_AREAS
from models import Agreement, Person, Responsibility
from tests.usecases.builders import MONDAY


def make_areas(
    session: Session,
    agreement: Agreement,
    *,
    at: datetime = MONDAY,
    **owners: Person,
) -> None:
    """Add the areas; ``seo=mateo`` gives one its owner."""
    for party, area in STARTING_AREAS:
        owner = owners.get(area.slug)
        session.add(
            Responsibility(
                agreement_id=agreement.id,
                slug=area.slug,
                name_en=area.name_en,
                name_es=area.name_es,
                synonyms=area.synonyms,
                party=party.value,
                owner_id=owner.id if owner else None,
                changed_at=at,
            )
        )
    session.flush()
