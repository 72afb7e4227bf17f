"""Never a guess: words are nobody's rather than somebody else's, and end where the reporter takes over."""

import pytest

from summarizer import find_quotes

BODY = "راه تا فردا باز می‌شود."
MAYOR = "مینا رضوی، شهردار نیلگون"
FIRST = f"{MAYOR}، گفت: {BODY}\n"


def speakers(text: str) -> list[str]:
    """The speakers in the order of what they say."""
    return [quote.speaker for quote in find_quotes(text)]


LATER = {
    "a source after a bracket": (
        "در پایان روز پنجشنبه (دیشب) یک منبع در دولت نیلگون گفت «ما در پی توافق هستیم»",
        "یک منبع در دولت نیلگون",
    ),
    "a name after «این …»": (f"پس از پایان این نمایش پرویز نیکان گفت: {BODY}", "پرویز نیکان"),
    "an office after «این …»": (f"در حاشیه این نشست مدیر بندر نیلگون در گفت‌وگویی کوتاه، گفت: {BODY}", "مدیر بندر نیلگون"),
    "a name after a meeting": (f"در ادامه جلسه پرویز نیکان گفت: {BODY}", "پرویز نیکان"),
    "a name between dashes": (f"پرویز نیکان- منتقد- درباره داوری‌ها گفت: {BODY}", "پرویز نیکان"),
    "a name whose place cannot be told": (
        f"در نقطه آغاز پرویز نیکان از بندر به سوی شهر گفت: {BODY}",
        "",
    ),
    "a document": (f"در این بیانیه آمده است: {BODY}", ""),
    "several, where one has spoken": (f"به گفته آنها، {BODY}", ""),
    "several named in marks, where a body has spoken": (
        'بانک مرکزی اعلام کرد که نرخ سود کم می‌شود.\nبانک مرکزی کسری امسال را سه درصد برآورد کرده حال آنکه "اولن"، "بایرون" '
        'و "سارکن" به عنوان نامزدهای مطرح ریاست شورای شهر نیلگون اعلام کرده‌اند که راه باز می‌شود.',
        "",
    ),
    "these, where one has spoken": (f"به عقیده این محققان، {BODY}", ""),
    "this thing": (f"این مشاوره گفت: {BODY}", ""),
    "this source, where a person has spoken": (f"این منبع گفت: {BODY}", ""),
    "an outlet that hands on": (f"خبرگزاری مهر به نقل از پرویز نیکان گفت: {BODY}", "پرویز نیکان"),
    "an outlet that hands on a source": (f"رویترز به نقل از یک منبع امنیتی در شهر گفت: {BODY}", "یک منبع امنیتی"),
    "another of the same house": (f"شهردار پیشین نیلگون گفت: {BODY}", "شهردار پیشین نیلگون"),
    "an office with another field": (
        f"پرویز نیکان، معاون آموزش سازمان بندر نیلگون، گفت: {BODY}\nمعاون عمران سازمان بندر نیلگون گفت: {BODY}",
        "معاون عمران سازمان بندر نیلگون",
    ),
    "one named in the paragraph before": (
        f"در این میان، «تارو آندو» نماینده کنگره نگرانی مردم از گرما را بی‌جا دانسته است.\nوی مدعی شد که {BODY}",
        "تارو آندو، نماینده کنگره",
    ),
    "an office after a country": (
        f"در پی انحلال پارلمان با رأی دادگاه مصر رئیس پلیس پس از رسیدن به میدان گفت که {BODY}",
        "رئیس پلیس",
    ),
    "a lone name with a verb of its own before": (
        f"برخی از مردم گفته بودند بندر بسته است که دلگادو این خبر را رد کرد و اظهار داشت که {BODY}",
        "",
    ),
    "makers in a clause of their own": (
        f"این در حالی است که خودروسازان هنوز هم بر گرانی اصرار دارند و می‌گویند {BODY}",
        "خودروسازان",
    ),
    "an answer to a question with clauses of its own": (
        f"پرویز نیکان در پاسخ به این سؤال که شما راضی بودید تیم برسد، در حالی که مینا کریمی داور بازی شده است هم گفت: {BODY}",
        "پرویز نیکان",
    ),
    "a statement after an outlet that reports on it": (
        f"خبرگزاری رویترز اعلام کرد که راه باز است.\nدر این بیانیه همچنین آمده است: «{BODY}»",
        "",
    ),
    "somebody after «این بار»": (
        f"شورای شهر موادی را اصلاح کرد که این بار نیز پرویز نیکان با انتقاد از آن اعلام کرد که {BODY}",
        "پرویز نیکان",
    ),
    "a body after «چرا که»": (
        f"این کار مهم به شمار می‌رود، چرا که بانک جهانی هشدار داده است که {BODY}",
        "بانک جهانی",
    ),
    "a name that is a common word": (
        f"محسن مسلمان به شهر آمد.\nمسلمان در گفت‌وگویی کوتاه گفت: {BODY}",
        "محسن مسلمان",
    ),
    "the second of two offices": (
        f"پرویز نیکان، استاد دانشگاه و کارشناس مسائل بندر، گفت: {BODY}\nکارشناس مسائل بندر افزود: {BODY}",
        "پرویز نیکان، استاد دانشگاه و کارشناس مسائل بندر",
    ),
    "a lone name with a relative clause": (f"دلگادو که مربی تیم دوم است، دیروز باخت. او گفت: {BODY}", "دلگادو"),
    "a name and his object": (f"تارو آندو، پزشک تیم ملی صحبت‌های مربی را رد کرد و گفت: {BODY}", "تارو آندو، پزشک تیم ملی"),
}


