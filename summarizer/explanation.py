"""Why each sentence is in a summary or not, in words and numbers. Reads what ``rank`` and ``select`` decided; decides nothing."""

from dataclasses import dataclass
from typing import Final

from summarizer.pipeline import MAX_READ_CHARS, budget_for
from summarizer.rank import news
from summarizer.rank.document import read_document
from summarizer.rank.methods import rank
from summarizer.select import Verdict, choose

_SAID: Final = {
    "early": "stands early",
    "second": "is the second sentence",
    "last": "is the last sentence",
    "opens": "opens a paragraph",
    "forward": "later sentences take it up",
    "backward": "takes up earlier sentences",
    "title": "shares words with the title",
    "lead": "shares words with the lead",
    "rare": "is made of rare words",
    "question": "asks",
    "speech": "reports what somebody said",
    "leans": "leans on what stands before",
    "first person": "speaks as I, we or you",
}
_NOTEWORTHY: Final = 0.005  # points below which a feature is not mentioned


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was thought of a sentence.

    Args:
        text: the sentence.
        score: what the ranker gave it.
        verdict: whether it was chosen, and why not.
        reasons: what moved the score, strongest first, each as words and points; empty for sumy's methods, which give none.
    """

    text: str
    score: float
    verdict: Verdict
    reasons: tuple[tuple[str, float], ...]


def explain(
    text: str, *, title: str = "", max_sentences: int | None = None, max_words: int | None = None, method: str = "news"
) -> tuple[Explanation, ...]:
    """Say why ``summarize`` with the same arguments chooses what it chooses.

    Args:
        text: any text.
        title: its title.
        max_sentences: as for ``summarize``.
        max_words: as for ``summarize``.
        method: as for ``summarize``.

    Returns:
        One explanation for each sentence that was considered, in the order of the text.

    Raises:
        UnknownMethod: no method of that name.
    """
    document = read_document(text[:MAX_READ_CHARS], title)
    scores = rank(document, method)
    verdicts = choose(document, scores, budget_for(document, max_sentences=max_sentences, max_words=max_words))
    points = news.contributions(document) if method == "news" else [{} for _ in scores]
    return tuple(
        Explanation(text[one.start : one.end], score, verdict, _reasons(parts))
        for one, score, verdict, parts in zip(document.sentences, scores, verdicts, points, strict=True)
    )


def _reasons(parts: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """The features worth a mention, strongest first."""
    strong = sorted(parts.items(), key=lambda part: -abs(part[1]))
    return tuple((_SAID[name], value) for name, value in strong if abs(value) >= _NOTEWORTHY)
