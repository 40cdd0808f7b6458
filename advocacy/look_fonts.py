"""The fonts in which pages are set: `[look.fonts]` in advocacy.toml."""

from dataclasses import dataclass

from advocacy import fields, schema
from advocacy.schema import Field, FieldError, Node

# What a font may be named for; a page is set in `text` where it is named for nothing else.
ROLES = ("text", "display", "labels")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font's file; what is empty is as the file itself says.

    Attributes:
        file: Relative to the site's folder.
        weight: Such as `400`, or `400 700` of one that is variable.
        style: `normal` or `italic`.
        unicode_range: As CSS has it, such as `U+0000-00FF`.
    """

    file: str
    weight: str = ""
    style: str = ""
    unicode_range: str = ""


@dataclass(frozen=True, slots=True)
class LookFonts:
    """Which fonts pages are set in; where there is none, in the theme's.

    Attributes:
        text: What is read.
        display: Headings and the organisation's name; empty is `text`.
        labels: Dates, names of fields, menus; empty is `text`.
        licence: By which right they are shown, where a file says that nobody may embed it.
    """

    text: tuple[FontFile, ...] = ()
    display: tuple[FontFile, ...] = ()
    labels: tuple[FontFile, ...] = ()
    licence: str = ""

    @property
    def named(self) -> bool:
        """Whether there are any."""
        return bool(self.text or self.display or self.labels)

    def of(self, role: str) -> tuple[FontFile, ...]:
        """Return what is named for one of ROLES."""
        files: tuple[FontFile, ...] = getattr(self, role)
        return files


_weight = fields.pattern(
    r"[1-9]\d{0,2}|1000|[1-9]\d{0,2} (?:[1-9]\d{0,2}|1000)",
    "Write a weight as `400`, or as `400 700` of a variable font.",
)
_range = fields.pattern(
    r"(?i)U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?(?:\s*,\s*U\+[0-9A-F?]{1,6}(?:-[0-9A-F]{1,6})?)*",
    "Write it as CSS has it: `U+0000-00FF, U+0131`.",
)
_FILE_FIELDS = (
    Field("file", fields.text, required=True, cure="Name the font's file."),
    Field("weight", _weight, default=""),
    Field("style", fields.choice("normal", "italic"), default=""),
    Field("unicode_range", _range, default=""),
)


def read_font_file(node: Node) -> FontFile:
    """Read a font's file: its path, or a table with more to say of it."""
    if not isinstance(node.value, dict):
        return FontFile(fields.text(node))
    record = schema.read_record(node, _FILE_FIELDS, "", "Site")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    return FontFile(**record.values)  # type: ignore[arg-type]


_FONT_FIELDS = (
    *(Field(role, fields.many(read_font_file), default=()) for role in ROLES),
    Field("licence", fields.text, default=""),
)


def read_look_fonts(node: Node) -> LookFonts:
    """Read the table `[look.fonts]`."""
    record = schema.read_record(node, _FONT_FIELDS, "", "Site")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    return LookFonts(**record.values)  # type: ignore[arg-type]
