"""What the flows of alerts share: articles that come in, and messages that are waited for."""

import asyncio
from zlib import crc32

from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.playground.values import ChatMessage
from bot.telegram import alerts_words as words
from tests.flows.conftest import Reader
from tests.flows.watch import Watch

QUAKE = "زمین‌لرزه‌ای به بزرگی پنج امروز شهر مهرآباد را لرزاند. مدیر بحران استان گفت: گروه‌های ارزیاب به محل رفته‌اند."
LATER = " ".join(
    f"در روستای {place} دیوار چند خانه ترک برداشت و امدادگران چادر و پتو و آب میان خانواده‌ها پخش کردند و فرماندار {number} خانهٔ"
    " ویران شمرد."
    for place, number in (("گلدره", "دوازده"), ("سنگ‌چین", "سی"), ("باغستان", "هفت"), ("تپه‌سفید", "نه"), ("آب‌گرم", "پنج"))
)
STORIES = (
    ("مسابقهٔ اسب‌دوانی کوهساران", "اسب سپید در میدان کوهساران نخست شد و سوارکار جوان آن جام گرفت."),
    ("پل کهنهٔ رودبند باز شد", "مرمت پل کهنهٔ رودبند پس از دو سال پایان یافت و گذر خودروها آزاد شد."),
    ("نمایشگاه کتاب در آرنیا", "ناشران در آرنیا هزار کتاب تازه برای کودکان آوردند و ورود برای همه رایگان است."),
    ("برداشت زعفران آغاز شد", "کشاورزان دشت زرین از بامداد گل زعفران چیدند و بازارها گرم شد."),
    ("قطار تازه به بندر رسید", "نخستین قطار بار از معدن به بندر مروارید رسید و کشتی‌ها بارگیری کردند."),
    ("کنسرت در تالار شهر", "نوازندگان تنبور دو شب در تالار شهر می‌نوازند و بلیت‌ها تمام شده است."),
    ("توفان شن در جنوب", "گرد و شن دید رانندگان را کم کرد و پلیس راه از مردم خواست سفر نکنند."),
)


async def comes_in(reader: Reader, watch: Watch, title: str, text: str, *, source: str = "خبرگزاری نمونه") -> int:
    """Store an article that is published now; its id."""
    address = f"https://example.org/{crc32((title + text + source).encode())}"
    record = Record(text=text, title=title, source=source, url=address)
    (stored,) = await reader.bot.store.articles.add([prepare(record, now=watch())])
    return stored.id


async def heard(reader: Reader, chat: int, after: int, *, within_s: float = 15.0) -> ChatMessage:
    """The message that the bot sends by itself, after so many."""
    async with asyncio.timeout(within_s):
        while True:
            said = [one for one in reader.playground.messages(chat) if one.from_bot]
            if len(said) > after:
                return said[after]
            await asyncio.sleep(0.02)


async def recorded(reader: Reader) -> None:
    """Wait until what was sent is written down, as it is long before a clock moves on by hours."""
    async with asyncio.timeout(15):
        while await reader.bot.store.outbox.count():  # noqa: ASYNC110, the store rings no bell
            await asyncio.sleep(0.01)


async def subscribed(reader: Reader, text: str) -> ChatMessage:
    """Ask and confirm."""
    (preview,) = await reader.say(text)
    return await reader.press(preview, words.CONFIRM)
