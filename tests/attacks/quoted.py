"""Values as YAML reads them back, whatever is in them."""

import json

# What JSON writes as it is, and YAML refuses.
REFUSED = (0x7F, *range(0x80, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF)
ESCAPED = {sign: f"\\u{sign:04x}" for sign in REFUSED}


def quoted(value: object) -> str:
    """Return a text, or a list or a table of texts, on one line."""
    return json.dumps(value, ensure_ascii=False).translate(ESCAPED)


def front_matter(fields: dict[str, object]) -> str:
    """Return fields as front matter."""
    return "---\n" + "".join(f"{key}: {quoted(each)}\n" for key, each in fields.items()) + "---\n"
