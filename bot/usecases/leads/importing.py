"""Storing many leads from a file: the same rules as by hand, and a report of what happened."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from bot.notices.imports import ImportReport
from bot.rules.refusals import NoSuchPerson
from bot.usecases.actors import find_person
from bot.usecases.leads.rota import is_in_rota
from bot.usecases.leads.storing import NewLead, store_lead
from models import Agreement


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A lead of a file with its owner as the file names them."""

    row: int
    new: NewLead
    owner: str | None


def import_leads(
    session: Session,
    *,
    now: datetime,
    agreement_id: UUID,
    rows: Sequence[ImportRow],
    by: UUID | None = None,
) -> ImportReport:
    """Store the rows. An owner nobody here answers to leaves the lead to the rota, and is said."""
    agreement = session.get_one(Agreement, agreement_id)
    outcomes: Counter[str] = Counter()
    owners = _Owners(session, agreement)
    for row in rows:
        owner_id = owners.find(row.owner)
        new = replace(row.new, owner_id=owner_id)
        lead, stored = store_lead(session, now=now, agreement=agreement, new=new, by=by)
        outcomes[stored] += 1
        outcomes["closed"] += lead.closed_at is not None and stored == "added"
        outcomes["unowned"] += lead.owner_id is None and stored == "added"
        session.flush()
    return ImportReport(
        rows=len(rows),
        added=outcomes["added"],
        updated=outcomes["updated"],
        unchanged=outcomes["unchanged"],
        closed=outcomes["closed"],
        unowned=outcomes["unowned"],
        unknown_owners=tuple(sorted(owners.unknown.items())),
    )


class _Owners:
    """Names of a file mapped to people of the rota, each looked up once."""

    def __init__(self, session: Session, agreement: Agreement) -> None:
        self._session = session
        self._agreement = agreement
        self._known: dict[str, UUID | None] = {}
        self.unknown: Counter[str] = Counter()

    def find(self, name: str | None) -> UUID | None:
        if not name:
            return None
        if name not in self._known:
            self._known[name] = self._look_up(name)
        if self._known[name] is None:
            self.unknown[name] += 1
        return self._known[name]

    def _look_up(self, name: str) -> UUID | None:
        try:
            person = find_person(self._session, team_id=self._agreement.team_id, text=name)
        except NoSuchPerson:
            return None
        return person.id if is_in_rota(self._session, self._agreement.id, person.id) else None
