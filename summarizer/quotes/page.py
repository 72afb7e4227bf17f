"""One self-contained page: an article, its sentences and quotations coloured and joined to their speakers.

To look at, and to find faults with. Everything from the text is escaped; the page loads nothing and runs nothing.
"""

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from html import escape
from typing import Final

from summarizer.model import Quote
from summarizer.persian.sentences import split_sentences
from summarizer.quotes.find import find_quotes

_COLOURS: Final = ("#c62828", "#1565c0", "#2e7d32", "#6a1b9a", "#ef6c00", "#00838f", "#5d4037", "#ad1457")
_NOBODY: Final = "#616161"
_KINDS: Final = {"direct": "مستقیم", "indirect": "نقل به مضمون", "mixed": "آمیخته"}
_STYLE: Final = """
body{font:18px/2 Vazirmatn,Tahoma,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.4rem} p{margin:0 0 1rem} .s1{background:#f3f3f3}
.q{border-bottom:3px solid var(--c);background:color-mix(in srgb,var(--c) 14%,transparent)}
.q.indirect{border-bottom-style:dashed} .m{color:var(--c);font-weight:bold}
.cue{outline:1px dotted var(--c)} a{color:var(--c);text-decoration:none} sup{font-size:.7em}
li{color:var(--c)} small{color:#666} :target{outline:3px solid gold}
@media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}.s1{background:#242424}}
"""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A stretch of the text that is drawn in its own way.

    Args:
        start: offset of its first character.
        end: offset past its last.
        number: of its quotation, from 0.
        look: the class it is drawn with.
    """

    start: int
    end: int
    number: int
    look: str


def html_page(text: str, *, title: str = "") -> str:
    """Write one page that shows what was found in a text.

    Args:
        text: the article.
        title: its headline; may be ''.

    Returns:
        A whole HTML document, right to left.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    quotes = find_quotes(text)
    colours = _colours(quotes)
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    return (
        '<!doctype html>\n<html lang="fa" dir="rtl">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title) or 'نقل‌قول‌ها'}</title><style>{_STYLE}</style></head>\n"
        f"<body>{heading}\n{_legend(quotes, colours)}\n{_article(text, quotes, colours)}\n</body>\n</html>\n"
    )


def _colours(quotes: tuple[Quote, ...]) -> dict[str, str]:
    """A colour for each speaker, grey for nobody."""
    names = list(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker))
    return {name: _COLOURS[i % len(_COLOURS)] for i, name in enumerate(names)} | {"": _NOBODY}


def _legend(quotes: tuple[Quote, ...], colours: dict[str, str]) -> str:
    """The speakers, each with links to what was said."""
    items = []
    for i, (speaker, colour) in enumerate(colours.items()):
        links = " ".join(_link(f"q{n}", _number(n)) for n, quote in enumerate(quotes) if quote.speaker == speaker)
        if links:
            items.append(f'<li id="who{i}" style="--c:{colour}">{escape(speaker) or "گوینده نامعلوم"} {links}</li>')
    return f"<ul>{''.join(items)}</ul>"


def _link(target: str, label: str) -> str:
    return f'<a href="#{target}">{label}</a>'


def _layers(text: str, quotes: tuple[Quote, ...]) -> list[_Layer]:
    """Quotations, and the nearest words before each that name its speaker and introduce it; nothing overlaps."""
    layers: list[_Layer] = []
    floor = 0
    for number, quote in enumerate(quotes):
        named: list[_Layer] = []
        for words, look in ((quote.mention, "m"), (quote.cue, "cue")):
            at = text.rfind(words, floor, quote.start) if words else -1
            if at >= 0 and not any(at < layer.end and layer.start < at + len(words) for layer in named):
                named.append(_Layer(at, at + len(words), number, look))
        layers += [*sorted(named, key=lambda layer: layer.start), _Layer(quote.start, quote.end, number, f"q {quote.kind}")]
        floor = quote.end
    return layers


def _article(text: str, quotes: tuple[Quote, ...], colours: dict[str, str]) -> str:
    """The text in paragraphs, cut wherever a sentence, a quotation or a mention begins or ends."""
    layers = _layers(text, quotes)
    sentences = [span.start for span in split_sentences(text)]
    cuts = sorted({0, len(text), *sentences, *(layer.start for layer in layers), *(layer.end for layer in layers)})
    starts = [layer.start for layer in layers]
    pieces = []
    for start, end in itertools.pairwise(cuts):
        at = bisect_right(starts, start) - 1
        layer = layers[at] if at >= 0 and start < layers[at].end else None
        shade = f"s{bisect_right(sentences, start) % 2}"
        words = escape(text[start:end].replace("\r", ""))
        pieces.append(_plain(words, shade) if layer is None else _drawn(words, shade, layer, (start, end), _Ink(quotes, colours)))
    return f"<p>{''.join(pieces)}</p>"


def _plain(words: str, shade: str) -> str:
    """Words that belong to no quotation; a line break ends the paragraph."""
    inner = words.replace("\n", f'</span></p>\n<p><span class="{shade}">')
    return f'<span class="{shade}">{inner}</span>'


@dataclass(frozen=True, slots=True)
class _Ink:
    """What a piece of a quotation is drawn with.

    Args:
        quotes: all quotations.
        colours: each speaker's colour.
    """

    quotes: tuple[Quote, ...]
    colours: dict[str, str]


def _drawn(words: str, shade: str, layer: _Layer, place: tuple[int, int], ink: _Ink) -> str:
    """A piece of a quotation, of its cue or of its mention; the quotation's first piece bears its name, its last the link."""
    quote = ink.quotes[layer.number]
    style = f'style="--c:{ink.colours[quote.speaker]}"'
    inner = words.replace("\n", "<br>")
    if not layer.look.startswith("q"):
        return f'<span class="{shade} {layer.look}" {style}>{inner}</span>'
    who = list(ink.colours).index(quote.speaker)
    name = f' id="q{layer.number}"' if place[0] == layer.start else ""
    note = f"<sup>{_link(f'who{who}', _number(layer.number))}</sup>" if place[1] == layer.end else ""
    hint = f"{escape(quote.speaker or '؟')} · {_KINDS[quote.kind]}"
    return f'<span class="{shade} {layer.look}"{name} title="{hint}" {style}>{inner}{note}</span>'


def _number(index: int) -> str:
    """A quotation's number in Persian digits, from ۱."""
    return str(index + 1).translate(_DIGITS)


_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
