"""Who speaks is told apart from who or what merely stands near; what nobody says is no quotation; words end where they end."""

import pytest

from summarizer.quotes.find import find_quotes

BODY = "راه تا فردا باز می‌شود."
MAYOR = "مینا رضوی، شهردار نیلگون"
FIRST = f"{MAYOR}، گفت: {BODY}\n"


def speakers(text: str) -> list[str]:
    """The speakers in the order of what they say."""
    return [quote.speaker for quote in find_quotes(text)]


NOT_HERS = {
    "a report told of since": (
        "گزارش تازه‌ای درباره رودخانه هشدار داده است.\nاین گزارش، که دانشگاه نیلگون آن را تهیه کرده، هشدار می‌دهد که آب رودخانه در "
        "سال آینده کم می‌شود."
    ),
    "a confession": f"متهم دو روز پیش دستگیر شد.\nوی در اعترافاتش گفت: {BODY}",
}


@pytest.mark.parametrize("later", NOT_HERS.values(), ids=NOT_HERS)
def test_words_of_another_are_not_the_last_speaker_s(later: str) -> None:
    """A report is nobody's who is known, and whoever confesses is not the official who tells of it."""
    assert speakers(FIRST + later) == [MAYOR, ""]


@pytest.mark.parametrize("what", ["ذکر", "توجه", "قدردانی"])
def test_worth_telling_is_nobody_s_name(what: str) -> None:
    """«شایان ذکر است» opens with a given name and names nobody; «وی» after it is the one who spoke before."""
    assert speakers(f"{FIRST}شایان {what} است که آیین پایانی فردا برگزار می‌شود.\nوی در پایان گفت: {BODY}") == [MAYOR, MAYOR]


def test_two_offices_of_one_kind_are_two() -> None:
    """«رئیس فدراسیون والیبال» is not the head of another federation; a land or a longer form of the name makes no other."""
    ski = f"پرویز نیکان، رئیس فدراسیون اسکی نیلگون، گفت: {BODY}\n"
    assert speakers(f"{ski}رئیس فدراسیون والیبال گفت: {BODY}") == [
        "پرویز نیکان، رئیس فدراسیون اسکی نیلگون",
        "رئیس فدراسیون والیبال",
    ]
    assert len(set(speakers(f"{ski}رئیس فدراسیون اسکی کشور گفت: {BODY}"))) == 1


def test_who_has_spoken_opens_a_sentence_and_is_meant_by_he() -> None:
    """A family name heard before is known where an object runs on from it, and «او» after it is that one."""
    text = f"پرویز بن علوی، وزیر راه نیلگون، گفت: {BODY}\n{FIRST}بن علوی برف و باران را سودمند دانست. او تصریح کرد {BODY}"
    assert speakers(text)[-1] == "پرویز بن علوی، وزیر راه نیلگون"


def test_a_title_alone_is_its_bearer() -> None:
    """«دکتر گفت» is the doctor who has spoken, and no somebody of that name."""
    first = f"دکتر پرویز نیکان گفت: {BODY}\n"
    assert set(speakers(f"{first}{FIRST}دکتر پشت خط تلفن می‌گفت: {BODY}")) == {"دکتر پرویز نیکان", MAYOR}


def test_this_paper_is_no_person_and_not_several_papers() -> None:
    """«این روزنامه» after a person's words is nobody known; nor is it «روزنامه های …» told of before."""
    text = f"روزنامه های شهر نوشتند که راه بسته است.\n{FIRST}این روزنامه افزود: {BODY}"
    assert speakers(text)[-1] == ""
    assert speakers(f"آسیا پلوس نوشت: {BODY}\nاین روزنامه افزود: {BODY}")[-1] == "آسیا پلوس"


@pytest.mark.parametrize("label", ["گل‌ها", "خصوصیات"])
def test_things_that_open_lines_are_no_speakers(label: str) -> None:
    """A plural of things before a colon again and again heads a list."""
    assert find_quotes("\n".join(f"{label}: سرخ و سپید و زرد و بنفش در باغ نیلگون {n}" for n in range(4))) == ()


def test_what_one_is_told_to_say_is_said_by_nobody() -> None:
    """An imperative before a colon and marks reports nothing."""
    assert find_quotes(f"اگر کمک می‌خواهید، مؤدبانه از او خواهش کنید: «{BODY}»") == ()


def test_a_bare_head_of_an_office_is_no_source() -> None:
    """«به گفته عضو شورای شهر …» without a comma does not end at «عضو», though the text has the word elsewhere, too."""
    text = f"{FIRST}او عضو باشگاه است. به گفته عضو شورای شهر نیلگون علت بسته بودن راه برف است."
    assert speakers(text) == [MAYOR]