@pytest.mark.parametrize(("after", "speaker"), LATER.values(), ids=LATER)
def test_whoever_speaks_after_another_is_read_or_is_nobody(after: str, speaker: str) -> None:
    """The one who spoke before does not get the words of somebody the text names, points to or means otherwise."""
    assert speakers(FIRST + after)[-1] == speaker


ROLES = {
    "a name that is a field, too": (f"عضو کمیسیون عمران مجلس گفت: {BODY}", "عضو کمیسیون عمران مجلس"),
    "adjectives with a comma": (
        f"پرویز نیکان، معاون سیاسی، امنیتی استانداری نیلگون گفت: {BODY}",
        "پرویز نیکان، معاون سیاسی، امنیتی استانداری نیلگون",
    ),
    "a second person after «و»": (
        f"پرویز نیکان، رئیس انجمن شهر و مهدی کریمی دبیر انجمن آمدند.\nپرویز نیکان گفت: {BODY}",
        "پرویز نیکان، رئیس انجمن شهر",
    ),
    "the next person as object": (
        f"«پرویز نیکان» نماینده دائم بندر سردار قاسم کریمی را ستود و گفت: «{BODY}»\nنماینده دائم بندر گفت: {BODY}",
        "پرویز نیکان، نماینده دائم بندر",
    ),
    "an object that runs on": (
        f"رئیس انجمن قنات کشور حفظ آثار کهن در شهرها را لازم دانست و گفت: {BODY}",
        "رئیس انجمن قنات کشور",
    ),
    "an object with commas": (
        f"فرماندار نیلگون معرفی کشاورزان پسته، تجار و فروشندگان را از هدف‌های جشنواره برشمرد و گفت: {BODY}",
        "فرماندار نیلگون",
    ),
    "a client": (f"وکیل مدافع پرویز نیکان آمد.\nپرویز نیکان گفت: {BODY}", "پرویز نیکان"),
    "single marks": (f"سردار 'پرویز نیکان' رئیس سازمان وظیفه گفت: {BODY}", "سردار 'پرویز نیکان'، رئیس سازمان وظیفه"),
    "a name in marks and news of many words": (
        'به گزارش مهر، "عدنان منصور" اخبار مربوط به کشف بقایای کشتی بزرگ در یکی از بندرهای دور دست شهر و روستای نیلگون را تکذیب '
        f"کرد.\nوی گفت: {BODY}",
        "عدنان منصور",
    ),
    "what somebody does": (f"پرویز نیکان پرنده‌شناس گفت: {BODY}", "پرویز نیکان، پرنده‌شناس"),
    "an outlet before its people": ("به نوشته آسوشیتدپرس مقام‌های این کشور تا کنون برنج‌ها را آزموده‌اند.", "آسوشیتدپرس"),
    "people of a country before their clause": (
        "به گفته فعالان بحرینی رژیم این شهر برای پنهان کردن کار خود مسابقه می‌گذارد.",
        "فعالان بحرینی",
    ),
    "people before their clause": (
        "به گفته محققان تمامی موجودات از نیروی برق برخوردارند، برای نمونه انسان با آن زنده است.",
        "محققان",
    ),
    "an outlet and its news": (
        f"خبرگزاری رویترز خبری روی سایت گذاشت.\nاین خبرگزاری انگلیسی نوشت که {BODY}",
        "خبرگزاری رویترز",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), ROLES.values(), ids=ROLES)
