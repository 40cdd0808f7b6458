"""What a script has a browser fetch: the modules that it imports by an address in quotes."""

import re
from collections.abc import Iterator

_TEXT = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
# A template counts up to where it ends with something computed, as in `./x.js${search}`.
_BEGUN = r"`(?P<begun>[^`$\\]*)(?:\$\{[^`{}]*\})?`"
# In this order: what means nothing, then what imports, and at last any text, to get behind it.
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)"
    rf"|(?<![\w$.])import\s*\(\s*(?:(?P<late>{_TEXT})|{_BEGUN})\s*[,)]"
    rf"|(?<![\w$.])import\s*(?P<plain>{_TEXT})"
    r"|(?<![\w$.])(?:import|export)\b[\w\s$,{}*]{0,4000}?"
    rf"(?<![\w$])from\s*(?P<source>{_TEXT})"
    rf"|{_TEXT}|`(?:\\.|[^`\\])*`",
    re.DOTALL,
)
# All else is a name, of which only an import map knows the file.
_STARTS = ("/", "./", "../", "http:", "https:")


def read_imports(text: str) -> Iterator[str]:
    """Yield each address that a script imports, at once or when it is asked to."""
    for found in _TOKEN.finditer(text):
        quoted = found["late"] or found["plain"] or found["source"] or ""
        address = found["begun"] or quoted[1:-1]
        if address.startswith(_STARTS):
            yield address
