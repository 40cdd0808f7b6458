"""Who a web address claims to lead to: names before the host, and letters that look like others."""

import re
import unicodedata
from urllib.parse import urlsplit

PUNYCODE = "xn--"
# Scripts that one language writes side by side.
TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
# Of Cyrillic and Greek, the small letters that nobody can tell from Latin ones.
# Source: confusables.txt of UTS #39, checked 2026-11-29.
LIKE_LATIN = frozenset("асеорхуѕіјһԁԛԝӏναορυι")


def read_host(address: str) -> str:
    """Return the host of an address as DNS knows it: `bücher.example` is `xn--bcher-kva.example`.

    Raises:
        ValueError: It has none that DNS could know.
    """
    host = (urlsplit(address).hostname or "").encode("idna").decode("ascii")
    if not re.fullmatch(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", host):
        raise ValueError(host)
    return host


def read_names(address: str) -> frozenset[str]:
    """Return every name by which a browser may ask DNS for the host of an address.

    Browsers keep some letters, such as `ß`, of which `read_host` makes others, as IDNA 2003 did.

    Raises:
        ValueError: It has none that DNS could know.
    """
    labels = (urlsplit(address).hostname or "").split(".")
    return frozenset({read_host(address), ".".join(map(_encode, labels))})


def find_trick(address: str) -> str:
    """Return how an address hides where it leads, and how to mend it; empty where it does not.

    Args:
        address: Whole, with `http:` or `https:`.
    """
    parts = urlsplit(address)
    if parts.username is not None:
        # What is quoted here may be a password.
        return "has a name or a password before its host. Write it without all that is before `@`."
    for label in (parts.hostname or "").split("."):
        if told := _find_disguise(_decode(label)):
            host = ".".join(map(_encode, (parts.hostname or "").split(".")))
            cure = "Look where it leads, and link to the address that is meant"
            return f"leads to `{host}`, of which a part {told}. {cure}."
    return ""


def _find_disguise(label: str) -> str:
    """Say how a part of a host's name looks like another one; nothing where it does not."""
    if label.isascii():
        return ""
    if unicodedata.normalize("NFKC", label) != label:
        return "has letters that stand for others"
    letters = [sign for sign in label if sign.isalpha()]
    scripts = set(map(_script, letters))
    if len(scripts) > 1 and not any(scripts <= each for each in TOGETHER):
        names = " and ".join(sorted(each.title() for each in scripts))
        return f"mixes {names} letters"
    if letters and LIKE_LATIN.issuperset(letters):
        return f"has {scripts.pop().title()} letters alone that look like Latin ones"
    return ""


def _script(sign: str) -> str:
    script = unicodedata.name(sign, "UNKNOWN").replace("-", " ").partition(" ")[0]
    # What repeats a letter of that script, as in 佐々木, is called by another name.
    return "CJK" if script == "IDEOGRAPHIC" else script


def _decode(label: str) -> str:
    if not label.startswith(PUNYCODE):
        return label
    try:
        return label.removeprefix(PUNYCODE).encode().decode("punycode")
    except UnicodeError:
        return label


def _encode(label: str) -> str:
    return label if label.isascii() else PUNYCODE + label.encode("punycode").decode()
