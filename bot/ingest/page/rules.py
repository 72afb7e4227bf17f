"""The families of pages, as data: where the body, the title and the rest stand in each. Selectors only, no code.

To add one: a row in ``FAMILIES``, a page in tests/ingest/page. ``host`` names sites that are of a family for sure; a page of
any other site is of the first family whose ``mark`` it bears and whose body it has.
"""

from dataclasses import dataclass

OUTSIDE = (
    "nav, header nav, footer, form, aside, .comments, .comments-list, .comments_item, .comment-form, #comments, [id*=comment-],"
    " .related, .related-news, .item-boxes, .share, .social, .tags, .breadcrumb, .advert, .ads, .print-only"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Where things stand on the pages of a family.

    Args:
        name: what ``feeds.toml`` calls it.
        body: the body; the first selector that finds enough text is taken.
        mark: an element that only pages of this family have; '' where the body's own selector is telling.
        hosts: sites of the family; 'irna.ir' means www.irna.ir, too.
        title: the headline.
        lead: the summary above the body.
        date: the time of publication.
        tags: each tag.
        drop: what stands inside the body and is not of it.
    """

    name: str
    body: tuple[str, ...]
    mark: str = ""
    hosts: tuple[str, ...] = ()
    title: str = "h1"
    lead: str = ""
    date: str = "time[datetime]"
    tags: str = "[rel=tag]"
    drop: str = ""


FAMILIES = (
    Rules(
        "nastooh",
        body=(".item-body .item-text", "[itemprop=articleBody]"),
        mark=".item-body, .item-summary, .item-title",
        hosts=("qudsonline.ir", "mehrnews.com", "irna.ir", "khabaronline.ir", "hamshahrionline.ir", "mashreghnews.ir"),
        title="h1.title, .item-title h1, h1",
        lead=".item-summary, p.summary.introtext",
        date=".item-date span, .item-date",
        tags=".item-tags a, .tags a",
        drop=".item-boxes, .comments-list, section.comment-form, .kicker, .item-nav, .gallery",
    ),
    Rules(
        "isna",
        body=(".item-text",),
        mark="h1.first-title",
        hosts=("isna.ir",),
        title="h1.first-title",
        lead="p.summary",
        date=".meta-news .text-meta",
        tags=".tags a",
        drop=".item-boxes, .comments",
    ),
    Rules(
        "iransamaneh",
        body=("#newsMainBody", ".body"),
        mark=".comments_item, .news_pdate_c, .news_nav, #newsMainBody, .news_id_c",
        hosts=("tabnak.ir", "entekhab.ir", "asriran.com"),
        title="h1.title, .title h1, h1",
        lead=".subtitle, .news_subtitle",
        date=".news_pdate_c, .news_nav",
        tags=".tags_item, .tags a",
        drop=".comments_item, .related_content, .noprint",
    ),
    Rules(
        "tasnim",
        body=(".story",),
        mark=".story",
        hosts=("tasnimnews.com", "tasnimnews.ir"),
        title="h1.title, h1",
        lead="h3.lead, .lead",
        date="li.time, .time",
        tags=".smart-keyword a",
    ),
    Rules(
        "fars",
        body=(".nt-body",),
        mark=".nt-body",
        hosts=("farsnews.ir", "farsnews.com"),
        title="h1.title, h1",
        lead=".lead",
        date=".publish-time, time",
        tags=".tags a",
    ),
    Rules(
        "euronews",
        body=(".c-article-content",),
        mark=".c-article-content",
        hosts=("parsi.euronews.com",),
        lead=".c-article-summary",
        date="time[datetime]",
        tags=".c-article-tags a",
        drop=".c-article-you-might-also-like, .widget, .c-ad",
    ),
    Rules(
        "bbc",
        body=("main[role=main]",),
        hosts=("bbc.com", "bbc.co.uk", "bbci.co.uk"),
        drop="[data-e2e=related-content], [role=region], section, figure",
    ),
)
