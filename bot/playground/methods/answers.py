"""Answers to what waits for one: pressed buttons and inline queries."""

from typing import Any

from bot.playground.entities import units
from bot.playground.keyboards import inline
from bot.playground.parameters import Parameters
from bot.playground.refusals import OLD_QUERY, bad
from bot.playground.texts import formatted
from bot.playground.values import Answer, InlineResult, entity, keyboard
from bot.playground.world import World

MAX_ANSWER_UNITS = 200
MAX_RESULTS = 50
MAX_ID_BYTES = 64


async def answer_callback_query(world: World, given: Parameters) -> bool:
    """answerCallbackQuery."""
    text = given.text("text")
    if units(text) > MAX_ANSWER_UNITS:
        raise bad("MESSAGE_TOO_LONG")
    _settle(world, given.text("callback_query_id"), Answer(text, given.boolean("show_alert"), given.text("url")))
    return True


async def answer_inline_query(world: World, given: Parameters) -> bool:
    """answerInlineQuery; of the kinds of results only articles are known here."""
    asked = given.json("results", list)
    if asked is None or len(asked) > MAX_RESULTS:
        raise bad("RESULTS_TOO_MUCH" if asked else "can't parse inline query results JSON object")
    results = tuple(_result(one) for one in asked)
    if len({one.id for one in results}) != len(results):
        raise bad("RESULT_ID_DUPLICATE")
    _settle(world, given.text("inline_query_id"), results)
    return True


def _result(raw: Any) -> InlineResult:
    """One result, checked."""
    if not isinstance(raw, dict) or raw.get("type") != "article":
        raise bad("this playground knows inline results of type article only")
    if not 0 < len(str(raw.get("id", "")).encode()) <= MAX_ID_BYTES:
        raise bad("RESULT_ID_INVALID")
    if not raw.get("title"):
        raise bad("can't parse inline query result: Title must be non-empty")
    content = raw.get("input_message_content")
    if not isinstance(content, dict) or not content.get("message_text"):
        raise bad("message text is empty")
    text, entities = formatted(str(content["message_text"]), str(content.get("parse_mode") or ""), content.get("entities") or [])
    markup = raw.get("reply_markup")
    buttons = inline(markup.get("inline_keyboard", [])) if isinstance(markup, dict) else None
    return InlineResult(
        str(raw["id"]),
        "article",
        str(raw["title"]),
        str(raw.get("description", "")),
        text,
        tuple(entity(one) for one in entities),
        keyboard(buttons),
    )


def _settle(world: World, question: str, answer: object) -> None:
    """Hand an answer to the one who waits for it.

    Raises:
        Refused: nobody does any more.
    """
    waiting = world.waiting.pop(question, None)
    if waiting is None or waiting.done():
        raise bad(OLD_QUERY)
    waiting.set_result(answer)


METHODS = {"answerCallbackQuery": answer_callback_query, "answerInlineQuery": answer_inline_query}
