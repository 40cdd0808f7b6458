"""Rules that count: so many of something in each text, no more and no fewer."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.kind import (
    MOST,
    Hit,
    Kind,
    OptionError,
    Options,
    Search,
    check_patterns,
    pattern_text,
)
from advocacy.editorial.patterns import compile_pattern, count_all, find_all
from advocacy.schema import Field


def make_search(options: Options) -> Search:
    """Compile the token and its bounds, of which 0 is none.

    The finding stands at the first match that is neither masked nor blank, and there is none where
    all are; where there is no match at all, it concerns the file.

    Raises:
        OptionError: The token is no pattern, or there is no bound.
    """
    values: dict[str, Any] = dict(options)
    least, most = values["min"], values["max"]
    if not least and not most:
        raise OptionError("max", "There is no bound. Add `max:` or `min:`.")
    check_patterns("token", (values["token"],))
    pattern = compile_pattern(values["token"], ignorecase=values["ignorecase"], by_lines=False)

    def find(text: str, _: Collection[int] | None = None, /) -> Iterable[Hit]:
        count = count_all(pattern, text)
        return () if least <= count <= (most or count) else tell(text, count)

    def tell(text: str, count: int) -> Iterator[Hit]:
        shown = next((match for match in find_all(pattern, text) if _is_seen(match[0])), None)
        arguments = (str(count),)
        if shown:
            yield Hit(shown.start(), shown.end(), arguments)
        elif not count:
            yield Hit(0, 0, arguments, has_place=False)

    return Search(lambda: find, () if least else (values["token"],))


def _is_seen(match: str) -> bool:
    return bool(match.strip() and match.strip("*@"))


KIND = Kind(
    "occurrence",
    "Counts something in each text, and wants no more than `max` and no fewer than `min`.",
    (
        Field("token", pattern_text, required=True, cure="Add `token:` with what to count."),
        Field("min", fields.number(0, MOST), default=0),
        Field("max", fields.number(0, MOST), default=0),
        Field("ignorecase", fields.flag, default=False),
    ),
    make_search,
)
