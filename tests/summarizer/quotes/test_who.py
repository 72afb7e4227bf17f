"""Who said it: names, roles, pronouns, bodies and outlets within one article."""

import pytest

from summarizer import find_quotes


def speakers(text: str) -> list[str]:
    """The speakers in the order of what they say."""
    return [quote.speaker for quote in find_quotes(text)]


BODY = "راه تا فردا باز می‌شود."
SAME = {
    "a pronoun": (f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nوی افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "a family name": (f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nرضوی افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "a bare role": (f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nشهردار نیلگون افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "این مقام": (f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nاین مقام مسئول افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "nobody named": (f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nهمچنین افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "a lead with the role alone": (f"شهردار نیلگون گفت: {BODY}\nمینا رضوی افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "a role told only later": (f"مینا رضوی گفت: {BODY}\nشهردار نیلگون افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "the role told elsewhere": (
        f"رضوی گفت: {BODY}\nرضوی افزود: {BODY}\nدیروز مینا رضوی، شهردار نیلگون، به بازار رفت.",
        "مینا رضوی، شهردار نیلگون",
    ),
    "a name in marks": (f"«مینا رضوی» شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}", "مینا رضوی، شهردار نیلگون"),
    "a credit before the name": (
        f"به گزارش ایسنا، مینا رضوی شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "a credit with no comma": (
        f"به گزارش خبرگزاری مهر مینا رضوی شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "a role with a place": (
        f"مینا رضوی سفیر نیلگون در مصر در نشستی گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، سفیر نیلگون در مصر",
    ),
    "an object run on": (f"مینا رضوی گفت: {BODY}\nرضوی ساخت پل تازه را لازم دانست و افزود: {BODY}", "مینا رضوی"),
    "who preaches on Fridays": (
        f"مینا رضوی، خطیب جمعه موقت نیلگون، گفت: {BODY}\nخطیب جمعه افزود: {BODY}",
        "مینا رضوی، خطیب جمعه موقت نیلگون",
    ),
    "a note of the writer's before the name": (
        f"گفتنی است مینا رضوی، شهردار نیلگون، گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "a turn without a comma before the name": (
        f"در ادامه مینا رضوی، شهردار نیلگون، گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "an office after a turn, with commas of its own": (
        f"در همین حال رئیس موزه، کتابخانه و مرکز اسناد نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "رئیس موزه، کتابخانه و مرکز اسناد نیلگون",
    ),
    "«نیز» after an occasion": (
        f"در آغاز این نشست نیز مینا رضوی شهردار نیلگون، ضمن یادآوری کارها، گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "so many days ago": (
        f"چند روز قبل شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "شهردار نیلگون",
    ),
    "a concession": (
        f"هرچند شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "شهردار نیلگون",
    ),
    "a concession in two words": (
        f"هر چند مینا رضوی گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی",
    ),
    "an occasion that points back": (
        f"در پایان این نشست شهردار نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "شهردار نیلگون",
    ),
    "a place named after the dead, in the credit": (
        f"به گزارش ایسنا از روابط عمومی پایگاه شهید بادگیر، مینا رضوی، شهردار نیلگون، گفت: {BODY}\nوی افزود: {BODY}",
        "مینا رضوی، شهردار نیلگون",
    ),
    "an office that also does something": (
        f"شهردار نیلگون نیز پل را نشان شهر خواند و گفت: {BODY}\nوی افزود: {BODY}",
        "شهردار نیلگون",
    ),
    "an object that points back": (
        f"شهردار بندر نیلگون این طرح را سودمند خواند و گفت: {BODY}\nوی افزود: {BODY}",
        "شهردار بندر نیلگون",
    ),
    "a name of common words, then its last word": (
        f"پولین امت گفت: {BODY}\nامت افزود: {BODY}",
        "پولین امت",
    ),
    "a family name that begins as an office does": (
        f"نادر قاضی پور، شهردار نیلگون، گفت: {BODY}\nقاضی پور افزود: {BODY}",
        "نادر قاضی پور، شهردار نیلگون",
    ),
    "a marked name that ends as an office does": (
        f"«محمدتقی رهبر» نماینده نیلگون گفت: {BODY}\nوی افزود: {BODY}",
        "محمدتقی رهبر، نماینده نیلگون",
    ),
    "a name with dots for the rest of «الله»": (
        f"آیت‌ا... مکارم شیرازی گفت: {BODY}\nمکارم شیرازی افزود: {BODY}",
        "آیت‌ا... مکارم شیرازی",
    ),
    "a name from which a request runs on": (
        f"رضوی گفت: {BODY}\nمینا رضوی خواستار همکاری مناسب همه شد و افزود: {BODY}",
        "مینا رضوی",
    ),
    "a relative clause": (f"مینا رضوی، که سال‌ها شهردار بود، گفت: {BODY}\nاو افزود: {BODY}", "مینا رضوی"),
}


@pytest.mark.parametrize(("text", "speaker"), SAME.values(), ids=SAME)
def test_every_way_of_naming_a_speaker_is_that_speaker(text: str, speaker: str) -> None:
    """Name, role, pronoun and nothing at all come out as name and role, in the fullest form the text gives."""
    assert speakers(text) == [speaker, speaker]


def test_an_outlet_that_passes_words_on_is_not_their_speaker() -> None:
    """«مهر نوشت: X گفت: …» is X's."""
    assert speakers(f"خبرگزاری مهر نوشت: مینا رضوی گفت: {BODY}") == ["مینا رضوی"]


@pytest.mark.parametrize("document", ["بیانیه", "بخشی از نامه", "پیام تسلیت", "گزارش تازه"])
def test_what_stands_in_a_document_is_whose_it_is(document: str) -> None:
    """«در بیانیه X آمده است»; the outlet whose report it is in is not X."""
    assert speakers(f"به گزارش ایسنا، در {document} شهردار نیلگون آمده است: {BODY}") == ["شهردار نیلگون"]
    assert speakers(f"به گزارش ایسنا، در این بیانیه آمده است: {BODY}") == [""]


def test_who_was_asked_answers() -> None:
    """A question mark ends no sentence where the verb of saying still wants its subject."""
    text = f"نیما رها گفت: {BODY}\nمینا رضوی در پاسخ به این پرسش که آیا راه باز است؟ گفت: {BODY}"
    assert speakers(text) == ["نیما رها", "مینا رضوی"]


def test_what_stands_between_a_source_and_its_verb_is_no_quotation() -> None:
    """«به نوشته X، Y روز یکشنبه اعلام کرد …» quotes Y."""
    quotes = find_quotes("به نوشته روزنامه «سپیده‌دم»، شهردار نیلگون در این خصوص اعلام کرد که راه تا فردا باز می‌شود.")
    assert [(quote.speaker, quote.text) for quote in quotes] == [("شهردار نیلگون", "راه تا فردا باز می‌شود")]


def test_a_paper_whose_own_words_are_quoted_is_the_speaker() -> None:
    """«به نوشته» names it, and «این روزنامه» means it."""
    text = "روزنامه «سپیده‌دم» به پل پرداخت.\nبه نوشته این روزنامه، پل تا فردا باز می‌شود."
    assert speakers(text) == ["روزنامه «سپیده‌دم»"]


def test_a_body_speaks_under_its_own_name() -> None:
    """«این بانک» is the bank that spoke before, whoever spoke between."""
    text = (
        "بانک مرکزی اعلام کرد که نرخ سود کم می‌شود.\nمینا رضوی گفت که پل باز می‌شود.\n"
        "بنا بر اعلام این بانک، نرخ تازه از فردا اجرا می‌شود."
    )
    assert speakers(text) == ["بانک مرکزی", "مینا رضوی", "بانک مرکزی"]


def test_two_speakers_are_not_mixed() -> None:
    """A new name ends the reach of «وی», and a foreign office is not the one at home."""
    text = f"مینا رضوی گفت: {BODY}\nپرویز نیکان، مدیر بندر، نیز گفت: {BODY}\nوی افزود: {BODY}\nرضوی گفت: {BODY}"
    assert speakers(text) == ["مینا رضوی", "پرویز نیکان، مدیر بندر", "پرویز نیکان، مدیر بندر", "مینا رضوی"]
    text = f"ولادیمیر کارپف رئیس‌جمهور روسیه گفت: {BODY}\nپرویز نیکان گفت: {BODY}\nرئیس‌جمهور گفت: {BODY}"
    assert speakers(text)[-1] == "رئیس‌جمهور"


def test_a_pronoun_means_the_subject_of_the_sentence_before_it() -> None:
    """Where somebody else has come in between, «او» is not the one who spoke last."""
    text = f"مینا رضوی گفت: {BODY}\nهدایت تیم را یاکوب بدرن بر عهده دارد. او گفت: {BODY}"
    assert speakers(text) == ["مینا رضوی", "یاکوب بدرن"]


def test_nobody_is_guessed() -> None:
    """A pronoun with nobody before it, and speech in marks alone, have no speaker."""
    assert speakers(f"وی افزود: {BODY}") == [""]
    text = f"مینا رضوی گفت: {BODY}\n«ما تا آخرین روز در این خانه ماندیم و چراغ را روشن نگه داشتیم.»"
    assert speakers(text) == ["مینا رضوی", ""]


def test_the_words_that_name_the_speaker_are_kept() -> None:
    """``mention`` is what stands in the text, '' where nothing does."""
    quotes = find_quotes(f"مینا رضوی گفت: {BODY}\nوی افزود: {BODY}\nهمچنین افزود: {BODY}\nبه گفته رضوی، {BODY}")
    assert [quote.mention for quote in quotes] == ["مینا رضوی", "وی", "", "رضوی"]


OPENERS = [
    "به گزارش ایسنا مینا رضوی، شهردار نیلگون، گفت",
    "به گزارش خبرنگار مهر، مینا رضوی شهردار نیلگون امروز در نشستی گفت",
    "در همین حال مینا رضوی شهردار نیلگون گفت",
    "گروه اجتماعی: مینا رضوی شهردار نیلگون گفت",
    "پیش از این مینا رضوی شهردار نیلگون در گفت و گو با ایرنا افزود",
    "این در حالی است که مینا رضوی، شهردار نیلگون، گفت",
    "'مینا رضوی' شهردار نیلگون گفت",
    "مینا رضوی ده روز بعد به‌عنوان شهردار نیلگون گفت",
]


@pytest.mark.parametrize("opener", OPENERS[:-1])
def test_what_stands_before_the_name_is_not_part_of_it(opener: str) -> None:
    """Credits, datelines, times and marks are read past; the name and the role are what is left."""
    assert speakers(f"{opener}: {BODY}") == ["مینا رضوی، شهردار نیلگون"]


def test_an_adverbial_after_the_name_is_not_part_of_it() -> None:
    """A name ends where a time begins."""
    assert speakers(f"{OPENERS[-1]}: {BODY}") == ["مینا رضوی"]


def test_an_office_is_not_given_to_whoever_speaks_next() -> None:
    """Who is named elsewhere as its holder has it; a family name alone, or a second person, does not take it."""
    text = (
        "کابینه «تارو آندو»، نخست‌وزیر ژاپن، امروز ترمیم شد.\n"
        f"نخست وزیر ژاپن اظهار داشت که {BODY}\nکابینه دیروز تشکیل شد.\nادانو گفت: {BODY}"
    )
    assert speakers(text) == ["تارو آندو، نخست‌وزیر ژاپن", "ادانو"]
    text = f"هانس برگ گفت: {BODY}\nسخنگوی پلیس اسلو گفت: {BODY}\nگیر لند، وکیل او، گفت: {BODY}"
    assert speakers(text)[:2] == ["هانس برگ", "سخنگوی پلیس اسلو"]


COUSINS = "بهرام سروناز، نامزد شهرداری، و تابان سروناز، استاد دانشگاه، به برنامه آمدند."


def test_two_people_of_one_family_name_keep_their_own_roles() -> None:
    """Each takes the role beside the own given name."""
    text = f"{COUSINS}\nتابان سروناز گفت: {BODY}\nبهرام سروناز گفت: {BODY}"
    assert speakers(text) == ["تابان سروناز، استاد دانشگاه", "بهرام سروناز، نامزد شهرداری"]


def test_a_bare_family_name_that_two_people_bear_stays_bare() -> None:
    """Whichever of them has spoken before; and the next full name is not joined to it."""
    text = f"{COUSINS}\nتابان سروناز گفت: {BODY}\nسروناز افزود: {BODY}\nبهرام سروناز گفت: {BODY}"
    assert speakers(text) == ["تابان سروناز، استاد دانشگاه", "سروناز", "بهرام سروناز، نامزد شهرداری"]


def test_spellings_of_one_name_are_one_person() -> None:
    """Joined and apart, with «سید» and without."""
    text = f"امید افشاری‌نژاد، رئیس دامپزشکی نیلگون، گفت: {BODY}\nافشاری نژاد افزود: {BODY}"
    assert set(speakers(text)) == {"امید افشاری‌نژاد، رئیس دامپزشکی نیلگون"}
    text = f"سیدغلامرضا بندری، شهردار نیلگون، گفت: {BODY}\nغلامرضا بندری افزود: {BODY}"
    assert set(speakers(text)) == {"سیدغلامرضا بندری، شهردار نیلگون"}


def test_somebody_who_is_told_by_other_words_does_not_take_the_office_before_him() -> None:
    """«صیادی که …» is no head of the weather office."""
    text = f"به گفته مدیرکل هواشناسی نیلگون، {BODY}\nهرمز لنگرود، صیادی که قایقش را می‌برد، گفت: «{BODY}»"
    assert speakers(text) == ["مدیرکل هواشناسی نیلگون", "هرمز لنگرود"]


def test_a_given_name_that_no_list_holds_is_found_where_the_text_opens_with_it() -> None:
    """«دکتر نورگل کاریزی، پژوهشگر …» gives «کاریزی» its fuller form."""
    text = f"دکتر نورگل کاریزی، پژوهشگر تاریخ قنات، به شهر آمد.\nکاریزی گفت: {BODY}"
    assert speakers(text) == ["نورگل کاریزی، پژوهشگر تاریخ قنات"]


def test_a_role_between_commas_after_a_source_is_the_speaker_s() -> None:
    """«به گفته X، مدیر …، …»: the words begin past the role."""
    (quote,) = find_quotes("به گفته مینا رضوی، مدیر خانه نمایش، بلیت هر هشت اجرا در سه روز فروخته شد.")
    assert quote.speaker == "مینا رضوی، مدیر خانه نمایش"
    assert quote.text.startswith("بلیت")


def test_one_of_the_members_is_a_role_of_its_own() -> None:
    """«یکی از اعضای …» after a name."""
    assert speakers(f"مینا رضوی، یکی از اعضای شورای نیلگون، گفت: {BODY}") == ["مینا رضوی، یکی از اعضای شورای نیلگون"]


def test_a_plural_verb_without_a_subject_is_not_the_one_person_s_who_spoke_before() -> None:
    """«… منابع آگاه در شهر گفتند» is somebody else's, though the subject cannot be read; a singular one is still his."""
    text = f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nبا پایان گفت‌وگوهای شورا آگاهان شهر گفتند که پل تازه بسته می‌ماند."
    assert speakers(text) == ["مینا رضوی، شهردار نیلگون", ""]
    text = f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nهمچنین تصریح می‌کند: {BODY}"
    assert speakers(text) == ["مینا رضوی، شهردار نیلگون"] * 2


def test_this_professor_is_the_professor_of_the_text() -> None:
    """«این استاد دانشگاه» is not the mayor who spoke last."""
    text = (
        f"پرویز نیکان، استاد دانشگاه نیلگون، گفت: {BODY}\nمینا رضوی، شهردار نیلگون، افزود: {BODY}\n"
        f"این استاد دانشگاه ادامه داد: {BODY}\nاین مقام مسئول گفت: {BODY}"
    )
    assert speakers(text)[2] == "پرویز نیکان، استاد دانشگاه نیلگون"


@pytest.mark.parametrize("name", ["سید هاشم رسولی نیلگونی", '"یداله نیلگونی"', "محمد قمی"])
def test_a_long_title_takes_nothing_from_the_name_after_it(name: str) -> None:
    """«حجت‌الاسلام و المسلمین» is three words before a name that may have four."""
    assert speakers(f"حجت‌الاسلام و المسلمین {name} در مراسم گفت: {BODY}") == [f"حجت‌الاسلام و المسلمین {name}"]


@pytest.mark.parametrize(
    "role", ["زلزله‌شناس", "شاهد عینی", "صاحب یک نانوایی", "برنامه‌نویس", "امدادگر هلال احمر", "سرباز", "مادر دو فرزند"]
)
def test_what_somebody_does_is_shown_beside_the_name(role: str) -> None:
    """After a comma any noun for a person is a role, whether it is in the list or not; a family name may be one, too."""
    assert speakers(f"مینا رضوی، {role}، گفت: {BODY}") == [f"مینا رضوی، {role}"]
    assert speakers(f"مصطفی پناهنده، {role}، گفت: {BODY}") == [f"مصطفی پناهنده، {role}"]


def test_several_people_behind_a_name_are_the_object() -> None:
    """«رضوی اعضای شورا را ستود و افزود» makes her no member."""
    text = f"مینا رضوی گفت: {BODY}\nرضوی اعضای شورای نیلگون را کارآمد برشمرد و افزود: {BODY}"
    assert speakers(text) == ["مینا رضوی"] * 2


def test_a_bare_document_is_nobody() -> None:
    """«در ادامه پیام … آمده است» does not say whose it is."""
    assert speakers(f"در ادامه پیام ضمن تبریک نوروز آمده است: {BODY}") == [""]


def test_several_people_after_a_comma_are_no_role() -> None:
    """«X، دانش‌آموزان و معلمان» are many."""
    assert speakers(f"مینا رضوی، دانش‌آموزان و معلمان گفتند: {BODY}") != ["مینا رضوی، دانش‌آموزان و معلمان"]
