"""Arithmetic as metric rules write it: numbers, variables, `+ - * /`, comparisons, `math.sqrt`."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import regex

from advocacy.errors import nearest

LONGEST = 500
DEEPEST = 40
FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "abs": abs,
    "cbrt": lambda x: math.copysign(abs(x) ** (1 / 3), x),
    "ceil": lambda x: float(math.ceil(x)),
    "exp": math.exp,
    "floor": lambda x: float(math.floor(x)),
    "log": math.log,
    "log10": math.log10,
    "log2": math.log2,
    "max": max,
    "min": min,
    "mod": math.fmod,
    "pow": math.pow,
    "sqrt": math.sqrt,
    "trunc": lambda x: float(math.trunc(x)),
}
ARITIES = {"max": 2, "min": 2, "mod": 2, "pow": 2}
_TOKEN = regex.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[A-Za-z_][\w.]*)"
    r"|(?P<sign>&&|\|\||[<>=!]=|[-+*/%<>!(),]))"
)
LEVELS: tuple[Mapping[str, Callable[[float, float], float]], ...] = (
    {"||": lambda a, b: float(bool(a) or bool(b))},
    {"&&": lambda a, b: float(bool(a) and bool(b))},
    {
        "==": lambda a, b: float(a == b),
        "!=": lambda a, b: float(a != b),
        "<=": lambda a, b: float(a <= b),
        ">=": lambda a, b: float(a >= b),
        "<": lambda a, b: float(a < b),
        ">": lambda a, b: float(a > b),
    },
    {"+": lambda a, b: a + b, "-": lambda a, b: a - b},
    {"*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": math.fmod},
)


class FormulaError(Exception):
    """A formula that cannot be used; the text says what was seen and how to mend it."""


Value = Callable[[Mapping[str, float]], float]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, read."""

    written: str
    value: Value

    def evaluate(self, variables: Mapping[str, float]) -> float:
        """Return the formula's value; what has none, such as a division by nothing, is 0."""
        try:
            result = float(self.value(variables))
        except (ArithmeticError, ValueError):
            return 0.0
        return result if math.isfinite(result) else 0.0


def make_formula(written: str, known: Iterable[str]) -> Formula:
    """Read a formula.

    Args:
        written: Such as `(0.39 * (words / sentences)) + 11.8`.
        known: The variables that there are; `heading.h1` is `heading_h1`.

    Raises:
        FormulaError: It cannot be read, or names what there is not.
    """
    if len(written) > LONGEST:
        raise FormulaError(f"The formula has more than {LONGEST} characters. Shorten it.")
    reader = _Reader(written, frozenset(known))
    value = reader.level(0)
    if reader.kind:
        raise FormulaError(f"`{reader.word}` is one too many in `{written}`. Take it out.")
    return Formula(written, value)


class _Reader:
    """Reads a formula from left to right, by levels of binding."""

    def __init__(self, written: str, known: frozenset[str]) -> None:
        self.written = written
        self.known = known
        self.at = self.depth = 0
        self.kind = self.word = ""
        self.step()

    def step(self) -> None:
        rest = self.written[self.at :]
        found = _TOKEN.match(self.written, self.at)
        if found is None and rest.strip():
            message = f"`{rest.strip()[:10]}` cannot be read in `{self.written}`."
            raise FormulaError(f"{message} Write numbers, variables, `+ - * /` and `math.sqrt(…)`.")
        self.kind, self.word = "", ""
        if found:
            self.kind, self.at = str(found.lastgroup), found.end()
            self.word = found[self.kind]

    def level(self, number: int) -> Value:
        if number == len(LEVELS):
            return self.factor()
        value = self.level(number + 1)
        while self.kind == "sign" and self.word in LEVELS[number]:
            apply = LEVELS[number][self.word]
            self.step()
            value = _joined(apply, value, self.level(number + 1))
        return value

    def factor(self) -> Value:
        kind, word = self.kind, self.word
        self.step()
        if kind == "number":
            number = float(word)
            return lambda _: number
        if kind == "name":
            return self.named(word)
        if word == "(":
            return self.inside(lambda: self.level(0))
        if word in {"-", "+", "!"}:
            return _signed(word, self.inside_depth(self.factor))
        seen = f"`{word}`" if word else "The end"
        raise FormulaError(f"{seen} stands in `{self.written}` where a number should. Mend it.")

    def named(self, name: str) -> Value:
        if name.startswith("math."):
            return self.call(name)
        variable = name.replace(".", "_")
        if variable not in self.known:
            hint = nearest(variable, sorted(self.known))
            hint = hint or f" There are {', '.join(f'`{each}`' for each in sorted(self.known))}."
            raise FormulaError(f"`{name}` is no variable.{hint}")
        return lambda variables: variables[variable]

    def call(self, name: str) -> Value:
        function = name.removeprefix("math.")
        if function not in FUNCTIONS:
            hint = nearest(function, FUNCTIONS) or f" There are {', '.join(FUNCTIONS)}."
            raise FormulaError(f"`{name}` is no function.{hint}")
        self.expect("(")
        values = [self.inside_depth(lambda: self.level(0))]
        while self.word == ",":
            self.step()
            values.append(self.inside_depth(lambda: self.level(0)))
        self.expect(")")
        if len(values) != ARITIES.get(function, 1):
            raise FormulaError(f"`{name}` takes {ARITIES.get(function, 1)} values. Mend it.")
        apply = FUNCTIONS[function]
        return lambda variables: apply(*(value(variables) for value in values))

    def inside(self, read: Callable[[], Value]) -> Value:
        value = self.inside_depth(read)
        self.expect(")")
        return value

    def inside_depth(self, read: Callable[[], Value]) -> Value:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(f"`{self.written}` is nested too deep. Write it more simply.")
        value = read()
        self.depth -= 1
        return value

    def expect(self, sign: str) -> None:
        if self.word != sign:
            seen = f"`{self.word}`" if self.word else "the end"
            raise FormulaError(f"A `{sign}` is missing before {seen} in `{self.written}`.")
        self.step()


def _joined(apply: Callable[[float, float], float], left: Value, right: Value) -> Value:
    return lambda variables: apply(left(variables), right(variables))


def _signed(sign: str, value: Value) -> Value:
    if sign == "!":
        return lambda variables: float(not value(variables))
    return (lambda variables: -value(variables)) if sign == "-" else value
