"""Who the bot is: getMe, and the texts that describe it."""

from functools import partial
from typing import Any

from bot.playground.parameters import Parameters
from bot.playground.world import World


async def get_me(world: World, given: Parameters) -> dict[str, Any]:
    """getMe."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def _set(field: str, world: World, given: Parameters) -> bool:
    world.about[(field, given.text("language_code"))] = given.text(field)
    return True


async def _get(field: str, world: World, given: Parameters) -> dict[str, str]:
    default = world.bot["first_name"] if field == "name" else ""
    return {field: world.about.get((field, given.text("language_code")), world.about.get((field, ""), default))}


async def log_out(world: World, given: Parameters) -> bool:
    """logOut and close: nothing to do here."""
    return True


METHODS = {
    "getMe": get_me,
    "logOut": log_out,
    "close": log_out,
    "setMyName": partial(_set, "name"),
    "getMyName": partial(_get, "name"),
    "setMyDescription": partial(_set, "description"),
    "getMyDescription": partial(_get, "description"),
    "setMyShortDescription": partial(_set, "short_description"),
    "getMyShortDescription": partial(_get, "short_description"),
}
