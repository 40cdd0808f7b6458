"""What was found, for people and for each program that reads it: one file a format."""

from collections.abc import Callable, Mapping
from importlib import import_module

from advocacy.editorial.reports.report import Report


def _late(where: str) -> Callable[[Report], str]:
    """Return a function that is imported when it is called; a run needs one of them."""

    def make(report: Report) -> str:
        module, _, name = where.partition(":")
        made = getattr(import_module(f"{__name__}.{module}"), name)(report)
        assert isinstance(made, str)
        return made

    return make


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": _late("text:make_text_report"),
    "line": _late("vale_line:make_line_report"),
    "json": _late("vale_json:make_json_report"),
    "sarif": _late("sarif:make_sarif_report"),
    "github": _late("github:make_github_report"),
    "gitlab": _late("gitlab:make_gitlab_report"),
    "junit": _late("junit:make_junit_report"),
    "rdjsonl": _late("rdjsonl:make_rdjsonl_report"),
}
