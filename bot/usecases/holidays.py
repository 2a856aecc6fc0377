"""National holidays, by the package that knows them, as plain facts of an agreement."""

from collections.abc import Iterable

import holidays

from bot.rules.agreement import UnknownCountry, UnknownRegion

CODE_LENGTH = 2


def national_holidays(
    country: str, region: str, *, language: str, years: Iterable[int]
) -> dict[str, str]:
    """Return ISO date → name of a country's, or its region's, days off in ``years``.

    Names are in ``language`` where the country's calendar has it, else in the country's own.
    Raises ``UnknownCountry``, ``UnknownRegion``.
    """
    _check_known(country, region)
    calendar = holidays.country_holidays(
        country, subdiv=region or None, years=years, language=_spoken(country, language)
    )
    return {day.isoformat(): name for day, name in sorted(calendar.items())}


def countries() -> tuple[str, ...]:
    """Return the two-letter codes of the countries whose holidays are known."""
    return tuple(sorted(code for code in _regions() if len(code) == CODE_LENGTH))


def _check_known(country: str, region: str) -> None:
    if country not in countries():
        raise UnknownCountry(country)
    known = _regions()[country]
    if region and region not in known:
        raise UnknownRegion(country, region, tuple(known))


def _regions() -> dict[str, list[str]]:
    return holidays.list_supported_countries()


def _spoken(country: str, language: str) -> str | None:
    known = holidays.list_localized_countries().get(country, [])
    return next((each for each in known if each.split("_")[0] == language), None)
