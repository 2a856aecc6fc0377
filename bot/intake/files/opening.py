"""What kind of file this is, told by its content and never by its name."""

from pathlib import Path

from bot.intake.files import limits
from bot.intake.files.delimited import open_text
from bot.intake.files.encoding import MARKS, unmarked_utf16
from bot.intake.files.refusals import EmptyFile, NoSuchFile, NotATable, TooLarge
from bot.intake.files.table import Table

HEAD_BYTES = 8192
ARCHIVE = b"PK\x03\x04"
FOREIGN = {
    b"PK\x05\x06": "zip",
    b"\xd0\xcf\x11\xe0": "xls",  # also a workbook with a password
    b"%PDF": "pdf",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"<!DOCTYPE": "web page",
    b"<html": "web page",
    b"{\\rtf": "document",
}


def open_table(path: Path) -> Table:
    """Tell the format; raises an ``UnreadableFile`` when it is none that is read."""
    head = _head(path)
    if head.startswith(ARCHIVE):
        # openpyxl takes as long to load as all else a command needs: only for workbooks.
        from bot.intake.files.workbook import open_workbook  # noqa: PLC0415

        return open_workbook(path)
    for magic, name in FOREIGN.items():
        if head.startswith(magic):
            raise NotATable(name)
    marked = any(head.startswith(mark) for mark, _ in MARKS)
    if b"\0" in head and not marked and not unmarked_utf16(head):
        raise NotATable("binary")
    return open_text(path, head)


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NoSuchFile
        if path.stat().st_size > limits.FILE_BYTES:
            raise TooLarge(limits.FILE_BYTES)
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise NoSuchFile from error
    if not head.strip():
        raise EmptyFile
    return head
