"""Moving the shared clock forward."""

import re
from datetime import datetime, timedelta

from bot.sandbox.desk import Desk
from bot.sandbox.errors import NotNow, Refused
from bot.sandbox.seeing import clock
from bot.sandbox.shapes import Payload

_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([wdhms])\s*")


def wind(desk: Desk, body: Payload) -> Payload:
    """Move the clock; answer when everything due up to then has been done and delivered."""
    if desk.hooks.wind is None:
        raise NotNow("This workspace runs on real time; its clock cannot be wound.")
    to = _target(desk, body)
    if to < desk.state.times.now():
        raise Refused("The clock does not go back.")
    desk.hooks.wind(to)
    with desk.state.lock:
        desk.state.catch_up()
    desk.rest()
    told = clock(desk, {})
    desk.state.stream.tell("clock", told)
    return told


def _target(desk: Desk, body: Payload) -> datetime:
    if body.get("advance"):
        return desk.state.times.now() + _span(str(body["advance"]))
    if body.get("to_next"):
        due = desk.hooks.due_next() if desk.hooks.due_next else None
        if due is None:
            raise NotNow("Nothing is due.")
        return max(due, desk.state.times.now())
    try:
        to = datetime.fromisoformat(str(body.get("to", "")))
    except ValueError:
        raise Refused("Say {advance: '2h30m'}, {to: an ISO moment} or {to_next: true}.") from None
    if to.tzinfo is None:
        raise Refused(f"{body['to']!r} needs an offset, for example 2026-01-05T09:00:00-05:00.")
    return to


def _span(text: str) -> timedelta:
    if not text.strip() or _SPAN.sub("", text.strip()):
        raise Refused(f"{text!r} is not a span of time; 2h30m and 1d are.")
    parts = {_UNITS[unit]: float(amount) for amount, unit in _SPAN.findall(text)}
    return timedelta(**parts)
