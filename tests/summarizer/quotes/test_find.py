"""What is a quotation, and where its words begin and end."""

import pytest

from summarizer import find_quotes


def said(text: str) -> list[str]:
    """The quoted words alone."""
    return [quote.text for quote in find_quotes(text)]


SPANS = {
    "colon, to the paragraph's end": (
        "مینا رضوی گفت: راه باز شد. کاروان فردا می‌رسد.\nهوا سرد است.",
        ["راه باز شد. کاروان فردا می‌رسد"],
    ),
    "colon, to the next cue in the paragraph": (
        "مینا رضوی گفت: راه باز شد. وی افزود: کاروان فردا می‌رسد.",
        ["راه باز شد", "کاروان فردا می‌رسد"],
    ),
    "colon, to «و افزود» in the sentence": (
        "مینا رضوی گفت: راه امروز باز شد و افزود: کاروان فردا می‌رسد.",
        ["راه امروز باز شد", "کاروان فردا می‌رسد"],
    ),
    "colon at the line's end": ("مینا رضوی در پیامی نوشت:\n\nراه امروز باز شد.\nهوا سرد است.", ["راه امروز باز شد"]),
    "marks": ("او گفت: «راه باز شد.» سپس رفت.", ["راه باز شد"]),
    "marks after که": ("او گفت که «راه امروز باز شد» و رفت.", ["راه امروز باز شد"]),
    "straight marks with a name in them": ('او گفت: "پل "مهتاب" امروز باز شد." سپس رفت.', ['پل "مهتاب" امروز باز شد']),
    "nested marks": ("او گفت: «پل «مهتاب» امروز باز شد». هوا سرد است.", ["پل «مهتاب» امروز باز شد"]),
    "marks over paragraphs": ("او گفت: «راه باز شد.\nکاروان فردا می‌رسد».\nهوا سرد است.", ["راه باز شد.\nکاروان فردا می‌رسد"]),
    "a mark never closed": ("او گفت: «راه امروز باز شد.\nهوا سرد است.", ["راه امروز باز شد"]),
    "a mark never opened": ("او گفت: راه امروز باز شد».\nهوا سرد است.", ["راه امروز باز شد"]),
    "a mixed pair": ('او گفت: «راه امروز باز شد".\nهوا سرد است.', ["راه امروز باز شد"]),
    "که, to the sentence's end": ("او تأکید کرد که راه باز می‌شود. هوا سرد است.", ["راه باز می‌شود"]),
    "a bare verb before a clause": ("بانک مرکزی اعلام کرد نرخ سود بانکی کاهش می‌یابد. هوا سرد است.", ["نرخ سود بانکی کاهش می‌یابد"]),
    "با بیان اینکه, to its comma": (
        "وی با بیان اینکه راه باز شده است، افزود: کاروان فردا می‌رسد.",
        ["راه باز شده است", "کاروان فردا می‌رسد"],
    ),
    "با بیان اینکه with two clauses": (
        "وی با بیان اینکه راه باز شده است، پل هم ساخته شده است، افزود: کاروان فردا می‌رسد.",
        ["راه باز شده است، پل هم ساخته شده است", "کاروان فردا می‌رسد"],
    ),
    "با بیان اینکه before another act": (
        "وی با بیان اینکه راه باز شده است، به پل تازه اشاره کرد و گفت: کاروان فردا می‌رسد.",
        ["راه باز شده است", "کاروان فردا می‌رسد"],
    ),
    "با اشاره به اینکه without a verb of saying": (
        "رضوی با اشاره به اینکه راه باز شده است، خواستار احتیاط شد.",
        ["راه باز شده است"],
    ),
    "به گفته": ("به گفته رضوی، راه تا فردا باز می‌شود. هوا سرد است.", ["راه تا فردا باز می‌شود"]),
    "طبق اعلام without a comma": ("طبق اعلام دولت آلمان صادرات امسال کم شده است. هوا سرد است.", ["صادرات امسال کم شده است"]),
    "معتقد است": ("این پژوهشگر معتقد است تالاب به‌آسانی زنده نمی‌شود.", ["تالاب به‌آسانی زنده نمی‌شود"]),
    "any verb before a colon and marks": ("او چنین می‌خواند: «در این خانه همیشه باز است».", ["در این خانه همیشه باز است"]),
    "a paragraph of marked speech": (
        "«ما تا آخرین روز در این خانه ماندیم و چراغ را روشن نگه داشتیم.»\nهوا سرد است.",
        ["ما تا آخرین روز در این خانه ماندیم و چراغ را روشن نگه داشتیم"],
    ),
    "the desk's mark stays out": ("وی افزود: راه تا فردا باز می‌شود. انتهای پیام/۱۲", ["راه تا فردا باز می‌شود"]),
    "the reporter takes over": ("وی افزود: راه تا فردا باز می‌شود. گفتنی است هوا سرد است.", ["راه تا فردا باز می‌شود"]),
}


@pytest.mark.parametrize(("text", "spans"), SPANS.values(), ids=SPANS)
def test_quoted_words_begin_and_end_where_they_should(text: str, spans: list[str]) -> None:
    """Each way of quoting gives the quoted words and nothing else."""
    assert said(text) == spans


