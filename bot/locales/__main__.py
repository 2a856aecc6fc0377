"""Take the sentences out of the code, merge them into the catalogues, compile.

A sentence that is new or changed comes back with an empty translation, which a test refuses.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
BOT = HERE.parent
SPANISH = HERE / "es" / "LC_MESSAGES" / "sla.po"
KEYWORDS = {"t": None, "mark": None, "n": (1, 2), "mark_n": (1, 2), "c": ((1, "c"), 2)}


def main() -> None:
    catalogue = updated()
    with SPANISH.open("wb") as file:
        write_po(file, catalogue, width=100, omit_header=False, no_location=True, sort_output=True)
    SPANISH.with_suffix(".mo").write_bytes(compiled(catalogue))


def updated() -> Catalog:
    """Return the Spanish catalogue with exactly the sentences the code has now."""
    catalogue = written()
    made_at = catalogue.creation_date
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = made_at
    for message in catalogue:
        if message.id and message.fuzzy:  # it became a sentence about numbers, or stopped being one
            message.flags.discard("fuzzy")
            message.string = ""
    return catalogue


def written() -> Catalog:
    with SPANISH.open("rb") as file:
        return read_po(file, locale="es", domain="sla")


def extracted() -> Catalog:
    """Return every sentence marked for translation in the code."""
    catalogue = Catalog(domain="sla", charset="utf-8")
    found = extract_from_dir(
        str(BOT / "views"),
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, line, message, comments, context in found:
        catalogue.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


if __name__ == "__main__":
    main()
