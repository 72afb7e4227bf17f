"""Telegram's HTML: what comes out of it, and how it is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import checked_link, units
from bot.playground.markup import parse_html
from bot.playground.refusals import Refused

PLAIN = {
    "<b>a</b>": "bold",
    "<strong>a</strong>": "bold",
    "<i>a</i>": "italic",
    "<em>a</em>": "italic",
    "<u>a</u>": "underline",
    "<ins>a</ins>": "underline",
    "<s>a</s>": "strikethrough",
    "<strike>a</strike>": "strikethrough",
    "<del>a</del>": "strikethrough",
    '<span class="tg-spoiler">a</span>': "spoiler",
    "<tg-spoiler>a</tg-spoiler>": "spoiler",
    "<code>a</code>": "code",
    "<pre>a</pre>": "pre",
    "<blockquote>a</blockquote>": "blockquote",
    "<blockquote expandable>a</blockquote>": "expandable_blockquote",
    '<blockquote expandable="">a</blockquote>': "expandable_blockquote",
    "<B>a</b>": "bold",
}


@pytest.mark.parametrize(("source", "kind"), PLAIN.items())
def test_each_tag_is_an_entity(source: str, kind: str) -> None:
    """Every tag of the reference gives the entity it stands for."""
    assert parse_html(source) == ("a", [{"type": kind, "offset": 0, "length": 1}])


def test_links_and_code_carry_what_belongs_to_them() -> None:
    """A link has its address, a block of code its language."""
    text, entities = parse_html(
        '<a href="https://example.org/?a=1&amp;b=2">پیوند</a> <pre><code class="language-python">x</code></pre>'
    )
    assert text == "پیوند x"
    assert entities == [
        {"type": "text_link", "offset": 0, "length": 5, "url": "https://example.org/?a=1&b=2"},
        {"type": "pre", "offset": 6, "length": 1, "language": "python"},
    ]


def test_offsets_are_utf16_units() -> None:
    """A character outside the basic plane counts two, before an entity and in it."""
    text, entities = parse_html("😀<b>😀خ</b>")
    assert (text, entities) == ("😀😀خ", [{"type": "bold", "offset": 2, "length": 3}])
    assert units(text) == 5


@pytest.mark.parametrize(
    ("source", "text"),
    {
        "a &lt; b &amp;&amp; c &gt; d &quot;e&quot;": 'a < b && c > d "e"',
        "&#1587;&#x633;": "سس",
        "&nbsp; &copy; &; & &#; &#x; &#xD800; &#99999999999;": "&nbsp; &copy; &; & &#; &#x; &#xD800; &#99999999999;",
        "&lt": "<",
        "R&D": "R&D",
    }.items(),
)
def test_references_are_decoded(source: str, text: str) -> None:
    """The four named ones and numbers are; anything else stays as it stands."""
    assert parse_html(source) == (text, [])


@pytest.mark.parametrize(
    ("source", "reason"),
    {
        "<b>a": 'Can\'t find end tag corresponding to start tag "b"',
        "a</b>": "Unexpected end tag at byte offset 1",
        "سلام<p>a</p>": 'Unsupported start tag "p" at byte offset 8',
        "<b>a</i>": 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        "<b": "Unclosed start tag at byte offset 0",
        "<b>a</b": "Unclosed end tag at byte offset 4",
        "a < b": 'Unsupported start tag "" at byte offset 2',
        '<a href="x>a</a>': "Unclosed start tag at byte offset 0",
        "<a href=x/y>a</a>": "Unexpected end of name token at byte offset 8",
        "<a =x>a</a>": 'Empty attribute name in the tag "a" at byte offset 0',
        "<a href": 'Unclosed start tag "a" at byte offset 0',
        "<span>a</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    }.items(),
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    """The refusal says what is wrong and at which byte."""
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.as_json() == {
        "ok": False,
        "error_code": 400,
        "description": f"Bad Request: can't parse entities: {reason}",
    }


@pytest.mark.parametrize(
    ("source", "entities"),
    {
        "<b>a<b>b</b></b>": [("bold", 0, 2)],
        "<b>a</b><b>b</b>": [("bold", 0, 2)],
        "<b>a<code>b</code>c</b>": [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)],
        "<code>a<b>b</b></code>": [("code", 0, 2)],
        "<blockquote>a<blockquote>b</blockquote></blockquote>": [("blockquote", 0, 2)],
        "<b>a<i>b</i></b>": [("bold", 0, 2), ("italic", 1, 1)],
        "<b></b>a": [],
        '<a href="nowhere">a</a>': [],
    }.items(),
)
def test_entities_do_not_overlap_where_telegram_lets_none(source: str, entities: list[tuple[str, int, int]]) -> None:
    """Nothing in code, no quotation in a quotation, one style once."""
    assert [(one["type"], one["offset"], one["length"]) for one in parse_html(source)[1]] == entities


@pytest.mark.parametrize(
    ("address", "kept"),
    {
        "example.org": "http://example.org/",
        "HTTPS://Example.org/Path": "https://example.org/Path",
        "tg://resolve?domain=x": "tg://resolve?domain=x",
        "javascript:alert(1)": "",
        "javascript://x.org/%0aalert(1)": "",
        "http://": "",
        "localhost": "",
        "http://خبر.ایران/ی": "http://خبر.ایران/ی",
    }.items(),
)
def test_only_addresses_of_the_web_are_links(address: str, kept: str) -> None:
    """What is no http, https or tg address is none."""
    assert checked_link(address) == kept


TAGS = st.sampled_from(
    ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<blockquote expandable>", "</blockquote>", "<a href='x.y'>"]
)
SOURCES = st.lists(st.one_of(TAGS, st.text(max_size=8), st.sampled_from(["&", "&lt;", "<", ">", '"', "😀"]))).map("".join)


@given(SOURCES)
def test_anything_is_read_or_refused(source: str) -> None:
    """Any text gives entities that lie within it, in order, or a refusal; nothing else."""
    try:
        text, entities = parse_html(source)
    except Refused:
        return
    assert all(one["offset"] >= 0 and one["length"] > 0 and one["offset"] + one["length"] <= units(text) for one in entities)
    assert entities == sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def test_a_long_text_takes_linear_time() -> None:
    """A hundred thousand tags and ampersands are read at once."""
    text, _ = parse_html("<b>&</b>&#" * 100_000)
    assert len(text) == 300_000
