"""Foreign text is cleaned, shortened and escaped, exactly once."""

from html import unescape
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notices.people import PersonRef, Reader
from bot.views.escape import Markup, bare, clean, esc, mixes_alphabets, shorten
from bot.views.translate import Translator
from tests.views.hostile import HOSTILE


@given(st.text(max_size=70))
def test_unescaping_gives_the_clean_text_back_and_escaping_again_the_same(text: str) -> None:
    escaped = esc(text, 1_000)

    assert unescape(escaped) == unescape(clean(text)) or bare(escaped) == clean(text)
    assert esc(Markup(escaped)) == escaped


@given(st.text(max_size=300))
def test_nothing_that_slack_reads_survives(text: str) -> None:
    assert not set("<>\n\r\x00\u200b\u202e") & set(esc(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_dead(text: str) -> None:
    escaped = esc(text)

    assert "<" not in escaped
    assert ">" not in escaped
    assert len(escaped) <= 160


def test_a_name_is_escaped_once_however_often_it_is_passed_on() -> None:
    t = Translator(Reader("en", "UTC", "US"))
    name = t.lay("*{name}*", name="A & <B>")

    assert t.lay("{lead}", lead=t.lay("{lead}", lead=name)) == "*A &amp; &lt;B&gt;*"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        pytest.param("abcd", 4, "abcd", id="as long as may be stays"),
        pytest.param("abcde", 4, "abc…", id="one more is cut and says so"),
        pytest.param("ab de", 4, "ab…", id="no space before the ellipsis"),
        pytest.param("", 4, "", id="nothing stays nothing"),
    ],
)
def test_shortening(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


@pytest.mark.parametrize(
    ("name", "disguised"),
    [
        pytest.param("Acme", False, id="plain"),
        pytest.param("Аcme", True, id="the first letter is Cyrillic"),
        pytest.param("Αcme", True, id="the first letter is Greek"),
        pytest.param("Acme Москва", False, id="two words, each in its own alphabet"),
        pytest.param("José Ñandú", False, id="accents are no other alphabet"),
        pytest.param("Acme 株式会社", False, id="nothing that looks alike"),
    ],
)
def test_a_word_that_mixes_alphabets_is_noticed(name: str, *, disguised: bool) -> None:
    assert mixes_alphabets(name) is disguised


@pytest.mark.parametrize(
    ("slack_id", "shown"),
    [
        pytest.param("U0ANA0001", "<@U0ANA0001>", id="a member"),
        pytest.param("W0ANA0001", "<@W0ANA0001>", id="a member of an enterprise"),
        pytest.param("!channel", "Ana", id="no member: the name instead"),
        pytest.param("U1> <!here", "Ana", id="a way out of the mention"),
        pytest.param("", "Ana", id="none"),
    ],
)
def test_only_a_slack_id_becomes_a_mention(slack_id: str, shown: str) -> None:
    t = Translator(Reader("en", "UTC", "US"))

    assert t.mention(PersonRef(UUID(int=1), "Ana", slack_id)) == shown
