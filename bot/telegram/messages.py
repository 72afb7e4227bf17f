"""Every Persian sentence a reader sees, and the names of things. No markup, no logic beyond putting a value in its place.

Half-spaces, «» and Persian digits as a careful editor would set them; before a command within a sentence a left-to-right mark, so
that its slash stays in front of it. A test looks at each.
"""

from bot.jalali import persian_digits

_INNER_MARKS = str.maketrans("«»", "“”")

# The start and help

START = (
    "سلام! من «گزیده» هستم، خبرخوان فارسی شما.",
    "تازه‌ترین خبرها را با چکیده و نقل‌قول‌های کلیدی می‌آورم؛ هر جمله عیناً از متن خبر است.",
    "نام یک خبر یا بخشی از آن را بنویسید، یا از دکمه‌های زیر آغاز کنید.",
)
THANKS = "خواهش می‌کنم. هر وقت خواستید، نام خبری را بنویسید یا از دکمه‌ها برگزینید."
NO_SUCH_BUTTON = "چنین دکمه‌ای پیش روی شما نیست. نخست خبر یا فهرستی را باز کنید، یا نام خبری را بنویسید."
HELP_TITLE = "راهنمای گزیده"
HELP = (
    ("/latest", "تازه‌ترین خبر؛ برای یک موضوع یا یک روز، نامش را هم بنویسید", "/latest ورزش دیروز"),
    ("/top", "خبرهایی که در رسانه‌های بیشتری آمده‌اند", "/top هفته"),
    ("/summary", "چکیدهٔ یک خبر؛ بخشی از نام آن کافی است", "/summary روابط ایران و روسیه"),
    ("/topics", "موضوع‌ها و شمار خبرهای هرکدام", "/topics"),
    ("/quotes", "گفته‌های یک شخص در همهٔ خبرها", "/quotes کنعانی"),
    ("/search", "جست‌وجو در متن خبرها؛ «یا» و خط تیره هم کار می‌کند", '/search "بازار سهام" یا بورس -نفت'),
    ("/subscribe", "هشدار برای خبرهای یک موضوع یا چند واژه", "/subscribe ایران روسیه -سوریه"),
    ("/alerts", "هشدارهای شما؛ توقف، ویرایش و حذف", "/alerts"),
    ("/unsubscribe", "حذف یک هشدار", "/unsubscribe ورزش"),
    ("/settings", "زمان رسیدن هشدارها و ساعت‌های سکوت", "/settings"),
)
HELP_PLAIN = (
    "بدون فرمان هم می‌شود: نام خبر را بنویسید، پیوند یک خبر را بفرستید، یا متنی بلندتر از ۶۰ واژه را بچسبانید تا همان را خلاصه کنم. "
    "نوشتن «تازه‌ها»، «مهم‌ترین خبرها»، «خبرهای ۲ آذر»، «موضوع‌ها»، «هشدارها»، «تنظیمات» و «راهنما» هم کار می‌کند.",
    "به جای لمس دکمه‌ها می‌توانید نامشان را بنویسید: «متن کامل»، «بعدی»، «منبع»، یا شمارهٔ یک خبر در فهرست.",
    "برای فرستادن خبر در گفت‌وگوهای دیگر، همان‌جا @ و نام کاربری این ربات و سپس چند واژه را بنویسید.",
)
EXAMPLE = "نمونه: "

# The command menu: at most 256 characters each

COMMANDS = (
    ("latest", "تازه‌ترین خبر"),
    ("top", "پربازتاب‌ترین خبرها"),
    ("summary", "چکیدهٔ یک خبر با نامش"),
    ("topics", "موضوع‌ها"),
    ("quotes", "گفته‌های یک شخص"),
    ("search", "جست‌وجو در خبرها"),
    ("subscribe", "هشدار تازه"),
    ("alerts", "هشدارهای من"),
    ("unsubscribe", "حذف هشدار"),
    ("settings", "زمان و شیوهٔ رسیدن هشدارها"),
    ("help", "راهنما"),
)

