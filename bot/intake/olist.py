"""Olist's marketing funnel: real leads and the deals they became, for ``sla replay``.

What the data holds, and what it does not:

- ``first_contact_date`` is the day a lead asked to be contacted, without an hour. Nothing records
  an answer, and only won leads have people: owners and follow-ups cannot be read from it.
- An empty origin is no origin. It is not the origin ``unknown``, which is a value of its own.
- ``won_date`` is UTC. Exactly midnight in the seller's zone is a day without an hour.
- One deal was won two days before its lead asked: ``won_before_asked`` marks it.
- Seven thousand leads were never won; a deal without its lead is refused.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.rules.refusals import Refusal

T = TypeVar("T")
LEADS = "olist_marketing_qualified_leads_dataset.csv"
DEALS = "olist_closed_deals_dataset.csv"
LEAD_COLUMNS = ("mql_id", "first_contact_date", "origin")
DEAL_COLUMNS = ("mql_id", "sdr_id", "sr_id", "won_date", "business_segment", "lead_type")


@dataclass(frozen=True, slots=True)
class OlistLead:
    """A seller who asked to be contacted on a day; ``origin`` is ``None`` when left empty."""

    id: str
    asked_on: date
    origin: str | None


@dataclass(frozen=True, slots=True)
class OlistDeal:
    """How a lead was won, by the one who qualified it (``sdr``) and the one who sold (``sr``)."""

    won_at: datetime
    won_on: date
    has_time: bool
    won_before_asked: bool
    sdr: str
    sr: str
    segment: str | None
    lead_type: str | None


class NotOlist(Refusal):
    """The folder does not hold the two files as Olist published them."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file, self.reason = file, reason


def read_olist(
    folder: Path, *, zone: str = "America/Sao_Paulo"
) -> Iterator[tuple[OlistLead, OlistDeal | None]]:
    """Every lead with its deal, in the order in which they asked.

    Days are those of ``zone``. Raises ``NotOlist`` before the first lead.
    """
    place = ZoneInfo(zone)
    leads = {lead.id: lead for lead in _read(folder, LEADS, LEAD_COLUMNS, _lead)}
    deal = partial(_deal, leads=leads, zone=place)
    deals = dict(_read(folder, DEALS, DEAL_COLUMNS, deal))
    in_order = sorted(leads.values(), key=lambda lead: (lead.asked_on, lead.id))
    return ((lead, deals.get(lead.id)) for lead in in_order)


def _read(
    folder: Path, name: str, columns: tuple[str, ...], read: Callable[[dict[str, str]], T]
) -> Iterator[T]:
    """The facts of each row; whatever is wrong with one is told with its number."""
    row = 1
    try:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True, restval="")
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise NotOlist(name, f"no column {missing[0]}")
            for row, cells in enumerate(reader, 2):  # noqa: B007  told where reading it fails
                yield read(cells)
    except OSError as error:
        raise NotOlist(name, "cannot be opened") from error
    except (ValueError, LookupError, csv.Error) as error:
        raise NotOlist(name, f"row {row}: {error}") from error


def _lead(row: dict[str, str]) -> OlistLead:
    asked_on = date.fromisoformat(row["first_contact_date"])
    return OlistLead(id=row["mql_id"], asked_on=asked_on, origin=row["origin"] or None)


def _deal(
    row: dict[str, str], *, leads: Mapping[str, OlistLead], zone: ZoneInfo
) -> tuple[str, OlistDeal]:
    lead = leads[row["mql_id"]]
    won_at = datetime.fromisoformat(row["won_date"]).replace(tzinfo=UTC)
    there = won_at.astimezone(zone)
    return lead.id, OlistDeal(
        won_at=won_at,
        won_on=there.date(),
        has_time=there.time() != time(),
        won_before_asked=there.date() < lead.asked_on,
        sdr=row["sdr_id"],
        sr=row["sr_id"],
        segment=row["business_segment"] or None,
        lead_type=row["lead_type"] or None,
    )
