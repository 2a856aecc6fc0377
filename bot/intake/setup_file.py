"""An agreement written down as TOML → set-up facts, or every problem of the file at once."""

import re
import tomllib
from collections.abc import Collection
from datetime import date

from bot.intake.setup_rotas import read_rota
from bot.intake.toml_table import Table
from bot.rules.agreement import ChannelFacts, SetupFacts, SideFacts, WindowFacts
from bot.rules.terms import AgreementKind, Stage

LARGEST_FILE = 64 * 1024
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORKING_WEEK = WEEKDAYS[:5]
SIDES = {
    AgreementKind.MARKETING_SALES.value: ("marketing", "sales"),
    AgreementKind.CLIENT_AGENCY.value: ("agency", "client"),
}

Blocks = tuple[tuple[str, str], ...]


class SetupFileWrong(Exception):  # noqa: N818  named for the mistake
    """The file cannot be understood; ``problems`` has one line each."""

    def __init__(self, problems: Collection[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


def read_setup(raw: bytes, *, channels: Collection[ChannelFacts]) -> SetupFacts:
    """Read an agreement from a TOML file; ``channels`` are those the bot can see.

    What the values mean is judged when it is set up. Raises ``SetupFileWrong``.
    """
    problems: list[str] = []
    table = Table(_parsed(raw), problems)
    facts = _facts(table, channels)
    table.done()
    if problems:
        raise SetupFileWrong(problems)
    return facts


def _parsed(raw: bytes) -> dict[str, object]:
    if len(raw) > LARGEST_FILE:
        raise SetupFileWrong([f"the file is larger than {LARGEST_FILE // 1024} KB"])
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SetupFileWrong(["the file is not UTF-8 text"]) from None
    except tomllib.TOMLDecodeError as wrong:
        raise SetupFileWrong([f"the file is not TOML: {wrong}"]) from None
    except RecursionError:
        raise SetupFileWrong(["the file is nested too deeply"]) from None


def _facts(table: Table, channels: Collection[ChannelFacts]) -> SetupFacts:
    kind = table.text("kind")
    first, second = SIDES.get(kind, SIDES[AgreementKind.MARKETING_SALES])
    if kind and kind not in SIDES:
        table.wrong("kind", kind, " or ".join(SIDES))
    holidays = table.table("holidays", required=False)
    return SetupFacts(
        name=table.text("name"),
        kind=kind,
        channel=_channel(table, "channel", channels),
        celebrations=_channel(table, "celebrations", channels),
        marketing=_side(table.table(first), "members"),
        sales=_side(table.table(second), "reps"),
        management=_side(table.table("management", required=False), "members"),
        zone=table.text("zone"),
        country=table.text("country").upper(),
        region=table.text("region", required=False),
        language=table.text("language").lower(),
        currency=table.text("currency").upper(),
        week=_week(table.table("hours")),
        windows=_windows(table.table("windows")),
        national_holidays=holidays.flag("national", otherwise=True),
        extra_holidays=_extra_holidays(holidays),
        enforced_from=table.moment("enforced_from"),
        rotas=tuple(read_rota(each) for each in table.tables("rotas")),
    )


def _channel(table: Table, key: str, channels: Collection[ChannelFacts]) -> ChannelFacts:
    named = table.text(key)
    wanted = named.removeprefix("#").casefold()
    for channel in channels:
        if wanted in {channel.id.casefold(), channel.name.casefold()}:
            return channel
    if named:
        table.wrong(key, named, "a channel the bot was invited to")
    return ChannelFacts("")


def _side(table: Table, members: str) -> SideFacts:
    side = SideFacts(leads=table.texts("leads"), members=table.texts(members))
    table.done()
    return side


def _week(table: Table) -> dict[int, Blocks]:
    """Read the hours of each day; ``weekdays`` stands for Monday to Friday."""
    whole = _blocks(table, "weekdays")
    week = dict.fromkeys(map(WEEKDAYS.index, WORKING_WEEK), whole) if whole else {}
    for weekday, name in enumerate(WEEKDAYS):
        if name in table.unread():
            week[weekday] = _blocks(table, name)
    table.done()
    return week


def _blocks(table: Table, key: str) -> Blocks:
    written = table.texts(key)
    blocks = [
        re.fullmatch(r"([0-9]{1,2}:[0-9]{2})\s*[-–]\s*([0-9]{1,2}:[0-9]{2})", each)
        for each in written
    ]
    if not all(blocks):
        table.wrong(key, list(written), 'blocks such as ["08:00-12:00", "14:00-18:00"]')
    return tuple((block[1], block[2]) for block in blocks if block)


def _windows(table: Table) -> tuple[WindowFacts, ...]:
    windows = tuple(
        _window(table.table(stage.value), stage) for stage in Stage if stage.value in table.unread()
    )
    table.done()
    return windows


def _window(table: Table, stage: Stage) -> WindowFacts:
    window = WindowFacts(
        stage=stage.value,
        target=table.seconds("within") or 0,
        around_the_clock=table.flag("around_the_clock", otherwise=False),
        reminders=table.numbers("reminders", (50, 75)),
        manager_after=table.seconds("manager_after", "1h"),
        offer_after=table.seconds("offer_after", "4h"),
        needs_contact=table.flag("needs_contact", otherwise=False),
    )
    table.done()
    return window


def _extra_holidays(table: Table) -> tuple[tuple[date, str], ...]:
    days = ((table.day(key), table.text(key)) for key in table.unread())
    return tuple((day, name) for day, name in days if day is not None)
