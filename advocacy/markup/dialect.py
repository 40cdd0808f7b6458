"""The Markdown dialect of the checker: the renderer's, as far as a reader's words go."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

from advocacy.markup.code_spans import read_code_span
from advocacy.markup.locating_parser import make_locating_parser
from advocacy.markup.raw_html import read_html_block

_HTML_BLOCK_ENDS = ["paragraph", "reference", "blockquote"]


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the parser that locates words, set up for the renderer's dialect."""
    markdown = make_locating_parser()
    # By its label a link finds the definition of its destination.
    markdown.options["store_labels"] = True
    markdown.use(deflist_plugin).use(admon_plugin)
    markdown.block.ruler.at("html_block", read_html_block, {"alt": _HTML_BLOCK_ENDS})
    markdown.inline.ruler.at("backticks", read_code_span)
    markdown.core.ruler.after("block", "definitions", _take_last_definitions)
    return markdown


def _take_last_definitions(state: StateCore) -> None:
    """Of a label that is defined twice, take the last, as the renderer does."""
    for each in state.env.get("duplicate_refs", ()):
        state.env["references"][each["label"]] = each
