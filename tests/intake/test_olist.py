"""Olist's funnel is read as it is: its gaps stay gaps, its oddities are marked."""

import os
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.intake.olist import DEALS, LEADS, NotOlist, OlistDeal, OlistLead, read_olist

LEAD_HEADER = "mql_id,first_contact_date,landing_page_id,origin\n"
DEAL_HEADER = "mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type\n"


def _folder(folder: Path, leads: str, deals: str = "") -> Path:
    (folder / LEADS).write_text(LEAD_HEADER + leads)
    (folder / DEALS).write_text(DEAL_HEADER + deals)
    return folder


def test_leads_come_in_the_order_in_which_they_asked(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "b,2018-02-02,p,social\na,2018-02-02,p,\nc,2018-01-01,p,unknown\n")

    assert [lead for lead, _ in read_olist(folder)] == [
        OlistLead("c", date(2018, 1, 1), "unknown"),
        OlistLead("a", date(2018, 2, 2), None),
        OlistLead("b", date(2018, 2, 2), "social"),
    ]


def test_a_deal_stands_beside_its_lead(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        "a,2018-02-01,p,social\nb,2018-02-01,p,social\n",
        "b,s,ana,luis,2018-02-26 19:58:54,pet,\n",
    )

    deals = [deal for _, deal in read_olist(folder)]

    assert deals == [
        None,
        OlistDeal(
            won_at=datetime(2018, 2, 26, 19, 58, 54, tzinfo=UTC),
            won_on=date(2018, 2, 26),
            has_time=True,
            won_before_asked=False,
            sdr="ana",
            sr="luis",
            segment="pet",
            lead_type=None,
        ),
    ]


@pytest.mark.parametrize(
    ("won", "won_on", "has_time", "before"),
    [
        ("2018-06-05 03:00:00", date(2018, 6, 5), False, False),
        ("2018-06-05 03:00:01", date(2018, 6, 5), True, False),
        ("2018-06-05 02:59:59", date(2018, 6, 4), True, True),
        ("2018-01-05 02:00:00", date(2018, 1, 5), False, True),
    ],
    ids=[
        "midnight in Brazil is a day without an hour",
        "a second later is an hour",
        "a second earlier is the day before",
        "midnight in summer time is an hour earlier",
    ],
)
def test_days_are_those_of_the_seller(
    tmp_path: Path,
    won: str,
    won_on: date,
    has_time: bool,  # noqa: FBT001  a column of the table
    before: bool,  # noqa: FBT001  the same
) -> None:
    folder = _folder(tmp_path, "a,2018-06-05,p,\n", f"a,s,ana,luis,{won},,\n")

    ((_, deal),) = read_olist(folder)

    assert deal is not None
    assert (deal.won_on, deal.has_time, deal.won_before_asked) == (won_on, has_time, before)


BROKEN = {
    "a date that does not exist": ("a,2018-02-31,p,\n", "", LEADS, "row 2"),
    "a row that ends early": ("a\n", "", LEADS, "row 2"),
    "a deal without its lead": ("", "z,s,ana,luis,2018-06-05 03:00:00,,\n", DEALS, "row 2: 'z'"),
    "a quote that is not closed": ('a,2018-02-01,p,"\n', "", LEADS, "unexpected end"),
}


@pytest.mark.parametrize(
    ("leads", "deals", "file", "reason"),
    BROKEN.values(),
    ids=[f"{name} is refused" for name in BROKEN],
)
def test_broken_files(tmp_path: Path, leads: str, deals: str, file: str, reason: str) -> None:
    with pytest.raises(NotOlist) as refusal:
        read_olist(_folder(tmp_path, leads, deals))

    assert refusal.value.file == file
    assert reason in refusal.value.reason


def test_an_absent_file_and_an_absent_column_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOlist) as refusal:
        read_olist(tmp_path)
    assert refusal.value.reason == "cannot be opened"

    (tmp_path / LEADS).write_text("mql_id,origin\n")
    with pytest.raises(NotOlist) as refusal:
        read_olist(tmp_path)
    assert refusal.value.reason == "no column first_contact_date"


@pytest.mark.data
@pytest.mark.skipif("TEST_DATA" not in os.environ, reason="TEST_DATA names no folder")
def test_the_published_figures_come_out() -> None:
    pairs = list(read_olist(Path(os.environ["TEST_DATA"]) / "olist"))
    deals = [deal for _, deal in pairs if deal]
    origins = Counter(lead.origin for lead, _ in pairs)

    assert (len(pairs), len(deals)) == (8_000, 842)
    assert (origins[None], origins["unknown"], origins["organic search"]) == (60, 1_099, 2_296)
    assert sum(deal.won_before_asked for deal in deals) == 1
    assert sum(not deal.has_time for deal in deals) == 61
    assert (len({d.sdr for d in deals}), len({d.sr for d in deals})) == (32, 22)
