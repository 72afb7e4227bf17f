"""Articles out of pages: of every family, of none, and out of what is no article."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.page import plain_text, read_page
from bot.ingest.page.rules import FAMILIES
from bot.model.feed import PageArticle
from tests.ingest.page.pages import BODY, LEAD, NOISE, PAGES, TITLE

URL = "https://example.org/news/1"
each_page = pytest.mark.parametrize("family", PAGES)


def read(html: str, **given: str) -> PageArticle | None:
    """Read a page of our invented outlet."""
    return read_page(html.encode(), URL, **given)


@each_page
def test_the_body_is_found_whole_and_alone(family: str) -> None:
    """Lead and body word for word, half-spaces and all, and nothing of what stands around them."""
    article = read(PAGES[family])
    assert article is not None
    assert article.text.split("\n") == [LEAD, *BODY]
    assert article.title == TITLE
    assert not [one for one in NOISE if one in article.text]
    assert article.origin == ("extracted" if family == "general" else "page")


@each_page
def test_the_time_of_publication_is_found(family: str) -> None:
    """From the head, from JSON-LD, or as the page shows it, Jalali or not."""
    article = read(PAGES[family])
    assert article is not None
    assert article.published == datetime(2026, 11, 20, 7, 0, tzinfo=UTC)


def test_what_the_head_says_is_taken() -> None:
    """Picture made whole, tags with either comma, the author of JSON-LD."""
    article, general = read(PAGES["nastooh"]), read(PAGES["general"])
    assert article is not None
    assert general is not None
    assert article.image_url == "https://example.org/img/1.jpg"
    assert article.tags == ("کتاب", "روستا", "سپیدار")
    assert general.author == "آذر نمونه"


def test_every_family_has_a_page_or_shares_its_markup() -> None:
    """A rule nobody tries is a rule nobody knows to be right."""
    assert {rules.name for rules in FAMILIES} - set(PAGES) == {"bbc"}


def test_the_general_extractor_alone_finds_the_body_of_most_families() -> None:
    """When an outlet changes its classes, its articles are still read."""
    for family, html in PAGES.items():
        renamed = (
            html.replace("item-", "x-")
            .replace("nt-body", "y")
            .replace("story", "z")
            .replace("c-article", "w")
            .replace("newsMainBody", "v")
        )
        article = read(
            renamed.replace("class=body", "class=u")
            .replace("articleBody", "t")
            .replace("first-title", "s")
            .replace("news_nav", "r")
        )
        assert article is not None, family
        assert article.origin == "extracted", family
        assert set(BODY) <= set(article.text.split("\n")), family


def test_a_body_that_repeats_its_lead_has_it_once() -> None:
    """Many outlets do."""
    article = read(PAGES["isna"].replace("<div class=item-text>", f"<div class=item-text><p>{LEAD}</p>"))
    assert article is not None
    assert article.text.count(LEAD) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_the_charset_is_found_out_whatever_is_announced(encoding: str) -> None:
    """The page says utf-8 in every case."""
    html = (
        PAGES["general"].replace("\u06c0", "\u0647").replace("ٔ", "").replace("ی", "ي") if encoding == "cp1256" else PAGES["general"]
    )
    article = read_page(html.encode(encoding, "ignore"), URL, content_type="text/html; charset=utf-8")
    assert article is not None
    assert "داستان‌ها" in article.text


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<html>",
        "\x00",
        "<p>کوتاه</p>",
        "<script>" + "x" * 10_000,
        "<nav>" + "<a href=x>پیوندی دراز به جایی دیگر</a> " * 500,
        "{}" * 500,
    ],
)
def test_where_there_is_no_article_there_is_none(html: str) -> None:
    """An honest None."""
    assert read(html) is None


def test_a_script_challenge_is_no_article() -> None:
    """Nothing is made up of a page that only asks for JavaScript."""
    assert (
        read("<html><body><h1>در حال بررسی مرورگر شما</h1><p>لطفاً جاوااسکریپت را روشن کنید.</p><script>go()</script></body></html>")
        is None
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + BODY[0] * 5,
        "<b>" * 100_000 + BODY[0] * 5,
        "<p>" + "سلام دنیا، این یک خط است. " * 40_000,
        "<ul>" + "<li><a href=x>پیوند</a></li>" * 30_000,
        "<p>بند</p>" * 60_000,
        "<" * 1_000_000,
        "&" * 1_000_000,
        "<a " + "x=1 " * 200_000 + ">",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PAGES["general"],
    ],
    ids=["deep", "deep inline", "one line", "links", "paragraphs", "angles", "ampersands", "attributes", "json"],
)
def test_a_hostile_page_is_read_in_bounded_time(html: str) -> None:
    """Nested, endless or senseless: about a second for a megabyte at the most, and no error."""
    began = time.process_time()
    read(html)
    assert time.process_time() - began < 3


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    """As a page, within a page, and as a fragment."""
    read_page(text.encode("utf-8", "surrogatepass"), URL)
    read(PAGES["general"].replace("کتابخانه", text.encode("utf-8", "replace").decode()))
    plain_text(text)


def test_a_fragment_keeps_its_half_spaces_and_loses_its_markup() -> None:
    """Also where entities write them."""
    assert (
        plain_text("<p>کتاب‌های <b>تازه</b>&nbsp;را می&zwnj;خوانم</p>دوم<br/>سوم &amp; آخر")
        == "کتاب‌های تازه را می‌خوانم\nدوم\nسوم & آخر"
    )
    assert plain_text("یک\nدو ") == "یک\nدو"
