"""What lies orphaned when somebody leaves, with what can be done about each."""

from bot.notices.leaving import PersonLeft
from bot.views.blocks import Block, actions, section
from bot.views.commitments import answers, commitment_line
from bot.views.emoji import Sign
from bot.views.message import Message
from bot.views.responsibilities import to_own
from bot.views.translate import Translator

MOST_LISTED = 20


def person_left(left: PersonLeft, t: Translator) -> Message:
    text = t(
        "{person} left the workspace, and {agreement} has things of theirs to hand over.",
        person=left.person.name,
        agreement=left.agreement,
    )
    blocks: list[Block] = [section(t.lay("{sign} {text}", sign=Sign.CAREFUL, text=text))]
    blocks += [to_own(area, t) for area in left.areas[:MOST_LISTED]]
    for promise in left.commitments[: MOST_LISTED // 2]:
        blocks.append(section(commitment_line(promise, t)))
        if promise.state == "open":
            blocks.append(actions(answers(promise, t)))
    return Message(text, blocks)
