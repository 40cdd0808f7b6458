"""Rules about a figure that a formula makes of a whole file."""

from collections.abc import Iterator
from typing import Any

from advocacy.editorial.formula import Formula, FormulaError, make_formula
from advocacy.editorial.kinds.kind import (
    Hit,
    Kind,
    OptionError,
    Options,
    Search,
    pattern_text,
)
from advocacy.editorial.kinds.readability import nothing
from advocacy.editorial.summary import VARIABLES, Summary, count_summary
from advocacy.schema import Field

# By this name the condition knows what the formula gave.
RESULT = "result"


def make_search(options: Options) -> Search:
    """Compile a formula, and the condition under which its value is a finding.

    Raises:
        OptionError: One of the two cannot be read.
    """
    values: dict[str, Any] = dict(options)
    formula = _read("formula", values["formula"])
    condition = _read("condition", f"{RESULT} {values['condition']}")

    def measure(summary: Summary) -> Iterator[Hit]:
        counts = count_summary(summary)
        if not counts["words"]:
            return
        result = formula.evaluate(counts)
        if condition.evaluate({**counts, RESULT: result}):
            yield Hit(0, 0, (f"{result:.2f}",), has_place=False)

    return Search(nothing, measure=measure)


def _read(key: str, written: str) -> Formula:
    try:
        return make_formula(" ".join(written.split()), (*VARIABLES, RESULT))
    except FormulaError as error:
        raise OptionError(key, str(error)) from None


KIND = Kind(
    "metric",
    "Finds a file of which a formula's value meets a condition.",
    (
        Field("formula", pattern_text, required=True, cure="Add `formula: words / sentences`."),
        Field("condition", pattern_text, required=True, cure='Add `condition: "> 25"`.'),
    ),
    make_search,
)
