"""What the command line says: the same sentences people read in Slack, in English."""

from bot.notices.people import Reader
from bot.rules.refusals import Refusal
from bot.views.refusals import refusal_text
from bot.views.translate import Translator


def english() -> Translator:
    return Translator(Reader(language="en", zone="UTC", country="US"))


def said(refusal: Refusal) -> str:
    """Return a refusal's sentence."""
    return refusal_text(refusal, english())
