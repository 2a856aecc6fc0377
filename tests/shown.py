"""What people see in a story, and what came of what they did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

Json = dict[str, Any]


class Stage(Protocol):
    """Where a story plays: messages stand there, and people act."""

    bot_user: str

    def messages(self, place: Mapping[str, str]) -> list[Json]: ...
    def act(self, by: str, call: str, body: Json) -> "Outcome": ...


@dataclass
class Shown:
    """A message, or a form, as a person sees it, with what they can press."""

    world: Stage
    reader: str
    place: Mapping[str, str]
    raw: Json

    @property
    def words(self) -> str:
        """All the text of it, as one string."""
        return "\n".join(texts(self.raw))

    @property
    def buttons(self) -> list[str]:
        return [element["text"]["text"] for element in _elements(self.raw) if "text" in element]

    def says(self, *words: str) -> Self:
        for word in words:
            assert word in self.words, f"{word!r} is not in:\n{self.words}"
        return self

    def does_not_say(self, *words: str) -> Self:
        for word in words:
            assert word not in self.words, f"{word!r} is in:\n{self.words}"
        return self

    def with_buttons(self, *labels: str) -> Self:
        missing = [label for label in labels if label not in self.buttons]
        assert not missing, f"{missing} not among {self.buttons}"
        return self

    def with_no_buttons(self) -> Self:
        assert not list(_elements(self.raw)), f"still offers {self.buttons}"
        return self

    def click(self, label: str) -> "Outcome":
        """Press the button with this label."""
        found = [each for each in _elements(self.raw) if label == _label(each)]
        assert found, f"{label!r} is not among {self.buttons}"
        return self._click(found[0], {"value": found[0].get("value")})

    def choose(self, label: str) -> "Outcome":
        """Choose the option with this label from whichever menu has it."""
        for element in _elements(self.raw):
            for option in element.get("options", []):
                if option["text"]["text"] == label:
                    return self._click(element, {"selected": option["value"]})
        raise AssertionError(f"no menu offers {label!r}: {self.words}")

    def now(self) -> "Shown":
        """The same message as it stands now."""
        fresh = [each for each in self.world.messages(self.place) if each["ts"] == self.raw["ts"]]
        return Shown(self.world, self.reader, self.place, fresh[0])

    def _click(self, element: Json, chosen: Json) -> "Outcome":
        body = {
            "user": self.reader,
            **self._where(),
            "block_id": element["block_id"],
            "action_id": element["action_id"],
            **{key: value for key, value in chosen.items() if value is not None},
        }
        return self.world.act(self.reader, "click", body)

    def _where(self) -> Json:
        if "view_id" in self.raw or self.raw.get("type") == "modal":
            return {"view_id": self.raw["id"]}
        return {"channel": self.raw["channel"], "message_ts": self.raw["ts"]}


@dataclass
class Outcome:
    """What came of something a person did."""

    world: Stage
    by: str
    raw: Json

    @property
    def reply(self) -> Shown:
        """The answer to it: a message nobody else sees, or what the form now says."""
        said = self.raw["replies"] or [self.modal]
        return Shown(self.world, self.by, {}, said[-1])

    @property
    def errors(self) -> Mapping[str, str]:
        """The sentence beside each line of a form, by the line's name."""
        found: Mapping[str, str] = self.raw.get("errors") or {}
        return {name.removeprefix("field."): sentence for name, sentence in found.items()}

    @property
    def modal(self) -> Json:
        """The form that is open."""
        assert self.raw["modal"], f"no answer and no form: {self.raw}"
        modal: Json = self.raw["modal"]
        return modal

    def submit(self, **values: object) -> "Outcome":
        """Fill in the form on top and send it."""
        assert self.raw["modal"], f"no form opened: {self.raw}"
        fields = {f"field.{name}": value for name, value in values.items()}
        return self.world.act(self.by, "submit", {"user": self.by, "values": fields})


def texts(node: object) -> Iterator[str]:
    """Every text that Slack would show."""
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def _elements(shown: Json) -> Iterator[Json]:
    """Everything that can be pressed or chosen, with the block it is in."""
    for block in shown.get("blocks", []):
        parts = [
            *block.get("elements", []),
            *([block["accessory"]] if "accessory" in block else []),
        ]
        for element in parts:
            if isinstance(element, dict) and "action_id" in element:
                yield {**element, "block_id": block["block_id"]}


def _label(element: Json) -> str | None:
    label: str | None = element.get("text", {}).get("text")
    return label
