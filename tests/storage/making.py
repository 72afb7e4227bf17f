"""Makes articles for the store's tests: short Persian texts written for them."""

from datetime import UTC, datetime, timedelta

from bot.model.article import Brief, BriefQuote, NewArticle, Prepared

NOON = datetime(2024, 3, 20, 12, 0, tzinfo=UTC)


def said(speaker: str, text: str = "آب کافی است", *, key: bool = True) -> BriefQuote:
    """A quotation of somebody."""
    return BriefQuote(text, 0, len(text), speaker, "وی", "گفت", "direct", True, key)


def prepared(
    title: str = "بازسازی پل رودخانه آغاز شد",
    text: str = "کارگران از بامداد امروز دست به کار شدند.",
    *,
    minutes: int = 0,
    url: str = "",
    source: str = "نمونه",
    topics: tuple[str, ...] = (),
    quotes: tuple[BriefQuote, ...] = (),
    dated: bool = True,
) -> Prepared:
    """An article ready to be stored.

    Args:
        title: its title.
        text: its text.
        minutes: after ``NOON``, when it was published.
        url: its address.
        source: its outlet.
        topics: its topics.
        quotes: its quotations.
        dated: whether the time is the outlet's.
    """
    published = NOON + timedelta(minutes=minutes)
    article = NewArticle(title, text, source, url, published, topics, dated=dated)
    return Prepared(article, Brief((text[:40],), quotes))


def many(count: int, *, topics: tuple[str, ...] = ()) -> list[Prepared]:
    """Different articles, each a minute newer than the one before."""
    return [prepared(f"خبر شماره {number}", f"متن خبر {number}", minutes=number, topics=topics) for number in range(count)]
