"""`python -m tests.replay JOURNAL`: is the engine's list the brute force's?"""

import sys
from pathlib import Path

from tests.replay.comparing import compare, first_lines

comparison = compare(Path(sys.argv[1]))
sys.stdout.write(
    f"{comparison.steps} steps, {comparison.messages} messages\n{first_lines(comparison)}\n"
)
sys.exit(0 if comparison.is_equal else 1)
