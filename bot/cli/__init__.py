"""`sla` on the command line. Exit codes: 0 done, 1 refused, 2 bad usage or settings."""

import sys

from bot.cli.failures import Failure
from bot.cli.words import app


def main() -> None:
    """Run one command; whatever is refused is said in one line each, on stderr."""
    try:
        app()
    except Failure as failure:
        for problem in failure.problems:
            sys.stderr.write(f"{problem}\n")
        sys.exit(failure.code)


__all__ = ["main"]
