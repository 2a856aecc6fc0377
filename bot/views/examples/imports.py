from collections.abc import Mapping

from bot.notices.imports import ImportReport

EXAMPLES: Mapping[str, object] = {
    "import_report": ImportReport(12, 8, 2, 1, 1, 1, (("Pedro", 2),)),
}
