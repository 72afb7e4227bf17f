"""Topics found for the seed articles against those in their headers, which an editor gave. The floor only rises."""

from bot.ingest.record import Record
from bot.topics import classify

FIRST_FLOOR = 0.75


def test_the_first_topic_is_one_that_the_editor_gave(seeds: dict[str, Record]) -> None:
    """The share of articles whose best topic is among those of the header."""
    labelled = [seed for seed in seeds.values() if seed.topics]
    hits = [classify(title=seed.title, text=seed.text)[:1] for seed in labelled]
    right = sum(bool(hit) and hit[0] in seed.topics for hit, seed in zip(hits, labelled, strict=True))
    assert right / len(labelled) >= FIRST_FLOOR


def test_two_outlets_on_one_story_share_its_topic(seeds: dict[str, Record]) -> None:
    """An alert on a topic should not depend on which outlet wrote first."""
    for one, other in (("010_water_bill.txt", "011_water_bill_other.txt"), ("024_storm_warning.txt", "025_storm_other.txt")):
        topics = [set(classify(title=seeds[name].title, text=seeds[name].text)) for name in (one, other)]
        assert topics[0] & topics[1]
