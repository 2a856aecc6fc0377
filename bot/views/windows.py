"""Where one clock of a lead stands, in a line."""

from bot.notices.leads import WindowFacts
from bot.views.emoji import CLOCK_SIGNS, Sign
from bot.views.escape import Markup
from bot.views.message import facts
from bot.views.translate import Translator
from bot.views.words import WINDOWS, word


def window_line(window: WindowFacts, t: Translator) -> Markup:
    """Return where one clock of a lead stands."""
    late = window.state != "stopped" and window.breached_at is not None
    sign = Sign.LATE if late else _clock_sign(window)
    return t.lay(
        "{sign} {window}: {state}",
        sign=sign,
        window=word(WINDOWS, window.stage, t),
        state=_late_state(window, t) if late else _state(window, t),
    )


def _clock_sign(window: WindowFacts) -> Sign:
    outcome = window.outcome if window.state == "stopped" else None
    return CLOCK_SIGNS.get((window.state, outcome), Sign.STOPPED)


def _late_state(window: WindowFacts, t: Translator) -> Markup:
    if window.due_at is None:
        return t("past the window")
    late = t("past the window (it was due {due})", due=t.moment(window.due_at))
    if window.own_until is None:
        return late
    return facts(
        [late, t("own time of its owner: until {moment}", moment=t.moment(window.own_until))]
    )


def _state(window: WindowFacts, t: Translator) -> Markup:
    match window.state, window.outcome:
        case "running", _:
            return _running(window, t)
        case "paused", _:
            return _paused(window, t)
        case _, "met":
            return t("on time, told late") if window.told_late else t("on time")
        case _, "missed":
            return t("done past the window")
        case _, "relieved":
            return t("excused: the other side was late first")
        case _:
            return t("no longer needed")


def _running(window: WindowFacts, t: Translator) -> Markup:
    """Say when it is due, not how much is left: a posted card would soon be wrong."""
    if window.due_at is None:
        return t("the clock is running")
    return t("due {moment}", moment=t.moment(window.due_at))


def _paused(window: WindowFacts, t: Translator) -> Markup:
    left = t.duration(max(window.left, 0))
    if window.paused_until is None:
        return t("paused with {left} left", left=left)
    until = t.moment(window.paused_until)
    return t("paused until {until} with {left} left", until=until, left=left)
