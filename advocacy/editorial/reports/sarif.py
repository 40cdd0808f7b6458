"""SARIF 2.1.0, the format that code scanning reads.

Its text is at https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; the tests hold what
is written here against its schema.
"""

import json
from collections.abc import Mapping
from typing import Any

from advocacy import __version__
from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.card import Card, make_card
from advocacy.editorial.reports.fingerprints import make_fingerprints
from advocacy.editorial.reports.region import Region, is_literal, make_region, utf16_units
from advocacy.editorial.reports.report import ERROR, NOTE, WARNING, Report, level_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL_OF_RULE = {"error": ERROR, "warning": WARNING, "suggestion": NOTE}


def make_sarif_report(report: Report) -> str:
    """Return one run with its rules, results and fixes; columns are UTF-16 code units."""
    examples = {each.check: each for each in report.findings}
    cards = [make_card(examples[check], report) for check in sorted(examples)]
    places = {card.id: index for index, card in enumerate(cards)}
    driver: dict[str, Any] = {
        "name": "Advocacy",
        "version": __version__,
        "rules": [_rule(card) for card in cards],
    }
    results = [
        _result(finding, places, fingerprint, report)
        for finding, fingerprint in zip(report.findings, make_fingerprints(report), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2)


def _rule(card: Card) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": card.id,
        "shortDescription": {"text": card.about},
        "fullDescription": {"text": card.about},
        "help": {"text": card.prose, "markdown": card.prose},
        "defaultConfiguration": {"level": LEVEL_OF_RULE[card.severity]},
    }
    return rule | ({"helpUri": card.link} if card.link.startswith("http") else {})


def _result(
    finding: Finding, places: Mapping[str, int], fingerprint: str, report: Report
) -> dict[str, Any]:
    region = make_region(finding, report, utf16_units)
    location: dict[str, Any] = {"artifactLocation": _artifact(finding, report)}
    if region:
        location["region"] = _region(region)
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": places[finding.check],
        "level": level_of(finding),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"advocacy/v1": fingerprint},
        "properties": {"severity": finding.severity, "principle": finding.principle},
    }
    fixes = _fixes(finding, region, report)
    return result | ({"fixes": fixes} if fixes else {})


def _artifact(finding: Finding, report: Report) -> dict[str, str]:
    return {"uri": report.file_address(finding.path), "uriBaseId": "%SRCROOT%"}


def _region(region: Region) -> dict[str, int]:
    if not region.column:
        return {"startLine": region.line}
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _fixes(finding: Finding, region: Region | None, report: Report) -> list[dict[str, Any]]:
    if region is None or not is_literal(finding, report):
        return []
    return [_fix(finding, region, text, report) for text in finding.replacements]


def _fix(finding: Finding, region: Region, text: str, report: Report) -> dict[str, Any]:
    told = f"Write `{text}`." if text else "Take it out."
    replacement = {"deletedRegion": _region(region), "insertedContent": {"text": text}}
    change = {"artifactLocation": _artifact(finding, report), "replacements": [replacement]}
    return {"description": {"text": told}, "artifactChanges": [change]}
