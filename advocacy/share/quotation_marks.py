"""Quotation marks, as each language sets them."""

# By primary language; source: CLDR, `delimiters`. No-break spaces keep the marks with the words.
MARKS = {
    "bg": ("„", "“"), "cs": ("„", "“"), "da": ("“", "”"), "de": ("„", "“"), "el": ("«", "»"),
    "es": ("«", "»"), "et": ("„", "“"), "fi": ("”", "”"), "fr": ("«\u202f", "\u202f»"),
    "he": ("”", "”"), "hr": ("„", "“"), "hu": ("„", "”"), "it": ("«", "»"), "ja": ("「", "」"),
    "lt": ("„", "“"), "nb": ("«", "»"), "no": ("«", "»"), "pl": ("„", "”"), "pt": ("“", "”"),
    "ro": ("„", "”"), "ru": ("«", "»"), "sk": ("„", "“"), "sl": ("„", "“"), "sv": ("”", "”"),
    "uk": ("«", "»"),
}  # fmt: skip
DEFAULT = ("“", "”")
_ANY = frozenset('"“”„«»「」')
_SPACES = " \u00a0\u202f"


def opening_mark(lang: str) -> str:
    """Return the mark by which a language opens a quotation, without a space."""
    return MARKS.get(lang.partition("-")[0], DEFAULT)[0].strip()


def in_quotation_marks(text: str, lang: str) -> str:
    """Return a text in the quotation marks of a language; marks that it has around it go.

    They are around it where neither stands between them: `“A” or “B”` is two quotations.
    """
    before, behind = MARKS.get(lang.partition("-")[0], DEFAULT)
    ends, inner = {text[:1], text[-1:]}, text[1:-1]
    is_marked = ends <= _ANY and not ends & {*inner}
    return f"{before}{inner.strip(_SPACES) if is_marked else text}{behind}"
