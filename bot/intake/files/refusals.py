"""Why a whole file is refused; nothing was taken from it.

UnreadableFile
├── NoSuchFile · EmptyFile · TooLarge · TooManyRows · TooManyColumns
├── NotATable · UnknownEncoding · UnclosedQuote · CellTooLong
├── NoHeader · DuplicateHeader · NoUsableColumns
├── UnknownColumn · UnknownField · FieldMappedTwice · UnknownPreset
└── AmbiguousDates · MixedDates · OppositeDates · AmbiguousAmounts · MixedAmounts · OppositeAmounts
"""

from bot.rules.refusals import Refusal


class UnreadableFile(Refusal):
    """The file as a whole cannot be read."""


class NoSuchFile(UnreadableFile):
    """There is no file of this name, or it may not be opened."""


class EmptyFile(UnreadableFile):
    """The file holds nothing, or a header and nothing below it."""


class TooLarge(UnreadableFile):
    """The file, or what it unpacks to, has more bytes than the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TooManyRows(UnreadableFile):
    """The file has more rows than the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TooManyColumns(UnreadableFile):
    """A row has more cells than the limit."""

    def __init__(self, row: int, limit: int) -> None:
        super().__init__(row, limit)
        self.row, self.limit = row, limit


class NotATable(UnreadableFile):
    """The file is no CSV, TSV or XLSX (``looks_like``: ``zip``, ``xls``, ``pdf``, ``binary`` …)."""

    def __init__(self, looks_like: str) -> None:
        super().__init__(looks_like)
        self.looks_like = looks_like


class UnknownEncoding(UnreadableFile):
    """The text is neither UTF-8, UTF-16 nor Windows-1252, or a mixture of them."""


class UnclosedQuote(UnreadableFile):
    """The quote that opens in this row is not closed, or text follows its closing."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class CellTooLong(UnreadableFile):
    """A cell of this row is so long that the rest of the file cannot be trusted."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class NoHeader(UnreadableFile):
    """The first row holds values instead of names of columns."""

    def __init__(self, example: str) -> None:
        super().__init__(example)
        self.example = example


class DuplicateHeader(UnreadableFile):
    """Several columns have the same name."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


class NoUsableColumns(UnreadableFile):
    """No column is known to hold a name, company, e-mail, phone or id."""

    def __init__(self, headers: tuple[str, ...]) -> None:
        super().__init__(headers)
        self.headers = headers


class UnknownColumn(UnreadableFile):
    """A mapping names a column that the file does not have."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(name, nearest)
        self.name, self.nearest = name, nearest


class UnknownField(UnreadableFile):
    """A mapping names a field that leads do not have."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(name, nearest)
        self.name, self.nearest = name, nearest


class FieldMappedTwice(UnreadableFile):
    """Two columns are mapped to the same field."""

    def __init__(self, field: str, columns: tuple[str, ...]) -> None:
        super().__init__(field, columns)
        self.field, self.columns = field, columns


class UnknownPreset(UnreadableFile):
    """There is no preset of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name, self.known = name, known


class DoubtfulColumn(UnreadableFile):
    """How to read a column cannot be told from it; ``row`` and ``example`` show why."""

    def __init__(self, column: str, row: int, example: str) -> None:
        super().__init__(column, row, example)
        self.column, self.row, self.example = column, row, example


class AmbiguousDates(DoubtfulColumn):
    """No date of the column proves whether the day or the month comes first: ask."""


class MixedDates(DoubtfulColumn):
    """Other dates of the column need the other order than the example: ask."""


class OppositeDates(DoubtfulColumn):
    """The example needs the other order than the one asked for, and no date needs that one."""


class AmbiguousAmounts(DoubtfulColumn):
    """No amount of the column proves whether the point or the comma marks decimals: ask."""


class MixedAmounts(DoubtfulColumn):
    """Other amounts of the column need the other decimal mark than the example: ask."""


class OppositeAmounts(DoubtfulColumn):
    """The example needs the other decimal mark than the one asked for, and none needs that one."""
