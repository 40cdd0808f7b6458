"""What the Liquid of one post may name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from advocacy.imports.enclosed import Enclosed, replace_enclosed
from advocacy.imports.liquid_grammar import find_tokens, is_string, read_output, unquote
from advocacy.imports.names import make_name


@dataclass(frozen=True, slots=True)
class Scope:
    """The values that Liquid may use, and where its result will stand.

    Attributes:
        variables: Text by name, such as `page.title`.
        names: A colleague's name by the id that the source uses.
        pages: Link to a colleague's page by that id, where they have one.
        posts: File name of the new post by the old file's name without its ending.
        in_html: Whether the result stands within a block of HTML.
    """

    variables: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    in_html: bool = False

    def within(self, *, in_html: bool) -> "Scope":
        """Return the same scope for another place."""
        return replace(self, in_html=in_html)

    def name(self, person: str) -> str:
        """Return what a person is called."""
        return self.names.get(person) or make_name(person)

    def value(self, base: str) -> str | None:
        """Return the value of a literal or a variable; None where it is not known."""
        return unquote(base) if is_string(base) else self.variables.get(base)

    def fill(self, text: str) -> str:
        """Return a parameter's text with the outputs in it replaced by their values."""
        return replace_enclosed(text, find_tokens(text), self._value_of)

    def _value_of(self, token: Enclosed) -> str:
        if token.opening["tag"]:
            return ""
        return self.value(read_output(token.inner.strip())[0]) or ""
