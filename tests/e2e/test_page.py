"""The chat page in headless Chromium, at the size of a phone: what a person sees and does, by hand and by keyboard."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.playground.server import Playground
from tests.e2e.conftest import CHROMIUM

HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>"
LONG = "آب‌وهوای فردا آفتابی است و باد ملایمی می‌وزد. " * 30
KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("دیگری", callback_data="edit"), InlineKeyboardButton("هشدار", callback_data="alert")],
        [InlineKeyboardButton("سایت", url="https://example.org/")],
    ]
)
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),  # one browser, and so one event loop, for all of them
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here"),
]


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A bot that shows what the page can show."""
    assert update.message is not None
    text = update.message.text or ""
    match text:
        case "بلند":
            await update.message.reply_html(f"<b>خبر</b>\n<blockquote expandable>{LONG}</blockquote>", do_quote=False)
        case "کلید":
            await update.message.reply_text(
                "یکی را بردارید", reply_markup=ReplyKeyboardMarkup([["ورزش"], ["جهان"]]), do_quote=False
            )
        case "پرونده":
            await update.message.reply_document(b"a,b", filename="گزارش.csv", caption="این هم گزارش", do_quote=False)
        case "صبر":
            await update.message.chat.send_action("typing")
        case _:
            await update.message.reply_text(f"شنیدم: {text}", reply_markup=KEYS, do_quote=False)


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """An alert, or a toast and an edit."""
    query = update.callback_query
    assert query is not None
    await query.answer("خبر تازه‌ای نیست" if query.data == "alert" else "عوض شد", show_alert=query.data == "alert")
    if query.data == "edit":
        await query.edit_message_text("متن دیگر", reply_markup=KEYS)


@dataclass
class Phone:
    """The page in a browser, and what went wrong in it."""

    page: Page
    playground: Playground
    errors: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    async def say(self, text: str) -> None:
        """Type and press Enter."""
        await self.page.get_by_role("textbox", name="پیام").fill(text)
        await self.page.keyboard.press("Enter")

    def last(self):
        """The bot's newest bubble."""
        return self.page.locator(".theirs").last


