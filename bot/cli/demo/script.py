"""What people did on the day before and this morning, hour by hour in Bogotá."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from unicodedata import normalize

from bot.rules.goals import EntryDraft
from bot.rules.smart import CommitmentDraft
from bot.rules.terms import Channel, Outcome, RejectReason
from bot.usecases.commitments import make_commitment
from bot.usecases.goals import update_goal
from bot.usecases.leads.closing import close_lead
from bot.usecases.leads.ownership import accept_lead, register_lead, reject_lead
from bot.usecases.leads.storing import NewLead
from bot.usecases.leads.touching import log_touch

YESTERDAY, TODAY = 0, 1
LEADS, NORTHWIND = "Leads 2026", "Northwind"


@dataclass(frozen=True, slots=True)
class Deed:
    """A use case somebody called. A promise is due at ``due`` hours after the page opens."""

    day: int
    at: time
    by: str
    use_case: Callable[..., object]
    facts: Mapping[str, object]
    agreement: str = LEADS
    due: int | None = None


def _lead(day: int, at: str, name: str, company: str, source: str, score: int, **more: str) -> Deed:
    """A lead of the first agreement, registered by Sofía, unless ``more`` says otherwise."""
    first, domain = name.split(maxsplit=1)[0], more.get("domain", company.rsplit(maxsplit=1)[-1])
    new = NewLead(
        name=name,
        company=company,
        source=source,
        score=score,
        email=_plain(f"{first}@{domain}.example"),
        phone=more.get("phone", f"+57 300 555 01{score}"),
    )
    by, agreement = more.get("by", "sofia"), more.get("agreement", LEADS)
    return Deed(day, time.fromisoformat(at), by, register_lead, {"new": new}, agreement)


def _plain(text: str) -> str:
    """Return an address as mailboxes are written, without accents."""
    return normalize("NFD", text).encode("ascii", "ignore").decode().casefold()


def _touch(day: int, at: str, by: str, lead: str, channel: Channel, outcome: Outcome) -> Deed:
    facts = {"lead": lead, "channel": channel, "outcome": outcome}
    agreement = NORTHWIND if by == "emma" else LEADS
    return Deed(day, time.fromisoformat(at), by, log_touch, facts, agreement)


def _progress(day: int, at: str, by: str, amount: int, agreement: str = LEADS) -> Deed:
    facts = {"goal": None, "draft": EntryDraft(Decimal(amount))}
    return Deed(day, time.fromisoformat(at), by, update_goal, facts, agreement)


def _promise(day: int, at: str, by: str, owner: str, text: str, reason: str, due: int) -> Deed:
    draft = CommitmentDraft(text=text, owner=owner, is_checkable=True, reason=reason)
    return Deed(day, time.fromisoformat(at), by, make_commitment, {"draft": draft}, due=due)


AREAS = (
    ("marta", "seo", "sofia", "mateo"),
    ("marta", "content", "sofia", None),
    ("marta", "social", "mateo", None),
    ("carla", "crm", "bruno", "ana"),
    ("carla", "follow-up", "carla", None),
)
"""Who gave which area to whom, and to which backup. Urgent requests are nobody's yet."""

BRITISH = {"by": "marta", "agreement": NORTHWIND}
SCRIPT = (
    _progress(YESTERDAY, "08:05", "ana", 22),
    _progress(YESTERDAY, "08:10", "emma", 5, NORTHWIND),
    _promise(
        YESTERDAY,
        "08:12",
        "sofia",
        "sofia",
        "Publicar el caso de éxito de Andina",
        "Ventas lo pide en cada primera llamada",
        7,
    ),
    _lead(YESTERDAY, "08:20", "Laura Peña", "Andina", "Google Ads", 82),
    _lead(YESTERDAY, "08:35", "Jorge Salas", "Textiles Salas", "Webinar", 64),
    _lead(
        YESTERDAY, "08:50", "Grace Lee", "Harbour Coffee", "Referral", 77,
        domain="harbourcoffee", phone="+44 20 7946 0123", **BRITISH,
    ),
    _touch(YESTERDAY, "09:10", "ana", "Andina", Channel.CALL, Outcome.ANSWERED),
    _lead(YESTERDAY, "09:35", "Paula Ortiz", "Clínica del Norte", "Referido", 91),
    Deed(YESTERDAY, time(9, 40), "emma", accept_lead, {"lead": "Harbour Coffee"}, NORTHWIND),
    _touch(YESTERDAY, "10:20", "emma", "Harbour Coffee", Channel.EMAIL, Outcome.SENT),
    _touch(YESTERDAY, "10:30", "bruno", "Textiles Salas", Channel.EMAIL, Outcome.SENT),
    _lead(YESTERDAY, "11:40", "Diego Luna", "Imprenta Luna", "LinkedIn", 47),
    _lead(YESTERDAY, "14:10", "Nora Paz", "Paz Abogados", "Formulario web", 88),
    Deed(
        YESTERDAY,
        time(14, 30),
        "ana",
        reject_lead,
        {
            "lead": "Imprenta Luna",
            "reason": RejectReason.NOT_A_FIT,
            "note": "Busca un proveedor de impresión, no una agencia",
        },
    ),
    _touch(YESTERDAY, "15:00", "bruno", "Paz Abogados", Channel.WHATSAPP, Outcome.BOOKED),
    _lead(YESTERDAY, "15:20", "Felipe Ariza", "Hotel Ariza", "Instagram", 58),
    _lead(YESTERDAY, "16:30", "Camila Rojas", "Constructora Rojas", "Google Ads", 73),
    _touch(YESTERDAY, "16:50", "ines", "Clínica del Norte", Channel.WHATSAPP, Outcome.ANSWERED),
    Deed(
        YESTERDAY,
        time(17, 15),
        "bruno",
        close_lead,
        {"lead": "Paz Abogados", "won": True, "amount": Decimal(12_500_000)},
    ),
    _lead(TODAY, "08:05", "Andrés Mora", "Logística Mora", "Formulario web", 69),
    _lead(
        TODAY, "08:15", "Noah Patel", "Patel & Sons", "Webinar", 81,
        domain="patelandsons", phone="+44 20 7946 0456", **BRITISH,
    ),
    _progress(TODAY, "08:40", "ana", 6),
    _lead(TODAY, "09:15", "Valentina Cruz", "Café Cruz", "Instagram", 66),
    _promise(
        TODAY,
        "09:45",
        "marta",
        "ana",
        "Decir qué les faltó a los MQL de esta semana",
        "Con eso se ajustan las campañas",
        31,
    ),
)  # fmt: skip
