"""Who and what the examples speak of."""

from datetime import UTC, datetime
from uuid import UUID

from bot.notices.leads import LeadFacts
from bot.notices.people import PersonRef, Reader

READERS = (
    Reader("en", "America/New_York", "US"),
    Reader("es", "America/Bogota", "CO"),
)
KEY = UUID("00000000-0000-4000-8000-000000000001")
ANA = PersonRef(KEY, "Ana Ríos", "U0ANA0001")
INES = PersonRef(KEY, "Inés Vega", "U0INES001")
LUIS = PersonRef(KEY, "Luis Peña", "U0LUIS001")
NINE = datetime(2026, 3, 13, 14, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 13, 17, 0, tzinfo=UTC)
FIVE = datetime(2026, 3, 13, 22, 0, tzinfo=UTC)
HOUR = 3_600
LEAD = LeadFacts(KEY, "L-7K3F", "Laura Gómez", "Acme", "Landing page", "Enterprise", 82)
SECOND = LeadFacts(KEY, "L-Q2XA", "", "Textiles del Norte", "", "", None)
