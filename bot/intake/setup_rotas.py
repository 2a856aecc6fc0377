"""The rotas of an agreement's file."""

from bot.intake.toml_table import Table
from bot.rules.rota import Filter, RotaDraft, SeatDraft
from bot.rules.value_words import language_code


def read_rota(table: Table) -> RotaDraft:
    """Read one ``[[rotas]]``; what its values mean is judged when it is set up."""
    draft = RotaDraft(
        name=table.text("name"),
        people=tuple(_seat(each) for each in table.tables("people")),
        filter=Filter(
            segments=table.texts("segments"),
            languages=tuple(language_code(each) for each in table.texts("languages")),
            score_from=table.whole("score_from"),
            score_to=table.whole("score_to"),
        ),
        falls_through=table.flag("falls_through", otherwise=False),
    )
    table.done()
    return draft


def _seat(table: Table) -> SeatDraft:
    weight = table.whole("weight", 1)
    seat = SeatDraft(
        who=table.text("who"),
        weight=1 if weight is None else weight,
        daily_cap=table.whole("daily_cap"),
        open_cap=table.whole("open_cap"),
    )
    table.done()
    return seat
