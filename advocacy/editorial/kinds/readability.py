"""Rules about how many years of school a text asks for."""

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.kind import MOST, Find, Hit, Kind, OptionError, Options, Search
from advocacy.editorial.summary import Summary, count_summary
from advocacy.schema import Field

# The grade of each measure, from what count_summary returns; Gunning 1952, Coleman and Liau 1975,
# Kincaid 1975, McLaughlin 1969, Senter and Smith 1967.
GRADES: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Gunning Fog": lambda n: (
        0.4 * (n["words"] / n["sentences"] + 100 * n["complex_words"] / n["words"])
    ),
    "Coleman-Liau": lambda n: (
        5.88 * n["characters"] / n["words"] - 29.6 * n["sentences"] / n["words"] - 15.8
    ),
    "Flesch-Kincaid": lambda n: (
        0.39 * n["words"] / n["sentences"] + 11.8 * n["syllables"] / n["words"] - 15.59
    ),
    "SMOG": lambda n: 1.043 * math.sqrt(n["polysyllabic_words"] * 30 / n["sentences"]) + 3.1291,
    "Automated Readability": lambda n: (
        4.71 * n["characters"] / n["words"] + 0.5 * n["words"] / n["sentences"] - 21.43
    ),
}


def make_search(options: Options) -> Search:
    """Compile a bound to the mean of some measures.

    Raises:
        OptionError: There is no measure.
    """
    values: dict[str, Any] = dict(options)
    if not values["metrics"]:
        raise OptionError("metrics", f"There is none. Write one of {', '.join(GRADES)}.")

    def measure(summary: Summary) -> Iterator[Hit]:
        counts = count_summary(summary)
        if not counts["words"]:
            return
        grade = sum(GRADES[name](counts) for name in values["metrics"]) / len(values["metrics"])
        if grade > values["grade"]:
            yield Hit(0, 0, (f"{grade:.2f}",), has_place=False)

    return Search(nothing, measure=measure)


def nothing() -> Find:
    """Return a function that finds nothing in any block."""
    return lambda _, __=None: iter(())


KIND = Kind(
    "readability",
    "Wants a text that asks for no more years of school than `grade`.",
    (
        Field("metrics", fields.many(fields.choice(*GRADES)), required=True, cure="Name one."),
        Field("grade", fields.decimal(0, MOST), required=True, cure="Add `grade: 9`."),
    ),
    make_search,
)
