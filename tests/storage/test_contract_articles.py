"""What every store promises about articles. Asks through the Protocol only."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.article import Brief, Prepared
from bot.ports.store import Store
from tests.storage.making import NOON, many, prepared, said


async def test_gives_back_what_was_stored(store: Store) -> None:
    """An article and its brief come back as they went in."""
    one = prepared(
        "پل «تازه»", "متن\nدوم", url="https://example.org/1", topics=("society", "economy"), quotes=(said("مریم رضایی"),)
    )
    (stored,) = await store.articles.add([one])
    article, brief = await store.articles.get(stored.id), await store.articles.brief(stored.id)
    assert stored.outcome == "added"
    assert article is not None
    assert (article.title, article.text, article.source, article.url) == ("پل «تازه»", "متن\nدوم", "نمونه", "https://example.org/1")
    assert (article.published, article.added, article.story_id) == (NOON, NOON, stored.id)
    assert (article.topics, article.origin, article.dated) == (("society", "economy"), "import", True)
    assert brief == one.brief


async def test_keeps_times_to_the_microsecond(store: Store) -> None:
    """A time of publication is not rounded, nor moved to another zone."""
    when = NOON + timedelta(microseconds=123_457)
    (stored,) = await store.articles.add([Prepared(replace(prepared().article, published=when), Brief(()))])
    article = await store.articles.get(stored.id)
    assert article is not None
    assert article.published == when


@pytest.mark.parametrize("number", [0, -1, 7, 2**63, 10**40])
async def test_an_unknown_id_is_none(store: Store, number: int) -> None:
    """No id raises: an article that is not there is None, and has no neighbours."""
    await store.articles.add([prepared()])
    assert await store.articles.get(number) is None
    assert await store.articles.brief(number) is None
    assert await store.articles.older(number) is None
    assert await store.articles.newer(number, topic="sport") is None
    assert (await store.articles.others_of_story(number)).headlines == ()
    assert await store.quotations.said_by(number) == ()


async def test_the_same_address_is_the_same_article(store: Store) -> None:
    """Storing an article again changes nothing and says so."""
    one = prepared(url="https://example.org/1")
    (first,) = await store.articles.add([one])
    (again,) = await store.articles.add([one])
    assert (again.id, again.outcome) == (first.id, "known")
    assert await store.articles.count() == 1


async def test_the_same_words_are_the_same_article(store: Store) -> None:
    """Other letters, half-spaces and digits of the same text are the same article where there is no address."""
    (first,) = await store.articles.add([prepared("کتاب‌های سال ۱۴۰۳", "نویسندگان یک‌جا گرد آمدند.")])
    (again,) = await store.articles.add([prepared("كتابهاي سال 1403", "نويسندگان یکجا گرد آمدند")])
    assert (again.id, again.outcome) == (first.id, "known")


async def test_another_outlets_copy_is_another_article(store: Store) -> None:
    """The same words at two outlets' addresses are two articles; whether they are one story is decided elsewhere."""
    first = prepared(url="https://a.example/1", source="الف")
    other = prepared(url="https://b.example/9", source="ب")
    assert [one.outcome for one in await store.articles.add([first, other])] == ["added", "added"]


async def test_a_changed_text_is_updated(store: Store) -> None:
    """A later version of an address takes the place of the former one everywhere: text, brief, lists, searches, quotations."""
    url = "https://example.org/1"
    (first,) = await store.articles.add(
        [prepared("بازار سیب", "گزارش نخست از باغ", url=url, topics=("economy",), quotes=(said("نرگس کاشانی"),))]
    )
    later = prepared("بازار انار", "گزارش دوم از انبار", url=url, topics=("society",), quotes=(said("پرویز مرادی"),), minutes=5)
    (second,) = await store.articles.add([later])
    article = await store.articles.get(first.id)
    assert (second.id, second.outcome) == (first.id, "updated")
    assert article is not None
    assert (article.title, article.text, article.topics, article.published) == (
        "بازار انار",
        "گزارش دوم از انبار",
        ("society",),
        NOON,
    )
    assert await store.articles.brief(first.id) == later.brief
    assert (await store.articles.newest(topic="economy")).headlines == ()
    assert [one.id for one in (await store.articles.newest(topic="society")).headlines] == [first.id]
    assert await store.search.by_words("سیب باغ") == ()
    assert [hit.headline.id for hit in await store.search.by_words("انبار")] == [first.id]
    assert [match.score for match in await store.search.by_name("بازار انار")] == [1.0]
    assert await store.search.by_name("سیب") == ()
    assert await store.quotations.people("کاشانی") == ()
    assert [one.name for one in await store.quotations.people("مرادی")] == ["پرویز مرادی"]


async def test_a_time_the_outlet_gave_takes_the_place_of_ours(store: Store) -> None:
    """An undated article that comes again with its time is dated by it; a dated one never loses its time."""
    url = "https://example.org/1"
    await store.articles.add([prepared(text="یک", url=url, dated=False)])
    await store.articles.add([prepared(text="دو", url=url, minutes=-60)])
    (stored,) = await store.articles.add([prepared(text="سه", url=url, minutes=99, dated=False)])
    article = await store.articles.get(stored.id)
    assert article is not None
    assert (article.published, article.dated, article.text) == (NOON - timedelta(minutes=60), True, "سه")


