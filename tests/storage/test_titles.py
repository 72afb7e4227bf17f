"""How a title is judged by a name."""

from bot.storage.titles import AS_WRITTEN, HALF_TYPED, IN_LEAD, ONE_SLIP, Slot, fit


def slots(*words: str, likeness: float = AS_WRITTEN) -> list[Slot]:
    """A name whose words are all known, of equal weight."""
    return [Slot(word, 1.0, {word: likeness}) for word in words]


def test_a_whole_title_is_the_best_there_is() -> None:
    """Every word as written, in order, and nothing else in the title."""
    whole = fit(slots("پل", "شهر"), ["پل", "شهر"], [])
    assert (whole.likeness, whole.covered) == (1.0, 1.0)
    assert whole.rank > fit(slots("پل", "شهر"), ["پل", "شهر", "تازه"], []).rank


def test_order_and_neighbours_decide_between_equals() -> None:
    """Of titles with the same words, the one with the name's order is first, and the one with its words side by side."""
    name = slots("پل", "شهر", "نو")
    together = fit(name, ["پل", "شهر", "نو", "ما"], [])
    apart = fit(name, ["پل", "شهر", "ما", "نو"], [])
    shuffled = fit(name, ["نو", "شهر", "پل", "ما"], [])
    assert together.rank > apart.rank > shuffled.rank
    assert together.likeness == apart.likeness == shuffled.likeness == 1.0


def test_a_slip_counts_for_less_than_the_word() -> None:
    """A title with the word as written is before one that needs a slip."""
    name = [Slot("پلها", 1.0, {"پلها": AS_WRITTEN, "پلهای": ONE_SLIP})]
    assert fit(name, ["پلها"], []).likeness > fit(name, ["پلهای"], []).likeness == ONE_SLIP


def test_weight_says_what_a_word_counts() -> None:
    """A rare word that is met tells more than a frequent one."""
    name = [Slot("و", 0.2, {"و": 1.0}), Slot("زرافه", 3.0, {"زرافه": 1.0})]
    assert fit(name, ["زرافه"], []).likeness > 0.9
    assert fit(name, ["و"], []).likeness < 0.1


def test_a_half_typed_word_meets_what_it_begins() -> None:
    """The last word's beginning is enough, in title or lead."""
    name = [Slot("زرا", 1.0, {}, prefix="زرا")]
    assert fit(name, ["زرافه"], []).likeness == HALF_TYPED
    assert fit(name, ["شهر"], ["زرافه"]).likeness == HALF_TYPED * IN_LEAD


def test_the_lead_counts_for_less() -> None:
    """A word that stands in the lead only counts, for less than in the title."""
    assert fit(slots("پل"), ["شهر"], ["پل"]).likeness == IN_LEAD
    assert fit(slots("پل"), ["شهر"], ["کوه"]).likeness == 0


def test_an_empty_title_meets_nothing() -> None:
    """A title without words is no match and no error."""
    assert fit(slots("پل"), [], []).rank == 0
