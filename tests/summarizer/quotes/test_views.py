"""The table and the page that show what was found."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from summarizer.quotes.page import html_page
from summarizer.quotes.table import quotes_table

TEXT = "مینا رضوی، شهردار <نیلگون>، گفت: پل & راه تا فردا باز می‌شود.\nوی افزود: «هوا سرد است\nو باران می‌آید».\nباران آمد."
VOID = {"meta"}


class Balance(HTMLParser):
    """Follows the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag not in {*VOID, "br"}:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [(value or "").lstrip("#") for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """It closes the one that opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        self.words.append(data)


def parsed(text: str, title: str = "") -> Balance:
    """The page of a text, its tags checked."""
    balance = Balance()
    balance.feed(html_page(text, title=title))
    balance.close()
    assert balance.open == []
    return balance


def test_the_table_has_a_line_for_each_quotation() -> None:
    """Place, kind, cue, mention, speaker and words, whatever line breaks they hold."""
    lines = quotes_table(TEXT).split("\n")
    assert len(lines) == 4
    assert all(word in lines[2] for word in ("direct", "گفت", "مینا رضوی، شهردار", "پل & راه"))
    assert "direct*" in lines[3]


def test_the_page_joins_quotations_to_their_speakers() -> None:
    """Every link has its target; the speaker heads the legend; the page is right to left and loads nothing."""
    page = html_page(TEXT, title="پل <تازه>")
    balance = parsed(TEXT, "پل <تازه>")
    assert set(balance.links) <= set(balance.ids)
    assert {"q0", "q1", "who0"} <= set(balance.ids)
    assert 'dir="rtl"' in page
    assert "http" not in page
    assert "<script" not in page


def test_everything_from_the_text_is_escaped() -> None:
    """Marks of HTML in the article, in its title and in a speaker's name stay words."""
    hostile = '<b>مینا "رضوی"</b> گفت: پل <script>alert(1)</script> & راه باز می‌شود.'
    page = html_page(hostile, title="</title><script>")
    assert "<script" not in page
    assert "<b>" not in page
    assert "alert(1)" in "".join(parsed(hostile).words)


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["گفت: ", "«", "»", "<", "&", '"', "\n", "وی ", "باز می‌شود. "]), max_size=30).map("".join),
    )
)
def test_any_text_gives_a_page_whose_tags_close(text: str) -> None:
    """Whatever the article holds."""
    parsed(text, text)
    assert quotes_table(text)
