"""Who the app is, where it is installed, and whether its blocks are sound."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.app import APP_ID, BOT_ID, BOT_USER_ID
from bot.sandbox.blocks import message_problems, view_problems
from bot.sandbox.errors import SlackError
from bot.sandbox.shapes import Payload


def test_api(call: Call) -> Payload:
    if call.args.given("error"):
        raise SlackError(call.args.text("error"))
    return {"args": call.args.without_token()}


def test_auth(call: Call) -> Payload:
    seed = call.state.seed
    return {
        "url": f"{call.state.base}/",
        "team": seed.team_name,
        "user": call.state.app.handle,
        "team_id": seed.team_id,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def info(call: Call) -> Payload:
    seed = call.state.seed
    team = {"id": seed.team_id, "name": seed.team_name, "domain": "local", "email_domain": ""}
    return {"team": team | {"url": f"{call.state.base}/", "icon": {"image_default": True}}}


def bot_info(call: Call) -> Payload:
    if call.args.text("bot", BOT_ID) != BOT_ID:
        raise SlackError("bot_not_found")
    bot = {"id": BOT_ID, "name": call.state.app.name, "app_id": APP_ID, "user_id": BOT_USER_ID}
    return {"bot": bot | {"deleted": False, "updated": 0, "icons": {}}}


def validate(call: Call) -> Payload:
    if call.args.given("view"):
        problems = view_problems(call.args.nested("view"))
    else:
        message = call.args.nested("message") or {}
        blocks = call.args.nested("blocks")
        problems = message_problems(message.get("blocks", []) if blocks is None else blocks)
    if problems:
        raise SlackError("invalid_blocks", messages=[str(one) for one in problems])
    return {}


def open_connection(call: Call) -> Payload:
    ticket = call.state.ticket()
    return {"url": f"{call.state.base.replace('http', 'ws', 1)}/link/?ticket={ticket}"}


METHODS: dict[str, Method] = {
    "api.test": test_api,
    "apps.connections.open": open_connection,
    "auth.test": test_auth,
    "team.info": info,
    "bots.info": bot_info,
    "blocks.validate": validate,
}
