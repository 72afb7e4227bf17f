"""Screens of articles: one article, its full text, lists of them. Pure: values in, a screen out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo

from bot.jalali import hour, long_date, persian_digits, short_date
from bot.model.article import Article, Brief, BriefQuote, Headline, Page
from bot.telegram import messages
from bot.telegram.callbacks import action
from bot.telegram.markup import Block, Run, block, right_to_left
from bot.telegram.screen import Button, Keyboard, Screen, screen
from summarizer import polish

MAX_TITLE_CHARS = 300
MAX_BUTTON_CHARS = 60
MAX_MARK_CHARS = 45
MAX_FULL_CHARS = 24_000  # seven messages; the rest stands at the source
LIST_LENGTH = 10
WAY_ON = (Button(messages.TEN_NEWEST, action("list")), Button(messages.TOPICS, action("topics")))  # where nothing was found


def shown(text: str) -> str:
    """A text of an article as a reader sees it: polished, each line from the right."""
    return right_to_left(polish(text))


def article_screen(
    article: Article, brief: Brief, *, zone: tzinfo, topic: str = "", full: bool = False, others: tuple[Headline, ...] = ()
) -> Screen:
    """One article: title, source and time, summary, key quotations, and its full text when asked for.

    Args:
        article: the article.
        brief: its sentences and quotations.
        zone: the reader's.
        topic: the topic that the older and newer ones keep to.
        full: whether the full text is shown, too.
        others: the other articles that tell the same story.
    """
    blocks = [*_head(article, zone), *_also(article, others), *summary_blocks(brief)]
    if article.origin == "teaser":
        blocks.append(block(messages.TEASER_ONLY, "i"))
    if full:
        blocks.append(full_text(article))
    return Screen(tuple(blocks), _article_keyboard(article, topic=topic, full=full, others=len(others)))


def full_text(article: Article) -> Block:
    """The article's text as a block quotation that opens when touched."""
    text = "\n".join(line.strip() for line in article.text[:MAX_FULL_CHARS].split("\n") if line.strip())
    return block(shown(text), wrap="blockquote expandable")


def summary_blocks(brief: Brief) -> list[Block]:
    """The summary as short paragraphs, then the key quotations."""
    blocks = [block(shown(sentence)) for sentence in brief.sentences]
    if brief.key_quotes:
        blocks.append(block(messages.KEY_QUOTES, "b"))
        blocks += [quotation(quote, brief=True) for quote in brief.key_quotes]
    return blocks


def list_screen(page: Page, *rows: tuple[Button, ...], title: str, zone: tzinfo, topic: str = "", of_a_day: bool = False) -> Screen:
    """A page of a list: a button for each article, and the rows under them.

    Args:
        page: the articles.
        rows: the way on.
        title: what they are.
        zone: the reader's.
        topic: the topic that the older and newer ones of an opened article keep to.
        of_a_day: whether the title names the day, so that the hour is shown in its place.
    """
    blocks = [block(title, "b"), *(_line(one, zone, of_a_day=of_a_day) for one in page.headlines)]
    return screen(blocks, *headline_buttons(page.headlines, zone=zone, topic=topic), *rows)


def paging(name: str, *about: object, offset: int, step: int, more: bool) -> tuple[Button, ...]:
    """The way to the next page and back.

    Args:
        name: the action whose args are what it is about, and the offset.
        about: what it is about.
        offset: of the page shown.
        step: how many a page holds.
        more: whether there is a next page.
    """
    after = (Button(messages.NEXT_PAGE, action(name, *about, offset + step)),) if more else ()
    before = (Button(messages.PREVIOUS_PAGE, action(name, *about, max(0, offset - step))),) if offset else ()
    return after + before


def headline_buttons(headlines: Sequence[Headline], *, zone: tzinfo, topic: str = "") -> Keyboard:
    """A row for each article, its title cut to what a phone shows; no two rows say the same."""
    return tuple(
        (Button(name, action("article", one.id, topic)),) for one, name in zip(headlines, told_apart(headlines, zone), strict=True)
    )


def told_apart(headlines: Sequence[Headline], zone: tzinfo) -> tuple[str, ...]:
    """Names for articles that are offered together.

    Args:
        headlines: the articles.
        zone: the reader's.

    Returns:
        Their titles, cut; before those that would look the same stands what is different about them: the source, the day, both, the
        hour, and where nothing is, a number.
    """
    named: dict[str, list[Headline]] = {}
    for one in headlines:
        named.setdefault(button_text(one.title), []).append(one)
    alike = [group for group in named.values() if len(group) > 1]
    marks = {one.id: mark for group in alike for one, mark in zip(group, _differences(group, zone), strict=True)}
    return tuple(button_text(one.title, marks.get(one.id, "")) for one in headlines)


