"""People and channels named in what somebody typed."""

import pytest

from bot.rules.phrases.mentions import Mention, people_in, split_channel, without_people


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        pytest.param("L-1 <@U123|ana>", [Mention("U123", "ana")], id="escaped by Slack"),
        pytest.param("L-1 <@W9>", [Mention("W9", None)], id="without a label"),
        pytest.param(
            "SEO @ana.paz @bruno", [Mention(None, "ana.paz"), Mention(None, "bruno")], id="bare"
        ),
        pytest.param("me cubre @ana.", [Mention(None, "ana")], id="the full stop is not hers"),
        pytest.param("ana@acme.com", [], id="an address is nobody"),
        pytest.param("<@U1|a> y (@b)", [Mention("U1", "a"), Mention(None, "b")], id="mixed"),
        pytest.param("<@u1> <!channel> <@|x>", [], id="nothing Slack would send"),
    ],
)
def test_people_are_found_by_id_or_name(typed: str, people: list[Mention]) -> None:
    assert list(people_in(typed)) == people


def test_the_text_remains_without_people() -> None:
    assert without_people("SEO  <@U1|ana> @bruno hoy") == "SEO hoy"


@pytest.mark.parametrize(
    ("typed", "rest", "channel"),
    [
        pytest.param("estado in <#C1|ventas>", "estado", Mention("C1", "ventas"), id="escaped"),
        pytest.param("estado en <#C1|>", "estado", Mention("C1", None), id="a private channel"),
        pytest.param("estado EN #ventas.", "estado", Mention(None, "ventas"), id="bare"),
        pytest.param("en #ventas", "", Mention(None, "ventas"), id="nothing else"),
        pytest.param("new en #ventas Acme", "new en #ventas Acme", None, id="not at the end"),
        pytest.param("leads #ventas", "leads #ventas", None, id="without in"),
        pytest.param("leads", "leads", None, id="no channel"),
    ],
)
def test_an_ending_names_the_channel(typed: str, rest: str, channel: Mention | None) -> None:
    assert split_channel(typed) == (rest, channel)
