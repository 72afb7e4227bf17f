"""The days that a text names: «دیروز», «یکشنبه», «۲ آذر», «۱۴۰۵/۹/۲», «سه روز پیش», «هفتهٔ گذشته», «۱۲ ساعت گذشته». Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.ingest.dates import MONTHS, parse_date
from bot.jalali import DARI_MONTH_NAMES, MONTH_NAMES, jalali_year
from bot.model.period import Days, Period
from bot.telegram.callbacks import Action
from summarizer.persian.letters import fold

Span = Days | timedelta  # whole days, or so long before now
LAST_DAY = timedelta(days=1)
WEEK, MONTH = 7, 30  # days
_MOST_DAYS, _MOST_HOURS = 31, 72
_YEARS = range(1900, 2200)  # what a button may carry
_LEAP = 5  # years in which every day of the year comes once
_FRIDAY, _SATURDAY = 4, 5  # as date.weekday counts
_NUMBERS = {fold(word): number for number, word in enumerate(("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده"), 1)}
_AGO = {
    fold(word): days
    for days, words in enumerate((("امروز", "امشب"), ("دیروز", "دیشب", "روز گذشته", "روز قبل", "شب گذشته"), ("پریروز", "پریشب")))
    for word in words
}
_MONTHS = {fold(name): name for name in MONTHS if not name.isascii()}
_JALALI = frozenset((*MONTH_NAMES, *DARI_MONTH_NAMES, "امرداد"))


def _longest_first(words: Iterable[str]) -> str:
    """Words as a pattern that takes the longest of them."""
    return "|".join(sorted(words, key=len, reverse=True))


_A_WEEK = "هفته"
_BEFORE = "گذشته|پیش|قبل"
_HOUR = "(?: (?:صبح|ظهر|عصر|شب))?"
_WEEKDAY = r"(?:یک|دو|سه|چهار|پنج|[1-5]) ?شنبه|شنبه|جمعه"
_NUMBER = rf"\d{{1,3}}|{'|'.join(_NUMBERS)}"
_PHRASE = re.compile(
    r"(?<!\w)(?:روز )?(?:"
    rf"(?:(?:{_WEEKDAY}) )?(?P<day>\d{{1,2}}) (?P<month>{_longest_first(_MONTHS)})(?: ?ماه)?(?: (?P<year>\d{{4}}))?"
    r"|(?P<numbers>\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
    rf"|(?P<back>{_NUMBER}) روز (?:پیش|قبل)"
    rf"|(?P<days>{_NUMBER}) روز (?:گذشته|اخیر)"
    rf"|(?P<hours>{_NUMBER}) ساعت (?:گذشته|اخیر)|(?P<round>شبانه ?روز (?:گذشته|اخیر))"
    rf"|(?P<saturday>این هفته|هفته جاری)|(?P<week>(?:یک )?هفته(?: (?:{_BEFORE}|اخیر))?)"
    rf"|(?P<moon>(?:یک )?ماه (?:{_BEFORE}|اخیر))"
    rf"|(?P<ago>{_longest_first(_AGO)}){_HOUR}"
    rf"|(?P<weekday>{_WEEKDAY}){_HOUR}(?P<last> (?:هفته )?(?:{_BEFORE}))?"
    r")(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name days.

    Args:
        words: the words, folded.
        rest: the text without them, folded.
        relative: whether they tell of days from today, which is no name of an article.
    """

    words: str
    rest: str
    relative: bool


def phrase_in(text: str) -> Phrase | None:
    """The first words of a text that name days, or None.

    Args:
        text: as written, with or without half-spaces, digits of any kind.
    """
    folded = " ".join(fold(text).split())
    found = _PHRASE.search(folded)
    if not found:
        return None
    rest = " ".join(f"{folded[: found.start()]} {folded[found.end() :]}".split())
    return Phrase(found[0], rest, found[0] != _A_WEEK and not (found["weekday"] or found["day"] or found["numbers"]))


def named(phrase: Phrase, today: date) -> Span | None:
    """The days that words name, seen from today; a weekday or a date without a year is the last one that was.

    Args:
        phrase: as ``phrase_in`` gave it.
        today: the reader's day.

    Returns:
        None where there is no such day, or it is still to come.
    """
    found = _PHRASE.fullmatch(phrase.words)
    kind = next((name for name in _READERS if found and found[name]), None)
    return _READERS[kind](found, today) if found and kind else None


def _dated(found: re.Match[str], today: date) -> Days | None:
    month = _MONTHS[found["month"]]
    year = jalali_year(today) if month in _JALALI else today.year
    years = (int(found["year"]),) if found["year"] else range(year, year - _LEAP, -1)
    read = (_read(f"{found['day']} {month} {one}") for one in years)
    return next((Days(day) for day in read if day and day <= today), None)


def _numbered(found: re.Match[str], today: date) -> Days | None:
    day = _read(found["numbers"])
    return Days(day) if day and day <= today else None


def _read(text: str) -> date | None:
    moment = parse_date(text, UTC)
    return moment.date() if moment else None


def _weekday(found: re.Match[str], today: date) -> Days:
    name = re.sub(" ?شنبه", "", found["weekday"])
    day = _FRIDAY if name == found["weekday"] else (_SATURDAY + _number(name)) % WEEK
    back = (today.weekday() - day) % WEEK
    return Days(today - timedelta(days=back or (WEEK if found["last"] else 0)))


def _number(text: str) -> int:
    """A number in digits or as a word; 0 for none."""
    return int(text) if text.isdecimal() else _NUMBERS.get(text, 0)


def _ago(found: re.Match[str], today: date) -> Days:
    return Days(today - timedelta(days=_AGO[found["ago"]]))


def _since_saturday(found: re.Match[str], today: date) -> Days:
    return Days(today, (today.weekday() - _SATURDAY) % WEEK + 1)


_READERS: dict[str, Callable[[re.Match[str], date], Span | None]] = {
    "day": _dated,
    "numbers": _numbered,
    "back": lambda found, today: Days(today - timedelta(days=_number(found["back"]))),
    "days": lambda found, today: Days(today, min(max(_number(found["days"]), 1), _MOST_DAYS)),
    "hours": lambda found, today: timedelta(hours=min(max(_number(found["hours"]), 1), _MOST_HOURS)),
    "round": lambda found, today: LAST_DAY,
    "saturday": _since_saturday,
    "week": lambda found, today: Days(today, WEEK),
    "moon": lambda found, today: Days(today, MONTH),
    "ago": _ago,
    "weekday": _weekday,
}


def period_of(span: Span, now: datetime, zone: tzinfo) -> Period:
    """The stretch of time that days are.

    Args:
        span: the days.
        now: aware.
        zone: the reader's.
    """
    return span.period(zone) if isinstance(span, Days) else Period(now - span, now + timedelta(seconds=1))


def as_args(span: Span) -> tuple[str, int]:
    """Days as a button carries them: the last one with their number, or nothing with a number of hours."""
    return (span.last.isoformat(), span.count) if isinstance(span, Days) else ("", span // timedelta(hours=1))


def from_args(action: Action) -> Span:
    """The days that a button carries in its first two arguments; of rubbish, those nearest to it."""
    number = max(1, action.number(1))
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", action.arg(0), re.ASCII):
        return timedelta(hours=min(number, _MOST_HOURS))
    try:
        last = date.fromisoformat(action.arg(0))
    except ValueError:
        return LAST_DAY
    return Days(last, min(number, _MOST_DAYS)) if last.year in _YEARS else LAST_DAY
