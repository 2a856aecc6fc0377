"""The words that CRMs use for a lead's status and stage, in English and Spanish."""

from bot.intake.files.facts import LeadStatus
from bot.intake.files.words import fold

WORDS = {
    LeadStatus.OPEN: (
        "open", "new", "not contacted", "open - not contacted", "unworked", "assigned", "pending",
        "subscriber", "lead", "marketing qualified lead", "mql", "other",
        "abierto", "abierta", "nuevo", "nueva", "sin contactar", "no contactado",
        "no contactada", "abierto - no contactado", "asignado", "asignada", "pendiente",
        "suscriptor", "suscriptora", "lead calificado para marketing",
        "lead cualificado para marketing", "otro",
    ),
    LeadStatus.WORKING: (
        "working", "working - contacted", "in progress", "attempted to contact", "contacted",
        "connected", "engaged", "en curso", "en proceso", "en progreso", "en seguimiento",
        "intento de contacto", "contactado", "contactada", "conectado", "conectada",
        "trabajando - contactado",
    ),
    LeadStatus.QUALIFIED: (
        "qualified", "sql", "sales qualified lead", "opportunity", "open deal", "converted",
        "closed - converted", "proposal", "negotiation", "calificado", "calificada",
        "cualificado", "cualificada", "lead calificado para ventas",
        "lead cualificado para ventas", "oportunidad", "negocio abierto", "convertido",
        "convertida", "cerrado - convertido", "propuesta", "negociación",
    ),
    LeadStatus.RECYCLED: (
        "recycled", "nurturing", "nurture", "bad timing", "not ready", "reciclado", "reciclada",
        "en nutrición", "nutrición", "mal momento", "no está listo",
    ),
    LeadStatus.REJECTED: (
        "rejected", "unqualified", "disqualified", "junk", "spam", "rechazado", "rechazada",
        "no calificado", "no calificada", "no cualificado", "no cualificada", "descalificado",
        "descalificada", "descartado", "descartada",
    ),
    LeadStatus.LOST: (
        "lost", "closed lost", "closed - lost", "closed - not converted", "perdido", "perdida",
        "cerrado perdido", "cerrada perdida", "cerrado - no convertido",
    ),
    LeadStatus.WON: (
        "won", "closed won", "closed - won", "customer", "evangelist", "ganado", "ganada",
        "cerrado ganado", "cerrada ganada", "cliente", "evangelizador",
    ),
}  # fmt: skip

BY_WORD = {fold(word): status for status, words in WORDS.items() for word in words}
KNOWN_WORDS = tuple(word for words in WORDS.values() for word in words)
FURTHEST_FIRST = tuple(reversed(LeadStatus))


def further(one: LeadStatus | None, other: LeadStatus | None) -> LeadStatus | None:
    """Of a status and a lifecycle stage, the one that says more about where the lead stands."""
    return next((status for status in FURTHEST_FIRST if status in (one, other)), None)
