"""Settings, read once from the environment and ``.env``; a bad one stops the start by name."""

import os
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "SLA_"
OUTSIDE = frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"})


class BadSettings(Exception):  # noqa: N818  named for the mistake
    """One or more settings cannot be used; ``problems`` has a line for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _starts_with(prefix: str, name: str) -> AfterValidator:
    def check(token: SecretStr | None) -> SecretStr | None:
        if token is not None and not token.get_secret_value().startswith(prefix):
            raise ValueError(f"{name} begins with {prefix}; were the two tokens swapped?")
        return token

    return AfterValidator(check)


def _database_url(url: str) -> str:
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    backend = "" if address is None else address.get_backend_name()
    if backend not in ("sqlite", "postgresql"):
        raise ValueError("use sqlite:///file.db or postgresql://user@host/name")
    return url


class Settings(BaseSettings):
    """Everything the program can be told; see the table in README.md."""

    model_config = SettingsConfigDict(frozen=True, env_prefix=PREFIX, extra="ignore")

    database_url: Annotated[str, AfterValidator(_database_url)] = "sqlite:///sla.db"
    admins: str = ""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    bot_token: Annotated[SecretStr | None, _starts_with("xoxb-", "SLACK_BOT_TOKEN")] = Field(
        default=None, validation_alias="SLACK_BOT_TOKEN"
    )
    app_token: Annotated[SecretStr | None, _starts_with("xapp-", "SLACK_APP_TOKEN")] = Field(
        default=None, validation_alias="SLACK_APP_TOKEN"
    )

    @property
    def admin_ids(self) -> tuple[str, ...]:
        """The Slack ids or e-mails of the first admins."""
        return tuple(name.strip() for name in self.admins.split(",") if name.strip())


def read_settings(env_file: Path = Path(".env")) -> Settings:
    """Return the settings. Raises ``BadSettings`` naming each variable and what it needs."""
    unknown = _unknown(env_file)
    if unknown:
        raise BadSettings(tuple(f"{name}: there is no such setting" for name in unknown))
    try:
        return Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as wrong:
        raise BadSettings(tuple(_problem(error) for error in wrong.errors())) from None


def _unknown(env_file: Path) -> list[str]:
    """Misspelt settings would be ignored in silence, so every SLA_ name must be one of ours."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | OUTSIDE
    given = {*os.environ, *dotenv_values(env_file)}
    return sorted(name for name in given if name.upper().startswith(PREFIX) and name not in known)


def _problem(error: object) -> str:
    """Name the variable and the need, never the value: it may be a secret."""
    assert isinstance(error, dict)  # noqa: S101  pydantic's error details
    field = str(error["loc"][0])
    name = field if field in OUTSIDE else PREFIX + field.upper()
    return f"{name}: {error['msg'].removeprefix('Value error, ')}"
