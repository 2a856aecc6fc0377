"""The words that follow a command: channels, outcomes, periods, filters, results, as tables."""

import re
from enum import StrEnum

from bot.rules.terms import Channel, Outcome, RejectReason
from bot.rules.vocabulary import Names, Vocabulary


class Period(StrEnum):
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    LAST_WEEK = "last_week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"


class LeadFilter(StrEnum):
    MINE = "mine"
    LATE = "late"
    UNOWNED = "unowned"


class Speech(StrEnum):
    """A language a lead may speak, by its code; any other is kept as it is written."""

    SPANISH = "es"
    ENGLISH = "en"
    PORTUGUESE = "pt"
    FRENCH = "fr"
    GERMAN = "de"
    ITALIAN = "it"


class Result(StrEnum):
    WON = "won"
    LOST = "lost"


class Sub(StrEnum):
    """The second word of goal, request, commitment, agreement and proposals."""

    NEW = "new"
    UPDATE = "update"
    CLOSE = "close"
    MINE = "mine"
    DONE = "done"
    HISTORY = "history"


class Sure(StrEnum):
    """Said after an amount that was asked about: it is meant."""

    SURE = "sure"


def language_code(text: str) -> str:
    """Return the code of a lead's language: of "Español", "spanish" and "es-CO" it is "es".

    A language that is not known here stays as it is written, in lower case.
    """
    written = " ".join(text[:LONGEST_LANGUAGE].split())
    found = SPEECH.at_start(written)
    if found is not None and (not found.after or found.after.startswith("(")):
        return found.meaning.value
    tag = LANGUAGE_TAG.fullmatch(written)
    return (tag["language"] if tag else written).casefold()


LANGUAGE_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})[-_][A-Za-z0-9]{2,8}(?:[-_][A-Za-z0-9]+)*")
LONGEST_LANGUAGE = 60

CHANNELS: Vocabulary[Channel] = Vocabulary(
    {
        Channel.CALL: Names("call|phone|called|phone call", "llamada|llamé|teléfono|cel|celular"),
        Channel.WHATSAPP: Names("whatsapp|wa|whats app", "whatsapp|wa|wpp|wsp|guasap"),
        Channel.EMAIL: Names("email|mail|e-mail|emailed", "correo|correo electrónico"),
        Channel.MEETING: Names("meeting|visit|demo|video call", "reunión|visita|videollamada|cita"),
        Channel.OTHER: Names("other", "otro|otra"),
    }
)
OUTCOMES: Vocabulary[Outcome] = Vocabulary(
    {
        Outcome.NO_ANSWER: Names(
            "no answer|didn't answer|did not answer|unanswered|no_answer|not answered|no reply",
            "no contestó|no contesta|no respondió|no responde|sin respuesta",
        ),
        Outcome.LEFT_MESSAGE: Names(
            "left message|left a message|voicemail|left_message",
            "dejé mensaje|dejé un mensaje|dejó mensaje|buzón|buzón de voz",
        ),
        Outcome.SENT: Names("sent", "enviado|envié|enviada|mandé"),
        Outcome.ANSWERED: Names(
            "answered|replied|spoke|reached", "contestó|respondió|hablamos|atendió|habló"
        ),
        Outcome.BOOKED: Names(
            "meeting booked|booked|booked a meeting|meeting_booked|scheduled",
            "agendó|agendado|agendamos|agendó reunión|reunión agendada|cita agendada",
        ),
        Outcome.QUALIFIED: Names("qualified", "calificado|calificada|calificó|califica"),
        Outcome.NOT_INTERESTED: Names(
            "not interested|no interest|not_interested",
            "no le interesa|no interesado|no interesada|sin interés|no está interesado",
        ),
    }
)
FILTERS: Vocabulary[LeadFilter] = Vocabulary(
    {
        LeadFilter.MINE: Names("mine|my", "míos|mis|mías"),
        LeadFilter.LATE: Names("late|overdue|breached", "vencidos|fuera de plazo|tarde|atrasados"),
        LeadFilter.UNOWNED: Names(
            "unowned|unassigned|no owner|without owner",
            "sin responsable|sin asignar|sin dueño|sin doliente",
        ),
    }
)
SPEECH: Vocabulary[Speech] = Vocabulary(
    {
        Speech.SPANISH: Names("spanish|es|castilian", "español|castellano"),
        Speech.ENGLISH: Names("english|en", "inglés"),
        Speech.PORTUGUESE: Names("portuguese|pt|português", "portugués"),
        Speech.FRENCH: Names("french|fr|français", "francés"),
        Speech.GERMAN: Names("german|de|deutsch", "alemán"),
        Speech.ITALIAN: Names("italian|it|italiano", "italiano"),
    }
)
PERIODS: Vocabulary[Period] = Vocabulary(
    {
        Period.TODAY: Names("today|day", "hoy|día"),
        Period.YESTERDAY: Names("yesterday", "ayer"),
        Period.WEEK: Names("week|this week", "semana|esta semana"),
        Period.LAST_WEEK: Names("last week", "semana pasada|la semana pasada"),
        Period.MONTH: Names("month|this month", "mes|este mes"),
        Period.LAST_MONTH: Names("last month", "mes pasado|el mes pasado"),
        Period.QUARTER: Names("quarter|this quarter", "trimestre|este trimestre"),
        Period.YEAR: Names("year|this year", "año|este año"),
    }
)
RESULTS: Vocabulary[Result] = Vocabulary(
    {
        Result.WON: Names("won|win", "ganado|ganada|ganó|gané"),
        Result.LOST: Names("lost|lose", "perdido|perdida|perdió|perdí"),
    }
)
SUBS: Vocabulary[Sub] = Vocabulary(
    {
        Sub.NEW: Names("new|create", "nueva|nuevo|crear"),
        Sub.UPDATE: Names("update|progress", "avance|actualizar"),
        Sub.CLOSE: Names("close", "cerrar"),
        Sub.MINE: Names("mine|my", "mías|míos|mis"),
        Sub.DONE: Names("done|answered", "hecho|hecha|respondida|listo"),
        Sub.HISTORY: Names("history", "historia|historial"),
    }
)
SURE: Vocabulary[Sure] = Vocabulary(
    {Sure.SURE: Names("sure|yes|confirmed", "seguro|sí|confirmado")}
)
REASONS: Vocabulary[RejectReason] = Vocabulary(
    {
        RejectReason.NOT_A_FIT: Names(
            "not a fit|no fit|wrong profile|not our customer|not_a_fit",
            "no encaja|no es cliente|no aplica|fuera de perfil|no cumple el perfil",
        ),
        RejectReason.NO_BUDGET: Names(
            "no budget|no money|no_budget", "sin presupuesto|no tiene presupuesto"
        ),
        RejectReason.WRONG_DATA: Names(
            "wrong data|wrong number|wrong contact|bad data|wrong_data",
            "datos errados|datos incorrectos|número equivocado|datos malos|contacto errado",
        ),
        RejectReason.DUPLICATE: Names("duplicate|already a lead", "duplicado|repetido|ya existe"),
        RejectReason.NOT_READY: Names(
            "not ready|too early|not yet|not_ready", "aún no|todavía no|muy pronto|no está listo"
        ),
        RejectReason.OTHER: Names("other|another reason", "otro|otra razón|otro motivo"),
    }
)
