"""Where half-spaces belong in one word, from its letters and the word lists alone.

A word in the lists is looked up. For any other, each place where a half-space can stand is judged by a logistic model over the
parts to its left and right: are they words, how common, which endings and letters meet. The weights are learnt by
``tests/bench/make_word_lists.py``.
Pure functions of a word and a ``Lexicon``; sentences and context are the business of ``half_spaces``.
"""

import math
import re
from collections.abc import Sequence
from typing import Final

from summarizer.persian.lexicon import Lexicon
from summarizer.persian.verbs import is_after_mi

LONGEST: Final = 30  # letters; longer runs are no words, and are left alone
LEAST_INFLECTED: Final = 0.5  # probability from which a half-space is put before an ending or after «می»
LEAST_YA: Final = 0.35  # and before the «ی» of پایه‌ی
LEAST_COMPARED: Final = 0.6  # and before «تر», which writers often join: مهمتر
LEAST_COMPOUND: Final = 0.75  # and between the parts of a compound, which writers often join: دلجویی is no mistake
LEAST_SURNAME: Final = 0.2  # and before the ending of a surname after «ی», where nearly every writer parts them: قاسمی‌نژاد
LEAST_COMPARATIVE: Final = 0.35  # and in محکم‌تری
_SURNAME_ENDINGS: Final = ("زاده", "فرد", "نژاد", "نیا", "پور", "منش")
_LEAST_NAME: Final = 4  # letters; علیزاده and علیپور are one word to many
_NON_JOINING: Final = frozenset("اآدذرزژو")  # no half-space is needed after a letter that does not join the next
_MI: Final = ("می", "نمی")
_ENDING: Final = re.compile(r"(?:ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?|ترین|تر|ی|ای|اش|شان|مان|تان|ان|ام|اند|است|م|ش)$")
_INFLECTION: Final = re.compile(r"ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?(?:ست)?|ترین|تر|ای|ام|اند|اید|ایم|(?<=ه)ی")
_DARI: Final = re.compile(r"(?<=\w{3}ه)گ(?:ان|انی|ی)$")  # باشنده‌گان, زنده‌گی; in Iran باشندگان, زندگی
_LONGEST_PART: Final = 6
_COMMON: Final = 9


def candidates(word: str, words: Lexicon) -> list[int]:
    """The places of a word worth judging: after a joining letter, with a known word or ending on at least one side.

    Args:
        word: letters only, as ``align`` gives them.
        words: the word lists.

    Returns:
        Numbers of letters before the place, ascending.
    """
    return [i for i in range(2, len(word)) if word[i - 1] not in _NON_JOINING and _plausible(word[:i], word[i:], words)]


def _plausible(left: str, right: str, words: Lexicon) -> bool:
    if left in _MI:
        return is_after_mi(right)
    return _is_word(left, words) or _is_word(right, words) or _is_word(without_ending(right), words)


def _is_word(part: str, words: Lexicon) -> bool:
    return part in words.known or part in words.splits


def without_ending(word: str) -> str:
    """A word without one inflecting ending, or as it is."""
    ending = _ENDING.search(word)
    return word[: ending.start()] if ending and ending.start() > 1 else word


def features(word: str, place: int, words: Lexicon) -> list[str]:
    """The names of what is seen at one place of a word.

    Args:
        word: letters only, as ``align`` gives them.
        place: number of letters before it.
        words: the word lists.

    Returns:
        Feature names: a letter for the kind, then the value. All are yes-or-no.
    """
    left, right = word[:place], word[place:]
    base = without_ending(right)
    whole = words.known.get(word, 0)
    lefts = words.known.get(left, 0)
    rights = max(words.known.get(right, 0), words.known.get(base, 0))
    low, high = _coarse(lefts), _coarse(rights)
    found = ["b", f"w{whole}", f"x{lefts}", f"y{words.known.get(right, 0)}", f"z{rights}", f"k{low}{high}"]
    first, last = words.firsts.get(left, 0), max(words.lasts.get(right, 0), words.lasts.get(base, 0))
    found += [f"f{_step(first)}", f"p{_step(last)}", f"P{_step(first)}{_step(last)}{low}"]
    found += [f"n{min(len(left), 6)}{min(len(right), 6)}", f"K{low}{high}{_coarse(whole)}"]
    found += ["j" + left[-1] + right[0], "a" + left[-2:], "e" + left[-3:], "c" + right[:2], "g" + right[:3], "h" + right[:4]]
    if len(right) <= _LONGEST_PART:
        found += ["r" + right, "R" + right + "_" + left[-1], f"Q{right}{low}"]
    if len(base) <= _LONGEST_PART:
        found += ["s" + base, f"S{base}{low}"]
    if len(left) < _LONGEST_PART:
        found += ["l" + left, f"M{left}{high}"]
    return found + _listed(word, left, right, place, words) + _other_reading(left, right, low, words)


