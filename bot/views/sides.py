"""Sentences that name a side, as they read where an agency serves its client.

The agency stands in marketing's place and the client in sales'. A sentence that says "marketing"
or "sales" has its twin here; ``Translator`` takes it for a reader of such an agreement.
"""

from bot.rules.terms import AgreementKind
from bot.views.marks import mark

TWINS = {
    mark("With nobody here to take one, whoever leads sales is told at once."): mark(
        "With nobody here to take one, whoever leads on the client's side is told at once."
    ),
    mark("{name} is not of sales, so leads cannot go to them. Name someone who is."): mark(
        "{name} is not on the client's side, so leads cannot go to them. Name someone who is."
    ),
    mark("Left empty: it stays without an owner and whoever leads sales is told."): mark(
        "Left empty: it stays without an owner and whoever leads on the client's side is told."
    ),
    mark("Nobody leads sales now, and only whoever does can give them out."): mark(
        "Nobody leads on the client's side now, and only whoever does can give them out."
    ),
    mark("Send it back to sales"): mark("Send it back to the client"),
    mark("Returned to marketing"): mark("Returned to the agency"),
    mark("returned to marketing"): mark("returned to the agency"),
    mark("back with sales"): mark("back with the client"),
    mark("Return to marketing"): mark("Return to the agency"),
    mark("Marketing reads it: the more exact, the better the next leads."): mark(
        "The agency reads it: the more exact, the better the next leads."
    ),
    mark("{lead} came back to marketing"): mark("{lead} came back to the agency"),
    mark("{by} returned {lead} to marketing. Reason: {reason}."): mark(
        "{by} returned {lead} to the agency. Reason: {reason}."
    ),
    mark("{lead} went back to marketing. Reason: {reason}. Its clock waits for the answer."): mark(
        "{lead} went back to the agency. Reason: {reason}. Its clock waits for the answer."
    ),
    mark("{lead} goes back to sales, and its clock goes on."): mark(
        "{lead} goes back to the client, and its clock goes on."
    ),
    mark("{by} returned {lead} to marketing · {moment}"): mark(
        "{by} returned {lead} to the agency · {moment}"
    ),
    mark("{lead} was returned to marketing · {moment}"): mark(
        "{lead} was returned to the agency · {moment}"
    ),
    mark("{by} agreed that {lead} came back to marketing · {moment}"): mark(
        "{by} agreed that {lead} came back to the agency · {moment}"
    ),
    mark("{by} sent {lead} back to sales · {moment}"): mark(
        "{by} sent {lead} back to the client · {moment}"
    ),
    mark("{actor} returned it to marketing."): mark("{actor} returned it to the agency."),
    mark("{actor} agreed that it came back to marketing."): mark(
        "{actor} agreed that it came back to the agency."
    ),
    mark("{actor} sent it back to sales."): mark("{actor} sent it back to the client."),
    mark("It was returned to marketing."): mark("It was returned to the agency."),
    mark("Marketing agreed that it came back."): mark("The agency agreed that it came back."),
    mark("Marketing sent it back to sales."): mark("The agency sent it back to the client."),
    mark("The sales lead was told."): mark("Whoever leads on the client's side was told."),
    mark("The sales lead was offered to pass it on."): mark(
        "Whoever leads on the client's side was offered to pass it on."
    ),
    mark("{name} cannot take leads now. Choose someone else of sales."): mark(
        "{name} cannot take leads now. Choose someone else on the client's side."
    ),
    mark("{public_id} went back to marketing and waits for their answer."): mark(
        "{public_id} went back to the agency and waits for their answer."
    ),
    mark("More than 10 minutes have passed: now only the sales lead can undo it."): mark(
        "More than 10 minutes have passed: now only whoever leads on the client's side can undo it."
    ),
    mark("whoever leads marketing"): mark("whoever leads the agency's side"),
    mark("marketing's people"): mark("the agency's people"),
    mark("whoever leads sales"): mark("whoever leads the client's side"),
    mark("returning a lead to marketing"): mark("returning a lead to the agency"),
    mark("`/sla reject L-7K3F no budget` · back to marketing, with a reason"): mark(
        "`/sla reject L-7K3F no budget` · back to the agency, with a reason"
    ),
}


def between(sides: str, sentence: str) -> str:
    """Return the sentence as it reads between these sides, an agreement's kind."""
    return TWINS.get(sentence, sentence) if sides == AgreementKind.CLIENT_AGENCY else sentence
