"""Which words are a typing slip apart. The only door to rapidfuzz."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

SLIP_LENGTHS = range(4, 25)  # shorter words are a slip away from too many others; longer ones are no words


def slips(word: str) -> set[str]:
    """The word without one of its letters, each way.

    Two words that are one slip apart share one of these, or one is among the other's: the deletion neighbourhood of
    T. Bocek, E. Hunt, B. Stiller, «Fast similarity search in large dictionaries», 2007.
    """
    return {word[:place] + word[place + 1 :] for place in range(len(word))} if len(word) in SLIP_LENGTHS else set()


def distance(one: str, other: str, *, at_most: int) -> int:
    """How many slips part two words: a letter too many, missing, wrong, or two changed round (optimal string alignment).

    Args:
        one: a word.
        other: a word.
        at_most: where counting ends; a larger distance comes out as ``at_most + 1``.
    """
    return int(OSA.distance(one, other, score_cutoff=at_most))


def near(word: str, known: Iterable[str]) -> str:
    """The known word nearest to this one, at most a slip away; the word itself where there is none.

    Args:
        word: as typed.
        known: words to choose from.
    """
    best, steps = word, 2
    for other in known if len(word) in SLIP_LENGTHS else ():
        apart = distance(word, other, at_most=1)
        if apart < steps:
            best, steps = other, apart
    return best
