"""The command menu, by scope and language."""

import json
import re
from typing import Any

from bot.playground.parameters import Parameters
from bot.playground.refusals import bad
from bot.playground.world import World

MAX_COMMANDS = 100
MAX_DESCRIPTION_CHARS = 256
_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")


async def set_my_commands(world: World, given: Parameters) -> bool:
    """setMyCommands."""
    asked = given.json("commands", list)
    if asked is None:
        raise bad("can't parse commands JSON object")
    if len(asked) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    world.commands[_key(given)] = [_command(one) for one in asked]
    world.tell({"type": "commands"})
    return True


async def get_my_commands(world: World, given: Parameters) -> list[dict[str, str]]:
    """getMyCommands."""
    return world.commands.get(_key(given), [])


async def delete_my_commands(world: World, given: Parameters) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_key(given), None)
    world.tell({"type": "commands"})
    return True


def menu(world: World, *, chat_id: int, private: bool, language: str) -> list[dict[str, str]]:
    """The menu that a person sees in a chat: the narrowest scope first, and in it their own language first.

    Args:
        world: the state.
        chat_id: the chat.
        private: whether it is a private one.
        language: of the person.
    """
    kind = "all_private_chats" if private else "all_group_chats"
    for scope in ({"type": "chat", "chat_id": chat_id}, {"type": kind}, {"type": "default"}):
        for code in (language, ""):
            found = world.commands.get((_scope(scope), code))
            if found:
                return found
    return []


def _command(raw: Any) -> dict[str, str]:
    """A command, checked."""
    if not isinstance(raw, dict) or not isinstance(raw.get("command"), str) or not isinstance(raw.get("description"), str):
        raise bad("can't parse BotCommand: expected an Object with command and description")
    if not _COMMAND.fullmatch(raw["command"]):
        raise bad("BOT_COMMAND_INVALID")
    if not 0 < len(raw["description"].strip()) <= MAX_DESCRIPTION_CHARS:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": raw["command"].removeprefix("/"), "description": raw["description"].strip()}


def _key(given: Parameters) -> tuple[str, str]:
    return _scope(given.json("scope", dict) or {"type": "default"}), given.text("language_code")


def _scope(scope: dict[str, Any]) -> str:
    return json.dumps(scope, sort_keys=True)


METHODS = {"setMyCommands": set_my_commands, "getMyCommands": get_my_commands, "deleteMyCommands": delete_my_commands}
