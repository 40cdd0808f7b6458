"""Whether what is told of texts tells a secret that is in one of them."""

from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import BytesAhoCorasick

from advocacy.editorial.finding import Finding
from advocacy.editorial.secret_shapes import LEAST_TOLD, SECRET, find_secrets
from advocacy.source import Source


def tells_secret(said: str, findings: Iterable[Finding], texts: Mapping[str, str]) -> bool:
    """Say whether a part of a secret is told.

    Args:
        said: What is told: no LEAST_TOLD signs of a secret may stand in it.
        findings: What was found: nothing in a secret may be, but that it is one.
        texts: What was checked, by path.
    """
    secrets = {path: [each[1:] for each in find_secrets(text)] for path, text in texts.items()}
    secrets = {path: places for path, places in secrets.items() if places}
    # Many texts may have the same one, and what is said may be long.
    unlike = {texts[path][begin:end] for path, places in secrets.items() for begin, end in places}
    if _holds_part(said, unlike):
        return True
    return any(
        _is_within(each, Source(each.path, texts[each.path]), secrets[each.path])
        for each in findings
        if each.path in secrets and each.check != SECRET
    )


def _holds_part(said: str, secrets: Iterable[str]) -> bool:
    """Say whether LEAST_TOLD signs of any secret, or one that is shorter, stand in a text."""
    parts = {_encoded(part) for secret in secrets for part in _parts(secret)}
    return bool(parts) and bool(BytesAhoCorasick([*parts]).find_matches_as_indexes(_encoded(said)))


def _encoded(text: str) -> bytes:
    # The name of a file may be no UTF-8.
    return text.encode("utf-8", "surrogatepass")


def _parts(secret: str) -> Iterator[str]:
    last = max(1, len(secret) - LEAST_TOLD + 1)
    return (secret[begin : begin + LEAST_TOLD] for begin in range(last))


def _is_within(finding: Finding, source: Source, places: list[tuple[int, int]]) -> bool:
    """Say whether what was found stands in a secret, wholly or in part."""
    if not finding.line or not finding.column:
        return False
    start = source.offset(finding.line, finding.column)
    end = start + finding.span
    if finding.end_line:
        end = max(end, source.offset(finding.end_line, finding.end_column))
    return any(start < last and begin < end for begin, last in places)