def test_they_are_nobody_known_after_two_groups() -> None:
    """«آنها» may be either of two groups, and the nearer one has not been heard."""
    text = f"به گفته فروشندگان، {BODY}\nدر همین حال پزشکان شهر نگران‌اند. آنها می‌گویند {BODY}"
    assert speakers(text)[-1] == ""
    assert speakers(f"فروشندگان می‌گویند {BODY} آنها معتقدند {BODY}") == ["فروشندگان", "فروشندگان"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"«درخت کهن» حتی نیکان هم می‌گوید {BODY}", "نیکان"),
        (f"پرویز نیکان - رئیس انجمن درختان نیلگون - گفت: {BODY}", "پرویز نیکان، رئیس انجمن درختان نیلگون"),
        (
            f"پرویز نیکان- رئیس سازمان فرهنگی- هنری شهرداری نیلگون- گفت: {BODY}",
            "پرویز نیکان، رئیس سازمان فرهنگی- هنری شهرداری نیلگون",
        ),
        (f"نیکان ۵۲ ساله، یکی از جوان‌ترین شهرداران کشور است و وعده داد که {BODY}", "نیکان، یکی از جوان‌ترین شهرداران کشور"),
        (f"احمد پیش بین عضو شورای شهر نیلگون گفت: {BODY}", "احمد پیش بین، عضو شورای شهر نیلگون"),
        (f"حجت‌الاسلام پرویز نیکان، نماینده ولی فقیه در نیلگون، گفت: {BODY}", "حجت‌الاسلام پرویز نیکان، نماینده ولی فقیه در نیلگون"),
        (f"محسن شاه علی - معاون مدرسه نیلگون - گفت: {BODY}", "محسن شاه علی، معاون مدرسه نیلگون"),
        (f"یکی دیگر از ساکنان شهر گفت: {BODY}", "یکی دیگر از ساکنان شهر"),
        (f"مدیرکل صدور پروانه و نظارت شهرداری نیلگون گفت: {BODY}", "مدیرکل صدور پروانه و نظارت شهرداری نیلگون"),
        (f"حجت اله خطیب گفت: {BODY}", "حجت اله خطیب"),
        (f"به گزارش خانه شهر عزت الله برزین نیکان درباره راه گفت: {BODY}", "عزت الله برزین نیکان"),
        (f"پرویز نیکان تحت بازجویی قرار گرفت و مدعی شد: {BODY}", "پرویز نیکان"),
        (f"نیکان، رئیس انجمن نیلگون می گوید و می خواهد راه باز شود و افزود: {BODY}", "نیکان، رئیس انجمن نیلگون"),
        (f"معاون عمران روستایی بنیاد مسکن نیلگون گفت: {BODY}", "معاون عمران روستایی بنیاد مسکن نیلگون"),
        (f"یک گروه از دانشمندان اعلام کردند که {BODY}", "یک گروه از دانشمندان"),
        (f"پرویز نیکان _ رئیس انجمن نیلگون گفت: {BODY}", "پرویز نیکان، رئیس انجمن نیلگون"),
        (f"معاون اداره راه نیلگون اینگونه گفت: {BODY}", "معاون اداره راه نیلگون"),
        (f"ملک فهد گفت: {BODY}", "ملک فهد"),
        (f"پرویز نیکان عضو گفت: {BODY}", "پرویز نیکان"),
        (f"نیکان (مربی تیم نیلگون) به شانه من زد و گفت: {BODY}", "نیکان، مربی تیم نیلگون"),
        (f"پرویز نیکان یکی دیگر از ساکنان شهر گفت: {BODY}", "پرویز نیکان، یکی دیگر از ساکنان شهر"),
        (f"کابل رود می‌سوزد و گران است از این رو برخی از دانشمندان بر این باورند که {BODY}", "برخی از دانشمندان"),
        (
            "به گزارش مهر، افزایش متوسط طول عمر درختان و کاهش شمار مرگ و میر مادران از دلایل این طرح است که در گزارش شهر آمده است: "
            "«میانگین عمر درختان به سی سال رسیده است.»",
            "",
        ),
    ],
)
def test_a_name_and_a_role_are_whole(text: str, speaker: str) -> None:
    """Dashes enclose a role, an age is no part of a name, «یکی دیگر از …» is one phrase, and things have no name."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "در این میان باید به دونده‌ای از نیلگون اشاره کرد که مدال طلای دوی استقامت را به دست آورد.",
        "می‌توان در کنار این نام‌ها به پرویز نیکان اشاره کرد که راه را تا فردا باز می‌کند.",
    ],
)
def test_what_is_to_be_mentioned_is_said_by_nobody(text: str) -> None:
    """A modal far from its verb makes it an infinitive; with a verb of its own between it does not."""
    assert find_quotes(text) == ()
    assert speakers(f"پرویز نیکان که می‌گفت باید راه را باز کنند تأکید کرد که {BODY}")[-1] == "پرویز نیکان"


def test_what_can_be_mentioned_is_not_the_last_speaker_s() -> None:
    """A modal split by a space counts, and so it does before a colon."""
    assert speakers(f"{FIRST}از این میان می توان به این کارها اشاره کرد: بستن راه و ساختن پل در نیلگون.") == [MAYOR]


def test_on_the_other_hand_another_speaks() -> None:
    """«در مقابل X … گفت» is X's, and not the last speaker's."""
    assert speakers(f"{FIRST}اما در مقابل پرویز نیکان در سخنان خود درباره راه گفته بود: «{BODY}»") == [MAYOR, "پرویز نیکان"]


def test_an_honorific_before_a_marked_name_is_no_name() -> None:
    """«سردار کمالی» is whole after «سردار 'موسی کمالی'»."""
    assert set(speakers(f"سردار 'موسی کمالی' افزود: {BODY}\nسردار کمالی گفت: راه بسته نیست و باز می‌شود.")) == {"سردار 'موسی کمالی'"}


def test_books_in_a_list_are_not_said_by_writers() -> None:
    """«نویسنده: … / ناشر: …» again and again is a catalogue, not an interview."""
    entry = "نویسنده: پرویز نیکان/ ناشر: نشر آبراه/ چاپ اول، ۱۲۰ صفحه/ ۱۹۰۰ تومان\n\nدرباره رودخانه است.\n\n"
    assert find_quotes(entry * 4) == ()


def test_two_names_in_straight_marks_do_not_bound_speech() -> None:
    """The mark that closes the second name ends no clause; the words after the colon go on past it."""
    text = 'مینا رضوی گفت: "نیلوفر" تضمین می‌کند که مرکز شهر، جایی که بانک " آبراه نو " در آن است، کار قانونی انجام می‌دهد.'
    assert find_quotes(text)[0].text.endswith("کار قانونی انجام می‌دهد")


def test_a_doubled_full_stop_ends_a_sentence() -> None:
    """«… تنها..وی گفت»: the last words are not cut at their comma."""
    quotes = find_quotes(f"مینا رضوی گفت: مردم کار کردند. آنها که نه خسته بودند، نه ناامید و نه تنها..وی تصریح کرد: {BODY}")
    assert quotes[0].text[-5:] == " تنها"
    assert {quote.speaker for quote in quotes} == {"مینا رضوی"}


def test_a_role_ends_before_what_it_only_points_to() -> None:
    """«سرمربی نیلگونی | این موضوع را رد کرد»: no role ends in «این»."""
    assert speakers(f"سرمربی نیلگونی این موضوع را رد کرد و گفت: {BODY}") == ["سرمربی نیلگونی"]


def test_a_spokesman_is_not_the_body_he_speaks_for() -> None:
    """«سخنگوی X» gives X no role."""
    told = f"دولت و سخنگوی لوفت هانزا از اظهار نظر خودداری کردند.\nلوفت هانزا اعلام کرده است: {BODY}"
    assert speakers(told) == ["لوفت هانزا"]


PAPER = "روزنامه نیلگون پست"
WRITES = {
    "a relative clause": (f"{PAPER} با انتشار گزارشی که پارسال به تصویب رسید، نوشت: {BODY}", PAPER),
    "what it tells of": (f"{PAPER} گزارش داد، آبان در پژوهشی که برای یک شرکت انجام شد، گفت: {BODY}", ""),
}


@pytest.mark.parametrize(("later", "speaker"), WRITES.values(), ids=WRITES)
def test_a_paper_writes_on_after_a_clause_about_something_else(later: str, speaker: str) -> None:
    """What it tells of others are not its own words, nor those of who spoke before."""
    assert speakers(f"خبرگزاری مینو نوشت: {BODY}\n{later}")[1] == speaker


def test_somebody_described_is_not_the_last_speaker() -> None:
    """«مرد میانسالی که …، می‌گوید»: who cannot be read is nobody, not the one before."""
    later = f"جوان سیب‌زمینی‌کاری که از روستا آمده است، می‌گوید: {BODY}"
    assert speakers(f"نیما رها، شهردار، گفت: {BODY}\n{later}")[1] != "نیما رها، شهردار"


def test_a_role_ends_where_an_object_begins_after_a_place() -> None:
    """«مدیرکل راه استان اصفهان | حضور شبانه پلیس در جاده‌ها را …»: what he asked for is no part of his role."""
    told = (
        f"مدیرکل راه استان اصفهان حضور همیشگی در جاده‌ها و راه‌های دور و نزدیک و نیز اطلاع سریع از حادثه را لازم دانست و گفت: {BODY}"
    )
    assert speakers(told) == ["مدیرکل راه استان اصفهان"]


def test_a_question_word_is_no_part_of_a_name() -> None:
    """«خواننده‌ها چرا گفتند …»."""
    assert all("چرا" not in speaker for speaker in speakers(f"کارشناسان چرا گفتند: {BODY}"))
