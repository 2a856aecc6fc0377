from collections.abc import Mapping

from bot.notices.mentions import MentionElsewhere, MentionHelp, MentionRefused

EXAMPLES: Mapping[str, object] = {
    "mention_help": MentionHelp(),
    "mention_unclear": MentionHelp(understood=False),
    "mention_elsewhere": MentionElsewhere("North region", "C0VENTAS1"),
    "mention_stranger": MentionRefused("StrangerRefused"),
    "mention_outsider": MentionRefused("NotAMember"),
    "mention_too_early": MentionRefused("NoAgreement"),
    "mention_another_week": MentionRefused("OnlyThisWeek"),
}
