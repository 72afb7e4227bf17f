"""The chart of /stats as a picture: the only door to Pillow, arabic-reshaper and python-bidi. Pure but for reading the font.

Letters are joined and put in order here, since Pillow does it only where libraqm and FriBiDi are installed.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import arabic_reshaper
from bidi.algorithm import get_display
from PIL import Image, ImageDraw, ImageFont

from bot.jalali import persian_digits

_FONT = Path(__file__).parents[1] / "playground" / "page" / "vazirmatn.woff2"
WIDTH, HEIGHT = 1080, 680
_LEFT, _RIGHT, _TOP, _BOTTOM = 130, 40, 130, 90
_PAPER, _INK, _FAINT, _LINE, _BAR, _LAST = "#ffffff", "#1f2a37", "#6b7280", "#e5e7eb", "#5b9bd5", "#1d6fb8"
_LINES = 4
_ROUND = 8
_MOST_LABELS = 4
_SMALL, _LARGE = 34, 48  # pixels; a phone shows the picture at a third


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        label: what stands under it.
        value: its height, from 0.
    """

    label: str
    value: int


def bar_chart(title: str, bars: Sequence[Bar]) -> bytes:
    """Draw bars, the newest at the left as Persian is read from the right.

    Args:
        title: what they show.
        bars: the oldest first; at least one.

    Returns:
        A PNG.
    """
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.text((WIDTH - _RIGHT, 30), _set(title), font=_font(_LARGE), fill=_INK, anchor="ra")
    top = _round_up(max(bar.value for bar in bars))
    _draw_lines(draw, top)
    _draw_bars(draw, bars, top)
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _draw_lines(draw: ImageDraw.ImageDraw, top: int) -> None:
    """The lines across, each with its number."""
    for step in range(_LINES + 1):
        value = top * step // _LINES
        y = _height(value, top)
        draw.line((_LEFT, y, WIDTH - _RIGHT, y), fill=_LINE if step else _FAINT, width=2)
        draw.text((_LEFT - 14, y), persian_digits(value), font=_font(_SMALL), fill=_FAINT, anchor="rm")


def _draw_bars(draw: ImageDraw.ImageDraw, bars: Sequence[Bar], top: int) -> None:
    """The bars, the newest darker; labels that would not fit are left out, that of the newest never."""
    step = (WIDTH - _LEFT - _RIGHT) / len(bars)
    every = -(-len(bars) // _MOST_LABELS)
    for place, bar in enumerate(reversed(bars)):
        middle = _LEFT + step * (place + 0.5)
        upper, lower = _height(bar.value, top), _height(0, top)
        if bar.value:
            radius = min(_ROUND, step * 0.2) if lower - upper > 2 * _ROUND else 0
            draw.rounded_rectangle(
                (middle - step * 0.35, upper, middle + step * 0.35, lower),
                radius,
                fill=_BAR if place else _LAST,
                corners=(True, True, False, False),
            )
        if place % every == 0:
            draw.text((middle, HEIGHT - _BOTTOM + 16), _set(bar.label), font=_font(_SMALL), fill=_FAINT, anchor="ma")


def _height(value: int, top: int) -> float:
    """Where a value stands, from the upper edge."""
    return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * value / top


def _round_up(value: int) -> int:
    """The top of the scale: a round number that the lines divide."""
    size = 1
    while True:
        for factor in (4, 8, 12, 16, 20, 24, 32, 40, 48, 60, 80):
            if value <= factor * size:
                return factor * size
        size *= 10


def _set(text: str) -> str:
    """Persian letters joined and in the order in which they are drawn."""
    return str(get_display(arabic_reshaper.reshape(text)))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The chat page's font."""
    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
