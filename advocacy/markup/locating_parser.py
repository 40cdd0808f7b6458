"""The Markdown parser that both dialects begin with: its inline tokens know where they begin."""

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from advocacy.markup.sign_ruler import make_block_parser
from advocacy.markup.traced_inline import TracedInline


class _Parser(MarkdownIt):
    """Keeps destinations as they were written, and sees a script in one as a link."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name
        return True


def make_locating_parser() -> MarkdownIt:
    """Return a new parser of CommonMark with tables, footnotes and strokes through words."""
    markdown = _Parser("commonmark")
    markdown.inline, markdown.block = TracedInline(), make_block_parser()
    markdown.configure("commonmark").enable(["table", "strikethrough"])
    # Joined tokens would lose their positions.
    markdown.disable(["text_join", "fragments_join"])
    return markdown.use(footnote_plugin, inline=False, move_to_end=False)
