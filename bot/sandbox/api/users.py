"""`users.*` and `dnd.*`: who is here and who wants quiet."""

from bot.sandbox.api.call import Call, Method
from bot.sandbox.errors import SlackError
from bot.sandbox.people import Person, dnd_json, user_json
from bot.sandbox.shapes import Payload


def info(call: Call) -> Payload:
    return {"user": _shown(call, call.person())}


def list_users(call: Call) -> Payload:
    page, where = call.page(list(call.state.people.by_id.values()), default=1000)
    return {
        "members": [_shown(call, one) for one in page],
        "cache_ts": int(call.state.times.seconds()),
        "response_metadata": where,
    }


def lookup_by_email(call: Call) -> Payload:
    email = call.args.required("email").lower()
    for person in call.state.people.humans():
        if person.seed.email.lower() == email and not person.deleted:
            return {"user": _shown(call, person)}
    raise SlackError("users_not_found")


def _shown(call: Call, person: Person) -> Payload:
    return user_json(
        person,
        call.state.times,
        email="users:read.email" in call.state.app.scopes,
        locale=call.args.flag("include_locale"),
    )


def dnd_info(call: Call) -> Payload:
    return dnd_json(call.person(), call.state.times.now())


def dnd_team_info(call: Call) -> Payload:
    wanted = [one for one in call.args.text("users").split(",") if one]
    if len(wanted) > 50:
        raise SlackError("too_many_users")
    people = [call.state.people.by_id[one] for one in wanted if one in call.state.people.by_id]
    now = call.state.times.now()
    return {"users": {one.id: dnd_json(one, now) for one in people}}


METHODS: dict[str, Method] = {
    "users.info": info,
    "users.list": list_users,
    "users.lookupByEmail": lookup_by_email,
    "dnd.info": dnd_info,
    "dnd.teamInfo": dnd_team_info,
}
