"""A report as JSON for programs, as review.schema.json says."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from advocacy.review.approvers import Approvers
from advocacy.review.report import Remark, Report
from advocacy.review.suggestion import Suggestion
from advocacy.review.summary import make_verdict

# Goes up when a key is taken away or means something else; a new key leaves it as it is.
SCHEMA_VERSION = 1
SCHEMA_FILE = Path(__file__).parent / "review.schema.json"


def make_json(report: Report) -> str:
    """Return a report as JSON."""
    approvers = report.stewardship.approvers if report.stewardship else Approvers()
    whole = {
        "$schema": SCHEMA_FILE.name,
        "schema_version": SCHEMA_VERSION,
        "verdict": make_verdict(report),
        "blocks": bool(report.blocking),
        "findings": [_remark(each) for each in report.remarks],
        "suggestions": [_suggestion(each) for each in report.suggestions],
        **{key: encode(getattr(report, key)) for key in _PLAIN},
        **{key: encode(getattr(report.stewardship, key, ())) for key in _OF_PEOPLE},
        "approved": encode(approvers.ids),
        "approved_before": encode(approvers.outdated),
    }
    return make_json_text(whole)


def make_json_text(value: object) -> str:
    """Return a value as JSON; of a name that is not UTF-8, strange bytes stand as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace").decode()


_PLAIN = (
    *("base", "commit", "today", "folder", "preview"),
    *("posts", "others", "older", "notes", "site"),
)
_OF_PEOPLE = ("authors", "flags", "foreign", "claimed", "approvals")


def encode(value: Any) -> object:
    """Return a value of ours as JSON holds it: by the names of its fields."""
    if is_dataclass(value):
        return {each.name: encode(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: encode(each) for key, each in value._asdict().items()}
    if isinstance(value, (tuple, list)):
        return [encode(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.as_posix() if isinstance(value, PurePath) else value


def _remark(remark: Remark) -> Mapping[str, object]:
    finding = remark.finding
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line or finding.line,
        "check": finding.check,
        "severity": finding.severity,
        "blocks": finding.blocks,
        "message": finding.message,
        "replacements": list(finding.replacements),
        "principle": remark.principle,
        "reason": remark.reason,
        "link": remark.link,
    }


def _suggestion(suggestion: Suggestion) -> Mapping[str, object]:
    return {
        "path": suggestion.path,
        "line": suggestion.line,
        "end_line": suggestion.end_line,
        "old": list(suggestion.old),
        "new": list(suggestion.new),
        "blocks": suggestion.blocks,
        "fingerprint": suggestion.fingerprint,
    }
