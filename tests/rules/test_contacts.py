"""E-mail, phone and score as typed: made comparable, or refused."""

import pytest

from bot.rules.contacts import email_of, phone_of, score_of
from bot.rules.refusals import BadEmail, BadPhone, BadScore


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("Ana@Example.COM ", "ana@example.com", id="case and spaces"),
        pytest.param("mailto:ana@example.com", "ana@example.com", id="as copied from a link"),
        pytest.param("a@b.co", "a@b.co", id="the shortest"),
        pytest.param("  ", None, id="nothing"),
    ],
)
def test_an_email(typed: str, kept: str | None) -> None:
    assert email_of(typed) == kept


@pytest.mark.parametrize("typed", ["ana", "ana@", "@b.co", "a@b", "a b@c.co", "a@b.co,c@d.co"])
def test_what_is_no_email(typed: str) -> None:
    with pytest.raises(BadEmail):
        email_of(typed)


@pytest.mark.parametrize(("length", "is_taken"), [(254, True), (255, False)])
def test_an_email_has_at_most_254_characters(length: int, *, is_taken: bool) -> None:
    domain = ".".join(["b" * 62] * 3) + ".co"
    typed = "a" * (length - len(domain) - 1) + f"@{domain}"

    if is_taken:
        assert email_of(typed) == typed
    else:
        with pytest.raises(BadEmail):
            email_of(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("+57 300 123 4567", "+573001234567", id="with its country"),
        pytest.param("0057 300 1234567", "+573001234567", id="the country the other way"),
        pytest.param("(300) 123-4567", "3001234567", id="without a country"),
        pytest.param("12345", "12345", id="the fewest digits"),
        pytest.param("1" * 15, "1" * 15, id="the most digits"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_phone(typed: str, kept: str | None) -> None:
    assert phone_of(typed) == kept


@pytest.mark.parametrize("typed", ["1234", "1" * 16, "call me", "300-CALL", "+", "٣٠٠١٢٣٤"])
def test_what_is_no_phone(typed: str) -> None:
    with pytest.raises(BadPhone):
        phone_of(typed)


@pytest.mark.parametrize(
    ("typed", "kept"), [("40", 40), ("-5", -5), ("1000", 1000), ("-1000", -1000), ("", None)]
)
def test_a_score(typed: str, kept: int | None) -> None:
    assert score_of(typed) == kept


@pytest.mark.parametrize("typed", ["1001", "-1001", "4.5", "much", "１０", "1e3"])
def test_what_is_no_score(typed: str) -> None:
    with pytest.raises(BadScore):
        score_of(typed)
