"""Every Persian sentence about subscriptions, settings and the owner's figures. No markup, no logic beyond putting values in place.

As in ``messages``: half-spaces, «» and Persian digits as a careful editor would set them; a test looks at each.
"""

from collections.abc import Sequence
from datetime import datetime, time, tzinfo

from bot.jalali import long_date, persian_digits
from bot.model.alert import MAX_SUBSCRIPTIONS, Preferences
from bot.telegram.messages import in_marks
from bot.topics.names import topic_names
from bot.topics.query import WIDE_OUTLETS, Described, Part

# Subscribing

WHAT_ABOUT = "از چه خبرهایی باخبرتان کنم؟"
TOPIC_OR_WORDS = "یک موضوع را برگزینید، یا مانند این نمونه‌ها بنویسید:"
OPENING = "اشتراک"  # what a person writes alone with the bot in the place of the command, so that the line runs from the right
EXAMPLES = (
    ("ایران روسیه -سوریه", "هر دو واژه، بدون سومی"),
    ('"بازار سهام" یا بورس', "این عبارت یا آن واژه"),
    ("هرگاه از کنعانی نقل شد", "گفته‌های یک شخص"),
    ("زلزله منبع:ایسنا", "یک واژه در یک رسانه"),
    ("مهم‌ترین خبرهای ایران", "آنچه چند رسانه نوشته‌اند"),
)
PREVIEW_TITLE = "پیش‌نمایش هشدار"
WOULD_HAVE_COME = "آخرین خبرهایی که با این هشدار می‌آمد:"
NOTHING_YET = "در خبرهای تازه چیزی با این مشخصات نبود. اگر تأیید کنید، هر وقت بیاید باخبرتان می‌کنم."
CONFIRM = "✅ باخبرم کن"
CONFIRM_CHANGE = "✅ جایگزین کن"
CANCEL = "✖️ نه، نمی‌خواهم"
CANCELLED = "باشد؛ چیزی تغییر نکرد."
SUBSCRIBED = "از این پس باخبرتان می‌کنم:"
CHANGED = "هشدار تغییر کرد:"
HAVE_IT = "این هشدار را از پیش دارید:"
LIST_TOO_OLD = "این فهرست دیگر در دسترس نیست."
TOO_OLD = "این دکمه دیگر کار نمی‌کند؛ دوباره \u200e/subscribe را بفرستید."
ADMINS_ONLY = "در گروه و کانال، تنها مدیران می‌توانند هشدارها و تنظیمات را تغییر دهند."
TOO_MANY = (
    f"هر گفت‌وگو تا {persian_digits(MAX_SUBSCRIPTIONS)} هشدار می‌تواند داشته باشد و جای شما پر شده است. "
    "یکی را از \u200e/alerts بردارید و دوباره بفرستید."
)

# The list of alerts, and one of them

ALERTS_TITLE = "هشدارهای شما"
NO_ALERTS = "هنوز هشداری ندارید. با \u200e/subscribe یکی بسازید."
TOUCH_ONE = "برای توقف، ویرایش یا حذف، شمارهٔ هشدار را لمس کنید."
PAUSED = "⏸ متوقف"
PAUSE = "⏸ توقف"
WAKE = "▶️ ادامه"
EDIT = "✏️ ویرایش"
DELETE = "🗑 حذف"
BACK = "↩️ بازگشت"
ADD = "➕ هشدار تازه"
WIDE_NEWS = "🔥 خبرهای پربازتاب"
TELL_ME = "🔔 هشدار خبرهای پربازتاب"
SETTINGS_BUTTON = "⚙️ تنظیمات"
ALERTS_BUTTON = "🔔 هشدارها"
UNDO = "↩️ بازگرداندن"
DELETED = "هشدار حذف شد:"
NO_SUCH_ALERT = "این هشدار دیگر نیست. برای فهرست \u200e/alerts را بفرستید."
HOW_TO_EDIT = "واژه‌های تازه را در پاسخ به همین پیام بفرستید، یا این خط را بردارید، تغییر دهید و بفرستید:"
WRITE_NEW = "واژه‌های تازهٔ این هشدار را بنویسید، یا این خط را بردارید، تغییر دهید و بفرستید. برای انصراف بنویسید «انصراف»."
EDITING = "ویرایش"  # as OPENING, in the place of the command
NEW_WORDS = "واژه‌های تازه"
EDIT_WHICH = "شمارهٔ هشدار و واژه‌های تازه را بنویسید. ساده‌تر: در \u200e/alerts هشدار را لمس کنید و «ویرایش» را بزنید."

