"""Pages in the markup of each family, around one invented article."""

TITLE = "کتابخانهٔ سیار به سپیدار رسید"
LEAD = "اتوبوسی پر از کتاب‌های تازه از امروز هر هفته دو بار به روستاهای دوردست سپیدار می‌رود."
BODY = (
    "به گزارش خبرنگار ما، رانندهٔ این کتابخانه سی سال آموزگار بوده است و می‌گوید بچه‌های روستا بیش از همه داستان‌های دریایی می‌خواهند.",
    "در هر ایستگاه، کودکان می‌توانند سه کتاب به امانت بگیرند و دو هفته نگه دارند؛ برای بزرگ‌ترها هم قفسه‌ای جداگانه آماده شده است.",
    "شورای سپیدار می‌گوید این برنامه تا پایان سال ادامه دارد و اگر مردم بخواهند، اتوبوس دومی هم خریده می‌شود.",
)
NOISE = ("نظر شما", "پربازدیدها", "کد خبر", "دیدگاه خواننده", "بیشتر بخوانید", "تبلیغ", "خبر دیگری که ربطی ندارد")
_PARAGRAPHS = "".join(f"<p>{one}</p>" for one in BODY)
_MENU = "<nav><ul>" + "".join(f"<li><a href=/{n}>پربازدیدها {n}</a></li>" for n in range(20)) + "</ul></nav>"
_COMMENTS = "<p>دیدگاه خواننده: من این کتابخانه را از نزدیک دیده‌ام و بسیار زیبا بود، کاش به روستای ما هم بیاید.</p>" * 3
_RELATED = "<ul><li><a href=/9>خبر دیگری که ربطی ندارد به این نوشته</a></li></ul>"


def _page(head: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang=fa><head><meta charset=utf-8><title>{TITLE} - نمونه</title>{head}</head>"
        f"<body>{_MENU}{body}<footer>همهٔ حقوق برای این پایگاه نگه‌داشته است.</footer><script>var a = "
        f"'<p>تبلیغ</p>'</script></body></html>"
    )


_OPEN_GRAPH = (
    f'<meta property="og:title" content="{TITLE}"><meta property="og:image" content="/img/1.jpg">'
    '<meta property="article:published_time" content="2026-11-20T10:30:00+03:30"><meta name="keywords" '
    'content="کتاب, روستا، سپیدار">'
)
PAGES = {
    "nastooh": _page(
        _OPEN_GRAPH,
        f"<article><div class=item-header><span class=kicker>فرهنگ</span><h1 class=title><a href=/1>{TITLE}</a></h1></div>"
        f"<p class='summary introtext'>{LEAD}</p><div class=item-date><span>۲۹ آبان ۱۴۰۵ - ۱۰:۳۰</span></div>"
        f"<div class=item-body><div class=item-text itemprop=articleBody>{_PARAGRAPHS}<div "
        f"class=item-boxes>{_RELATED}</div><p>انتهای پیام</p></div></div>"
        f"<div class=item-code>کد خبر ۱۲۳</div></article><section class=comment-form><h3>نظر شما</h3></section><div "
        f"class=comments-list>{_COMMENTS}</div>",
    ),
    "isna": _page(
        "",
        f"<article><h1 class=first-title>{TITLE}</h1><ul class=meta-news><li><span class=text-meta>جمعه / ۲۹ آبان ۱۴۰۵ / "
        f"۱۰:۳۰</span></li></ul>"
        f"<p class=summary>{LEAD}</p><div class=item-text>{_PARAGRAPHS}</div><div class=comments>{_COMMENTS}</div></article>",
    ),
    "iransamaneh": _page(
        "<meta name=author content='نمونه'>",
        f"<div class=news_nav>تاریخ انتشار: ۱۰:۳۰ - ۲۹ آبان ۱۴۰۵</div><div class=title><h1>{TITLE}</h1></div><div "
        f"class=subtitle>{LEAD}</div>"
        f"<div class=body id=newsMainBody><div>{'<br><br>'.join(BODY)}</div></div><div class=comments_item>{_COMMENTS}</div>",
    ),
    "tasnim": _page(
        "",
        f"<article><h1 class=title>{TITLE}</h1><ul><li class=time>۲۹ آبان ۱۴۰۵ - ۱۰:۳۰</li></ul><h3 class=lead>{LEAD}</h3>"
        f"<div class=story>{_PARAGRAPHS}</div></article><div class=comments>{_COMMENTS}</div>",
    ),
    "fars": _page(
        "",
        f"<h1 class=title>{TITLE}</h1><div class=publish-time>۱۰:۳۰ - ۱۴۰۵/۰۸/۲۹</div><p class=lead>{LEAD}</p><div "
        f"class=nt-body>{_PARAGRAPHS}</div>",
    ),
    "euronews": _page(
        "",
        f"<article><h1>{TITLE}</h1><time datetime='2026-11-20T10:30:00+03:30'>۲۰ نوامبر</time><p class=c-article-summary>{LEAD}</p>"
        f"<div class=c-article-content>{_PARAGRAPHS}<div class='widget related'>{_RELATED}</div></div></article>",
    ),
    "general": _page(
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"نمونه"},'
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2026-11-20T07:00:00Z",'
        '"author":[{"@type":"Person","name":"آذر نمونه"}]}]}</script>',
        f"<div id=wrap><div class=col><h1>{TITLE}</h1><div class=txt><p>{LEAD}</p>{_PARAGRAPHS}<table><tr><td>جدول تبلیغ "
        f"و بهای کاغذ در بازار</td></tr></table>"
        f"<p><a href=/9>خبر دیگری که ربطی ندارد به این نوشته و پیوند است</a></p></div></div>"
        f"<div class=sidebar>{_RELATED * 5}</div><div id=user-comments>{_COMMENTS}</div></div>",
    ),
}
