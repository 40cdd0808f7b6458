"""What a check may know besides the file that it reads."""

from dataclasses import dataclass

from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.site import Site


@dataclass(frozen=True, slots=True)
class Context:
    """The site around a file.

    Attributes:
        library: Everything that people wrote.
        targets: What links may lead to.
    """

    library: Library
    targets: Targets

    @property
    def site(self) -> Site:
        """The organisation."""
        return self.library.site
