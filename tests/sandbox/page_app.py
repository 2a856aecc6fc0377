"""A small Slack app of plain Bolt, enough to show every kind of thing the page must do."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

Blocks = list[dict[str, Any]]


def build(client: WebClient, token: str, submitted: list[dict[str, Any]]) -> App:
    """The app; the state of each form it is sent is appended to `submitted`."""
    app = App(token=token, client=client)
    app.command("/sla")(_command)
    app.action("card.done")(_done)
    app.action("form.next")(_push)
    app.action("home.pick")(lambda ack: ack())
    app.shortcut("lead.new")(_open_form)
    app.shortcut("lead.log")(_open_form)
    app.event("app_home_opened")(_home)

    def save(ack: Ack, view: dict[str, Any]) -> None:
        values = view["state"]["values"]
        submitted.append(values)
        note = values["note"]["text"]["value"]
        ack(
            response_action="errors", errors={"note": "Una frase más larga."}
        ) if note == "no" else ack()

    app.view("form")(save)
    return app


def _command(ack: Ack, respond: Respond, command: dict[str, Any], client: WebClient) -> None:
    word = command["text"].strip()
    if word == "sleep":
        return
    ack()
    if word == "form":
        client.views_open(trigger_id=command["trigger_id"], view=form())
    elif word == "card":
        client.chat_postMessage(channel=command["channel_id"], text="Acme", blocks=card())
    elif word == "hostile":
        client.chat_postMessage(channel=command["channel_id"], text=HOSTILE)
        client.chat_postMessage(
            channel=command["channel_id"],
            text="x",
            blocks=[_section("&lt;img src=x onerror=boom()&gt;")],
        )
    else:
        respond(text=f"*Estado*: 12 abiertos &amp; 2 fuera de plazo ({word})")


HOSTILE = "<script>boom()</script> <javascript:boom()|clic> &lt;b&gt;negrita&lt;/b&gt; &amp;amp;"


def card() -> Blocks:
    button = {
        "type": "button",
        "text": _plain("WhatsApp · contestó"),
        "action_id": "card.done",
        "value": "L-7K3F",
    }
    sure = {
        "title": _plain("Devolver"),
        "text": _plain("Vuelve a marketing."),
        "confirm": _plain("Sí"),
        "deny": _plain("No"),
    }
    back = {
        "type": "button",
        "text": _plain("Devolver"),
        "action_id": "card.back",
        "confirm": sure,
        "style": "danger",
    }
    due = "<!date^1767272400^{date_num} {time}|pronto>"
    return [
        _section(f"*Acme* vence {due}"),
        {"type": "actions", "block_id": "act", "elements": [button | {"style": "primary"}, back]},
    ]


def _done(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    place = body["container"]
    client.chat_update(
        channel=place["channel_id"],
        ts=place["message_ts"],
        text="Acme",
        blocks=[_section("*Acme*: contactado")],
    )


def form(title: str = "Registrar") -> dict[str, Any]:
    options = [{"text": _plain(name), "value": name.lower()} for name in ("Llamada", "WhatsApp")]
    return {
        "type": "modal",
        "callback_id": "form",
        "title": _plain(title),
        "submit": _plain("Guardar"),
        "blocks": [
            _input("note", "Nota", {"type": "plain_text_input", "action_id": "text"}),
            _input(
                "way", "Canal", {"type": "static_select", "action_id": "pick", "options": options}
            ),
            _input("who", "Con", {"type": "multi_users_select", "action_id": "pick"})
            | {"optional": True},
            _input(
                "day",
                "Día",
                {"type": "datepicker", "action_id": "pick", "initial_date": "2026-01-31"},
            ),
            {
                "type": "actions",
                "block_id": "more",
                "elements": [
                    {"type": "button", "text": _plain("Otro paso"), "action_id": "form.next"}
                ],
            },
        ],
    }


def _push(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    client.views_push(trigger_id=body["trigger_id"], view=form("Segundo paso"))


def _open_form(ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
    ack()
    client.views_open(trigger_id=shortcut["trigger_id"], view=form())


def _home(event: dict[str, Any], client: WebClient) -> None:
    blocks = [{"type": "header", "text": _plain("Mis leads")}, _section("Nada abierto.")]
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _input(block_id: str, label: str, element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "input", "block_id": block_id, "label": _plain(label), "element": element}


def _plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}