async def open_phone(page: Page, playground: Playground) -> Phone:
    """Go to the page and wait for it."""
    phone = Phone(page, playground)
    page.on("pageerror", lambda error: phone.errors.append(str(error)))
    page.on("console", lambda message: phone.errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: phone.addresses.append(request.url))
    await page.goto(playground.page_url)
    await expect(page.get_by_role("heading", level=1)).to_have_text("گزیده")
    return phone


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    """The playground with a bot in it."""
    server = Playground()
    await server.start()

    def connection() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False})

    builder = Application.builder().token(server.token).request(connection()).get_updates_request(connection())
    application = builder.base_url(f"{server.api_url}/bot").base_file_url(f"{server.api_url}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.add_handler(CallbackQueryHandler(pressed))
    async with application:
        await menu(application.bot)
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield server
        await application.updater.stop()
        await application.stop()
    await server.stop()


async def menu(bot: Bot) -> None:
    """Set the command menu."""
    await bot.set_my_commands([("latest", "تازه‌ترین خبر"), ("help", "راهنما")])


@pytest_asyncio.fixture(loop_scope="module")
async def phone(page: Page, playground: Playground) -> Phone:
    """The page, open."""
    return await open_phone(page, playground)


async def test_a_first_visit(phone: Phone) -> None:
    """A welcome, one button, an answer; nothing fails and nothing is fetched from elsewhere."""
    await phone.page.get_by_role("button", name="شروع").click()
    await expect(phone.last()).to_contain_text("شنیدم: /start")
    await expect(phone.page.locator(".welcome")).to_have_count(0)
    assert await phone.page.evaluate("document.fonts.check('16px Vazirmatn', 'خبر')")
    assert await phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await phone.page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert phone.errors == []
    assert [one for one in phone.addresses if not one.startswith(phone.playground.page_url)] == []


async def test_everything_by_keyboard(phone: Phone) -> None:
    """The menu by arrows, a button by Tab and Enter, an alert that Escape closes, focus back where it was."""
    page = phone.page
    await expect(page.get_by_role("textbox", name="پیام")).to_be_focused()
    await page.keyboard.type("/")
    await expect(page.get_by_role("option")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("option", selected=True)).to_contain_text("راهنما")
    await page.keyboard.press("Enter")
    await expect(phone.last()).to_contain_text("شنیدم: /help")
    await page.get_by_role("log").focus()
    alert = page.get_by_role("button", name="هشدار")
    for _ in range(9):
        await page.keyboard.press("Tab")
        if await alert.evaluate("one => one === document.activeElement"):
            break
    assert await alert.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_contain_text("خبر تازه‌ای نیست")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(alert).to_be_focused()


async def test_a_button_edits_in_place(phone: Phone) -> None:
    """With a toast and the mark of an edit; a link leads out."""
    await phone.say("سلام")
    await phone.page.get_by_role("button", name="دیگری").click()
    await expect(phone.last()).to_contain_text("متن دیگر")
    await expect(phone.last()).to_contain_text("ویرایش شد")
    await expect(phone.page.locator("#toast")).to_have_text("عوض شد")
    link = phone.page.get_by_role("link", name="سایت")
    assert await link.get_attribute("href") == "https://example.org/"
    assert await link.get_attribute("rel") == "noopener noreferrer"


async def test_what_is_sent_is_text_and_never_markup(phone: Phone) -> None:
    """A hostile text is shown as it stands."""
    await phone.say(HOSTILE)
    await expect(phone.last()).to_contain_text(HOSTILE)
    assert await phone.page.locator("#log img, #log script").count() == 0
    assert phone.errors == []


async def test_a_long_quotation_opens(phone: Phone) -> None:
    """It is cut at three lines until it is opened, and closes again."""
    await phone.say("بلند")
    quote, toggle = phone.page.locator("blockquote"), phone.page.get_by_role("button", name="بیشتر")
    await expect(toggle).to_have_attribute("aria-expanded", "false")
    closed = (await quote.bounding_box() or {})["height"]
    await toggle.click()
    await expect(phone.page.get_by_role("button", name="کمتر")).to_have_attribute("aria-expanded", "true")
    assert (await quote.bounding_box() or {})["height"] > 2 * closed


async def test_files_keys_and_typing_are_shown(phone: Phone) -> None:
    """A document to save, the bot's own keyboard, and that it is writing."""
    await phone.say("پرونده")
    await expect(phone.page.get_by_role("link", name="گزارش.csv")).to_have_attribute("download", "گزارش.csv")
    await phone.say("کلید")
    await expect(phone.page.locator(".key")).to_have_count(2)
    await expect(phone.last().locator(".bubble")).to_be_in_viewport(ratio=1)
    await phone.page.get_by_role("button", name="ورزش").click()
    await expect(phone.last()).to_contain_text("شنیدم: ورزش")
    await phone.say("صبر")
    await expect(phone.page.locator("#chat-status")).to_have_text("در حال نوشتن…")


async def test_several_people_talk_in_a_group(phone: Phone) -> None:
    """One writes, another sees it under their name; the private chats stay apart."""
    page = phone.page
    await page.locator("#who").click()
    await page.get_by_role("button", name="دوستان خبرخوان").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("دوستان خبرخوان")
    await phone.say("کسی خبر را دیده؟")
    await expect(page.locator(".mine")).to_contain_text("کسی خبر را دیده؟")
    await page.locator("#who").click()
    await page.get_by_role("button", name="دوستان خبرخوان").nth(1).click()
    await expect(page.locator(".theirs .sender")).to_have_text("سارا")
    await page.locator("#who").click()
    await page.get_by_role("button", name="گفت‌وگوی خصوصی با ربات").nth(1).click()
    await expect(page.locator(".welcome")).to_be_visible()


async def test_a_text_can_be_forwarded_and_pasted(phone: Phone) -> None:
    """A bubble's menu forwards; a text of many lines goes as it is."""
    await phone.say("خبری که دیدم")
    await expect(phone.last()).to_contain_text("خبری که دیدم")
    await phone.page.locator(".theirs .more").click()
    await phone.page.get_by_role("button", name="هدایت به همین گفت‌وگو").click()
    await expect(phone.page.locator(".mine .origin")).to_have_text("هدایت‌شده از گزیده")
    await phone.page.get_by_role("textbox", name="پیام").fill("سطر یک\nسطر دو " + "واژه " * 2000)
    await phone.page.get_by_role("button", name="بفرست").click()
    await expect(phone.page.locator(".mine")).to_have_count(5)


@pytest.mark.parametrize("page", ["dark"], indirect=True)
async def test_dark_is_dark(phone: Phone) -> None:
    """Light ink on a dark ground, where the system asks for it."""
    ground, ink = await phone.page.evaluate("[getComputedStyle(log).backgroundColor, getComputedStyle(log).color]")
    assert max(numbers(ground)) < 60 < 180 < min(numbers(ink))


def numbers(colour: str) -> list[int]:
    """The parts of an rgb() colour."""
    return [int(one) for one in colour.removeprefix("rgb(").removesuffix(")").split(",")]


async def test_the_page_finds_a_server_that_came_back(page: Page) -> None:
    """It says that the connection is gone, and goes on by itself."""
    first = Playground()
    await first.start()
    await open_phone(page, first)
    port = int(first.api_url.rpartition(":")[2])
    await first.stop()
    await expect(page.locator("#chat-status")).to_have_text("در حال اتصال دوباره…")
    second = Playground(port=port, name="گزیدهٔ نو")
    await asyncio.sleep(0.1)
    await second.start()
    await expect(page.get_by_role("heading", level=1)).to_have_text("گزیدهٔ نو")
    await expect(page.locator("#chat-status")).to_have_text("ربات")
    await second.stop()
