from bot.intake.files.facts import ProblemKind


class BadValueError(Exception):
    """A cell cannot be read; caught where the row is read and told as a ``Problem``."""

    def __init__(self, kind: ProblemKind, *hints: str) -> None:
        super().__init__(kind, *hints)
        self.kind, self.hints = kind, hints
