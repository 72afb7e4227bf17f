"""Talks to the real bot through the playground, as one person, and prints what it answers: the bot from a terminal."""

import json
from dataclasses import asdict

from bot.app import running
from bot.config import Settings
from bot.errors import RecordError
from bot.playground.values import Button, ChatMessage

ANSWER_TIMEOUT_S = 30.0


async def say(settings: Settings, texts: list[str]) -> list[ChatMessage]:
    """Say something and wait for the answers.

    Args:
        settings: which store; a token in them is not used.
        texts: said one after the other, each after the answer to the one before.

    Returns:
        The bot's messages, in order.
    """
    alone = settings.model_copy(update={"token": None, "feeds": False, "health_port": None, "webhook_url": None})
    async with running(alone, playground_port=0, delivering=False) as bot:
        assert bot.playground is not None
        person = bot.playground.person(name="خواننده", language="fa")
        for text in texts:
            *_, sent = await person.paste(sayable(text))
            await bot.playground.settled(sent.chat_id, after=sent, timeout_s=ANSWER_TIMEOUT_S)
        return [one for one in bot.playground.messages(person.chat) if one.from_bot]


def sayable(text: str) -> str:
    """A text as a messenger takes it; what a shell hands over may be cut within a letter.

    Raises:
        RecordError: there is nothing in it.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8").strip()
    if not any(letter.isprintable() and not letter.isspace() for letter in whole):
        raise RecordError("there is nothing to say")
    return whole


def as_json(answers: list[ChatMessage]) -> str:
    """A list of messages with text, entities and buttons, for programs."""
    return json.dumps(
        [
            {
                "id": one.id,
                "text": one.text,
                "entities": [{name: value for name, value in asdict(entity).items() if value != ""} for entity in one.entities],
                "buttons": [[_button(button) for button in row] for row in one.keyboard],
            }
            for one in answers
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_text(answers: list[ChatMessage]) -> str:
    """Text and buttons, for people."""
    return "\n\n".join("\n".join([one.text, *(_row(row) for row in one.keyboard)]) for one in answers)


def _button(one: Button) -> dict[str, str]:
    """A button with what it carries."""
    return {"text": one.text} | ({"url": one.url} if one.url else {"callback_data": one.data})


def _row(row: tuple[Button, ...]) -> str:
    """A row of buttons as a terminal shows it."""
    return "  ".join(f"[ {one.text}{f' {one.url}' if one.url else ''} ]" for one in row)
