"""What an import did, for whoever ran it."""

from bot.notices.imports import ImportReport
from bot.views.blocks import section
from bot.views.message import Message, lines, sentences
from bot.views.translate import Translator


def import_report(report: ImportReport, t: Translator) -> Message:
    """Say what an import did, and whom nobody knows."""
    text = sentences(
        [
            t.n("{n} row read.", "{n} rows read.", report.rows),
            t.n("{n} new lead.", "{n} new leads.", report.added),
            t.n("{n} updated.", "{n} updated.", report.updated),
            t.n("{n} unchanged.", "{n} unchanged.", report.unchanged),
            t.n("{n} closed.", "{n} closed.", report.closed),
            t.n("{n} has no owner.", "{n} have no owner.", report.unowned)
            if report.unowned
            else None,
        ]
    )
    strangers = [
        t.n("• {name}: {n} lead", "• {name}: {n} leads", count, name=name)
        for name, count in report.unknown_owners[:20]
    ]
    unknown = [t("These owners are not in the rota:"), *strangers] if strangers else []
    return Message(text, [section(lines([text, *unknown]))])
