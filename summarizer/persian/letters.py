"""Persian letters in one form, for comparison only. What a reader sees goes through ``polish``.

Two forms: ``align`` keeps the length, so that offsets hold; ``fold`` drops what carries no meaning, half-spaces too.
"""

import re
import unicodedata
from typing import Final

ZWNJ: Final = "\u200c"
LETTER_RANGES: Final = (
    "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06fc"  # of Persian and Arabic, for a class in a pattern
)
LETTER_NAMES: Final = "آی|اس|بی|سی|دی|جی|تی|پی|کی|ال|ام|ان|آر|ار|اف|اچ|ای|یو|کیو|ایکس"  # of English, as Persian spells them
# What outlets write for half-spaces within a word: «می\u200eشود», «سال\u00adهای».
FOR_HALF_SPACES: Final = "\u00ac\u200b\ufeff\u200e\u200f\u00ad"
_LETTERS: Final = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ی",
}
_DIGITS: Final = {digit: str(i) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for i, digit in enumerate(digits)}
_SPACES: Final = dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t", " ")
_QUOTES: Final = {"\u02c8": '"'}  # a letter to Unicode; an agency writes it for a quotation mark
_HALF_SPACES: Final = dict.fromkeys(FOR_HALF_SPACES + "\u200d", ZWNJ)
_DROPPED: Final = dict.fromkeys("\u200c\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640", None)
_MARKS: Final = {chr(code): None for code in (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD))}
MARKS: Final = "".join(_MARKS) + "\u0640"  # diacritics and tatweel: written on or between letters, no letters themselves
JOINERS: Final = "".join(_HALF_SPACES) + "".join(_DROPPED) + "".join(_MARKS)  # what may stand inside a word without parting it

_PARTING: Final = "\n\r،؛:.!؟?«»\"'“”‘’()[]{}<>-–—ـ_/\\|*•…%٪٫٬۔=+#@&~^`$°"

_OTHER_SPACE: Final = re.compile(r"[^\S ]")
_FEW_CHARS: Final = 100  # up to which a look for any of them together is faster than one for each
_PRESENTED: Final = "\ufe8e"  # the commonest presentation form: a text with any has this one


def presentation_forms() -> dict[str, str]:
    """The shapes that old systems write for letters, to the letters they show; word signs such as ﷺ are left."""
    codes = (*range(0xFB50, 0xFDC8), 0xFDF2, *range(0xFE80, 0xFEFD))
    forms = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {form: letters for form, letters in forms.items() if letters.isalpha() and letters != form}


_ALIGNED: Final = _LETTERS | _DIGITS | _SPACES | _QUOTES | _HALF_SPACES
_ALIGN: Final = str.maketrans(_ALIGNED)
_TO_ALIGN: Final = re.compile(f"[{''.join(_ALIGNED)}{_PRESENTED}]")
_SHAPES: Final = str.maketrans({form: _LETTERS.get(letters[-1], letters[-1]) for form, letters in presentation_forms().items()})
_FOLD: Final = str.maketrans(_DROPPED | _MARKS)


def align(text: str) -> str:
    """Bring letters, digits and spaces to one form, each character for one character.

    Args:
        text: any text.

    Returns:
        A text of the same length; half-spaces, marks and line ends stay in place.
    """
    if len(text) < _FEW_CHARS and not _TO_ALIGN.search(text):
        return _tidied(text)
    if _PRESENTED in text:
        text = text.translate(_SHAPES)
    # One replacement for each character that occurs is ten times as fast as ``translate``, which looks at every letter.
    for char, plain in _ALIGNED.items():
        if char in text:
            text = text.replace(char, plain)
    return _tidied(text)


def _tidied(text: str) -> str:
    """A half-space beside a space is a space."""
    return text.replace(ZWNJ + " ", "  ").replace(" " + ZWNJ, "  ") if ZWNJ in text else text


def spaced(aligned: str) -> str:
    """A text of the same length with a space in the place of every usual mark and line end, so that ``split`` gives its words.

    Args:
        aligned: a text as ``align`` gives it.
    """
    for mark in _PARTING:  # a dozen replacements are several times as fast as a look at every character
        if mark in aligned:
            aligned = aligned.replace(mark, " ")
    return aligned


def plainly_spaced(text: str) -> str:
    """A text of the same length with a space for each that ``align`` does not know, such as U+2028; few texts have any.

    Args:
        text: a text as ``spaced`` gives it.
    """
    return _OTHER_SPACE.sub(" ", text)


def fold(text: str) -> str:
    """Bring a text to the form in which spellings of the same words are equal.

    Letters, digits and presentation forms in one shape, lower case, runs of space as one; half-spaces, diacritics, tatweel and
    direction marks are gone, so that کتاب‌های and كتابهاي come out the same.

    Args:
        text: any text.

    Returns:
        The folded text; its length differs, so it has no offsets into ``text``.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_ALIGN).translate(_FOLD).lower()
    return re.sub(r"\s+", " ", folded).strip()
