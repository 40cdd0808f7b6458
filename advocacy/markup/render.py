"""Markdown to the HTML that pages and feeds show: rendered, sanitised, its references resolved."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from markdown import Markdown

from advocacy.errors import ContentError, Problem
from advocacy.limits.within import WithinLimits
from advocacy.markup.bounds import find_excess
from advocacy.markup.parser import make_parser
from advocacy.markup.rewrite import Heading, rewrite, text_of
from advocacy.markup.sanitize import sanitize
from advocacy.markup.targets import Targets

# Scripts that are written without spaces; two of their characters count as a word.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as it is shown.

    Attributes:
        html: Safe, with every link resolved; its headings begin at `h2`.
        images: Paths below content/images of the pictures it shows, in their order.
        headings: In their order.
        words: How many words there are to read, code among them.
    """

    html: str
    images: tuple[str, ...]
    headings: tuple[Heading, ...]
    words: int


class Renderer:
    """Renders many bodies with one parser; what it returns depends on its arguments alone."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets

    def render(self, markdown: str, path: str, *, heading_ids: bool = False) -> Rendered:
        """Render one body.

        Args:
            markdown: Without front matter.
            path: The file it is from, such as `content/posts/x.md`.
            heading_ids: Whether `{#id}` and the like are read; for pages, not for posts.

        Raises:
            ContentError: The Markdown is nested or formed so that it cannot be rendered, or not
                within the limits of a file.
        """
        with WithinLimits(path, len(markdown)):
            return self._render(markdown, path, heading_ids=heading_ids)

    def _render(self, markdown: str, path: str, *, heading_ids: bool) -> Rendered:
        parser = self._page_parser if heading_ids else self._post_parser
        html = sanitize(_convert(parser, markdown, path))
        # Pygments begins code with an empty element that only old browsers needed.
        html = html.replace("<pre><span></span>", "<pre>")
        shown = rewrite(html, path, self.targets)
        words = count_words(text_of(shown.html))
        return Rendered(shown.html, shown.images, shown.headings, words)

    @cached_property
    def _post_parser(self) -> Markdown:
        return make_parser(heading_ids=False)

    @cached_property
    def _page_parser(self) -> Markdown:
        return make_parser(heading_ids=True)


@lru_cache(maxsize=1)
def show(markdown: str, path: str, *, heading_ids: bool) -> str:
    """Return a body's safe HTML, its references not yet resolved; for the checks.

    Raises:
        ContentError: As `Renderer.render` does.
    """
    return sanitize(_convert(_parser(heading_ids=heading_ids), markdown, path))


@cache
def _parser(*, heading_ids: bool) -> Markdown:
    return make_parser(heading_ids=heading_ids)


def count_words(text: str) -> int:
    """Count the words of a text; in scripts without spaces, two characters are one word."""
    spaced, unspaced = UNSPACED.subn(" ", text)
    return len(WORD.findall(spaced)) + (unspaced + 1) // 2


def _convert(parser: Markdown, markdown: str, path: str) -> str:
    if excess := find_excess(markdown):
        raise ContentError(problems=[Problem(path, 0, 0, excess, "Post.Markdown")])
    try:
        return parser.reset().convert(markdown)
    except Exception as error:
        # What people write must not be able to end a build with a traceback of the parser's.
        seen = f"The Markdown cannot be rendered ({type(error).__name__})"
        message = f"{seen}. Look for deep nesting or an odd attribute, and write it more simply."
        problem = Problem(path, 0, 0, message, "Post.Markdown")
        raise ContentError(problems=[problem]) from None
