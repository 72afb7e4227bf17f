"""What every store promises about who said what."""

from bot.ports.store import Store
from tests.storage.making import prepared, said


async def test_a_person_is_found_by_any_of_their_names(store: Store) -> None:
    """Whole name, family name, Arabic letters and role lead to one person, with all quotations counted."""
    await store.articles.add(
        [
            prepared(
                "یک", "یک", minutes=1, quotes=(said("ناصر کنعانی، سخنگوی وزارت خارجه"), said("ناصر کنعانی، سخنگوی وزارت خارجه"))
            ),
            prepared("دو", "دو", minutes=2, quotes=(said("کنعانی"),)),
            prepared("سه", "سه", minutes=3, quotes=(said("پرویز مرادی"),)),
        ]
    )
    for name in ("کنعانی", "ناصر کنعانی", "كنعاني", "کنعانی ناصر", "سخنگوی وزارت خارجه", "کنعنی"):
        (person,) = await store.quotations.people(name)
        assert (person.name, person.role, person.quotes) == ("ناصر کنعانی", "سخنگوی وزارت خارجه", 3)


async def test_two_of_one_family_name_stay_apart(store: Store) -> None:
    """Two people of one family name are both given, and a bare family name that may be either's is mixed into neither."""
    await store.articles.add(
        [
            prepared("یک", "یک", quotes=(said("ناصر کنعانی"), said("ناصر کنعانی"))),
            prepared("دو", "دو", quotes=(said("مهدی کنعانی"),)),
            prepared("سه", "سه", quotes=(said("کنعانی"),)),
        ]
    )
    found = await store.quotations.people("کنعانی")
    assert [(one.name, one.quotes) for one in found] == [("ناصر کنعانی", 2), ("مهدی کنعانی", 1), ("کنعانی", 1)]
    assert [one.name for one in await store.quotations.people("مهدی کنعانی")] == ["مهدی کنعانی"]


async def test_half_spaces_split_nobody(store: Store) -> None:
    """A family name or a given name of two parts is one person's, joined or apart, however it is asked for."""
    await store.articles.add(
        [
            prepared("یک", "یک", quotes=(said("رضا تقی پور، وزیر ارتباطات"), said("علی‌اکبر جلالی"))),
            prepared("دو", "دو", quotes=(said("تقی‌پور"), said("دکتر علی اکبر جلالی"))),
        ]
    )
    for name in ("تقی پور", "تقی‌پور", "رضا تقی‌پور", "جلالی"):
        (person,) = await store.quotations.people(name)
        assert person.quotes == 2


async def test_an_office_is_not_the_man_in_its_name(store: Store) -> None:
    """«دفتر …، معاون علی عبدالله صالح» gathers nobody called صالح."""
    office = "دفتر منصور هادی، معاون علی عبدالله صالح، رئیس جمهوری"
    await store.articles.add([prepared("یک", "یک", quotes=(said(office), said("عبدالله صالح")))])
    found = await store.quotations.people("صالح")
    assert {(one.name, one.quotes) for one in found} == {(office, 1), ("عبدالله صالح", 1)}


async def test_what_a_person_said_is_newest_first(store: Store) -> None:
    """Quotations come with their article, newest first, paged, under every name that means the person."""
    await store.articles.add(
        [
            prepared("کهنه", "یک", minutes=1, quotes=(said("مریم رضایی", "یکم"), said("مریم رضایی", "دوم"))),
            prepared("تازه", "دو", minutes=2, quotes=(said("رضایی", "سوم"), said("", "بی‌نام"))),
        ]
    )
    (person,) = await store.quotations.people("رضایی")
    everything = await store.quotations.said_by(person.id)
    assert [(one.headline.title, one.quote.text) for one in everything] == [("تازه", "سوم"), ("کهنه", "یکم"), ("کهنه", "دوم")]
    assert [one.quote.text for one in await store.quotations.said_by(person.id, offset=1, limit=1)] == ["یکم"]


async def test_nobody_is_nobody(store: Store) -> None:
    """An unknown or empty name has no people."""
    await store.articles.add([prepared(quotes=(said("مریم رضایی"), said("؟؟")))])
    for name in ("", "  ", "؟", "ژولین", "رضایی ژولین", "\x00\ud800"):
        assert await store.quotations.people(name) == ()
    assert await store.quotations.said_by(999) == ()