def test_a_speaker_has_no_word_too_many_and_none_turned_round(text: str, speaker: str) -> None:
    """Roles keep their fields and adjectives, and take in no object, no second person and no clause."""
    assert speakers(text)[0] == speaker


def test_an_office_is_not_joined_to_a_name_beyond_other_news() -> None:
    """After somebody has spoken, an office and the next name are one only where nothing is told between them."""
    told = "دبیر مجمع نیز در این بازدید به مسئولان قول همکاری و پیگیری برای رفع دشواری‌های شهر را داد.\n"
    text = f"پرویز نیکان گفت: {BODY}\nفرماندار نیلگون افزود: {BODY}\n{told}مینا رضوی گفت: {BODY}\nرضوی افزود: {BODY}"
    assert speakers(text) == ["پرویز نیکان", "فرماندار نیلگون", "مینا رضوی", "مینا رضوی"]


def test_a_name_after_a_long_credit_is_the_speaker() -> None:
    """«به گزارش … به نقل از روابط عمومی … X …، گفت» is X's, not the press office's."""
    text = f"به گزارش خبرگزاری فارس از بندر به نقل از روابط عمومی و امور بین‌الملل استانداری نیلگون پرویز نیکان گفت: {BODY}"
    assert speakers(text) == ["پرویز نیکان"]


def test_a_name_within_another_s_story_is_not_the_pronoun_s() -> None:
    """Where nobody has spoken, «او» is a name only if a sentence may be about it."""
    text = f"این بازیکن پیشین صد بازی کرد و پرویز نیکان به‌تدریج رضوی را جانشین او ساخت.\nاو گفت: «{BODY}»"
    assert speakers(text) == [""]


def test_this_member_is_the_one_just_named() -> None:
    """«این نماینده» before anybody has spoken is whom the sentence before is about."""
    text = f"«اسنور والن»، نماینده پارلمان نروژ، سایتی را نامزد جایزه کرد.\nاین نماینده گفت: «{BODY}»"
    assert speakers(text) == ["اسنور والن، نماینده پارلمان نروژ"]


def test_a_family_name_that_is_an_office_is_its_bearer_s() -> None:
    """«دبیر گفت» after «علیرضا دبیر»."""
    text = f"علیرضا دبیر، عضو شورای نیلگون، گفت: {BODY}\nدبیر افزود: {BODY}\nمینا رضوی گفت: {BODY}"
    assert speakers(text) == ["علیرضا دبیر، عضو شورای نیلگون"] * 2 + ["مینا رضوی"]


def test_a_pronoun_after_somebody_unread_is_nobody_s() -> None:
    """Once a speaker cannot be told, «وی» after him cannot either."""
    text = f"{FIRST}در نقطه آغاز پرویز نیکان از بندر به سوی شهر گفت: {BODY}\nوی افزود: {BODY}"
    assert speakers(text) == [MAYOR, "", ""]