# Unsubscribing

WHICH_TO_DROP = "کدام هشدار را حذف کنم؟"
DROP_ALL = "🗑 حذف همهٔ هشدارها"
REALLY_ALL = "همهٔ هشدارها حذف شود؟ این کار بازگشت ندارد."
YES_ALL = "🗑 بله، همه را حذف کن"
ALL_WORDS = ("همه", "همهٔ هشدارها", "همه هشدارها", "all")

# Settings

SETTINGS_TITLE = "تنظیمات هشدارها"
AT_ONCE = "⚡️ بی‌درنگ"
DIGEST = "📬 یک‌جا"
HOURS = "🕗 ساعت‌های رسیدن"
QUIET = "🌙 ساعت‌های سکوت"
NO_QUIET = "بدون ساعت سکوت"
SILENT = "🔕 بی‌صدا"
WITH_SOUND = "🔔 باصدا"
PAUSE_DAY = "⏸ توقف یک‌روزه"
PAUSE_WEEK = "⏸ توقف یک‌هفته‌ای"
RESUME = "▶️ ازسرگیری"
ZONE = "🌍 منطقهٔ زمانی"
CHOOSE_HOURS = "خبرها یک‌جا در چه ساعت‌هایی بیاید؟ هر ساعت را لمس کنید تا روشن یا خاموش شود."
CHOOSE_QUIET = "در کدام ساعت‌ها پیامی نیاید؟ آنچه در این میان برسد، پس از آن یک‌جا می‌آید."
CHOOSE_ZONE = "ساعت‌ها به وقت کجا باشد؟"
ONE_HOUR_AT_LEAST = "دست‌کم یک ساعت باید روشن بماند."
SAVED = "ذخیره شد."
ZONES = {
    "Asia/Tehran": "تهران",
    "Asia/Kabul": "کابل",
    "Asia/Dushanbe": "دوشنبه",
    "Asia/Dubai": "دبی",
    "Europe/Istanbul": "استانبول",
    "Europe/Berlin": "برلین",
    "Europe/London": "لندن",
    "America/Toronto": "تورنتو",
    "America/Los_Angeles": "لس‌آنجلس",
    "Australia/Sydney": "سیدنی",
}

# The owner's figures

OWNERS_ONLY = "این آمار تنها برای گردانندهٔ ربات است."
STATS_TITLE = "آمار گزیده"
CHART_TITLE = "شمار خبرهای هر روز"
SLOWEST_TITLE = "کندترین خوراک‌ها"
NEVER = "هنوز هیچ"
NO_FEEDS = "خوراکی ثبت نشده است."


def numbered(number: int, text: str) -> str:
    """A line or a button of a list."""
    return f"{persian_digits(number)}. {text}"


def ticked(text: str, *, on: bool) -> str:
    """A choice, with a tick where it is taken."""
    return f"{text} ✓" if on else text


def wording(asked: Described) -> str:
    """What is asked for, as a reader would say it: «ایران» و «روسیه»، بدون «سوریه»."""
    wanted = "، یا ".join(" و ".join(map(_part, conditions)) for conditions in asked.any_of)
    unwanted = " و ".join(map(_part, asked.none_of))
    return f"{wanted}، بدون {unwanted}" if unwanted else wanted


def _part(one: Part) -> str:
    """One condition."""
    if one.kind == "wide":
        return f"خبرهای {one.text} (در {persian_digits(WIDE_OUTLETS)} رسانه یا بیشتر)"
    return {"topic": "موضوع ", "speaker": "گفته‌های ", "source": "رسانهٔ "}.get(one.kind, "") + f"«{one.text}»"


def whole_topic(name: str) -> str:
    """A topic where one of the words asked for is its name."""
    return f"همهٔ خبرهای {name}"


def instead_of(asked: str) -> str:
    """What a subscription asked for until now."""
    return f"به‌جای {asked}"


def brought(count: int) -> str:
    """How many alerts came of a subscription in seven days; «این هفته» would be those since Saturday."""
    return f"{persian_digits(count)} خبر در یک هفتهٔ گذشته" if count else "در یک هفتهٔ گذشته خبری نیاورده است"


def since(when: datetime, zone: tzinfo) -> str:
    """When a subscription was asked for."""
    return f"از {long_date(when, zone)}"


def not_subscribed(words: str) -> str:
    """No subscription is meant by these words."""
    return f"هشداری با {in_marks(words)} ندارید."


