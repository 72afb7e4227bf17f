"""The command line: ``python -m summarizer FILE|-``. Reads, calls the library, prints; decides nothing."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from summarizer import Quote, SummarizerError, Summary, explain, polish, summarize
from summarizer.headline import headed, moved
from summarizer.quotes.page import html_page
from summarizer.quotes.table import quotes_table
from summarizer.rank.methods import METHODS
from summarizer.select import is_shown

_SOME_REASONS = 5


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: without the program's name; those of the process when None.

    Returns:
        The exit status: 0 done, 1 there is no text or a budget was refused, 2 wrong arguments.
    """
    args = _parser().parse_args(arguments)
    try:
        text = _read(args.file)
        if not text.strip():
            print(f"summarizer: {args.file} holds no text", file=sys.stderr)
            return 1
        print(_answer(args, text))
    except UnicodeError:
        print(f"summarizer: {args.file} is no text in UTF-8", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"summarizer: {error.filename or args.file}: {error.strerror or error}", file=sys.stderr)
        return 1
    except SummarizerError as error:
        print(f"summarizer: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m summarizer", description="Summary and key quotations of a Persian news text.")
    parser.add_argument("file", help="a text in UTF-8; - reads standard input")
    parser.add_argument("--title", default="", help="the article's title, where none stands above the text: it helps the choice")
    parser.add_argument("--sentences", type=int, metavar="N", help="at most so many sentences")
    parser.add_argument("--words", type=int, metavar="N", help="at most so many words")
    parser.add_argument("--method", default="news", choices=METHODS, help="how sentences are ranked (default: news)")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="the result for a program, with offsets")
    output.add_argument("--explain", action="store_true", help="every sentence with its score, and why it was chosen or not")
    output.add_argument("--quotes", action="store_true", help="all quotations as a table")
    output.add_argument("--html", type=Path, metavar="OUT", help="write a page that shows sentences and quotations in the text")
    return parser


def _read(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _answer(args: argparse.Namespace, content: str) -> str:
    """What to print."""
    title, body_at = ("", 0) if args.title else headed(content)
    title, text = args.title or title, content[body_at:]
    if args.quotes:
        return quotes_table("\n" * body_at + text)  # so that the places are those of the file
    if args.html:
        args.html.write_text(html_page(text, title=title), encoding="utf-8")
        return str(args.html)
    if args.explain:
        return _explained(args, title, text)
    summary = summarize(text, title=title, max_sentences=args.sentences, max_words=args.words, method=args.method)
    if not summary.sentences:
        print("summarizer: no sentence fits into so few", file=sys.stderr)
    return json.dumps(asdict(moved(summary, body_at)), ensure_ascii=False) if args.json else _shown(summary, title)


def _shown(summary: Summary, title: str) -> str:
    """A summary for a person."""
    parts = [polish(title), ""] if title else []
    parts += [_in_a_line(sentence.text) for sentence in summary.sentences]
    if summary.quotes:
        parts += ["", "نقل‌قول‌های کلیدی:", *(_said(quote) for quote in summary.quotes)]
    if summary.read_chars < summary.total_chars:
        parts += ["", f"({summary.read_chars:,} / {summary.total_chars:,})"]
    return "\n".join(parts)


def _in_a_line(text: str) -> str:
    """A piece of the text, polished, without the line ends that cut it to a width."""
    return polish(text.replace("\n", " "))


def _said(quote: Quote) -> str:
    """A quotation in its own honest form: only what stands in marks in the text is shown in marks."""
    speaker, words = _in_a_line(quote.speaker) or "گوینده نامعلوم", _in_a_line(quote.text)
    if quote.kind == "indirect":
        return f"- {speaker}: {words} (نقل به مضمون)"
    return f"- {speaker}: «{words}»" if quote.marked else f"- {speaker}: {words} (به روایت خبر)"


def _explained(args: argparse.Namespace, title: str, text: str) -> str:
    """Every sentence with what was thought of it."""
    lines: list[str] = []
    found = explain(text, title=title, max_sentences=args.sentences, max_words=args.words, method=args.method)
    for number, one in enumerate(found, start=1):
        mark = "+" if is_shown(one.verdict) else " "
        lines.append(f"{mark}{number:3} {one.score:6.3f}  {one.verdict.value}")
        lines.append(f"     {_in_a_line(one.text)}")
        lines += [f"     {points:+.3f} {words}" for words, points in one.reasons[:_SOME_REASONS]]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