def _coarse(count_digits: int) -> str:
    """A count in four steps: unknown, rare, usual, common."""
    return str(min(count_digits, _COMMON) // 3 + 1) if count_digits else "0"


def _step(number: int) -> int:
    """A number of words in few steps."""
    return min(number.bit_length(), 6)


def _listed(word: str, left: str, right: str, place: int, words: Lexicon) -> list[str]:
    """What the list of words with half-spaces says of the parts."""
    found = []
    base = without_ending(word)
    if base != word and place < len(base) and base in words.splits:
        found.append(f"t{place in words.splits[base]}")
    if right in words.splits:
        found.append("u")
    if left in words.splits:
        found.append("v")
    return found


def _other_reading(left: str, right: str, low: str, words: Lexicon) -> list[str]:
    """For رابط‌های, how common رابطه is, and the other way round: the two are the same without a half-space."""
    if right in ("های", "هایی"):
        return [f"A{low}{_coarse(words.known.get(left + 'ه', 0))}"]
    if right in ("ای", "ایی") and left.endswith("ه"):
        return [f"B{low}{_coarse(words.known.get(left[:-1], 0))}"]
    return []


def probability(word: str, place: int, words: Lexicon, also: Sequence[str] = ()) -> float:
    """How likely a half-space stands at a place of a word never seen.

    Args:
        word: letters only, as ``align`` gives them.
        place: number of letters before it.
        words: the word lists.
        also: features known from elsewhere.

    Returns:
        0 to 1.
    """
    weights = words.weights
    total = sum(weights.get(name, 0.0) for name in (*features(word, place, words), *also))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def judge(word: str, words: Lexicon) -> dict[int, float]:
    """The probability at every place of a word that is worth judging.

    Args:
        word: letters only, as ``align`` gives them.
        words: the word lists.

    Returns:
        Place to probability; empty for a word longer than ``LONGEST``.
    """
    if len(word) > LONGEST:
        return {}
    return {place: probability(word, place, words) for place in candidates(word, words)}


def best(word: str, judged: dict[int, float], least_compound: float = LEAST_COMPOUND) -> tuple[int, ...]:
    """The places to use: likely enough, and of two that leave one letter between them the likelier.

    Args:
        word: letters only, as ``align`` gives them.
        judged: place to probability.
        least_compound: the probability from which the parts of a compound are parted.

    Returns:
        Places, ascending.
    """
    chosen: list[int] = []
    for place, chance in sorted(judged.items(), key=lambda item: -item[1]):
        if chance >= _least(word, place, least_compound) and all(abs(place - other) > 1 for other in chosen):
            chosen.append(place)
    return tuple(sorted(chosen))


def _is_inflection(word: str, place: int) -> bool:
    return word[:place] in _MI or _INFLECTION.fullmatch(word, place) is not None


def _least(word: str, place: int, least_compound: float) -> float:
    """The probability from which a half-space is put at a place."""
    ending = word[place:]
    if ending in ("تر", "ترین"):
        return LEAST_COMPARED
    if ending == "ی" and word[place - 1] == "ه":
        return LEAST_YA
    if _is_inflection(word, place):
        return LEAST_INFLECTED
    if ending == "تری":
        return LEAST_COMPARATIVE
    named = place >= _LEAST_NAME and word[place - 1] == "ی" and ending in _SURNAME_ENDINGS
    return LEAST_SURNAME if named else least_compound


def split_places(word: str, words: Lexicon) -> tuple[int, ...]:
    """Where half-spaces belong in a word by itself.

    Args:
        word: letters only, as ``align`` gives them.
        words: the word lists.

    Returns:
        Numbers of letters before each half-space, ascending; empty where there is none.
    """
    if word in words.splits:
        return words.splits[word]
    if word in words.known:
        return ()
    if (dari := _DARI.search(word)) and word[: dari.start()] in words.known:
        return (dari.start(),)
    return best(word, judge(word, words))
