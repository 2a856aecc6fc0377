"""The line Slack's requests come through, and what it needs to notice that it was cut."""

import logging
from contextlib import suppress
from socket import socket
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackClientError
from slack_sdk.socket_mode.builtin import SocketModeClient

LISTENERS = 20

log = logging.getLogger(__name__)


class SlackLine(SocketModeHandler):
    """Socket Mode for a Bolt app, connected anew at once when the other end hangs up."""

    def __init__(self, app: App, app_token: str) -> None:
        # Not Bolt's own beginning: it starts a client whose threads take a second to be ended.
        self.app, self.app_token = app, app_token
        self.client = _Client(app_token=app_token, web_client=app.client, concurrency=LISTENERS)
        self.client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]  # declared for the base client

    def connect(self) -> None:
        """Open the line. Raises ``SlackApiError`` when Slack refuses the app's token."""
        self.client.connect()

    def hang_up(self) -> None:
        """Close the line without the seconds its client may be reading or waiting for."""
        self.client.auto_reconnect_enabled = False
        # Were it to begin another read now, it would forget that it is to end, and never be joined.
        self.client.current_session_runner.event.set()
        self.client.current_session_state.terminated = True
        if self.client.current_session is not None:
            # A pong ends the three seconds it may be reading for.
            with suppress(OSError):
                self.client.current_session.ping("closing")
        # What hands messages on may be waiting for one for another second: nothing ends that wait.
        self.client.closed = True
        self.client.message_queue.put(None)
        self.client.close()


class _Client(SocketModeClient):
    """slack_sdk's client reads an end of the line as nothing to read, and spins until a ping fails.

    Seen in slack_sdk 3.47: deaf for a minute, one core at full load.
    """

    def connect(self) -> None:
        super().connect()
        if self.current_session is not None and self.current_session.sock is not None:
            self.current_session.sock = _Ending(self.current_session.sock)  # type: ignore[assignment]  # stands in for it

    def _on_error(self, error: Exception) -> None:
        if not self.auto_reconnect_enabled:
            return
        log.warning("the line to Slack broke (%s), connecting anew", type(error).__name__)
        if self.current_session is not None:
            self.current_session.disconnect()
        try:
            self.connect_to_new_endpoint()
        except (SlackClientError, OSError) as problem:
            log.warning("Slack cannot be reached (%s), trying again", type(problem).__name__)


class _Ending:
    """A socket whose end is an error instead of an empty read."""

    def __init__(self, sock: socket) -> None:
        self._sock = sock

    def recv(self, size: int) -> bytes:
        received = self._sock.recv(size)
        if not received:
            raise ConnectionResetError("the other end hung up")
        return received

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever else a socket has
        return getattr(self._sock, name)
