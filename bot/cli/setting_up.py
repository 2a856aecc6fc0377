"""`sla setup FILE.toml`: an agreement from a file, for whoever runs the bot."""

import sys
from pathlib import Path

from bot.app import introduce
from bot.cli.database import database, settings
from bot.cli.failures import USAGE, Failure
from bot.cli.running import tokens
from bot.cli.words_for import said
from bot.clock import Clock
from bot.delivery.client import SlackClient
from bot.intake.setup_file import SetupFileWrong, read_setup
from bot.intake.slack_directory import read_channels
from bot.rules.agreement import ChannelFacts
from bot.rules.refusals import Refusal
from bot.usecases.actors import actor_of, find_person
from bot.usecases.agreement import set_up_agreement


def set_up_from_file(file: Path) -> None:
    """Set up the agreement a file describes, in the name of the first admin."""
    chosen = settings()
    bot_token, _ = tokens(chosen)
    if not chosen.admin_ids:
        raise Failure("SLA_ADMINS: name at least one admin by Slack id or e-mail", code=USAGE)
    try:
        raw = file.read_bytes()
    except OSError as wrong:
        raise Failure(f"{file}: {wrong.strerror}", code=USAGE) from None
    now = Clock().now()
    client = SlackClient(bot_token)
    with database(chosen.database_url) as opened:
        team = introduce(opened, client, now, chosen.admin_ids)
        channels = [
            ChannelFacts(each.id, each.name, each.is_shared) for each in read_channels(client)
        ]
        try:
            facts = read_setup(raw, channels=channels)
            with opened.writing() as session:
                first = find_person(session, team_id=team.team_id, text=chosen.admin_ids[0])
                actor = actor_of(first)
                done = set_up_agreement(session, now=now, actor=actor, facts=facts)
        except SetupFileWrong as wrong:
            raise Failure(*wrong.problems) from None
        except Refusal as refusal:
            raise Failure(said(refusal)) from None
    outcome = "is set up" if done.is_new else "was set up like this before; nothing changed"
    sys.stdout.write(f"{done.terms.name} {outcome}\n")