def all_dropped(count: int) -> str:
    """All subscriptions are gone."""
    return f"{persian_digits(count)} هشدار حذف شد."


# Why words are no query

EMPTY = "واژه‌ای در این درخواست پیدا نکردم."
ONLY_EXCLUSIONS = "تنها گفته‌اید چه نمی‌خواهید. دست‌کم یک واژه هم بنویسید که می‌خواهید."
NO_NAME = "پس از «گوینده:» یا «منبع:» نامی هم بنویسید."


def too_long(given: int, limit: int) -> str:
    """The words fill too much room."""
    return f"این درخواست {persian_digits(given)} نویسه دارد و تا {persian_digits(limit)} نویسه جا می‌شود. کمی کوتاه‌ترش کنید."


def too_many_words(given: int, limit: int) -> str:
    """There are too many words."""
    return f"این درخواست {persian_digits(given)} واژه دارد و تا {persian_digits(limit)} واژه جا می‌شود. چند واژه را بردارید."


def too_common(words: str) -> str:
    """Every article has these words."""
    return f"«{words}» کم‌وبیش در همهٔ خبرها هست. واژهٔ مشخص‌تری بنویسید."


def contradiction(wanted: str) -> str:
    """The same thing is wanted and not wanted."""
    return f"{wanted} را هم خواسته‌اید و هم کنار گذاشته‌اید. یکی از این دو را بردارید."


def unknown_topic(word: str) -> str:
    """No topic of that name."""
    return f"موضوعی به نام «{word}» نداریم. موضوع‌ها این‌ها هستند: {'، '.join(one.name for one in topic_names())}."


# How settings read


def hour(at: time) -> str:
    """A time of day."""
    return persian_digits(f"{at:%H:%M}")


def hours(times: Sequence[time]) -> str:
    """Times of day in a row: «۰۸:۰۰، ۱۲:۰۰ و ۲۰:۰۰»."""
    *before, last = map(hour, times)
    return f"{'، '.join(before)} و {last}" if before else last


def quiet_span(start: time, end: time) -> str:
    """Quiet hours on a button and in a line."""
    return f"از {hour(start)} تا {hour(end)}"


def how(wishes: Preferences) -> str:
    """When alerts come."""
    if wishes.mode == "at_once":
        return "رسیدن خبرها: بی‌درنگ"
    return f"رسیدن خبرها: یک‌جا، {'ساعت' if len(wishes.digest_hours) == 1 else 'ساعت‌های'} {hours(wishes.digest_hours)}"


def quiet(wishes: Preferences) -> str:
    """Which hours are quiet."""
    set_ = wishes.quiet_from is not None and wishes.quiet_to is not None
    span = quiet_span(wishes.quiet_from, wishes.quiet_to) if set_ else "ندارد"  # type: ignore[arg-type]
    return f"ساعت سکوت: {span}"


def sound(wishes: Preferences) -> str:
    """Whether messages ring."""
    return f"پیام‌ها: {'بی‌صدا' if wishes.silent else 'باصدا'}"


def where(zone: str) -> str:
    """The zone."""
    return f"منطقهٔ زمانی: {ZONES.get(zone, zone)}"


def paused_until(when: datetime, zone: tzinfo) -> str:
    """Everything rests until then."""
    return f"متوقف تا {long_date(when, zone)}"


# The owner's figures


def figure(name: str, count: int) -> str:
    """A name with its number."""
    return f"{name}: {persian_digits(f'{count:,}'.replace(',', '٬'))}"


FIGURES = {
    "articles": "خبرها",
    "today": "خبرهای یک روز گذشته",
    "chats": "گفت‌وگوهای دارای هشدار",
    "subscriptions": "هشدارها",
    "resting": "هشدارهای متوقف",
    "gone": "هشدارهای گفت‌وگوهای ازدست‌رفته",
    "waiting": "در صف فرستادن",
    "retried": "در صف پس از تلاش ناکام",
    "sent": "فرستاده‌شده در یک روز گذشته",
    "failing": "خوراک‌های ناکام",
}


def last_reached(name: str, when: str, failures: int) -> str:
    """A feed, when it was last reached, and how often it has failed since."""
    failed = f"، {persian_digits(failures)} بار ناکام" if failures else ""
    return f"{name}: {when}{failed}"


def ago(hours_: int) -> str:
    """How long ago, in hours or days."""
    if hours_ < 1:
        return "کمتر از یک ساعت پیش"
    return f"{persian_digits(hours_)} ساعت پیش" if hours_ < 48 else f"{persian_digits(hours_ // 24)} روز پیش"
