"""How updates get to the bot: getUpdates and the webhook's settings."""

import re
from typing import Any

from bot.playground.parameters import Parameters
from bot.playground.refusals import WEBHOOK_ACTIVE, bad, conflict
from bot.playground.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:/|\Z)")


async def get_updates(world: World, given: Parameters) -> list[dict[str, Any]]:
    """getUpdates."""
    if world.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    _allow(world, given)
    return await world.updates.poll(given.integer("offset"), given.integer("limit", 100), given.integer("timeout"))


async def set_webhook(world: World, given: Parameters) -> bool:
    """setWebhook; an http address is taken, too, where it is on this machine."""
    url, secret = given.text("url"), given.text("secret_token")
    if url and not (url.startswith("https://") or _LOOPBACK.match(url)):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    _allow(world, given)
    if given.boolean("drop_pending_updates"):
        world.updates.drop()
    world.webhook.set(url, secret, given.integer("max_connections", 40))
    return True


async def delete_webhook(world: World, given: Parameters) -> bool:
    """deleteWebhook."""
    if given.boolean("drop_pending_updates"):
        world.updates.drop()
    world.webhook.set("", "", 40)
    return True


async def get_webhook_info(world: World, given: Parameters) -> dict[str, Any]:
    """getWebhookInfo."""
    info: dict[str, Any] = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if world.webhook.url:
        info["max_connections"] = world.webhook.max_connections
    if world.webhook.last_error:
        info["last_error_date"], info["last_error_message"] = world.webhook.last_error
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def _allow(world: World, given: Parameters) -> None:
    """Take over which kinds of updates the bot wants, where it says so."""
    kinds = given.json("allowed_updates", list)
    if kinds is not None:
        world.updates.allowed = tuple(str(one) for one in kinds)


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
