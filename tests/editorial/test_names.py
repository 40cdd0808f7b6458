"""What is nearly a name, and what is something else."""

import unicodedata
from time import process_time

import pytest

from advocacy.editorial.names import make_names

NAMES = (
    "Lindenmark Libraries",
    "Lindenmark Card",
    "GitHub",
    "Notify",
    "login.gov",
    "U.S. Mail",
    "Ana Müller",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lindenmark Card", []),
        ("Lindenmark\u2019s Card", []),
        ("the lindenmark card", [("lindenmark card", "Lindenmark Card", True)]),
        ("the Lindenmark  Card", []),
        ("the Lindenmark Crad", []),
        ("the Lindenmrak Card", [("Lindenmrak Card", "Lindenmark Card", False)]),
        ("the Lindemark Card", [("Lindemark Card", "Lindenmark Card", False)]),
        ("the Lindenmarkt Card", [("Lindenmarkt Card", "Lindenmark Card", False)]),
        ("the Lindenmarks Card", []),
        ("the Lindenmark. Card", []),
        ("the U.S. Mail", []),
        ("the U.S mail", [("U.S mail", "U.S. Mail", True)]),
        ("the Lindenmark – our Card", []),
        ("on Github", [("Github", "GitHub", True)]),
        ("on Git Hub", [("Git Hub", "GitHub", True)]),
        ("a git hub", []),
        ("we notify you, NOTIFY, Notify", []),
        ("Login.gov is up. On Login.gov", [("Login.gov", "login.gov", True)]),
        ("www.login.gov, login.gov/x, @github, #github", []),
        ("Ana Muller, ANA MÜLLER, ana.muller@example.org", [("Ana Muller", "Ana Müller", True)]),
        ("Anna Müller and Ann Muller", []),
        (unicodedata.normalize("NFD", "Ana Müller"), []),
    ],
)
def test_a_near_miss_is_found(text: str, found: list[tuple[str, str, bool]]) -> None:
    misses = make_names(NAMES).find(text, guesses=True)

    assert [(text[m.begin : m.end], m.name, m.is_sure) for m in misses] == found


def test_where_nobody_knows_the_language_nothing_is_guessed() -> None:
    assert not [*make_names(NAMES).find("Lindenmrak Card", guesses=False)]


def test_without_names_there_are_no_misses() -> None:
    assert not [*make_names(()).find("Ana Muller", guesses=True)]
    assert not [*make_names(("…",)).find("Ana … Muller", guesses=True)]


@pytest.mark.parametrize(
    "text", ["Login.gov " * 10_000, "'" * 50_000 + "Login.gov", "Ana " * 25_000, "A" * 100_000]
)
def test_no_text_takes_long_to_search(text: str) -> None:
    begun = process_time()

    assert len([*make_names(NAMES).find(text, guesses=True)]) <= 10_000
    assert process_time() - begun < 2
