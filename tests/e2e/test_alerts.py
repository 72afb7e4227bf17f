"""Alerts in the chat page as a person has them: subscribed to by a button, arriving, gathered, set up, counted in a picture."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from bot.app import Running, running
from bot.config import load_settings
from bot.telegram import alert_messages
from bot.telegram import alerts_words as words
from tests.e2e.conftest import CHROMIUM
from tests.flows.arriving import STORIES, Watch, comes_in
from tests.flows.conftest import ROOT, Reader

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here"),
]


class Chat:
    """The page in front of the real bot, whose clock can be put forward."""

    def __init__(self, page: Page, bot: Running, watch: Watch) -> None:
        self.page, self.watch, self.reader = page, watch, Reader(bot)
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    async def say(self, text: str) -> None:
        """Type and press Enter; wait for an answer."""
        before = await self.page.locator(".theirs").count()
        await self.page.get_by_role("textbox", name="پیام").fill(text)
        await self.page.keyboard.press("Enter")
        await expect(self.page.locator(".theirs")).not_to_have_count(before)

    def last(self) -> Locator:
        """The bot's newest bubble."""
        return self.page.locator(".theirs").last

    async def press(self, text: str, then: str) -> None:
        """Press a button of the newest bubble, which says this afterwards."""
        await self.last().get_by_role("button", name=text).click()
        await expect(self.last()).to_contain_text(then)

    async def fits(self) -> None:
        """Nothing is wider than the phone, and nothing failed."""
        assert await self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await self.page.evaluate(
            "[...document.querySelectorAll('.button')].every(one => one.scrollWidth <= one.clientWidth)"
        )
        assert self.errors == []


@pytest_asyncio.fixture(loop_scope="module")
async def chat(page: Page, tmp_path: Path) -> AsyncIterator[Chat]:
    """The page, open."""
    watch = Watch()
    settings = load_settings(db=tmp_path / "gozideh.db", seeds=ROOT / "seeds", feeds=False, zone="UTC", owners=(1001,), token=None)
    async with running(settings, playground_port=0, now=watch) as bot:
        assert bot.playground
        await page.goto(bot.playground.page_url)
        await expect(page.get_by_role("heading", level=1)).to_have_text("گزیده")
        yield Chat(page, bot, watch)


async def test_from_a_button_to_an_alert(chat: Chat) -> None:
    """A topic is chosen, previewed and confirmed by touch alone; an article of it arrives by itself and opens."""
    await chat.say("/subscribe")
    await expect(chat.last().locator(".button")).to_have_count(9)
    await chat.press("ورزش", words.PREVIEW_TITLE)
    await expect(chat.last()).to_contain_text(words.WOULD_HAVE_COME)
    await chat.fits()
    await chat.press(words.CONFIRM, words.SUBSCRIBED)
    await comes_in(
        chat.reader,
        chat.watch,
        "تیم ملی فوتبال قهرمان جام شد",
        "تیم ملی فوتبال با دو گل در فینال لیگ پیروز شد. سرمربی گفت: بازیکنان عالی بودند.",
    )
    await expect(chat.last()).to_contain_text(alert_messages.because("موضوع «ورزش»"))
    await expect(chat.last()).to_be_in_viewport()
    await chat.fits()
    await chat.press(alert_messages.OPEN, "ویرایش شد")


async def test_settings_a_digest_and_the_figures(chat: Chat) -> None:
    """Digests are chosen by touch and come at their hour as a list; /stats has a picture that is there and is described."""
    await chat.say("/subscribe منبع:نمونه")
    await chat.press(words.CONFIRM, words.SUBSCRIBED)
    chat.watch.forward_to(9)
    await chat.say("/settings")
    await chat.press(words.DIGEST, "ساعت‌های ۰۸:۰۰ و ۲۰:۰۰")
    await chat.press(words.HOURS, words.CHOOSE_HOURS)
    await chat.press("۱۲:۰۰", words.CHOOSE_HOURS)
    await expect(chat.last().get_by_role("button", name=words.ticked("۱۲:۰۰", on=True))).to_be_visible()
    await chat.press(words.BACK, "ساعت‌های ۰۸:۰۰، ۱۲:۰۰ و ۲۰:۰۰")
    await chat.press(words.QUIET, words.CHOOSE_QUIET)
    await chat.fits()
    for title, text in STORIES[:3]:
        await comes_in(chat.reader, chat.watch, title, text)
    chat.watch.forward_to(12)
    await expect(chat.last()).to_contain_text(alert_messages.GATHERED)
    await expect(chat.last().locator(".button")).to_have_text(["۱", "۲", "۳"])
    await chat.fits()
    await chat.say("/stats")
    picture = chat.page.locator(".theirs img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 500
    await expect(chat.last()).to_contain_text(words.STATS_TITLE)


async def test_new_words_for_an_alert_need_only_be_written(chat: Chat) -> None:
    """The page answers the question by itself, as apps do; two taps and some words change an alert."""
    await chat.say("/subscribe گندم")
    await chat.press(words.CONFIRM, words.SUBSCRIBED)
    await chat.say("/alerts")
    await chat.press("۱", words.EDIT)
    await chat.last().get_by_role("button", name=words.EDIT).click()
    await expect(chat.page.locator("#reply-text")).to_contain_text(words.WRITE_NEW)
    await chat.say("زعفران")
    await expect(chat.last()).to_contain_text(words.instead_of("«گندم»"))
    await chat.press(words.CONFIRM_CHANGE, words.CHANGED)
    await chat.fits()
