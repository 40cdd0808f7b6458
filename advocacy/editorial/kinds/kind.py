"""What every kind of rule has in common: its keys, and a search that they become."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from advocacy import fields
from advocacy.editorial.demands import Demand, find_demands, is_met
from advocacy.editorial.patterns import PatternError, are_trusted, compile_pattern
from advocacy.editorial.summary import Summary
from advocacy.schema import Field, FieldError, Node, Place, quoted

Options = Mapping[str, object]
MOST = 1_000_000
# Under this key, the words that are accepted everywhere are handed to a kind.
VOCABULARY = "vocabulary"
# Under this one, how sentences are told apart, where it is not as everywhere here.
SENTENCES = "sentences"
# Under this one, the folders of styles around a rule, in which its files lie.
STYLES = "styles"


class Find(Protocol):
    """Finds hits in one text after the other."""

    def __call__(self, text: str, possible: Collection[int] | None = None, /) -> Iterable["Hit"]:
        """Return the hits in a text.

        Args:
            text: From the file's top to its bottom.
            possible: The indexes of the rule's patterns that can match; None is any.
        """


class OptionError(Exception):
    """A key of a rule that cannot be used.

    Attributes:
        key: The key's dotted path, such as `tokens.2`.
    """

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class NotHereError(OptionError):
    """What a rule needs is not on this machine."""


class Hit(NamedTuple):
    """What a search found in one text.

    Attributes:
        begin: Index in the text of the first character.
        end: Index behind the last one.
        arguments: What the rule's message may name, in order.
        replacements: What to write instead, the best first, where the kind knows.
        has_place: Whether it stands anywhere; what is missing does not.
    """

    begin: int
    end: int
    arguments: tuple[str, ...]
    replacements: tuple[str, ...] = ()
    has_place: bool = True


@dataclass(frozen=True, slots=True)
class Search:
    """A rule's options, compiled.

    Attributes:
        begin: Returns a function for one file, which yields the hits in each of its texts as they
            are handed to it from top to bottom, and may remember what it saw; it raises
            RunawayError.
        measure: Yields the hits in a whole file's figures, for kinds that read no single block.
        patterns: What a hit is a match of one of; empty where any text can hold a hit.
        sources: The files it is made of, besides the rule's own.
        missed: Files and folders that would come before those, and are not there.
        suggest: Returns what may be meant by a word that was found, the best first; it takes long.
        is_bounded: Whether it ends in time by itself, so that no budget has to stop it.
    """

    begin: Callable[[], Find]
    patterns: tuple[str, ...] = ()
    measure: Callable[[Summary], Iterator["Hit"]] | None = None
    sources: tuple[Path, ...] = ()
    missed: tuple[Path, ...] = ()
    suggest: Callable[[str], tuple[str, ...]] | None = None
    is_bounded: bool = False

    @property
    def demands(self) -> tuple[tuple[Demand, ...], ...]:
        """What each of its patterns demands of a text: one of these, unless there is none."""
        return tuple(map(find_demands, self.patterns))

    def may_find(self, folded: str) -> bool:
        """Say whether a text, in folded case, can hold a hit at all."""
        return not self.demands or any(is_met(demands, folded) for demands in self.demands)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule: a row of the registry.

    Attributes:
        name: As `extends` has it.
        about: What it does, in one sentence.
        fields: The keys it has besides those of every rule.
        make_search: Compiles the keys; raises OptionError.
    """

    name: str
    about: str
    fields: tuple[Field, ...]
    make_search: Callable[[Options], Search]


def pattern_text(node: Node) -> str:
    """Read a pattern: a text whose spaces all count."""
    if isinstance(node.value, dict | tuple):
        raise FieldError(f"{quoted(node)} is not a text. Write one pattern.")
    return "" if node.value is None else str(node.value)


def pattern_texts(node: Node) -> tuple[str, ...]:
    """Read a list of patterns; a single one is a list of one."""
    items = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(pattern_text(item) for item in items)


def check_patterns(key: str, patterns: tuple[str, ...]) -> None:
    """Compile each pattern alone, so that a mistake is told where it stands.

    Raises:
        OptionError: For the first that is no regular expression.
    """
    for index, pattern in enumerate(() if are_trusted() else patterns):
        try:
            compile_pattern(pattern)
        except PatternError as error:
            raise OptionError(f"{key}.{index}", str(error)) from None


def place_of(places: Mapping[str, Place], key: str) -> Place:
    """Return where a key's value stands; for the only item of a list, where the text does."""
    return places.get(key) or places.get(key.rpartition(".")[0]) or Place()


def accepted_words(options: Options) -> tuple[str, ...]:
    """Return the words that are accepted everywhere, unless a rule's `vocab` leaves them out."""
    words = options.get(VOCABULARY, ())
    assert isinstance(words, tuple)
    return words if options["vocab"] else ()


VOCABULARY_FIELDS = (
    Field("exceptions", pattern_texts, default=()),
    Field("vocab", fields.flag, default=True),
)
