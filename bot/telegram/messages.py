"""Every Persian sentence a reader sees, and the names of things. No markup, no logic beyond putting a value in its place.

Half-spaces, «» and Persian digits as a careful editor would set them; a test looks at each.
"""

from bot.jalali import persian_digits

# The start and help

START = (
    "سلام! من «گزیده» هستم، خبرخوان فارسی شما.",
    "تازه‌ترین خبرها را با چکیده و نقل‌قول‌های کلیدی می‌آورم؛ هر جمله عیناً از متن خبر است.",
    "نام یک خبر یا بخشی از آن را بنویسید، یا از دکمه‌های زیر آغاز کنید.",
)
HELP_TITLE = "راهنمای گزیده"
HELP = (
    ("/latest", "تازه‌ترین خبر؛ برای یک موضوع، نامش را هم بنویسید", "/latest ورزش"),
    ("/summary", "چکیدهٔ یک خبر؛ بخشی از نام آن کافی است", "/summary روابط ایران و روسیه"),
    ("/topics", "موضوع‌ها و شمار خبرهای هرکدام", "/topics"),
    ("/quotes", "گفته‌های یک شخص در همهٔ خبرها", "/quotes کنعانی"),
    ("/search", "جست‌وجو در متن خبرها", '/search "بازار سهام" -نفت'),
)
HELP_PLAIN = (
    "بدون فرمان هم می‌شود: نام خبر را بنویسید، یا متنی بلندتر از ۶۰ واژه را بفرستید تا همان را خلاصه کنم. "
    "نوشتن «تازه‌ها»، «موضوع‌ها» و «راهنما» هم کار می‌کند."
)
EXAMPLE = "نمونه: "

# The command menu: at most 256 characters each

COMMANDS = (
    ("latest", "تازه‌ترین خبر"),
    ("summary", "چکیدهٔ یک خبر با نامش"),
    ("topics", "موضوع‌ها"),
    ("quotes", "گفته‌های یک شخص"),
    ("search", "جست‌وجو در خبرها"),
    ("help", "راهنما"),
)

# Buttons

LATEST = "🗞 تازه‌ترین خبر"
TEN_NEWEST = "🗂 فهرست تازه‌ها"
TOPICS = "🏷 موضوع‌ها"
HELP_BUTTON = "❓ راهنما"
OLDER = "قدیمی‌تر ◀️"
NEWER = "▶️ تازه‌تر"
NEXT_PAGE = "بعدی ◀️"
PREVIOUS_PAGE = "▶️ قبلی"
FULL_TEXT = "📄 متن کامل"
BRIEF_ONLY = "📄 بستن متن"
LINK = "🔗 پیوند منبع"
OTHER_VERSIONS = "📰 روایت‌های دیگر"

# Articles

KEY_QUOTES = "نقل‌قول‌های کلیدی"
REPORTED = "نقل به مضمون"
EDITED_SPEECH = "به روایت خبر"
UNNAMED_SPEAKER = "گوینده نامعلوم"
UNKNOWN_SOURCE = "منبع نامعلوم"
NEWEST_TITLE = "تازه‌ترین خبرها"
TOPICS_TITLE = "موضوع‌ها"
TOPICS_HINT = "عدد کنار هر موضوع، شمار خبرهای یک شبانه‌روز گذشته است."
WHICH_ONE = "کدام خبر را می‌خواهید؟"
NEAREST = "نزدیک‌ترین نام‌ها این‌ها هستند:"
YOUR_TEXT = "چکیدهٔ متن شما"
NO_ARTICLES = "هنوز خبری ذخیره نشده است. اندکی دیگر دوباره /latest را بفرستید."
NO_OLDER = "خبر قدیمی‌تری نیست."
NO_NEWER = "این تازه‌ترین خبر است."
GONE = "این خبر دیگر در دسترس نیست. برای تازه‌ترین‌ها /latest را بفرستید."
WHAT_NAME = "نام خبر یا بخشی از آن را پس از فرمان بنویسید."
NAME_EXAMPLE = "/summary روابط ایران و روسیه"
NOT_UNDERSTOOD = "این دکمه دیگر کار نمی‌کند. /latest را بفرستید."
NO_WORDS = "در این پیام متنی نیست که خلاصه کنم. نام خبر یا متن آن را بفرستید."
TOO_LITTLE = "از این متن نتوانستم چکیده‌ای بسازم. متنی با چند جملهٔ کامل بفرستید."

# Quotations of a person

QUOTES_TITLE = "از زبان او"
WHOSE_QUOTES = "نام شخص را پس از فرمان بنویسید."
QUOTES_EXAMPLE = "/quotes کنعانی"
WHICH_PERSON = "کدام شخص را می‌خواهید؟"
NO_MORE_QUOTES = "نقل‌قول دیگری نیست."

# Search

WHAT_WORDS = "واژه‌ها را پس از فرمان بنویسید. عین یک عبارت را در گیومه بگذارید، میان دو واژه «یا» بنویسید تا یکی از آن‌ها کافی باشد، و پیش از واژه‌ای که نباید باشد، خط تیره (-) بگذارید."
SEARCH_AGAIN = "نتیجهٔ این جست‌وجو دیگر در دسترس نیست؛ دوباره جست‌وجو کنید."
SEARCH_EXAMPLE = '/search "بازار سهام" یا بورس -نفت'


def numbered(number: int) -> str:
    """A number on a button that opens the article of that number."""
    return f"{persian_digits(number)}."


def with_count(name: str, count: int) -> str:
    """A name with how many there are of it."""
    return f"{name} ({persian_digits(count)})"


def no_quotes_of(name: str) -> str:
    """Nothing said by that person."""
    return f"گفته‌ای از «{name}» ذخیره نشده است."


def hits_for(query: str) -> str:
    """The head of search results."""
    return f"خبرهای دارای «{query}»"


def nothing_with(query: str) -> str:
    """No article with these words."""
    return f"خبری با «{query}» پیدا نشد. واژه‌های کمتر یا شکل دیگری از آن را بیازمایید."


def received(date: str) -> str:
    """The time of an article whose outlet gave none."""
    return f"دریافت: {date}"


def not_found(name: str) -> str:
    """No article of that name."""
    return f"خبری با نام «{name}» پیدا نشد."


def no_articles_of(topic: str) -> str:
    """No article of that topic."""
    return f"هنوز خبری با موضوع «{topic}» ذخیره نشده است."


def unknown_topic(word: str) -> str:
    """No topic of that name."""
    return f"موضوعی به نام «{word}» نداریم. یکی از این‌ها را برگزینید:"


def newest_of(topic: str) -> str:
    """The head of a topic's list."""
    return f"تازه‌ترین خبرهای {topic}"


def topic_button(emoji: str, name: str, count: int) -> str:
    """A topic with its count of the last day."""
    return f"{emoji} {name} ({persian_digits(count)})"


def failed(code: str) -> str:
    """Something broke; the code stands in the log, too."""
    return f"کار انجام نشد. چند لحظه دیگر دوباره بفرستید؛ اگر باز هم نشد، این کد را به گردانندهٔ ربات بدهید: {code}"
