"""Translations that would take another's place, or have no original: of posts and of pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from advocacy.errors import Problem, nearest
from advocacy.page import Page
from advocacy.post import Post

T = TypeVar("T", Post, Page)


@dataclass(frozen=True, slots=True)
class Kind:
    """How mistakes of one kind of content are worded.

    Attributes:
        code: What the finding is called.
        word: What a piece is called.
        unknown: Said of a name that is none; `{hint}` is the nearest that is one.
    """

    code: str
    word: str
    unknown: str


POSTS = Kind(
    code="Post.TranslationOf",
    word="post",
    unknown="is no post's id. Copy the `id` of the post that this one translates.",
)
PAGES = Kind(
    code="Page.TranslationOf",
    word="page",
    unknown="is no page.{hint} Name the file that this page translates, without its `.md`.",
)


def find_translation_clashes(
    pieces: Iterable[T], named: Mapping[str, T], kind: Kind, unread: Collection[str]
) -> Iterator[Problem]:
    """Find translations that would take another's place, or have no original.

    Args:
        pieces: Those that could be read; of two translations the first is in the right.
        named: What `translation_of` may name, and translations, which it may not.
        kind: How mistakes are worded.
        unread: Names of pieces that could not be read, which translations may name.
    """
    taken: dict[tuple[str, str], T] = {}
    for piece in pieces:
        if not piece.translation_of or piece.translation_of in unread:
            continue
        if message := _mistake(piece, named, kind, taken):
            place = piece.places["translation_of"]
            told = f"`translation_of`: `{piece.translation_of}` {message}"
            yield Problem(piece.path, place.line, place.column, told, kind.code)


def _mistake(piece: T, named: Mapping[str, T], kind: Kind, taken: dict[tuple[str, str], T]) -> str:
    """Return what is wrong with a translation; a right one has its place from then on."""
    original = named.get(piece.translation_of)
    if original is None:
        originals = (name for name, each in named.items() if not each.translation_of)
        return kind.unknown.format(hint=nearest(piece.translation_of, originals))
    if original.translation_of:
        return f"is a translation itself. Name the original, `{original.translation_of}`."
    if original.lang == piece.lang:
        return f"is in `{piece.lang}` too. Set `lang` to the language of this {kind.word}."
    first = taken.setdefault((original.path, piece.lang), piece)
    if first is not piece:
        return f"has {first.path} as its translation already. Take one out."
    return ""
