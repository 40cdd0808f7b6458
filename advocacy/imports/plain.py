"""Markdown and HTML as plain text, for titles and summaries."""

import html
import re

from advocacy.imports.enclosed import find_enclosed, replace_enclosed

# What is taken out in turn, and what stays of it.
_STEPS = (
    (r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)\s]{0,1000}(?:\s+[\"'][^)]{0,1000}[\"'])?\)", r"\1"),
    (r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\[[^\[\]]*\]", r"\1"),
    (r"</?[a-zA-Z][^<>]*>", ""),
    (r"<(https?://[^<>\s]+)>", r"\1"),
    (r"(?<!\\)(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1", r"\2"),
    (r"(?<![\\\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])", r"\1"),
    (r"(?<![\\\w])_(?=\S)([^_]+?)(?<=\S)_(?!\w)", r"\1"),
    (r"(?:(?<![\\`])|(?<=\\`))`+([^`]+)`+", r"\1"),
    (r"\\([\\`*_{}\[\]()#+.!>~|-])", r"\1"),
)
_STEPS_COMPILED = tuple((re.compile(regex, re.DOTALL), kept) for regex, kept in _STEPS)

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"”’)]*(?=\s+[\"“‘(]*[^\W\da-z_])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|U\.S|[A-Z])\.)$")


# No abbreviation is longer.
_LONGEST = 10

_UNSHOWN = re.compile(r"<!--|<(?P<element>script|style)\b")
_UNSHOWN_ENDS = {
    None: re.compile("-->"),
    "script": re.compile(r"</script\s*>"),
    "style": re.compile(r"</style\s*>"),
}


def make_plain(text: str) -> str:
    """Return a text on one line, without the marks of Markdown or HTML."""
    text = replace_enclosed(text, find_enclosed(text, _UNSHOWN, _closing), lambda _: " ")
    for regex, kept in _STEPS_COMPILED:
        text = regex.sub(kept, text)
    return " ".join(html.unescape(text).split())


def first_sentence(body: str) -> str:
    """Return the first sentence of a body's first paragraph, as plain text; or nothing."""
    for block in re.split(r"\n[ \t]*\n", body):
        if re.match(r"\s*(#|```|~~~|[-*+] |\d+\. |\||>|!\[|<!--|<(?!a\b|em\b|strong\b))", block):
            continue
        sentence = _first_of(make_plain(block))
        if any(character.isalpha() for character in sentence):
            return sentence
    return ""


def _closing(opening: re.Match[str]) -> re.Pattern[str]:
    return _UNSHOWN_ENDS[opening["element"]]


def _first_of(text: str) -> str:
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text, max(0, match.start() - _LONGEST), match.start()):
            return text[: match.end()]
    return text
