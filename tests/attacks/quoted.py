"""Values as YAML reads them back, whatever is in them."""

import json

# What JSON writes as it is, and YAML refuses, or reads as the end of a line.
REFUSED = (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
ESCAPED = {sign: f"\\u{sign:04x}" for sign in REFUSED}


def quoted(value: object) -> str:
    """Return a text, or a list or a table of texts, on one line."""
    return json.dumps(value, ensure_ascii=False).translate(ESCAPED)


def front_matter(fields: dict[str, object]) -> str:
    """Return fields as front matter."""
    return "---\n" + "".join(f"{key}: {quoted(each)}\n" for key, each in fields.items()) + "---\n"
