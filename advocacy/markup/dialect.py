"""The Markdown dialect of the checker: the renderer's, as far as a reader's words go."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from advocacy.markup.html_grammar import COMMENT
from advocacy.markup.traced_inline import TracedInline


class _Parser(MarkdownIt):
    """Keeps destinations as they were written, and sees a script in one as a link."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name
        return True


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the parser that locates words, set up for the renderer's dialect."""
    markdown = _Parser("commonmark")
    markdown.inline = TracedInline()
    markdown.configure("commonmark").enable(["table", "strikethrough"])
    # By its label a link finds the definition of its destination.
    markdown.options["store_labels"] = True
    # Joined tokens would lose their positions.
    markdown.disable(["text_join", "fragments_join"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.use(deflist_plugin).use(admon_plugin)
    markdown.block.ruler.at("html_block", _html_block, {"alt": _HTML_BLOCK_ENDS})
    return markdown


_HTML_BLOCK_ENDS = ["paragraph", "reference", "blockquote"]


def _html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read an HTML block, except where a comment merely begins a line of text."""
    start = state.bMarks[first] + state.tShift[first]
    end = start
    while comment := COMMENT.match(state.src, end):
        end = comment.end()
        while state.src[end : end + 1] in {" ", "\t"}:
            end += 1
    if end > start and state.src[end : end + 1] not in {"", "\n"}:
        return False
    return html_block(state, first, last, silent)
