"""Headless Chromium at the size of a phone; one browser for a file, a new window for each test."""

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 15_000  # a busy machine may take several seconds for what takes a tenth of one

expect.set_options(timeout=PATIENCE_MS)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """The browser."""
    async with async_playwright() as playwright:
        one = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield one
        await one.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(request: pytest.FixtureRequest, browser: Browser) -> AsyncIterator[Page]:
    """A new window, of nobody's history; ``indirect`` chooses light or dark."""
    scheme = getattr(request, "param", "light")
    context = await browser.new_context(viewport=PHONE, color_scheme=scheme, locale="fa-IR", reduced_motion="reduce")
    yield await context.new_page()
    await context.close()
