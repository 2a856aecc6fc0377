"""Which encoding a text file is in: its mark, else strict UTF-8, else Windows-1252.

Statistical detectors were tried and read Spanish Windows-1252 as Central European, silently.
"""

import codecs
import re
from pathlib import Path

from bot.intake.files.refusals import UnknownEncoding

MARKS = (
    (codecs.BOM_UTF32_LE, None),  # begins like UTF-16: must be asked first
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BROKEN = re.compile("[\udc80-\udcff]")


def find_encoding(path: Path, head: bytes) -> str:
    """Name the codec that reads the file; raises ``UnknownEncoding``."""
    for mark, codec in MARKS:
        if head.startswith(mark):
            if codec is None:
                raise UnknownEncoding
            return codec
    return unmarked_utf16(head) or _by_reading(path)


def unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of plain letters."""
    even, odd = head[::2], head[1::2]
    if odd.count(0) * 2 > len(odd) and even.count(0) * 20 <= len(even):
        return "utf-16-le"
    if even.count(0) * 2 > len(even) and odd.count(0) * 20 <= len(odd):
        return "utf-16-be"
    return None


def _by_reading(path: Path) -> str:
    good, broken = _count_accents(path)
    if not broken:
        return "utf-8"
    if good > broken:
        raise UnknownEncoding
    return "cp1252"


def _count_accents(path: Path) -> tuple[int, int]:
    """Characters beyond ASCII that are proper UTF-8, and bytes that are not."""
    good = broken = 0
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
        while chunk := file.read(1 << 16):
            if not chunk.isascii():
                bad = len(BROKEN.findall(chunk))
                good += len(chunk) - len(chunk.encode("ascii", "ignore")) - bad
                broken += bad
    return good, broken