NO_QUOTATION = {
    "گفت‌وگو": "رضوی در گفت‌وگو با خبرنگاران حاضر شد. گفت و گو: دو ساعت طول کشید و تمام شد.",
    "a false colon": "وزیر دلایل را به شرح زیر اعلام کرد:\nباران و برف و باد در راه است.",
    "a time": "مراسم ساعت ۱۹:۳۰ آغاز شد و مردم رفتند.",
    "a title in marks": "فیلم «ما همه با هم هستیم» در جشنواره نمایش داده شد.",
    "a verb with its object": "وزیر زمان برگزاری انتخابات ریاست جمهوری را اعلام کرد، انتخاباتی که دشوار است.",
    "a credit": "به گزارش ایسنا، راه شمال باز شد و مردم رفتند.",
    "a modal": "درباره این طرح باید گفت که کار آسانی نیست.",
    "سخن گفت": "رضوی از راه تازه شهر سخن گفت که سال پیش باز شد.",
    "پایان با فعل": "رضوی نام برندگان را اعلام کرد. هوا سرد است.",
    "a relative clause": "کسانی که می‌گویند راه باز است اشتباه می‌کنند.",
    "mispaired straight marks": 'شرکت "آذر" موتور تازه را در " مرکز پرتاب" آزمود و نتیجه گرفت.',
}


@pytest.mark.parametrize("text", NO_QUOTATION.values(), ids=NO_QUOTATION)
def test_what_reports_no_speech_is_no_quotation(text: str) -> None:
    """Names, titles, credits, lists and verbs in other uses give nothing."""
    assert said(text) == []


@pytest.mark.parametrize(
    "cue",
    [
        "می‌گوید",
        "میگوید",
        "می گوید",
        "خاطرنشان کرد",
        "خاطر نشان کرد",
        "اظهارداشت",
        "اظهار  داشت",
        "تأکید کرده است",
        "یادآور شد",
        "تاكيد كرد",
    ],
)
def test_a_cue_is_known_however_its_spaces_and_letters_are(cue: str) -> None:
    """Half-spaces lost or turned to spaces, words run together and Arabic letters change nothing."""
    (quote,) = find_quotes(f"مینا رضوی {cue}: راه تا فردا باز می‌شود.")
    assert (quote.cue, quote.text) == (cue, "راه تا فردا باز می‌شود")


KINDS = [
    ("او گفت: «راه تا فردا باز می‌شود».", "direct", True),
    ("او گفت: راه تا فردا باز می‌شود.", "direct", False),
    ("او گفت که راه تا فردا باز می‌شود.", "indirect", False),
    ("او گفت که راه «با احتیاط بسیار» باز می‌شود.", "mixed", False),
]


@pytest.mark.parametrize(("text", "kind", "marked"), KINDS)
def test_each_quotation_says_how_it_was_given(text: str, kind: str, marked: bool) -> None:
    """Direct with or without marks, reported, or reported with words in marks."""
    (quote,) = find_quotes(text)
    assert (quote.kind, quote.marked) == (kind, marked)


def test_an_interview_without_verbs_gives_its_answers() -> None:
    """Lines that a name opens are that person's; the questions are nobody's."""
    turns = "خبرنگار: از کجا آغاز کردید و چرا؟\nنیکان: از کارگاه پدرم در کنار رود.\n"
    quotes = find_quotes("با پرویز نیکان، سازنده تار، گفت‌وگو کرده‌ایم.\n" + turns * 3)
    assert [quote.text for quote in quotes] == ["از کارگاه پدرم در کنار رود"] * 3
    assert {quote.speaker for quote in quotes} == {"پرویز نیکان"}


@pytest.mark.parametrize("asks", ["فارس", "خبرنگار", "ایسنا", "مجری", "سؤال", "خبرگزاری مهر"])
def test_what_an_interviewer_asks_is_no_quotation(asks: str) -> None:
    """Nor is what the question quotes; the answers are, however few the questions."""
    text = (
        f"{asks}: شما گفتید که راه تا فردا باز می‌شود، درست است؟\n"
        "رضوی: راه را سه روز پیش باز کردیم و مردم می‌روند.\n"
        f"{asks}: آیا پل هم ساخته شده است؟\n"
        "رضوی: پل را تا بهار آینده می‌سازیم و می‌مانیم.\n"
        "رضوی: از مردم می‌خواهیم که تا آن روز صبر کنند.\n"
    )
    assert said(text) == [
        "راه را سه روز پیش باز کردیم و مردم می‌روند",
        "پل را تا بهار آینده می‌سازیم و می‌مانیم",
        "از مردم می‌خواهیم که تا آن روز صبر کنند",
    ]


def test_lines_of_a_list_are_no_answers() -> None:
    """«نفر اول: …» and «هفته سوم: …» name nobody who speaks."""
    lines = "".join(f"{label}: دانش‌آموزی از شهر نیلگون با رکوردی تازه\n" for label in ("نفر اول", "نفر اول", "نفر اول"))
    weeks = "".join(f"هفته {n}: بازی موج آبی با ستاره کویر در نیلگون\n" for n in ("سوم", "سوم", "سوم"))
    assert find_quotes(lines + weeks) == ()
