"""The Markdown dialect of the checker: the renderer's, as far as a reader's words go."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from advocacy.markup.code_spans import read_code_span
from advocacy.markup.raw_html import read_html_block
from advocacy.markup.traced_inline import TracedInline

_HTML_BLOCK_ENDS = ["paragraph", "reference", "blockquote"]


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
    markdown.block.ruler.at("html_block", read_html_block, {"alt": _HTML_BLOCK_ENDS})
    markdown.inline.ruler.at("backticks", read_code_span)
    markdown.core.ruler.after("block", "definitions", _take_last_definitions)
    return markdown


def _take_last_definitions(state: StateCore) -> None:
    """Of a label that is defined twice, take the last, as the renderer does."""
    for each in state.env.get("duplicate_refs", ()):
        state.env["references"][each["label"]] = each