# Buttons

LATEST = "🗞 تازه‌ترین خبر"
TEN_NEWEST = "🗂 فهرست تازه‌ها"
TOP = "🔥 پربازتاب‌ترین‌ها"
TOPICS = "🏷 موضوع‌ها"
HELP_BUTTON = "❓ راهنما"
OLDER = "قدیمی‌تر ◀️"
NEWER = "▶️ تازه‌تر"
NEXT_PAGE = "بعدی ◀️"
PREVIOUS_PAGE = "▶️ قبلی"
FULL_TEXT = "📄 متن کامل"
BRIEF_ONLY = "📄 بستن متن"
LINK = "🔗 پیوند منبع"
DAY_BEFORE = "روز پیش ◀️"
DAY_AFTER = "▶️ روز بعد"
ALL_OF_THESE_DAYS = "🗂 همهٔ خبرها"
TOP_OF_A_DAY = "📅 ۲۴ ساعت گذشته"
TOP_OF_A_WEEK = "📅 هفت روز گذشته"
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
MAYBE_THIS = "شاید این خبر را می‌خواهید؟"
NEAREST = "نزدیک‌ترین نام‌ها این‌ها هستند:"
WHAT_ELSE = "بخشی از عنوان خبر یا یکی از واژه‌های متن آن را بنویسید، یا از دکمه‌ها برگزینید."
TOO_SHORT_FOR_A_SUMMARY = "اگر این متن را برای چکیده فرستاده‌اید، کوتاه است؛ متنی با بیش از ۶۰ واژه بفرستید."
IN_PERSIAN = "خبرها فارسی‌اند؛ نام خبر را به خط فارسی بنویسید، یا از دکمه‌ها برگزینید."
SEARCH_TEXTS = "🔎 جست‌وجو در متن خبرها"
YOUR_TEXT = "چکیدهٔ متن شما"
NO_ARTICLES = "هنوز خبری ذخیره نشده است. اندکی دیگر دوباره \u200e/latest را بفرستید."
NO_OLDER = "خبر قدیمی‌تری نیست."
NO_NEWER = "این تازه‌ترین خبر است."
GONE = "این خبر دیگر در دسترس نیست. برای تازه‌ترین‌ها \u200e/latest را بفرستید."
WHAT_NAME = "نام خبر یا بخشی از آن را پس از فرمان بنویسید."
NAME_EXAMPLE = "/summary روابط ایران و روسیه"
NOT_UNDERSTOOD = "این دکمه دیگر کار نمی‌کند. \u200e/latest را بفرستید."
NO_WORDS = "در این پیام متنی نیست که خلاصه کنم. نام خبر یا متن آن را بفرستید."
TOO_LITTLE = "از این متن نتوانستم چکیده‌ای بسازم. متنی با چند جملهٔ کامل بفرستید."

# Days, and what many outlets told

NEWS = "خبرها"
TOP_TITLE = "پربازتاب‌ترین خبرها"
NO_SUCH_DAY = "چنین روزی نیست یا هنوز نیامده است. نمونه: «خبرهای دیروز»، «خبرهای ۲ آذر»."
NOTHING_WIDE = "در این مدت خبری نبوده که در بیش از یک رسانه آمده باشد."

# Stories and links

