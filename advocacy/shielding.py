"""E-mail addresses in pages, written so that browsers read them and harvesters do not."""

import re

# An account such as `@ana@example.social` is none. A script's text is left alone, since there
# the references would stay what they are.
ADDRESS = re.compile(
    r"<script\b.*?</script>|(?:mailto:)?(?<![\w.%+@-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+",
    re.DOTALL | re.IGNORECASE,
)

# Quick to look for: most pages have no address, and each has many words that could begin one.
SIGN = re.compile(r"@(?<=[\w.%+-]@)[\w-]")


def shield_addresses(page: str) -> str:
    """Return a page of HTML in which every sign of each e-mail address is a character reference.

    In a text and in a link it stays what it was to everyone with a browser, script or none;
    programs that look for `@` and `mailto:` in the file find neither.
    """
    return ADDRESS.sub(_shield, page) if SIGN.search(page) else page


def _shield(match: re.Match[str]) -> str:
    found = match[0]
    if found.startswith("<"):
        return found
    # Two ways of writing in turn: a pattern for one of them finds no whole address.
    return "".join(
        f"&#{ord(sign)};" if place % 2 else f"&#x{ord(sign):x};" for place, sign in enumerate(found)
    )