async def test_lists_tell_whose_time_they_show(store: Store) -> None:
    """Whether the outlet gave the time goes with an article into the newest, a topic's list, a search and a story."""
    await store.articles.add([prepared(text="انبار باز شد", topics=("economy",), dated=False)])
    lists = [(await store.articles.newest()).headlines, (await store.articles.newest(topic="economy")).headlines]
    found = [hit.headline for hit in await store.search.by_words("انبار")]
    assert [one.dated for headlines in (*lists, found) for one in headlines] == [False] * 3


async def test_one_batch_may_hold_an_article_twice(store: Store) -> None:
    """Within a batch, too, the second of two same articles is known, and a third version updates."""
    url = "https://example.org/1"
    batch = [
        prepared("یک", "متن", url=url),
        prepared("یک", "متن", url=url),
        prepared("یک", "متن درست", url=url),
        prepared("دو", "دیگر"),
    ]
    found = await store.articles.add(batch)
    assert [one.outcome for one in found] == ["added", "known", "updated", "added"]
    assert found[0].id == found[1].id == found[2].id != found[3].id
    article = await store.articles.get(found[0].id)
    assert article is not None
    assert article.text == "متن درست"


async def test_an_empty_batch_is_nothing(store: Store) -> None:
    """No articles, no outcome."""
    assert await store.articles.add([]) == ()


async def test_newest_is_by_time_then_by_id(store: Store) -> None:
    """Lists begin with what was published last; of two of one minute the one stored later comes first."""
    found = await store.articles.add([prepared("الف", minutes=5), prepared("ب", minutes=9), prepared("پ", minutes=5)])
    page = await store.articles.newest()
    assert [one.id for one in page.headlines] == [found[1].id, found[2].id, found[0].id]
    assert not page.more


async def test_pages_follow_each_other(store: Store) -> None:
    """Pages hold every article once, and say whether there are more."""
    await store.articles.add(many(7))
    pages = [await store.articles.newest(offset=offset, limit=3) for offset in (0, 3, 6, 9)]
    assert [len(page.headlines) for page in pages] == [3, 3, 1, 0]
    assert [page.more for page in pages] == [True, True, False, False]
    assert len({one.id for page in pages for one in page.headlines}) == 7


async def test_older_and_newer_walk_the_whole_list(store: Store) -> None:
    """From the newest, older leads through all articles in order, and newer back again."""
    await store.articles.add([prepared(f"خبر {number}", f"{number}", minutes=number % 3, topics=("sport",)) for number in range(6)])
    listed = [one.id for one in (await store.articles.newest()).headlines]
    for topic in ("", "sport"):
        walked = [listed[0]]
        while (article := await store.articles.older(walked[-1], topic=topic)) is not None:
            walked.append(article.id)
        assert walked == listed
        back = [walked[-1]]
        while (article := await store.articles.newer(back[-1], topic=topic)) is not None:
            back.append(article.id)
        assert back == listed[::-1]


async def test_a_topic_keeps_to_itself(store: Store) -> None:
    """A topic's list and neighbours hold its articles only, also when one starts from an article without it."""
    sport, other, both = await store.articles.add(
        [
            prepared("الف", minutes=1, topics=("sport",)),
            prepared("ب", minutes=2),
            prepared("پ", minutes=3, topics=("world", "sport")),
        ]
    )
    assert [one.id for one in (await store.articles.newest(topic="sport")).headlines] == [both.id, sport.id]
    older, newer = await store.articles.older(other.id, topic="sport"), await store.articles.newer(other.id, topic="sport")
    assert older is not None
    assert newer is not None
    assert (older.id, newer.id) == (sport.id, both.id)
    assert (await store.articles.newest(topic="nothing")).headlines == ()


async def test_counts_topics_since_a_time(store: Store) -> None:
    """Each topic counts the articles published since then, an article in each of its topics."""
    await store.articles.add(
        [
            prepared("الف", minutes=0, topics=("sport",)),
            prepared("ب", minutes=60, topics=("sport", "world")),
            prepared("پ", minutes=61),
        ]
    )
    assert await store.articles.count_by_topic(NOON) == {"sport": 2, "world": 1}
    assert await store.articles.count_by_topic(NOON + timedelta(minutes=1)) == {"sport": 1, "world": 1}
    assert await store.articles.count_by_topic(NOON + timedelta(days=1)) == {}
    assert await store.articles.count() == 3


async def test_old_articles_can_be_dropped(store: Store) -> None:
    """What was published before a time goes, the oldest first, from lists, names, searches and quotations; the rest stays."""
    found = await store.articles.add([prepared(f"خبر {n}", f"متن {n}", minutes=n, quotes=(said("مریم رضایی"),)) for n in range(5)])
    assert await store.articles.drop_before(NOON + timedelta(minutes=3), limit=2) == 2
    assert await store.articles.drop_before(NOON + timedelta(minutes=3), limit=2) == 1
    assert await store.articles.drop_before(NOON + timedelta(minutes=3), limit=2) == 0
    assert [one.id for one in (await store.articles.newest()).headlines] == [found[4].id, found[3].id]
    assert await store.articles.brief(found[0].id) is None
    assert {hit.headline.id for hit in await store.search.by_words("متن")} == {found[3].id, found[4].id}
    assert {one.headline.id for one in await store.search.by_name("خبر")} == {found[3].id, found[4].id}
    (person,) = await store.quotations.people("رضایی")
    assert person.quotes == len(await store.quotations.said_by(person.id)) == 2
