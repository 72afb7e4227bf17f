"""Characters before words: what cannot be seen or spoofs goes, Arabic shapes become Persian letters.

The first step of ``polish``. Letter shapes and invisible characters only; marks, digits and half-spaces come after.
"""

import re
from typing import Final

from summarizer.persian.letters import FOR_HALF_SPACES, ZWNJ, presentation_forms

LINE_ENDS: Final = "\n\r\x85\u2028\u2029"
_LETTERS: Final = {"ي": "ی", "ى": "ی", "ې": "ی", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ھ": "ه", "ە": "ه"}
_DIGITS: Final = dict(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True))
_SPACES: Final = dict.fromkeys(
    "\t\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_BIDI: Final = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN: Final = dict.fromkeys((*_BIDI, *"\u2060\u180e\ufffe\uffff"))
_CONTROLS: Final = {chr(code): None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in LINE_ENDS}
_PERSIAN: Final = "\u0621-\u063a\u0641-\u065f\u0670-\u06d3\u06d5"


_SHAPES: Final = {
    form: "".join(_LETTERS.get(letter, letter) for letter in letters) for form, letters in presentation_forms().items()
}
_TABLE: Final = str.maketrans({**_CONTROLS, **_UNSEEN, **_SHAPES, **_LETTERS, **_DIGITS, **_SPACES})
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ZERO_WIDTH: Final = re.compile("[\u200b\ufeff\u200e\u200f\u00ad]")
_HIDDEN_JOINER: Final = re.compile(rf"(?<=[{_PERSIAN}])[{FOR_HALF_SPACES}]+(?=[{_PERSIAN}])")
_ZWJ_IN_WORD: Final = re.compile(rf"(?<=[{_PERSIAN}])\u200d+(?=[{_PERSIAN}])")
_PERSIAN_CHAR: Final = re.compile(f"[{_PERSIAN}]")
_TATWEEL: Final = re.compile("\u0640+")
_HALF_SPACES: Final = re.compile(f"{ZWNJ}+")
_LOOSE_HALF_SPACE: Final = re.compile(rf"(?<![\w{_PERSIAN}»)\]]){ZWNJ}|{ZWNJ}(?![\w{_PERSIAN}])|(?<=\u0640){ZWNJ}|{ZWNJ}(?=\u0640)")


def clean(text: str) -> str:
    """Remove what is not seen, and bring letters, digits and spaces to their Persian and plain forms.

    Args:
        text: any text.

    Returns:
        The text without control, direction and surrogate characters, tatweel and half-spaces that part nothing; line ends stay.
    """
    text = _SURROGATE.sub("", text.translate(_TABLE))
    text = _ZERO_WIDTH.sub("", _HIDDEN_JOINER.sub(ZWNJ, text))
    text = _LOOSE_HALF_SPACE.sub("", _HALF_SPACES.sub(ZWNJ, _ZWJ_IN_WORD.sub("", text)))
    return _LOOSE_HALF_SPACE.sub("", _TATWEEL.sub(_tatweel, text))


def _tatweel(run: re.Match[str]) -> str:
    """Nothing where it draws out a word; a dash where it stands for one."""
    around = run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() : run.end() + 1]
    return "" if _PERSIAN_CHAR.search(around) else "–"
