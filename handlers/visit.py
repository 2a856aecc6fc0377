"""One person at the door: who they are, which agreement is meant, and how they are spoken to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from bot.notices.people import Reader
from bot.rules.refusals import Refusal, WhichAgreement
from bot.usecases.actors import Actor, AgreementFacts, agreement_for
from bot.usecases.places import (
    agreement_by_id,
    agreement_of_commitment,
    agreement_of_goal,
    agreement_of_lead,
    agreement_of_request,
    agreement_of_rota,
)
from bot.views import Translator
from handlers.doors import Ask, Noticed

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Visit:
    """What every handler is given.

    ``meant`` is the agreement of the channel or the person's only one, or why there is none;
    ``trigger_id`` opens a form within three seconds; ``message_ts`` is the thread of the message
    that a shortcut was used on.
    """

    actor: Actor
    now: datetime
    meant: AgreementFacts | Refusal
    channel_id: str
    trigger_id: str
    use_act: Noticed
    use_ask: Ask
    message_ts: str = ""

    def act(self, use_case: Callable[..., R], **facts: object) -> R:
        """Do something as this person, in one committed transaction."""
        return self.use_act(use_case, actor=self.actor, **facts)

    def ask(self, use_case: Callable[..., R], **facts: object) -> R:
        """Look something up as this person."""
        return self.use_ask(use_case, actor=self.actor, **facts)

    @property
    def has_acted(self) -> bool:
        """Say whether this visit changed anything."""
        return self.use_act.was_used

    @property
    def agreement(self) -> AgreementFacts:
        """The agreement meant. Raises ``WhichAgreement``, ``NoAgreement`` or ``NotAMember``."""
        if isinstance(self.meant, Refusal):
            raise self.meant
        return self.meant

    def in_agreement(self, named: str) -> "Visit":
        """Return the same visit in the agreement of that name or channel."""
        found = self.ask(agreement_for, channel_id=self.channel_id, named=named)
        return replace(self, meant=found)

    def in_agreement_of(self, agreement_id: UUID) -> "Visit":
        """Return the same visit in the agreement a form was opened in."""
        return replace(self, meant=self.ask(agreement_by_id, agreement_id=agreement_id))

    def in_agreement_of_goal(self, goal_id: UUID) -> "Visit":
        return replace(self, meant=self.ask(agreement_of_goal, goal_id=goal_id))

    def in_agreement_of_commitment(self, commitment_id: UUID) -> "Visit":
        found = self.ask(agreement_of_commitment, commitment_id=commitment_id)
        return replace(self, meant=found)

    def in_agreement_of_request(self, request_id: UUID) -> "Visit":
        return replace(self, meant=self.ask(agreement_of_request, request_id=request_id))

    def in_agreement_of_lead(self, lead_id: UUID) -> "Visit":
        return replace(self, meant=self.ask(agreement_of_lead, lead_id=lead_id))

    def in_agreement_of_rota(self, rota_id: UUID) -> "Visit":
        return replace(self, meant=self.ask(agreement_of_rota, rota_id=rota_id))

    def speaking(self, language: str) -> "Visit":
        """Return the same visit once the person has chosen a language."""
        return replace(self, actor=replace(self.actor, language=language))

    @property
    def t(self) -> Translator:
        match self.meant:
            case AgreementFacts(country=country, kind=sides):
                pass
            case WhichAgreement(sides=sides):
                country = ""
            case _:
                country = sides = ""
        return Translator(Reader(self.actor.language, self.actor.zone, country, sides))
