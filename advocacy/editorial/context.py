"""What a check may know besides the file that it reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.committers import Committed
from advocacy.editorial.copies import Copy
from advocacy.editorial.repeats import Repeat
from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.shared_text import SharedText
from advocacy.site import Site
from advocacy.unshown_text import UnshownText


@dataclass(frozen=True, slots=True)
class Context:
    """The site around a file.

    Attributes:
        library: Everything that people wrote.
        targets: What links may lead to.
        shared: By a post's path, what networks make of its captions.
        unshown: By a file's path, what pictures cannot show of its front matter.
        copies: By a post's path, what it says again of an earlier one.
        repeats: By a post's path and a caption's key, what that says again of the last year.
        committed: Who committed the posts; None where nobody asks.
    """

    library: Library
    targets: Targets
    shared: Mapping[str, tuple[SharedText, ...]] = field(default_factory=dict)
    unshown: Mapping[str, tuple[UnshownText, ...]] = field(default_factory=dict)
    copies: Mapping[str, Copy] = field(default_factory=dict)
    repeats: Mapping[tuple[str, str], Repeat] = field(default_factory=dict)
    committed: Committed | None = None

    @property
    def site(self) -> Site:
        """The organisation."""
        return self.library.site
