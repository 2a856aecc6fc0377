"""How a command ends when it does not do what was asked."""

REFUSED, USAGE = 1, 2


class Failure(Exception):  # noqa: N818  it ends a command, it is no programming error
    """The command changed nothing; ``problems`` has a line for each reason."""

    def __init__(self, *problems: str, code: int = REFUSED) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
        self.code = code
