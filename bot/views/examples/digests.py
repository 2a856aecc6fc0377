from collections.abc import Mapping

from bot.notices.digests import AdminNote, CatchUp, CouldNotTell, Digest, DigestLine, MayBeRepeat
from bot.views.examples.cast import FIVE, KEY, LEAD, NINE, NOON, SECOND

EXAMPLES: Mapping[str, object] = {
    "digest": Digest(
        (
            DigestLine("WindowMissed", LEAD, "first_touch", NOON),
            DigestLine("WindowClosing", SECOND, "accept", FIVE),
            DigestLine("LeadUnowned", SECOND, "", None),
            DigestLine("CommitmentNear", None, "", FIVE, "Publish four articles"),
            DigestLine("LeadArrived", LEAD, "", NINE, handled=True),
            DigestLine("RequestAsked", None, "urgent", FIVE, "R-Q2XA: Portal", request_id=KEY),
        ),
        more=2,
    ),
    "digest_of_the_day": Digest((DigestLine("WindowClosing", LEAD, "accept", FIVE),), late=11),
    "catch_up": CatchUp((DigestLine("ReminderAgain", LEAD, "first_touch", NOON),)),
    "could_not_tell": CouldNotTell("Ana Ríos", "WindowMissed", LEAD, "user_not_found"),
    "could_not_tell_anything": CouldNotTell("#ventas", "MissesFlagged", None, "is_archived"),
    "admin_note": AdminNote("unsure", 3, "channel C0VENTAS1"),
    "may_be_repeat": MayBeRepeat(),
}
