"""The noun phrase that speaks."""

import pytest

from summarizer.persian.letters import align
from summarizer.quotes.subjects import read_subject
from summarizer.quotes.words import tokens


def subject(clause: str, known: tuple[str, ...] = ()) -> str:
    """The words that name the speaker in a clause, '' for none."""
    aligned = align(clause)
    mention = read_subject(tokens(aligned, 0, len(aligned)), 0, known)
    return clause[mention.start : mention.end] if mention else ""


SUBJECTS = [
    ("مینا رضوی", "مینا رضوی"),
    ("دیروز مینا رضوی در نشستی", "مینا رضوی"),
    ("مینا رضوی، شهردار نیلگون، نیز در پاسخ", "مینا رضوی، شهردار نیلگون"),
    ("سفیر ایران در روسیه در گفت‌وگو با تاس", "سفیر ایران در روسیه"),
    ("یکی از نمایندگان مجلس با اشاره به طرح", "یکی از نمایندگان مجلس"),
    ("رئیس ستاد مبارزه با سیل در جمع مردم", "رئیس ستاد مبارزه با سیل"),
    ("امام جمعه نیلگون در خطبه‌ها", "امام جمعه نیلگون"),
    ("وی در پایان", "وی"),
    ("این مقام مسئول همچنین", "این مقام مسئول"),
    ("دی یانگ پس از بازی", "دی یانگ"),
    ("سازمان عفو بین الملل روز سه شنبه", "سازمان عفو بین الملل"),
    ("خود او در این باره", "او"),
    ("در ادامه", ""),
    ("همچنین", ""),
    ("این سخنان را", ""),
    ("نفی و", ""),
]


@pytest.mark.parametrize(("clause", "expected"), SUBJECTS)
def test_the_subject_of_a_clause_is_read_whole_and_alone(clause: str, expected: str) -> None:
    """Role and place belong to it; times, occasions and objects do not."""
    assert subject(clause) == expected


def test_a_known_name_is_a_subject_though_an_object_runs_on() -> None:
    """Nothing parts «خادمی» from what he calls old; only that he has spoken before tells."""
    clause = "خادمی فرسودگی ماشین‌ها را مشکل خواند و"
    assert subject(clause, ("خادمی",)) == "خادمی"