ENDS = {
    "a full stop glued to «بر»": ("رضوی گفت که راه تازه باز شد.بر اساس این گزارش، هوا سرد است.", ["راه تازه باز شد"]),
    "a full stop glued to a mark": ("رضوی گفت که راه تازه باز شد.«پرویز» به خانه رفت.", ["راه تازه باز شد"]),
    "the reporter's own «از طرفی»": (
        "اهالی اعلام کردند که شهر آب کافی ندارد و از طرفی کسانی را برمی‌گزینند که توانی ندارند.",
        ["شهر آب کافی ندارد"],
    ),
    "the reporter's own «این در حالی است»": ("رضوی تأکید کرد که راه باز می‌شود و این در حالی است که برف می‌بارد.", ["راه باز می‌شود"]),
    "a dated clause within the words": (
        "وی گفت آنها به پزشک دستور خروج دادند اما هنگامی که وی گفت جان بیمار در خطر است به او اجازه دادند.",
        ["آنها به پزشک دستور خروج دادند اما هنگامی که وی گفت جان بیمار در خطر است به او اجازه دادند"],
    ),
    "somebody the speaker talks about": (
        "رضوی گفت: استاندار به ما اعتماد داد. ایشان گفتند حقوق شهر پرداخت می‌شود.",
        ["استاندار به ما اعتماد داد. ایشان گفتند حقوق شهر پرداخت می‌شود"],
    ),
    "the reporter's congratulation": (
        "رضوی تصریح کرد: هر فیلمی مال این شهر است. رضوی فرارسیدن نوروز را تبریک گفت.",
        ["هر فیلمی مال این شهر است"],
    ),
    "a verb in the first person": (
        "رضوی می‌گوید: بارها درباره زلزله هشدار داده ام و حتی این هشدارها مایه دلخوری شد.",
        ["بارها درباره زلزله هشدار داده ام و حتی این هشدارها مایه دلخوری شد"],
    ),
    "a verb with its half-space lost": (
        "رضوی تأکید کرد نیروها بلافاصله به خانه‌های خود باز می گردند.",
        ["نیروها بلافاصله به خانه‌های خود باز می گردند"],
    ),
    "a reason within reported words": (
        "وی مدعی شد که ترس از باران معنا ندارد، چرا که خداوند در این کتاب وعده داده که توفان دیگری رخ نخواهد داد.",
        ["ترس از باران معنا ندارد، چرا که خداوند در این کتاب وعده داده که توفان دیگری رخ نخواهد داد"],
    ),
    "what somebody else had said": (
        "وی افزود: در همان سال‌ها پزشکی در گفتگو با مجله تأکید کرده بود که بیماری را درمان کرده است.",
        ["در همان سال‌ها پزشکی در گفتگو با مجله تأکید کرده بود که بیماری را درمان کرده است"],
    ),
    "what somebody else claims, in another tense": (
        "رضوی گفت: نمی‌دانم چرا او می‌خواهد این را وارونه نشان دهد و در صفحه‌اش مدعی شده مرا بخشیده و رفته است.",
        ["نمی‌دانم چرا او می‌خواهد این را وارونه نشان دهد و در صفحه‌اش مدعی شده مرا بخشیده و رفته است"],
    ),
    "a story in the present tense": (
        "رضوی تصریح کرد: این پهلوان دوستانش را جمع می‌کند و می‌گوید راه از این‌جا آغاز می‌شود.",
        ["این پهلوان دوستانش را جمع می‌کند و می‌گوید راه از این‌جا آغاز می‌شود"],
    ),
}


@pytest.mark.parametrize(("text", "spans"), ENDS.values(), ids=ENDS)
def test_words_end_where_their_speaker_does(text: str, spans: list[str]) -> None:
    """Stops without a space end a sentence; what the reporter adds stays out, and what the speaker tells of others stays in."""
    assert [quote.text for quote in find_quotes(text)] == spans


