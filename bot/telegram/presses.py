"""Buttons that are pressed by writing what they say, or another word for it: «بعدی», «متن کامل», «۲», «بله».

Many people type where they could touch. What a word means is told by the buttons in front of them: those of the message that is
answered, else of the last one that had any.
"""

from collections.abc import Callable
from time import monotonic

from bot.model.chat import ChatKey
from bot.telegram import alert_messages as alert
from bot.telegram import alerts_words, messages
from bot.telegram.asking import bare_name
from bot.telegram.screen import Button, Keyboard
from summarizer.persian.letters import fold

FOR_S = 3600.0  # so long the last buttons are taken for being in front of somebody
MAX_CHATS = 10_000
_MAX_CHARS = 70
_REST = "rest_of"  # the action of a button whose label holds a number
_WORDS: dict[tuple[str, ...], tuple[str, ...]] = {  # of the buttons that a word may stand for, the likeliest stands first
    (messages.NEXT_PAGE, _REST, messages.OLDER): ("بعدی", "بعد", "خبر بعد", "صفحه بعد", "صفحه بعدی", "باز هم", "بازم", "next"),
    (messages.NEXT_PAGE, _REST, messages.FULL_TEXT, alert.OPEN): ("بیشتر", "ادامه", "more"),
    (messages.PREVIOUS_PAGE, messages.NEWER): ("قبلی", "قبل", "خبر قبل", "صفحه قبل", "صفحه قبلی"),
    (messages.FULL_TEXT, alert.OPEN): (
        *("متن کامل", "کامل", "متن", "متن خبر", "کل خبر", "کل متن", "ادامه خبر", "کاملش", "متنش", "متن کامل را بده"),
    ),
    (messages.BRIEF_ONLY, alert.OPEN): ("خلاصه", "چکیده", "خلاصه‌اش", "خلاصش", "چکیده‌اش"),
    (messages.LINK, alert.SOURCE): ("منبع", "منبعش", "پیوند", "لینک", "لینکش", "لینک خبر", "لینک منبع", "منبع خبر"),
    (messages.TEN_NEWEST,): ("فهرست", "لیست", "فهرست خبرها", "لیست خبرها"),
    (messages.DAY_BEFORE,): ("روز پیش", "روز قبل", "روز قبلی"),
    (messages.DAY_AFTER,): ("روز بعد", "روز بعدی"),
    (messages.OTHER_VERSIONS,): ("روایت دیگر", "منابع دیگر", "منبع‌های دیگر"),
    (alerts_words.CONFIRM, alerts_words.CONFIRM_CHANGE, alerts_words.YES_ALL): (
        *("بله", "بلی", "آره", "آری", "تأیید", "باشه", "باشد", "حتما", "ok", "اوکی", "yes"),
    ),
    (alerts_words.CANCEL, alerts_words.BACK): ("نه", "نخیر", "خیر", "نمی‌خواهم", "نمی‌خوام", "no"),
    (alerts_words.BACK, messages.BACK): ("برگرد", "بازگشت"),
}


def _bare(text: str) -> str:
    """The letters and digits of a text in one form, without what stands in brackets at its end."""
    return "".join(char for char in fold(text.partition("(")[0]) if char.isalnum())


_LABELS: dict[str, tuple[str, ...]] = {_bare(label): (label,) for labels in _WORDS for label in labels if label != _REST}
_LABELS |= {_bare(word): labels for labels, words in _WORDS.items() for word in words}


class LastButtons:
    """The last buttons that each chat was shown; forgotten with the process, and after an hour.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._shown: dict[ChatKey, tuple[float, Keyboard]] = {}

    def put(self, chat: ChatKey, keyboard: Keyboard) -> None:
        """Keep what a chat is shown; a message without buttons leaves those before it."""
        if not keyboard:
            return
        self._shown.pop(chat, None)
        self._shown[chat] = self._clock(), keyboard
        if len(self._shown) > MAX_CHATS:
            del self._shown[next(iter(self._shown))]

    def get(self, chat: ChatKey) -> Keyboard:
        """The buttons in front of a chat; none where none were shown lately."""
        at_s, keyboard = self._shown.get(chat, (0.0, ()))
        return keyboard if self._clock() - at_s <= FOR_S else ()


def pressed(text: str, keyboard: Keyboard) -> Button | None:
    """The button that a text means.

    Args:
        text: as written.
        keyboard: the buttons in front of whoever wrote it.

    Returns:
        The one that says this, or that one of its other words stands for; None where there is none, or several that differ.
    """
    if len(text) > _MAX_CHARS:
        return None
    buttons = [one for row in keyboard for one in row]
    asked = _bare(text)
    alike = {(one.action, one.url): one for one in buttons if asked and _bare(one.text) == asked}
    if alike:
        return next(iter(alike.values())) if len(alike) == 1 else None
    return next((one for label in _labels(text) for one in buttons if _is(one, label)), None)


def means_a_button(text: str) -> bool:
    """Whether a text is a word for a button, whichever may be in front of somebody."""
    return len(text) <= _MAX_CHARS and bool(_labels(text))


def _labels(text: str) -> tuple[str, ...]:
    """The buttons that a word may stand for, the likeliest first."""
    return _LABELS.get(_bare(text), ()) or _LABELS.get(_bare(bare_name(text)), ())


def _is(button: Button, label: str) -> bool:
    """Whether a button has this label, whatever is counted behind it, or this action."""
    return _bare(button.text) == _bare(label) or (label == _REST and button.action is not None and button.action.name == _REST)
