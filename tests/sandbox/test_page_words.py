"""The page speaks two languages, and says nothing it has no words for."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "bot" / "sandbox" / "page"
ENTRY = re.compile(r'"([a-z]+\.\w+)":\s+"((?:[^"\\]|\\.)*)"')


def words(lang: str) -> dict[str, str]:
    _, _, rest = (PAGE / "words.js").read_text().partition(f"  {lang}: {{")
    return dict(ENTRY.findall(rest.partition("\n  },")[0]))


def own_modules() -> list[Path]:
    return [path for path in PAGE.rglob("*.js") if "vendor" not in path.parts]


def test_both_languages_have_the_same_sentences_with_the_same_fields() -> None:
    def fields(lang: str) -> dict[str, set[str]]:
        return {key: set(re.findall(r"\{\w+\}", text)) for key, text in words(lang).items()}

    assert fields("en") == fields("es")


def test_every_key_the_page_asks_for_has_words() -> None:
    used = {
        key for path in own_modules() for key in re.findall(r't\("([a-z]+\.\w+)"', path.read_text())
    }

    assert used - set(words("en")) == set()


def test_no_words_are_left_that_nothing_asks_for() -> None:
    source = "".join(path.read_text() for path in own_modules() if path.name != "words.js")
    built = {key for key in words("en") if key.startswith("problem.")}

    assert {key for key in words("en") if f'"{key}"' not in source} - built == set()


@pytest.mark.parametrize(
    "sink", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
)
def test_data_never_becomes_markup(sink: str) -> None:
    assert [path.name for path in own_modules() if sink in path.read_text()] == []


def test_modules_stay_small_enough_to_read() -> None:
    assert [path.name for path in own_modules() if len(path.read_text().splitlines()) > 200] == []