OTHERS_TITLE = "روایت‌های دیگر این خبر"
NO_OTHERS = "روایت دیگری از این خبر نداریم."
BACK = "بازگشت به خبر"
TEASER_ONLY = "متن کامل این خبر در دسترس نبود؛ آنچه می‌خوانید معرفی کوتاه خود منبع است."
LINK_FAILED = "این پیوند را نتوانستم بخوانم. متن خبر را بفرستید تا خلاصه کنم."
TOO_MANY_LINKS = "در هر دقیقه چند پیوند بیشتر نمی‌توانم بخوانم. اندکی دیگر دوباره بفرستید."
STILL_READING = "هنوز پیوند پیشین شما را می‌خوانم؛ پس از آن دوباره بفرستید."
MANY_READ = "اکنون پیوندهای بسیاری در دست خواندن است. اندکی دیگر دوباره بفرستید."
LINK_REASONS = {
    "address": "این نشانی را نمی‌توانم باز کنم؛ تنها نشانی‌های عمومی وب پذیرفته است.",
    "redirects": "این نشانی پیوسته به نشانی‌های دیگر می‌فرستد و به جایی نمی‌رسد.",
    "large": "این صفحه بیش از اندازه بزرگ است.",
    "slow": "این صفحه دیر پاسخ داد. اندکی دیگر دوباره بفرستید.",
    "type": "این نشانی صفحهٔ خبر نیست.",
    "network": "به این نشانی دسترسی نداشتم. متن خبر را بفرستید تا خلاصه کنم.",
    "empty": "در این صفحه متن خبری پیدا نکردم.",
}

# For those who run the bot

OWNERS_ONLY = "این کار تنها از گردانندهٔ ربات برمی‌آید."
SOURCES_TITLE = "منبع‌ها"
SOURCES_HINT = "برای افزودن، نشانی خوراک و نامش را پس از فرمان بنویسید."
SOURCES_EXAMPLE = "/sources https://example.org/rss نام منبع"
NO_FEEDS = "هنوز منبعی نیست. نشانی خوراک و نامش را پس از فرمان بنویسید."
FEED_PAUSED = "متوقف"
FEED_KNOWN = "این منبع از پیش هست."
NOT_A_FEED = "این نشانی خوراک خبری (RSS یا Atom) نیست."


def also_by(sources: str) -> str:
    """Who else tells the story."""
    return f"به روایت این منبع‌ها نیز: {sources}"


def feed_added(name: str, items: int) -> str:
    """A feed was tried and added."""
    return f"«{name}» افزوده شد؛ اکنون {persian_digits(items)} خبر دارد."


def feed_failing(failures: int) -> str:
    """A feed that does not answer."""
    return f"{persian_digits(failures)} بار پیاپی پاسخ نداده است"


def pause_feed(number: int) -> str:
    """The button that stops a feed."""
    return f"⏸ توقف {persian_digits(number)}"


def resume_feed(number: int) -> str:
    """The button that starts it again."""
    return f"▶️ ادامهٔ {persian_digits(number)}"


def remove_feed(number: int) -> str:
    """The button that drops a feed."""
    return f"🗑 حذف {persian_digits(number)}"


def feed_died(name: str, problem: str) -> str:
    """A feed has not answered for days."""
    return f"منبع «{name}» چند روز است پاسخ نمی‌دهد ({problem}). با \u200e/sources می‌توانید آن را متوقف یا حذف کنید."


def feed_gone(name: str) -> str:
    """A feed is gone for good."""
    return f"منبع «{name}» برای همیشه برچیده شده است و متوقف شد."


def feed_moved(name: str, url: str) -> str:
    """A feed has a new address."""
    return f"منبع «{name}» به نشانی تازه‌ای رفته است: {url}"


# Quotations of a person

WHOSE_QUOTES = "نام شخص را پس از فرمان بنویسید."
QUOTES_EXAMPLE = "/quotes کنعانی"
WHICH_PERSON = "کدام شخص را می‌خواهید؟"
NO_MORE_QUOTES = "نقل‌قول دیگری نیست."

# Search

