"""Liquid turned into Markdown, HTML or text: outside code, none reaches a page."""

from advocacy.imports.enclosed import Enclosed, replace_enclosed
from advocacy.imports.liquid_filters import replace_output
from advocacy.imports.liquid_grammar import HIGHLIGHT, RAW_TAG, REMAINS, find_raw, find_tokens
from advocacy.imports.liquid_tags import replace_tag
from advocacy.imports.notes import Note, Noted
from advocacy.imports.parts import Part, change_text
from advocacy.imports.scope import Scope
from advocacy.imports.spans import make_code


def replace_liquid(body: str, scope: Scope) -> Noted:
    """Return a body without Liquid outside code.

    In code, which readers see as it is, only the tags around what was raw go.
    """
    notes: list[Note] = []

    def change(text: str, in_html: bool) -> str:
        return _replace_run(text, scope.within(in_html=in_html), notes)

    def change_other(part: Part) -> str:
        if part.kind == "code":
            return _replace_in_code(part)
        return _without_liquid(part.text, notes)

    body = change_text(body, change, change_other)
    while (escaped := change_text(body, _escape, _hide)) != body:
        body = escaped
    return Noted(body, tuple(notes))


def _replace_run(text: str, scope: Scope, notes: list[Note]) -> str:
    return replace_enclosed(
        text,
        find_raw(text),
        lambda raw: _show(raw.inner, text, scope),
        lambda rest: _replace_tokens(rest, scope, notes),
    )


def _replace_in_code(part: Part) -> str:
    highlight = HIGHLIGHT.fullmatch(part.text)
    if not highlight:
        # Code that is nothing but the tag is about the tag.
        plain = RAW_TAG.sub("", part.text)
        return plain if plain.strip("`~ \n") else part.text
    language = (highlight["arguments"].split() or ["text"])[0]
    return make_code(highlight["inner"], language, in_html=part.in_html)


def _without_liquid(comment: str, notes: list[Note]) -> str:
    """A comment is no code and shows nothing, so one with Liquid goes as a whole."""
    if not REMAINS.search(comment):
        return comment
    notes.append(Note("dropped", comment))
    return ""


def _replace_tokens(text: str, scope: Scope, notes: list[Note]) -> str:
    def replace(token: Enclosed) -> str:
        step = replace_tag if token.opening["tag"] else replace_output
        became = step(token.inner.strip(), scope)
        notes.extend(became.notes)
        return became.text

    replaced = replace_enclosed(text, find_tokens(text), replace)
    notes.extend(Note("liquid", found, "shown as it is") for found in REMAINS.findall(replaced))
    return _escape(replaced)


def _show(raw: str, around: str, scope: Scope) -> str:
    """Return raw text in which each piece of Liquid is shown as code."""
    # A backtick that opens no code span nearby would make one with ours.
    in_html = scope.in_html or "`" in around

    def show(liquid: str) -> str:
        return make_code(" ".join(liquid.split()), in_html=in_html)

    return replace_enclosed(
        raw,
        find_tokens(raw),
        lambda token: show(raw[token.opening.start() : token.end]),
        lambda rest: REMAINS.sub(lambda match: show(match[0]), rest),
    )


def _escape(text: str, _in_html: bool = False) -> str:
    """Return a text in which braces that look like Liquid are characters and no more."""
    return REMAINS.sub(lambda match: match[0].replace("{", "&#123;"), text)


def _hide(part: Part) -> str:
    return part.text if part.kind == "code" or not REMAINS.search(part.text) else ""
