"""Python-Markdown as it is set up here."""

from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.codehilite import CodeHiliteExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

# The number needs no translation; the extension's own words are English.
BACKLINK_TITLE = "↩ {}"


def make_parser(*, heading_ids: bool) -> Markdown:
    """Make a parser; it may be used again after its `reset()`.

    Args:
        heading_ids: Whether `{#id}` and the like are read after a heading.
    """
    extensions: list[Extension] = [
        AdmonitionExtension(),
        CodeHiliteExtension(guess_lang=False, linenums=False),
        DefListExtension(),
        FencedCode(),
        FootnoteExtension(BACKLINK_TITLE=BACKLINK_TITLE),
        TableExtension(use_align_attribute=True),
    ]
    if heading_ids:
        extensions.append(AttrListExtension())
    return Markdown(extensions=extensions, output_format="html")


class FencedCode(FencedCodeExtension):
    """Fenced code of which a post can choose the language and the marked lines."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the block under the name that the library gives it."""
        md.registerExtension(self)
        block = FencedBlock(md, self.getConfigs())
        md.preprocessors.register(block, "fenced_code_block", 25)


class FencedBlock(FencedBlockPreprocessor):
    """A fenced block whose braces cannot set Pygments' options.

    Among them are formatters, files to read and tab sizes without bound.
    """

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str]]
    ) -> tuple[str, list[str], dict[str, Any]]:
        """Return no id, the language as the only class, and the marked lines."""
        kept = [(key, value) for key, value in attrs if key in {".", "hl_lines"}]
        _, classes, options = super().handle_attrs(kept)
        return "", classes[:1], options
