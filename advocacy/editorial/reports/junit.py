"""JUnit's XML, which most build servers show as test results."""

import re
from xml.etree import ElementTree as ET

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.text import make_line

# XML 1.0 has no way to write these at all.
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make_junit_report(report: Report) -> str:
    """Return one suite for each file that was checked, with a case for each finding.

    What blocks is a failure; advice is in the output of a case that passes.
    """
    root = ET.Element("testsuites", name="Advocacy")
    paths = dict.fromkeys([*report.checked, *(each.path for each in report.findings)])
    by_path: dict[str, list[Finding]] = {path: [] for path in paths}
    for finding in report.findings:
        by_path[finding.path].append(finding)
    for path, findings in by_path.items():
        _add_suite(root, path, findings, report)
    _count(root, report.findings, sum(max(1, len(each)) for each in by_path.values()))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _count(element: ET.Element, findings: tuple[Finding, ...], tests: int) -> None:
    element.set("tests", str(tests))
    element.set("failures", str(sum(each.blocks for each in findings)))
    element.set("errors", "0")


def _add_suite(root: ET.Element, path: str, findings: list[Finding], report: Report) -> None:
    suite = ET.SubElement(root, "testsuite", name=_xml(report.file(path)))
    _count(suite, tuple(findings), max(1, len(findings)))
    suite.set("skipped", "0")
    suite.set("time", "0")
    if not findings:
        _add_case(suite, path, "no findings", report)
    for finding in findings:
        name = f"{finding.check} {finding.line}:{finding.column}"
        case = _add_case(suite, path, name, report)
        case.set("line", str(finding.line))
        told = _xml(make_line(finding, report))
        if finding.blocks:
            failure = ET.SubElement(
                case, "failure", type=finding.severity, message=_xml(finding.message)
            )
            failure.text = told
        else:
            ET.SubElement(case, "system-out").text = told


def _add_case(suite: ET.Element, path: str, name: str, report: Report) -> ET.Element:
    file = _xml(report.file(path))
    return ET.SubElement(suite, "testcase", classname=file, name=name, file=file, time="0")


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
