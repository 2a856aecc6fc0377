"""What an import did, or would do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of rows; ``unknown_owners`` are names nobody in the rota answers to, with counts."""

    rows: int
    added: int
    updated: int
    unchanged: int
    closed: int
    unowned: int
    unknown_owners: tuple[tuple[str, int], ...]

    def plus(self, other: "ImportReport") -> "ImportReport":
        owners = dict(self.unknown_owners)
        for name, count in other.unknown_owners:
            owners[name] = owners.get(name, 0) + count
        return ImportReport(
            self.rows + other.rows,
            self.added + other.added,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.closed + other.closed,
            self.unowned + other.unowned,
            tuple(sorted(owners.items())),
        )
