"""One frozen ``Settings``, read from the environment and ``.env`` once, at the start. Nothing else reads the environment."""

from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AnyHttpUrl, BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

DB = Path("var/gozideh.db")
Port = Annotated[int, Field(ge=0, le=65535)]


def _numbers(value: object) -> object:
    """Turn «12, 34» into the numbers it lists."""
    return tuple(part for part in value.replace(",", " ").split()) if isinstance(value, str) else value


def _blank_is_none(value: object) -> object:
    """Take an empty setting for one that is not set."""
    return None if isinstance(value, str) and not value.strip() else value


def _blank_is_usual(value: object) -> object:
    """Take a store without a name for the usual one; a blank path would be the folder one stands in."""
    return value if str(value).strip() else DB


class Settings(BaseSettings):
    """What the operator may set; the README's table says what each is for.

    Args:
        token: the bot token; without one the playground is started.
        api_url: the address of the Bot API, where it is not Telegram's own.
        proxy: an http, https or socks5 proxy for the Bot API and the feeds.
        db: the store's file.
        seeds: the folder with the articles, feeds and topics a new store starts with.
        owners: Telegram numbers of those who run the bot.
        zone: the zone of a chat that has not chosen one.
        feeds: whether feeds are fetched while the bot runs.
        keep_days: articles older than this are removed; 0 keeps all.
        method: the ranking method of the summaries.
        playground_port: the chat page's port on 127.0.0.1; 0 takes any.
        webhook_url: the public address Telegram posts updates to; long polling without one.
        webhook_port: the local port behind that address.
        webhook_secret: the token Telegram shows with each update; needed with a webhook.
        listen_host: the address that webhook, health and metrics pages listen on.
        health_port: the port of health and metrics; without one there are none.
        log_level: the least level that is logged.
        log_format: lines for people, or JSON for machines.
    """

    model_config = SettingsConfigDict(
        env_prefix="GOZIDEH_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, populate_by_name=True
    )

    token: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = Field(None, alias="TELEGRAM_BOT_TOKEN")
    api_url: Annotated[AnyHttpUrl | None, BeforeValidator(_blank_is_none)] = Field(None, alias="TELEGRAM_API_URL")
    proxy: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = Field(None, alias="HTTPS_PROXY")
    db: Annotated[Path, BeforeValidator(_blank_is_usual)] = DB
    seeds: Path = Path(__file__).parent.parent / "seeds"
    owners: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_numbers)] = ()
    zone: str = "Asia/Tehran"
    feeds: bool = True
    keep_days: Annotated[int, Field(ge=0)] = 0
    method: Literal["news", "lexrank", "textrank", "lsa", "luhn", "lead"] = "news"
    playground_port: Port = 8080
    webhook_url: Annotated[AnyHttpUrl | None, BeforeValidator(_blank_is_none)] = None
    webhook_port: Port = 8443
    webhook_secret: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = None
    listen_host: str = "127.0.0.1"
    health_port: Annotated[Port | None, BeforeValidator(_blank_is_none)] = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, OSError, ValueError) as error:
            raise ValueError("no such time zone; an example is Asia/Kabul") from error
        return value

    @field_validator("proxy")
    @classmethod
    def _known_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not value.get_secret_value().startswith(("http://", "https://", "socks5://", "socks5h://")):
            raise ValueError("should begin with http://, https:// or socks5://")
        return value

    @field_validator("token")
    @classmethod
    def _well_formed_token(cls, value: SecretStr | None) -> SecretStr | None:
        number, colon, secret = (value.get_secret_value() if value else "0:0").partition(":")
        if not (number.isascii() and number.isdigit() and colon and secret and secret.isascii() and not secret.isspace()):
            raise ValueError("should look like 123456:ABC..., as @BotFather gives it")
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("GOZIDEH_WEBHOOK_SECRET is needed with GOZIDEH_WEBHOOK_URL")
        return self

    @property
    def bot_api(self) -> str:
        """The address of the Bot API; '' for Telegram's own."""
        return str(self.api_url or "")

    @property
    def proxy_url(self) -> str:
        """The proxy with its credentials; '' for none."""
        return self.proxy.get_secret_value() if self.proxy else ""


def load_settings(**given: object) -> Settings:
    """Read the settings.

    Args:
        given: settings from the command line, by field name; they win over the environment.

    Returns:
        The settings, checked.

    Raises:
        SettingsError: with one line for each setting that is wrong; no secret is in it.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError(
            tuple(_line(one["loc"], one["msg"]) for one in error.errors(include_input=False, include_url=False))
        ) from None


def _line(location: tuple[int | str, ...], message: str) -> str:
    """Name the variable as the operator knows it, and what is wrong with it."""
    field = str(location[0]) if location else ""
    message = message.removeprefix("Value error, ")
    if not field:
        return message
    return f"{field if field.isupper() else 'GOZIDEH_' + field.upper()}: {message}"
