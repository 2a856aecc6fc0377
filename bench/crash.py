"""The crash run before a release: 40,000 messages, 520 kills, a fifth of all calls failing.

python bench/crash.py [sqlite|postgres] [messages] [kills]
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from models.database import Database  # noqa: E402  the path has to be set first
from tests.databases import SqliteSource, opened, running_postgres  # noqa: E402  as above
from tests.delivery.crash_rig import Plan, run  # noqa: E402  as above


def main() -> None:
    kind, messages, kills = (*sys.argv[1:], *("sqlite", "40000", "520")[len(sys.argv) - 1 :])
    with database(kind) as fresh:
        verdict = run(fresh, Plan(messages=int(messages), readers=2_000, kills=int(kills)))
    for name, value in asdict(verdict).items():
        print(f"{name:>15}  {value}")
    sys.exit(1 if verdict.lost or verdict.doubled or verdict.unsettled else 0)


@contextmanager
def database(kind: str) -> Iterator[Database]:
    if kind == "postgres":
        with running_postgres() as source, opened(source.fresh()) as found:
            yield found
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(SqliteSource(Path(folder)).fresh()) as found,
    ):
        yield found


if __name__ == "__main__":
    main()