WHAT_WORDS = (
    "واژه‌ها را پس از فرمان بنویسید. عین یک عبارت را در گیومه بگذارید، میان دو واژه «یا» بنویسید تا یکی از آن‌ها کافی باشد، "
    "و پیش از واژه‌ای که نباید باشد، خط تیره (-) بگذارید."
)
ONLY_EXCLUDED = "در این جست‌وجو واژه‌ای نیست که دنبالش بگردم."
NO_MORE_HITS = "نتیجهٔ دیگری نیست."
SEARCH_AGAIN = "نتیجهٔ این جست‌وجو دیگر در دسترس نیست؛ دوباره جست‌وجو کنید."
SEARCH_EXAMPLE = '/search "بازار سهام" یا بورس -نفت'


def in_marks(text: str) -> str:
    """What a reader typed, in marks that those in it do not double."""
    return f"«{text.translate(_INNER_MARKS)}»"


def numbered(number: int) -> str:
    """The number before an entry of a list; on the button that opens it stands the bare number."""
    return f"{persian_digits(number)}."


def with_count(name: str, count: int) -> str:
    """A name with how many there are of it."""
    return f"{name} ({persian_digits(count)})"


def quotes_of(name: str) -> str:
    """The head of what a person said."""
    return f"گفته‌های {name}"


def no_quotes_of(name: str) -> str:
    """Nothing said by that person."""
    return f"گفته‌ای از {in_marks(name)} ذخیره نشده است."


def hits_for(query: str) -> str:
    """The head of search results; not all of them have all of the words."""
    return f"نتیجهٔ جست‌وجوی {in_marks(query)}"


def respelled(typed: str) -> str:
    """No article has the words as they were typed."""
    return f"{in_marks(typed)} در هیچ خبری نبود؛ شاید این را می‌خواستید."


def nothing_with(query: str) -> str:
    """No article with these words."""
    return f"خبری با {in_marks(query)} پیدا نشد. واژه‌های کمتر یا شکل دیگری از آن را بیازمایید."


def unknown_command(name: str, near: str) -> str:
    """No command of that name; the one that may be meant."""
    meant = f" شاید \u200e/{near} را می‌خواستید." if near else ""
    return f"فرمان \u200e/{name} را نمی‌شناسم.{meant}"


def received(date: str) -> str:
    """The time of an article whose outlet gave none."""
    return f"دریافت: {date}"


def not_found(name: str) -> str:
    """No article of that name."""
    return f"خبری با نام {in_marks(name)} پیدا نشد."


def no_articles_of(topic: str) -> str:
    """No article of that topic."""
    return f"هنوز خبری با موضوع «{topic}» ذخیره نشده است."


def unknown_topic(word: str) -> str:
    """No topic of that name."""
    return f"موضوعی به نام «{word}» نداریم. یکی از این‌ها را برگزینید:"


def of_topic(what: str, topic: str) -> str:
    """The head of a list of news of a topic."""
    return f"{what}ی {topic}"


def last_hours(hours: int) -> str:
    """The hours before now."""
    return f"{persian_digits(hours)} ساعت گذشته"


def from_to(first: str, last: str) -> str:
    """Several days."""
    return f"{first} تا {last}"


def no_news_of(days: str, topic: str) -> str:
    """Nothing stored of these days, of a topic where one is named."""
    of = f" با موضوع «{topic}»" if topic else ""
    return f"برای {days} خبری{of} ذخیره نشده است."


def news_of(days: str) -> str:
    """The button to the news of some days."""
    return f"📅 خبرهای {days}"


def told_by(outlets: int, named: str, others: int) -> str:
    """How many outlets told a story, and which."""
    more = f" و {persian_digits(others)} رسانهٔ دیگر" if others else ""
    return f"در {persian_digits(outlets)} رسانه: {named}{more}"


def topic_button(emoji: str, name: str, count: int) -> str:
    """A topic with its count of the last day."""
    return f"{emoji} {name} ({persian_digits(count)})"


def failed(code: str) -> str:
    """Something broke; the code stands in the log, too."""
    return f"کار انجام نشد. چند لحظه دیگر دوباره بفرستید؛ اگر باز هم نشد، این کد را به گردانندهٔ ربات بدهید: {code}"
