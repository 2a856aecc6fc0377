"""Why a file, or a row of it, was not taken."""

from collections.abc import Sequence

from bot.views.escape import Markup, esc
from bot.views.translate import Translator, mark

WORDS = {
    "UnreadableFile": mark("The file cannot be read. Send a CSV or an Excel file (XLSX)."),
    "NotOlist": mark("The file {file} is not as Olist published it."),
    "NoSuchFile": mark("There is no such file, or it may not be opened."),
    "EmptyFile": mark("The file is empty."),
    "TooLarge": mark("The file is too large. The limit is {limit} bytes."),
    "TooManyRows": mark("The file has too many rows. The limit is {limit}: split it."),
    "TooManyColumns": mark("Row {row} has too many cells. The limit is {limit}."),
    "NotATable": mark("This is not a table ({looks_like}). Send a CSV or an Excel file (XLSX)."),
    "UnknownEncoding": mark("The letters of the file cannot be read. Save it as UTF-8."),
    "UnclosedQuote": mark(
        "A quotation mark is not closed properly in row {row}. Correct it there."
    ),
    "CellTooLong": mark("A cell of row {row} is far too long. Check the quotation marks there."),
    "NoHeader": mark("The first row has no column names: it has “{example}”. Add them."),
    "DuplicateHeader": mark("Several columns have the same name: {names}. Rename them."),
    "NoUsableColumns": mark(
        "No column holds a name, a company, an e-mail, a phone or an id. Say which one does."
    ),
    "UnknownColumn": mark("The file has no column “{name}”."),
    "UnknownField": mark("Leads have no field “{name}”."),
    "FieldMappedTwice": mark("Two columns are meant for {field}: {columns}. Keep one of them."),
    "UnknownPreset": mark("There is no preset “{name}”. There are these: {known}."),
    "DoubtfulColumn": mark(
        "It is not clear how to read the column {column}, as in row {row}: “{example}”."
    ),
    "AmbiguousDates": mark(
        "In the column {column} the day or the month may come first, as in row {row}: “{example}”. "
        "Say which."
    ),
    "MixedDates": mark(
        "The dates of the column {column} are written in two ways; row {row} has “{example}”. "
        "Write them alike."
    ),
    "OppositeDates": mark(
        "In the column {column} day and month stand the other way round: row {row} has “{example}”."
    ),
    "AmbiguousAmounts": mark(
        "In the column {column} the point or the comma may mark decimals, as in row {row}: "
        "“{example}”. Say which."
    ),
    "MixedAmounts": mark(
        "The amounts of the column {column} are written in two ways; row {row} has “{example}”. "
        "Write them alike."
    ),
    "OppositeAmounts": mark(
        "In the column {column} point and comma stand the other way round: row {row} has "
        "“{example}”."
    ),
}
KINDS = {
    "zip": mark("a ZIP file"),
    "xls": mark("an old Excel file, XLS"),
    "pdf": mark("a PDF"),
    "binary": mark("not text"),
    "html": mark("a web page"),
    "json": mark("JSON"),
}
PROBLEMS = {
    "no_identity": mark("The row has no name, company, e-mail, phone or id."),
    "missing_cells": mark("The row has fewer cells than the header."),
    "extra_cells": mark("The row has more cells than the header."),
    "cell_too_long": mark("The cell is too long."),
    "cell_error": mark("The cell holds an error of the spreadsheet."),
    "damaged_text": mark("The text was saved with the wrong letters: correct it."),
    "bad_email": mark("This is not one e-mail address."),
    "bad_phone": mark("This is not one phone number."),
    "bad_score": mark("The score is not a whole number within its limits."),
    "bad_amount": mark("This is not an amount that is understood."),
    "negative_amount": mark("The amount is below zero."),
    "huge_amount": mark("The amount is too large."),
    "unknown_date": mark("This is not a date that is understood."),
    "impossible_date": mark("There is no such day or hour."),
    "two_digit_year": mark("The year needs four digits."),
    "old_date": mark("The date is before 1990."),
    "future_date": mark("The date is still to come."),
    "skipped_time": mark("That hour does not exist: the clocks change then."),
    "won_before_received": mark("It was won before it was received: check both dates."),
    "unknown_status": mark("This status is not known."),
}


def row_problem(
    kind: str, t: Translator, *, row: int, column: str | None, value: str, hints: Sequence[str] = ()
) -> Markup:
    """Return why one row was refused: where, what stands there, what is wrong with it."""
    reason = t(PROBLEMS[kind]) if kind in PROBLEMS else esc(kind)
    fields: dict[str, str | int] = {"row": row, "value": value, "reason": reason}
    if hints and kind == "unknown_status":
        fields["reason"] = t(
            "This status is not known. Did you mean {words}?", words=t.any_of(hints[:5])
        )
    if column is None:
        return t("Row {row}: {reason} “{value}”", **fields)
    return t("Row {row}, {column}: {reason} “{value}”", column=column, **fields)
