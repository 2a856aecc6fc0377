"""How much of somebody else's file is read before it is refused."""

FILE_BYTES = 50_000_000
ROWS = 1_000_000
COLUMNS = 500
CELL_CHARS = 10_000
LINE_CHARS = 1_000_000

# A workbook is a zip: what its parts unpack to. Texts and small parts are held in memory whole,
# a sheet one row at a time.
UNPACKED_BYTES = 400_000_000
TEXT_BYTES = 25_000_000
PART_BYTES = 10_000_000
ROW_BYTES = 6_000_000

# What is kept of a file once it is read; the rest is counted or read again.
KEPT_PROBLEMS = 1_000
KEPT_SKIPPED = 100
KEPT_LEADS = 10_000
KEPT_CHARS = 4_000_000
