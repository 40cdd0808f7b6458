"""Hostile texts: what attacks are made of, put together and spoilt."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.attacks.payloads import read_payloads
from tests.attacks.table import ATTACKER, read_attacks

PAYLOADS = tuple(read_payloads().values())
# What ends one thing and begins another, in some grammar.
SIGNS = (
    *("<", ">", '"', "'", "&", "=", "/", "\\", "`", "(", ")", "[", "]", "{", "}", "|", "#", ":"),
    *("\n", "\n\n", "    ", "\t", " ", "-", "*", "_", "~", "!", "^", "+", ",", ";", "%", "@", "$"),
)
ODD_SIGNS = (
    *("\u200b", "\u202e", "\u2066", "\u2028", "\u2029", "\x85", "\ufeff", "\xa0", "\u0300"),
    *(
        "👩‍🚀",
        "🇩🇪",
        "ﷺ",
        "ﬁ",
        "İ",
        "ß",
        "مرحبا",
        "図書館",
        "＜",
        "C:\\News",
        "\x1b",
        "\x7f",
        "\x01",
        "\U0010ffff",
    ),
)
REFERENCES = ("&lt;", "&#60;", "&#x3c;", "&#0;", "&colon;", "&NewLine;", "&amp;#x3c;", "&#xD800;")

signs = st.sampled_from(SIGNS + ODD_SIGNS + REFERENCES)
# Letters of any script; what no file of UTF-8 can hold, or is refused everywhere, is not tried.
letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)


def made_of(pieces: Sequence[str], most: int = 25) -> SearchStrategy[str]:
    """Return texts that are put together of pieces, signs and letters."""
    each = st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), signs, letters)
    return st.lists(each, max_size=most).map("".join)


@st.composite
def spoilt(draw: st.DrawFn, seeds: Sequence[str], pieces: Sequence[str]) -> str:
    """Return one of the seeds of which some parts were cut, doubled, or written over."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 12))
        part = draw(
            st.one_of(
                st.just(""),
                st.just(text[start:end] * 2),
                st.just(text[start:end].swapcase()),
                st.sampled_from(pieces),
                signs,
                letters,
            )
        )
        text = text[:start] + part + text[end:]
    return text


def hostile_texts(most: int = 8) -> SearchStrategy[str]:
    """Return texts for a place in which nobody expects more than words."""
    return st.one_of(made_of(PAYLOADS, most), spoilt(PAYLOADS, PAYLOADS), made_of(SIGNS, most))


def attacking_posts(*tables: str) -> tuple[str, ...]:
    """Return the posts of the tables of attacks, but for those that are merely long."""
    files = (attack.files for table in tables for attack in read_attacks(table))
    texts = (each[ATTACKER].decode("utf-8", "replace") for each in files if ATTACKER in each)
    return tuple(text for text in texts if len(text) < 5000)


def encoded(texts: SearchStrategy[str]) -> SearchStrategy[bytes]:
    """Return texts as the bytes of files."""
    return texts.map(lambda text: text.encode("utf-8", "replace"))
