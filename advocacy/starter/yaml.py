"""Front matter as people would write it by hand."""

import json
import re
from collections.abc import Iterable, Mapping

# What YAML reads as the text that it is, without quotes.
_PLAIN = re.compile(r"/?[^\W_](?:[^\n\t:#\"'\[\]{}`\\]|:(?=[^\s])|(?<=\S)#|['\"](?=\w))*")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")

Value = str | Iterable[str]


def make_front_matter(fields: Mapping[str, Value]) -> str:
    """Return front matter with its two fences; a key whose value is empty is left out."""
    lines = [line for key, value in fields.items() if value for line in _lines(key, value)]
    return "\n".join(["---", *lines, "---", ""])


def make_scalar(text: str) -> str:
    """Return a text as one YAML scalar, in quotes only where it needs them."""
    plain = _PLAIN.fullmatch(text) and not text.endswith((" ", ":"))
    if plain and text.lower() not in _WORDS_OF_YAML and not _UNSEEN.search(text):
        return text
    return _UNSEEN.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def _lines(key: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {make_scalar(value)}"]
    items = list(value)
    if all(_ID.fullmatch(item) for item in items):
        return [f"{key}: [{', '.join(make_scalar(item) for item in items)}]"]
    return [f"{key}:", *(f"  - {make_scalar(item)}" for item in items)]