def test_what_an_aside_tells_of_is_not_who_speaks() -> None:
    """The noun of the aside's own clause has its own verb; the verb of saying is that of the one who opens the sentence."""
    text = "پرویز نیکان با بیان اینکه نخستین بار است که یک باشگاه خصوصی قهرمان می‌شود اظهار کرد: راه تا فردا باز می‌شود."
    assert speakers(text)[-1] == "پرویز نیکان"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"خبرگزاری مهر از نیلگون گزارش داد، شرکت آبراه در بررسی خود برای شهرداری گفت {BODY}", "شرکت آبراه"),
        (f"خبرگزاری مهر از نیلگون گزارش داد، نیلوگرافیک در بررسی خود که تازه تمام شد، گفت {BODY}", ""),
        (f"خبرگزاری مهر گزارش داد و نوشت: {BODY}", "خبرگزاری مهر"),
        (f"استاد سابق دانشگاه نیلگون افزایش آب را از نتایج گرما دانست و افزود: {BODY}", "استاد سابق دانشگاه نیلگون"),
    ],
)
def test_who_reports_and_whose_words_are_told_apart(text: str, speaker: str) -> None:
    """An outlet that reports is not the one who says it in the next clause; an office is whole, and ends before its object."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("opening", ["با دستگیری راننده وی در بازجویی مدعی شد", "در تحقیق از راننده خودرو وی به پلیس گفت"])
def test_a_pronoun_takes_up_whom_its_own_sentence_told_of(opening: str) -> None:
    """And not the one who spoke before; who that is has no name here."""
    assert speakers(f"{FIRST}{opening}: {BODY}") == [MAYOR, ""]


def test_an_earlier_name_is_not_meant_where_the_sentence_before_has_one() -> None:
    """«… نگرانی فرمانده، سپهبد … است. وی می‌گوید»: whoever is meant, it is not the one of two sentences ago."""
    text = (
        "پرویز نیکان مورد احترام مردم این شهر است. این کار نگرانی فرمانده بندر، سپهبد تارو است. وی می‌گوید: «راه تا فردا باز می‌شود»."
    )
    assert speakers(text)[-1] != "پرویز نیکان"


def test_nobody_is_meant_by_a_pronoun_far_from_who_spoke() -> None:
    """Whole paragraphs that do not name him stand between: somebody else may be meant."""
    between = "رودخانه از کوه تا دشت می‌رود و بند تازه آب را نگه می‌دارد و کشاورزان از آن بهره می‌برند.\n" * 7
    assert speakers(f"{FIRST}وی افزود: {BODY}") == [MAYOR, MAYOR]
    assert speakers(f"{FIRST}{between}ایشان مردم را به آرامش سفارش کردند و افزودند: {BODY}") == [MAYOR, ""]


NOBODY_SAYS = {
    "footnotes": "پی نوشت:\n1. تاریخ رودخانه‌ها، پرویز نیکان، چاپ دوم در شهر نیلگون.",
    "the outlet's reminder": "یادآور می‌شود که سال گذشته این جایزه به هنرمند دیگری رسید.",
    "a supposition": "اگر یکی از فدراسیون آمد و گفت چرا پول تو را نمی‌دهند بدانید که کسی پاسخگو نیست.",
    "a numbered list": "رده‌بندی برترین‌ها در زیر آمده است:\n\n1- پرویز نیکان از نیلگون: ۲۰۸ کیلو\n2- تارو آندو از ژاپن: ۲۰۱",
    "a list without verbs": "او به این نشانه‌ها اشاره کرده است:\n\nفرورفتگی پوست دست و پا\n\nدرد شدید در ناحیه زانو",
    "headlines in a list": "* سپیده\n- سخنگوی دولت خبر داد: تصویب لایحه راه دوم\n- معاون وزیر تشریح کرد: جزئیات لایحه",
    "a list of means": (
        "اعضای این کمیته با دریافت روادید به صورت تلفنی، تلگراف، فکس و دیگر ابزارهای موجود آمادگی خود را برای حضور و مقایسه "
        "نمونه‌ها و پیکرها و لباس‌ها در آن کشور در کوتاه‌ترین زمان اعلام کردند هر چند که آزمایش‌ها چیز دیگری نشان داده بود."
    ),
    "a text's heading": "متن این بیانیه به شرح زیر است: «به نام خداوند جان و خرد که برتر است».",
    "entrants of a prize": "بهترین فیلم: ملکه از پرویز نیکان که خوب است\nدیگر نامزدها: پرویز نیکان و تارو آندو برای ملکه\n" * 4,
}


@pytest.mark.parametrize("text", NOBODY_SAYS.values(), ids=NOBODY_SAYS)
def test_what_nobody_said_is_no_quotation(text: str) -> None:
    """Suppositions, lists and headings give nothing."""
    assert find_quotes(text) == ()
