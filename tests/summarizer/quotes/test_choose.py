"""Which few quotations go into a brief, and how a long one is cut."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer import Quote, Sentence, find_quotes
from summarizer.quotes.choose import MAX_CHARS, choose_quotes, is_shortened, shortened
from summarizer.rank.document import read_document

TEXT = (
    "مینا رضوی، شهردار نیلگون، گفت: پل تازه رودخانه از فردا برای همه مردم باز می‌شود.\n"
    "وی افزود: هزینه ساخت پل را شهروندان نیلگون با خرید آجر پرداخته‌اند.\n"
    "پرویز نیکان، مدیر بندر، گفت: کشتی‌های بزرگ دیگر از زیر این پل رد نمی‌شوند.\n"
    "برخی می‌گویند پل تازه رودخانه شهر را زیباتر کرده است.\n"
)


def choose(text: str = TEXT, shown: tuple[Sentence, ...] = (), max_quotes: int = 2) -> tuple[Quote, ...]:
    """The chosen quotations of a text."""
    document = read_document(text)
    return choose_quotes(find_quotes(text), aligned=document.aligned, stems=document.stems, shown=shown, max_quotes=max_quotes)


def test_a_second_speaker_comes_before_a_second_quotation_of_the_first() -> None:
    """Two places go to two people, in the order of the text."""
    assert [quote.speaker for quote in choose()] == ["مینا رضوی، شهردار نیلگون", "پرویز نیکان، مدیر بندر"]


def test_a_name_comes_before_an_anonymous_source() -> None:
    """«برخی» is heard only when everybody with a name has been."""
    assert "برخی" not in {quote.speaker for quote in choose(max_quotes=3)}
    assert "برخی" in {quote.speaker for quote in choose(max_quotes=4)}


def test_what_the_summary_says_is_not_said_again() -> None:
    """A quotation inside a shown sentence, or one that repeats it elsewhere, is left out."""
    first = TEXT.split("\n")[0]
    shown = (Sentence(first, 0, len(first)),)
    assert "باز می‌شود" not in " ".join(quote.text for quote in choose(shown=shown, max_quotes=9))
    told = "پل تازه رودخانه از فردا برای همه مردم باز می‌شود."
    elsewhere = (Sentence(told, len(TEXT), len(TEXT + told)),)
    assert "باز می‌شود" not in " ".join(quote.text for quote in choose(TEXT + told, shown=elsewhere, max_quotes=9))


def test_a_lead_that_the_body_repeats_counts_once() -> None:
    """The same words of the same speaker take one place."""
    line = "مینا رضوی گفت: پل تازه رودخانه از فردا برای همه مردم باز می‌شود.\n"
    assert len(choose(line + "باران آمد.\n" + line, max_quotes=3)) == 1


def quote_of(text: str) -> Quote:
    """A direct quotation that is the whole text."""
    return Quote(text, 0, len(text), "مینا رضوی", "گفت", "direct")


SENTENCE = "پل تازه رودخانه از فردا برای همه مردم شهر نیلگون و روستاهای پیرامون آن باز می‌شود. "


def test_a_long_quotation_is_cut_at_a_sentence() -> None:
    """What is left is the beginning, ends where a sentence does, and fits a phone."""
    long = quote_of(SENTENCE * 6)
    short = shortened(long, long.text)
    assert len(short.text) <= MAX_CHARS
    assert short.text.endswith("باز می‌شود")
    assert short.text == long.text[: short.end]
    assert is_shortened(short, (long,))
    assert not is_shortened(long, (long,))


def test_a_cut_never_turns_the_sense() -> None:
    """No cut stands before «اما», nor so that the sentence after next takes the words back."""
    turned = quote_of(SENTENCE + "اما شاید هم نشود. " + SENTENCE * 5)
    assert "اما شاید هم نشود" in shortened(turned, turned.text).text
    denied = quote_of(SENTENCE * 3 + "ولی همه این‌ها شایعه است و من آن را رد می‌کنم. " + "ما " * 100)
    assert shortened(denied, denied.text).text.count("باز می‌شود") in (1, 3)


def test_a_budget_of_none_shows_none() -> None:
    """Zero is an answer, and so is a text without quotations."""
    assert choose(max_quotes=0) == ()
    assert choose("باران آمد.") == ()


@given(st.lists(st.sampled_from([*TEXT.split("\n"), "باران آمد.", "وی گفت: " + SENTENCE * 6]), max_size=8), st.integers(0, 5))
def test_chosen_quotations_are_slices_in_order_within_the_budget(lines: list[str], budget: int) -> None:
    """Whatever the text and the budget."""
    text = "\n".join(lines)
    chosen = choose(text, max_quotes=budget)
    assert len(chosen) <= budget
    assert all(quote.text == text[quote.start : quote.end] for quote in chosen)
    assert list(chosen) == sorted(chosen, key=lambda quote: quote.start)


def test_what_a_reporter_asks_is_never_chosen() -> None:
    """«خبرنگار پرسید: …؟» is no key quotation, nor is an outlet's question."""
    text = (
        "خبرنگار پرسید: پل تازه رودخانه چرا این همه دیر ساخته شد؟\n"
        "خبرگزاری فارس نوشت: آیا پل تازه رودخانه تا فردا باز می‌شود؟\n"
        "مینا رضوی، شهردار نیلگون، گفت: پل تازه رودخانه از فردا برای همه مردم باز می‌شود.\n"
    )
    assert [quote.speaker for quote in choose(text, max_quotes=9)] == ["مینا رضوی، شهردار نیلگون"]


def test_half_of_a_sentence_is_never_chosen() -> None:
    """«علاوه بر اینکه …» wants what follows it; an answer's first words without a verb want the question."""
    half = "مینا رضوی با بیان اینکه در روزهای سرد علاوه بر اینکه پل بسته نیست، به کار شبانه اشاره کرد.\n"
    whole = "رضوی افزود: پل تازه رودخانه از فردا برای همه مردم باز می‌شود.\n"
    assert [quote.cue for quote in choose(half + whole, max_quotes=9)] == ["افزود"]
    answers = (
        "رضوی: ساختن پل تازه. پنج سال است که هر روز به آن فکر می‌کنم.\n"
        "رضوی: پل تازه را مردم ساختند و ما فقط سنگ آن را آوردیم.\n"
        "رضوی: مردم نیلگون. هیچ‌کس دیگر به اندازه آنان زحمت نکشید.\n"
    )
    chosen = choose(answers, max_quotes=9)
    assert [quote.text for quote in chosen] == ["پل تازه را مردم ساختند و ما فقط سنگ آن را آوردیم"]


def test_nobody_is_heard_three_times_while_others_speak() -> None:
    """However large the budget; one who speaks alone may be heard as often as the budget allows."""
    said = (
        "کار ساختمان دیروز عصر به پایان رسید.",
        "نرده‌ها را کارگران شهرداری رنگ سبز می‌زنند.",
        "چراغ‌ها از انبار قدیمی راه‌آهن آمده است.",
        "عابران باید از سمت چپ رودخانه بگذرند.",
        "جشن گشایش را نوازندگان محلی برپا می‌کنند.",
    )
    alone = "".join(f"مینا رضوی گفت: {one}\n" for one in said)
    other = "پرویز نیکان گفت: کشتی‌های بزرگ دیگر از این رودخانه رد نمی‌شوند.\n"
    assert len(choose(alone, max_quotes=4)) == 4
    assert [quote.speaker for quote in choose(alone + other, max_quotes=4)] == ["مینا رضوی", "مینا رضوی", "پرویز نیکان"]
