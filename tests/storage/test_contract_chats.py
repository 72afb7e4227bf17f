"""What every store promises about chats and the texts people gave."""

from bot.model.chat import Chat, ChatKey
from bot.ports.store import Store
from tests.storage.making import prepared, said


async def test_a_chat_is_remembered_as_it_was_last(store: Store) -> None:
    """What is remembered of a chat replaces what was; forum topics are kept apart."""
    key = ChatKey(-100123, 7)
    assert await store.chats.get(key) is None
    await store.chats.remember(Chat(key, "supergroup", "گروه"))
    await store.chats.remember(Chat(key, "supergroup", "گروه \ud800نو"))
    assert await store.chats.get(key) == Chat(key, "supergroup", "گروه \ufffdنو")
    assert await store.chats.get(ChatKey(-100123)) is None


async def test_a_given_text_is_kept_for_its_chat(store: Store) -> None:
    """A pasted text comes back with its summary, in the chat it was given in and in no other."""
    brief = prepared(quotes=(said("مریم رضایی"),)).brief
    number = await store.kept.keep(5, "متن چسبانده", brief)
    kept = await store.kept.get(number, 5)
    assert kept is not None
    assert (kept.text, kept.brief) == ("متن چسبانده", brief)
    assert await store.kept.get(number, 6) is None
    assert await store.kept.get(number + 1, 5) is None