def _differences(group: Sequence[Headline], zone: tzinfo) -> list[str]:
    """What is different about articles of one title."""
    ways: tuple[Callable[[Headline], str], ...] = (
        lambda one: polish(one.source),
        lambda one: short_date(one.published, zone),
        lambda one: where_and_when(one, zone),
        lambda one: long_date(one.published, zone),
    )
    for way in ways:
        marks = [way(one) for one in group]
        if len(set(marks)) == len(group) and all(marks):
            return marks
    return [persian_digits(number) for number in range(1, len(group) + 1)]


def button_text(title: str, mark: str = "", *, most: int = MAX_BUTTON_CHARS) -> str:
    """A title as a button shows it; what tells it from others of that title stands first, since a phone cuts the end."""
    name = f"{mark[:MAX_MARK_CHARS]} | {polish(title)}" if mark else polish(title)
    return name if len(name) <= most else name[: most - 1].rsplit(" ", 1)[0] + "…"


def _head(article: Article, zone: tzinfo) -> list[Block]:
    """The title, and under it the source with its time."""
    source = polish(article.source) or messages.UNKNOWN_SOURCE
    return [
        block(shown(article.title[:MAX_TITLE_CHARS]), "b"),
        block(right_to_left(f"{source} | {moment_of(article, zone)}"), tight=True),
    ]


def _also(article: Article, others: tuple[Headline, ...]) -> list[Block]:
    """The other outlets that tell the same story, each once."""
    sources = dict.fromkeys(polish(one.source) for one in others if one.source not in ("", article.source))
    return [block(messages.also_by("، ".join(sources)), tight=True)] if sources else []


def numbered_title(number: int, one: Headline, *, most: int = MAX_BUTTON_CHARS) -> str:
    """A title in a list whose buttons are numbers, cut to so many characters."""
    return right_to_left(f"{messages.numbered(number)} {button_text(one.title, most=most)}")


def opening(ids: Iterable[int], first: int = 1) -> tuple[Button, ...]:
    """A numbered button for each article of a list, which opens it in a message of its own."""
    return tuple(Button(persian_digits(number), action("told", one)) for number, one in enumerate(ids, first))


def where_and_when(one: Headline, zone: tzinfo, *, of_a_day: bool = False) -> str:
    """The source and the day of an article, or its hour, as lists show them; from the right, though the source be Latin."""
    when = _received(one, hour(one.published, zone)) if of_a_day else day_of(one, zone)
    return right_to_left(" | ".join(part for part in (polish(one.source), when) if part))


def moment_of(article: Article, zone: tzinfo) -> str:
    """The day and hour of an article, those of its arrival marked as such."""
    return _received(article, long_date(article.published, zone))


def day_of(one: Headline | Article, zone: tzinfo) -> str:
    """The day of an article; where its outlet gave none, the day on which it came, marked as such."""
    return _received(one, short_date(one.published, zone))


def _received(one: Headline | Article, when: str) -> str:
    """A time, marked where it is that of arrival."""
    return when if one.dated else messages.received(when)


def _line(one: Headline, zone: tzinfo, *, of_a_day: bool) -> Block:
    """An article in a list: its title, then source and day, or hour."""
    return Block((Run("• "), Run(shown(one.title[:MAX_TITLE_CHARS])), Run(f"\n{where_and_when(one, zone, of_a_day=of_a_day)}")))


def quotation(quote: BriefQuote, *, brief: bool = False) -> Block:
    """A quotation in its own honest form: «marked», edited speech after a colon, or reported.

    Args:
        quote: the quotation.
        brief: whether a long one is shown to the sentence where a phone's reader has enough, with … after it.
    """
    speaker = polish(quote.speaker) or messages.UNNAMED_SPEAKER
    text = shown(quote.text[: quote.shown_chars]).strip() + " …" if brief and quote.shown_chars else shown(quote.text).strip()
    if quote.marked and quote.kind != "indirect":
        said: tuple[Run, ...] = (Run(f"«{text}»"),)
    else:
        note = messages.REPORTED if quote.kind == "indirect" else messages.EDITED_SPEECH
        said = (Run(text), Run(f" ({note})", "i"))
    return Block((Run(right_to_left(speaker), "b"), Run(":\n"), *said), "blockquote")


def _article_keyboard(article: Article, *, topic: str, full: bool, others: int) -> Keyboard:
    """Older and newer, the full text and the list, the source."""
    text = Button(messages.BRIEF_ONLY, action("article", article.id, topic)) if full else None
    rows: list[tuple[Button, ...]] = [
        (Button(messages.OLDER, action("older", article.id, topic)), Button(messages.NEWER, action("newer", article.id, topic))),
        (text or Button(messages.FULL_TEXT, action("full", article.id, topic)), Button(messages.TEN_NEWEST, action("list", topic))),
    ]
    if others:
        rows.append((Button(messages.with_count(messages.OTHER_VERSIONS, others), action("others", article.id, topic)),))
    return (*rows, (Button(messages.LINK, url=article.url),)) if article.url else tuple(rows)
