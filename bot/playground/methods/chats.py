"""Chats and who is in them."""

from typing import Any

from bot.playground.methods.messages import asked_chat
from bot.playground.parameters import Parameters
from bot.playground.refusals import bad, forbidden
from bot.playground.world import Chat, World

Json = dict[str, Any]
_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


async def get_chat(world: World, given: Parameters) -> Json:
    """getChat."""
    chat = asked_chat(world, given)
    gifts = dict.fromkeys(_GIFTS, False)
    return chat.as_json() | {"accent_color_id": chat.id % 7, "max_reaction_count": 11, "accepted_gift_types": gifts}


async def get_chat_member(world: World, given: Parameters) -> Json:
    """getChatMember."""
    chat = asked_chat(world, given)
    return member(world, chat, given.integer("user_id"))


def member(world: World, chat: Chat, user_id: int) -> Json:
    """What somebody is in a chat."""
    user = world.user(user_id)
    if user_id in chat.admins[:1]:
        return {"status": "creator", "user": user, "is_anonymous": False}
    if user_id in chat.admins:
        rights = dict.fromkeys(_RIGHTS, True)
        return {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False, **rights}
    present = user_id in chat.members or user["is_bot"]
    return {"status": "member" if present else "left", "user": user}


async def get_chat_administrators(world: World, given: Parameters) -> list[Json]:
    """getChatAdministrators."""
    chat = asked_chat(world, given)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    return [member(world, chat, one) for one in chat.admins]


async def get_chat_member_count(world: World, given: Parameters) -> int:
    """getChatMemberCount."""
    return len(asked_chat(world, given).members) + 1


async def leave_chat(world: World, given: Parameters) -> bool:
    """leaveChat."""
    chat = asked_chat(world, given)
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.refusal = forbidden(f"bot is not a member of the {chat.type} chat")
    return True


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
