"""Short notes that answer no particular subject: a surprise, a form that came too late."""

from bot.views.blocks import View, modal, section
from bot.views.escape import Markup
from bot.views.ids import Id
from bot.views.message import Message
from bot.views.translate import Translator


def note_form(message: Message, t: Translator) -> View:
    """Return a message as a form without lines, for where no message can be shown."""
    blocks = message.blocks or [section(message.text)]
    return modal(Id.FORM_NOTE, t.c("form title", "SLA"), blocks, submit=None, close=t("Close"))


def surprise(code: str, t: Translator) -> Markup:
    """Tell that something unexpected happened; the code finds it in the log."""
    return t(
        "Something went wrong on my side, and nothing was changed. Try again in a moment; if it "
        "happens again, pass this code on to whoever runs the bot: {code}",
        code=code,
    )
