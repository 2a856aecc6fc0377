"""Faults on demand: which call is to go wrong, how, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.errors import Refused
from bot.sandbox.shapes import Payload

SECONDS = {
    "timeout_before": 60.0,
    "timeout_after": 60.0,
    "late": 60.0,
    "slow": 2.0,
    "history_lag": 60.0,
}
AT_ONCE = frozenset({"drop_sockets", "refresh_sockets"})
ON_SOCKETS = AT_ONCE | {"mute_sockets", "duplicate_event"}
KINDS = (
    frozenset(SECONDS)
    | ON_SOCKETS
    | {"429", "500", "502", "503", "html", "reset_before", "reset_after", "truncated"}
    | {"error", "revoked"}
)
EXTRA = frozenset({"seconds", "retry_after", "stored", "error", "channel", "skip"})


@dataclass(slots=True)
class Fault:
    id: int
    method: str
    kind: str
    times: int
    extra: Payload

    @property
    def seconds(self) -> float:
        return float(self.extra.get("seconds", SECONDS.get(self.kind, 0)))

    def json(self) -> Payload:
        return {"id": self.id, "method": self.method, "kind": self.kind, "times": self.times} | (
            self.extra
        )


@dataclass(slots=True)
class Faults:
    armed: list[Fault] = field(default_factory=list)
    _number: int = 0

    def arm(self, asked: Mapping[str, object]) -> Fault:
        kind = str(asked.get("kind", ""))
        if kind not in KINDS:
            raise Refused(f"There is no fault {kind!r}; there are {', '.join(sorted(KINDS))}.")
        method = str(asked.get("method") or ("*" if kind == "revoked" else ""))
        if not method and kind not in ON_SOCKETS:
            raise Refused(f"A fault of kind {kind!r} needs a method, or *.")
        self._number += 1
        extra = {name: value for name, value in asked.items() if name in EXTRA}
        fault = Fault(self._number, method, kind, int(str(asked.get("times", 1))), extra)
        if kind not in AT_ONCE:
            self.armed.append(fault)
        return fault

    def take(self, method: str, channel: str) -> Fault | None:
        """Use up one fault armed for this call, if any."""
        for fault in self.armed:
            if fault.kind in ON_SOCKETS or fault.method not in (method, "*"):
                continue
            if fault.method == "*" and method == "response_url":
                continue
            if fault.extra.get("channel", channel) == channel:
                return self._use(fault)
        return None

    def take_socket(self, kind: str) -> bool:
        fault = next((one for one in self.armed if one.kind == kind), None)
        return fault is not None and self._use(fault) is not None

    def _use(self, fault: Fault) -> Fault | None:
        skip = int(fault.extra.get("skip", 0))
        if skip:
            fault.extra["skip"] = skip - 1
            return None
        if fault.times == 1:
            self.armed.remove(fault)
        elif fault.times > 1:
            fault.times -= 1
        return fault

    def clear(self) -> None:
        self.armed.clear()
