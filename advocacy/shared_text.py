"""What a network makes of a caption: a value that is made where texts are shared, and checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedText:
    """A caption as one network takes it.

    Attributes:
        network: The network's name.
        key: Where the caption stands in the front matter, such as `share.captions.x.0`.
        length: With disclosure and link and before anything is cut, as the network counts, or in
            bytes, where those are what it has too many of.
        limit: The longest that the network takes; 0 is none.
        unit: What is counted.
        is_whole: Whether the network takes it uncut.
        needs_disclosure: Whether it must say for whom its author works.
        disclosed: The words that say so before the fold of what is shared; empty where none do.
        late: The words by which the caption itself says so, where they stand behind the fold.
    """

    network: str
    key: str
    length: int
    limit: int
    unit: str
    is_whole: bool = True
    needs_disclosure: bool = False
    disclosed: str = ""
    late: str = ""
