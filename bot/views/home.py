"""App Home: what is mine, the most urgent first."""

from bot.notices.home import HomeFacts
from bot.views.blocks import Block, View, actions, button, divider, header, home, section
from bot.views.commitments import commitment_line
from bot.views.emoji import Sign
from bot.views.escape import Markup
from bot.views.goals import goal_line
from bot.views.help import help_message
from bot.views.ids import Id
from bot.views.message import paragraphs
from bot.views.responsibilities import area_name
from bot.views.status import lead_line
from bot.views.translate import Translator

MOST_OF_EACH = 15


def home_view(mine: HomeFacts, t: Translator) -> View:
    """Return the Home tab of one person."""
    leads = [lead_line(line, t) for line in mine.leads[:MOST_OF_EACH]]
    promises = [commitment_line(each, t) for each in mine.commitments[:MOST_OF_EACH]]
    areas = [
        t.lay("{sign} {area}", sign=Sign.PERSON, area=area_name(area, t))
        for area in mine.areas[:MOST_OF_EACH]
    ]
    goals = [goal_line(goal, t) for goal in mine.goals[:MOST_OF_EACH]]
    row = [
        button(t("Register a lead"), Id.LEAD_NEW, style="primary"),
        button(t("New commitment"), Id.COMMITMENT_NEW),
        button(t("How it stands"), Id.STATUS_SHOW),
        button(t("Language and time zone"), Id.ME_OPEN),
    ]
    return home(
        [
            actions(row),
            *_part(t("My leads"), leads, t("You have no open leads.")),
            *_part(t("My commitments"), promises, t("You have no open commitments.")),
            *_part(t("My areas"), areas, t("You are not responsible for any area.")),
            *_part(t("Team goals"), goals, t("There are no open goals yet.")),
            divider(),
            *help_message(t).blocks,
        ]
    )


def _part(title: Markup, lines: list[Markup], nothing: Markup) -> list[Block]:
    return [header(title), *(paragraphs(lines) or [section(nothing)])]
