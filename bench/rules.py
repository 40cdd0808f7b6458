"""Rule sets of the size of well-known packs, made from the words of the posts themselves."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[a-z]{4,12}")


@dataclass(frozen=True)
class Size:
    """How many rules a pack has, by what they are, and how many words each of them knows.

    The counts are those of the packs of that name, of 2026; the words are not.
    """

    word_lists: int
    swaps: int
    patterns: int
    counters: int
    words: int


SIZES = {
    "write-good": Size(word_lists=6, swaps=2, patterns=2, counters=0, words=120),
    "microsoft": Size(word_lists=12, swaps=14, patterns=12, counters=2, words=30),
}
PATTERNS = (
    r"\b(?:am|are|were|being|is|been|was|be)\s+\w+ed\b",
    r"(?<=[a-z])—\s|\s—(?=[a-z])",
    r"\b\d{1,2}:\d{2} ?[AP]M\b",
    r"[A-Z]{3,5}(?:s|'s)?\b",
    r"\b(?:there|it) (?:is|are|was|were) (?:a|an|the)\b",
    r"[^.!?]{200,}",
    r"\$\d+(?:\.\d{2})? ?(?:USD|dollars)",
    r"\b\w+ly-\w+\b",
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. \d",
    r"[“\"][^”\"]{1,80}[”\"][.,]",
    r"\b(?:e\.g\.|i\.e\.)",
    r"!{1,}",
)


def write_style(folder: Path, size: Size, posts: Sequence[str]) -> None:
    """Write a Vale style of a size into a folder; every third word is one that the posts have."""
    words = _words(posts)
    for name, rule in _rules(size, words):
        (folder / f"{name}.yml").write_text(rule, encoding="utf-8")


def _words(posts: Sequence[str]) -> Iterator[str]:
    counts = Counter(word for post in posts for word in WORD.findall(post))
    rare = [word for word, count in sorted(counts.items()) if 2 <= count <= 20]
    step = 0
    while True:
        step += 1
        word = rare[step * 7919 % len(rare)]
        yield word if step % 3 == 0 else f"{word}{rare[step * 104729 % len(rare)]}"


def _rules(size: Size, words: Iterator[str]) -> Iterator[tuple[str, str]]:
    for number in range(size.word_lists):
        tokens = "\n".join(f"  - {next(words)}" for _ in range(size.words))
        yield f"List{number}", _head("existence", "'%s' is on a list.") + f"tokens:\n{tokens}\n"
    for number in range(size.swaps):
        swap = "\n".join(f"  {next(words)}: {next(words)}" for _ in range(size.words))
        yield f"Swap{number}", _head("substitution", "Use '%s', not '%s'.") + f"swap:\n{swap}\n"
    for number, pattern in zip(range(size.patterns), PATTERNS, strict=False):
        raw = pattern.replace("'", "''")
        # As in the packs: with the case ignored, capitals would be found in every word.
        head = _head("existence", "'%s' has a form.").replace("ignorecase: true\n", "")
        yield f"Form{number}", f"{head}nonword: true\ntokens:\n  - '{raw}'\n"
    for number in range(size.counters):
        head = _head("occurrence", "%s words.").replace("ignorecase: true\n", "")
        yield f"Count{number}", f"{head}scope: sentence\nmax: {25 + number}\ntoken: '\\b\\w+\\b'\n"


def _head(kind: str, message: str) -> str:
    return f'extends: {kind}\nmessage: "{message}"\nlevel: warning\nignorecase: true\n'
