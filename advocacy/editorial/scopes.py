"""Where a rule looks: `heading.h2`, `sentence`, `text & ~blockquote`, `frontmatter.title`."""

from collections.abc import Iterable
from dataclasses import dataclass

from advocacy.errors import nearest

RAW, SENTENCE, FRONT_MATTER = "raw", "sentence", "frontmatter"
QUOTATION = "quotation"
HEADING_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
SCOPES = {
    "text": "All text below: the default.",
    "paragraph": "Paragraphs outside lists, quotes and tables.",
    "sentence": "Each sentence of paragraphs, list items and quotes.",
    "heading": "Headings; `heading.h2` those of one level.",
    "list": "List items and definitions.",
    "blockquote": "Quotes.",
    QUOTATION: "Quotes, and the answers of an interview; see below.",
    "table": "Tables; `table.header` or `table.cell` a part of them.",
    "alt": "The alt text of images, and `image_alt`.",
    "footnote": "Footnotes.",
    "admonition": "Boxes such as `!!! note`.",
    "frontmatter": "The texts of the front matter; `frontmatter.title` one of them.",
    "html": "The words in blocks of HTML.",
    "raw": "The file as it is written, code and addresses too.",
}
FIELDS = (
    *("title", "summary", "change_note", "question", "image_alt", "image_caption"),
    *("image_credit", "disclosure"),
    *("series", "share", "captions", "hashtags"),
    *("name", "pronouns", "role", "team", "ask_me_about", "photo_alt", "links"),
)
_SUB_SCOPES = ("header", "cell", *HEADING_LEVELS)
_REFUSED = ("code", "link", "strong", "emphasis")


class ScopeError(Exception):
    """A scope that there is not; the text says what was seen and how to mend it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One place to look.

    Attributes:
        needs: What a block must be: all of these.
        excludes: What it must not be: all of one of these.
    """

    needs: frozenset[str]
    excludes: tuple[frozenset[str], ...] = ()

    def takes(self, parts: frozenset[str]) -> bool:
        """Say whether a block that is all of `parts` is looked at."""
        return self.needs <= parts and not any(each <= parts for each in self.excludes)

    @property
    def leaves_quotations(self) -> bool:
        """Whether what stands in quotation marks is not looked at either."""
        return frozenset({QUOTATION}) in self.excludes

    @property
    def unit(self) -> str:
        """What the rule reads at a time: `raw` the file, `sentence`, or else `text` a block."""
        return next((unit for unit in (RAW, SENTENCE) if unit in self.needs), "text")


def make_scope(written: str) -> Scope:
    """Make a scope from what a rule says: dots and `&` are and, `~` is not.

    Raises:
        ScopeError: There is no such scope.
    """
    needs: set[str] = set()
    excludes = []
    for selector in written.split("&"):
        plain = selector.strip().removeprefix("~").strip()
        parts = _parts(plain, written)
        if selector.strip().startswith("~"):
            excludes.append(parts)
        else:
            needs |= parts
    return Scope(frozenset(needs or {"text"}), tuple(excludes))


def _parts(selector: str, written: str) -> frozenset[str]:
    names = selector.replace("front-matter", FRONT_MATTER).split(".")
    if names[0] in _REFUSED:
        raise ScopeError(f"`{written}` cannot be a scope. Use `raw`, which has the marks in it.")
    known = FIELDS if names[0] == FRONT_MATTER else _SUB_SCOPES
    if names[0] in FIELDS:
        raise ScopeError(f"`{written}` is no scope. Write `{FRONT_MATTER}.{names[0]}`.")
    if names[0] not in SCOPES:
        raise ScopeError(_unknown(names[0], written, SCOPES))
    for name, before in zip(names[1:], names, strict=False):
        # Below `captions` stands the id of any network.
        if name not in known and before != "captions":
            raise ScopeError(_unknown(name, written, known))
    return frozenset(names)


def _unknown(name: str, written: str, known: Iterable[str]) -> str:
    hint = nearest(name, known) or f" Scopes are {', '.join(f'`{each}`' for each in known)}."
    return f"`{written}` is no scope.{hint}"
