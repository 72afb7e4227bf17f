"""Every Persian sentence of an alert that arrives. No markup, no logic beyond putting values in place."""

from bot.jalali import persian_digits

MANY = "خبرهای تازه برای شما"
GATHERED = "خبرهایی که برایتان جمع شد"
OLDER = "از روزهای پیش"
DEVELOPMENT = "🔄 تازه‌های خبری که پیش‌تر برایتان آمد"
DEVELOPMENT_LINE = "🔄 دنبالهٔ خبر پیشین"
HELD = "خبری که برایتان نگه داشتم"
REST = "دنبالهٔ فهرست خبرها"
TOUCH = "برای خواندن، شمارهٔ خبر را لمس کنید."
OPEN = "📖 خلاصه و نقل‌قول‌ها"
SOURCE = "🔗 منبع"


def more(count: int) -> str:
    """What stands under a list that is longer than a message.

    Args:
        count: how many are not shown.
    """
    return f"و {persian_digits(count)} خبر دیگر"


def rest(count: int) -> str:
    """The button that brings what is not shown of a list.

    Args:
        count: how many.
    """
    return f"📋 {persian_digits(count)} خبر دیگر"


def because(subscriptions: str) -> str:
    """Which subscriptions brought an alert.

    Args:
        subscriptions: as a reader would say them.
    """
    return f"🔔 {subscriptions}"
