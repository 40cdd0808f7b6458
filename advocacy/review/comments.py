"""Suggested changes as comments beside the lines, for a program that may write them to a forge."""

from collections.abc import Sequence

from advocacy.review.document import Block, Listing, Paragraph, Words, make_words
from advocacy.review.encoding import make_json_text
from advocacy.review.markdown import MARKER, make_markdown_text
from advocacy.review.report import Remark, Report
from advocacy.review.suggestion import Suggestion
from advocacy.review.summary import make_reason_words

# What is more is in the summary: nobody takes fifty suggestions one by one.
MOST_COMMENTS = 20


def make_comments(report: Report) -> str:
    """Return a JSON list of comments, what blocks first.

    Each has the `path` from the repository's folder, `line` and `end_line`, 1-based, the `body` as
    Markdown, and a `fingerprint` by which one that is there already is known.
    """
    ordered = sorted(report.suggestions, key=lambda each: not each.blocks)[:MOST_COMMENTS]
    entries = [_entry(each, report) for each in ordered]
    return make_json_text(entries)


def _entry(suggestion: Suggestion, report: Report) -> dict[str, object]:
    return {
        "path": f"{report.folder}{suggestion.path}",
        "line": suggestion.line,
        "end_line": suggestion.end_line,
        "body": _body(suggestion, report),
        "fingerprint": suggestion.fingerprint,
    }


def _body(suggestion: Suggestion, report: Report) -> str:
    remarks = [each for each in report.remarks if each.finding in suggestion.findings]
    told: Sequence[Block] = [Paragraph(_words(each)) for each in remarks]
    new = Listing("\n".join(suggestion.new), "suggestion")
    mark = MARKER.replace(" -->", f" {suggestion.fingerprint} -->")
    return f"{mark}\n\n{make_markdown_text([*told, new])}\n"


def _words(remark: Remark) -> Words:
    return (*make_words(remark.finding.message), *make_reason_words(remark))
