"""The workspace as a program of its own, and the seed it begins with."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.sandbox import Seed, SeedChannel, SeedPerson

SEED = {
    "people": [{"handle": "ana", "name": "Ana Ruiz", "email": "ana@acme.test", "admin": True}],
    "channels": [{"name": "ventas", "members": ["ana"], "private": True}],
    "team_name": "Acme",
}


def test_a_seed_is_read_from_json() -> None:
    assert Seed.from_json(SEED) == Seed(
        people=(SeedPerson("ana", "Ana Ruiz", "ana@acme.test", admin=True),),
        channels=(SeedChannel("ventas", ("ana",), private=True),),
        team_name="Acme",
    )


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        pytest.param({"planets": []}, "planets", id="unknown part"),
        pytest.param({"people": [{"handle": "ana"}]}, "name", id="a person without a name"),
    ],
)
def test_a_seed_that_does_not_fit_is_refused(changed: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=rf"The seed does not fit: .*'{named}'"):
        Seed.from_json(SEED | changed)


def test_it_says_where_it_serves_and_leaves_when_told(tmp_path: Path) -> None:
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps(SEED), encoding="utf-8")
    command = [sys.executable, "-m", "bot.sandbox", "--seed", str(seed), "--no-rate-limits"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = json.loads(program.stdout.readline())
        client = WebClient(told["bot_token"], base_url=told["api_url"])

        posted = [client.chat_postMessage(channel="ventas", text="x")["ok"] for _ in range(5)]
        program.send_signal(signal.SIGTERM)
        code = program.wait(10)

    assert (posted, code) == ([True] * 5, 0)
    assert told["api_url"] == f"http://127.0.0.1:{told['port']}/api/"
