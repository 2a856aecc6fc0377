"""The words of /sla as a table: a new word, or a new name for one, is a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.vocabulary import Names, Vocabulary


class Word(StrEnum):
    """What a command does, by the English word it is shown under."""

    STATUS = "status"
    LEADS = "leads"
    WHY = "why"
    NEW = "new"
    LOG = "log"
    UNDO = "undo"
    CLAIM = "claim"
    ACCEPT = "accept"
    ASSIGN = "assign"
    REJECT = "reject"
    CLOSE = "close"
    ACK = "ack"
    SNOOZE = "snooze"
    PAUSE = "pause"
    RESUME = "resume"
    WHO = "who"
    OWN = "own"
    AWAY = "away"
    BACK = "back"
    REQUEST = "request"
    COMMITMENT = "commitment"
    GOAL = "goal"
    PLAN = "plan"
    INSIGHTS = "insights"
    DEFINE = "define"
    AGREEMENT = "agreement"
    PROPOSE = "propose"
    PROPOSALS = "proposals"
    SETUP = "setup"
    ROTA = "rota"
    REPORT = "report"
    ME = "me"
    LANGUAGE = "language"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Match:
    """A command word, the name it was recognised by, and the rest as it was typed."""

    word: Word
    name: str
    rest: str

    @property
    def details(self) -> str:
        """The rest, after what the name says beside the word."""
        return f"{IMPLIED.get(self.name, '')} {self.rest}".strip()


@dataclass(frozen=True, slots=True)
class Unknown:
    """No word is known by this; `nearest` may have been meant."""

    text: str
    nearest: Word | None


def find_word(text: str) -> Match | Unknown:
    """The command a text begins with; the longest name wins. Raises TooLong."""
    if found := COMMANDS.at_start(text):
        return Match(found.meaning, found.name, found.rest)
    return Unknown(text.strip(), COMMANDS.nearest(text))


def shown(word: Word, language: str) -> str:
    """The name of a command in a language, `es` or `en`."""
    return COMMANDS.table[word].shown(language)


IMPLIED: Mapping[str, str] = {
    "my leads": "mine",
    "mis leads": "mine",
    "covers me": "cover",
    "me cubre": "cubre",
    "urgent": "urgent:",
    "urgencia": "urgent:",
    "called": "call",
    "emailed": "email",
    "llamé": "call",
}
"""Names of a word that say more than the word."""

COMMANDS: Vocabulary[Word] = Vocabulary(
    {
        Word.STATUS: Names(
            "status|how are we doing|how are we", "estado|cómo vamos|resumen|cómo va"
        ),
        Word.LEADS: Names("leads|my leads", "leads|prospectos|mis leads|ver lead"),
        Word.WHY: Names("why", "por qué|porque|motivo|por q"),
        Word.NEW: Names("new|new lead", "nuevo|mql|nuevo lead|nuevo mql"),
        Word.LOG: Names(
            "log|touch|follow-up|follow up|followup|contacted|called|emailed",
            "seguimiento|registrar|contacté|registrar seguimiento|contacto|llamé",
        ),
        Word.UNDO: Names("undo|take back", "deshacer|deshago"),
        Word.CLAIM: Names("claim|take", "tomar|tomo|es mío|lo tomo"),
        Word.ACCEPT: Names("accept", "aceptar|acepto"),
        Word.ASSIGN: Names(
            "assign|reassign|assign to|hand over", "asignar|pasar a|pasar|reasignar|asignar a"
        ),
        Word.REJECT: Names("reject|send back|return", "devolver|rechazar|devuelvo"),
        Word.CLOSE: Names("close", "cerrar|cierro"),
        Word.ACK: Names("ack|acknowledge|on it", "enterado|en eso|enterada|estoy en eso"),
        Word.SNOOZE: Names("snooze|remind me", "posponer|aplazar|recuérdame|recordarme"),
        Word.PAUSE: Names("pause|hold", "pausar|pausa"),
        Word.RESUME: Names("resume|unpause", "reanudar|reanudo"),
        Word.WHO: Names(
            "who|owners|who owns|who is|whose is|responsible",
            "quién|responsable|doliente|de quién es|quién es|quién lleva|responsabilidad",
        ),
        Word.OWN: Names("own|give area", "encargar|encargar a"),
        Word.AWAY: Names(
            "away|vacation|holiday|out of office|covers me",
            "ausencia|vacaciones|me cubre|ausente|permiso",
        ),
        Word.BACK: Names("back|i am back|i'm back", "volví|ya volví|regresé"),
        Word.REQUEST: Names("request|ask|urgent", "solicitud|urgencia|pedir|solicitar"),
        Word.COMMITMENT: Names("commitment|commit|promise", "compromiso|comprometer|me comprometo"),
        Word.GOAL: Names("goal|target", "meta|objetivo"),
        Word.PLAN: Names("plan|funnel", "plan|embudo"),
        Word.INSIGHTS: Names("insights|findings", "hallazgos"),
        Word.DEFINE: Names(
            "define|what is|glossary|definition", "definir|qué es|glosario|definición"
        ),
        Word.AGREEMENT: Names("agreement|sla", "acuerdo"),
        Word.PROPOSE: Names("propose", "proponer|propongo"),
        Word.PROPOSALS: Names("proposals", "propuestas"),
        Word.SETUP: Names("setup|set up|config", "configurar|configuración"),
        Word.ROTA: Names("rota|rotation|round robin", "rotación|turnos|turno|reparto"),
        Word.REPORT: Names("report", "reporte|informe"),
        Word.ME: Names("me|preferences", "yo|preferencias|mi perfil"),
        Word.LANGUAGE: Names("language|lang", "idioma|lengua"),
        Word.HELP: Names("help|?|commands", "ayuda|comandos"),
    }
)
