"""The first claim of a post: the first sentence of its body that states something."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from advocacy.markup.source_map import make_source_map
from advocacy.post import Post
from advocacy.share.cutting import SPACELESS, sentences
from advocacy.source import Source

# How much of a body is read, up to the end of a paragraph: what comes late does not come first.
MOST_READ = 3_000
# Shorter, and it says little; longer, and it is no line to be quoted.
LEAST_WORDS, LEAST_SIGNS, MOST_SIGNS = 5, 12, 240
# A paragraph that is one of these as well is no running text.
NO_PROSE = frozenset({"list", "blockquote", "table", "html", "admonition", "footnote"})
# Words with which people greet, by their primary language: such a sentence claims nothing.
GREETINGS = {
    "de": "hallo|hi|guten|liebe[rs]?|moin|willkommen|herzlich willkommen|grüezi|servus",
    "en": "hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|welcome|thank(?:s| you)",
    "es": "hola|buen[oa]s|querid[oa]s?|bienvenid[oa]s?|gracias",
    "fr": "bonjour|bonsoir|salut|ch(?:er|ère)s?|bienvenue|merci|coucou",
    "it": "ciao|buongiorno|buonasera|salve|car[oiae]|benvenut[oiae]|grazie",
    "nl": "hallo|hoi|dag|beste|goede(?:morgen|middag|navond)|welkom|bedankt",
    "pl": "cześć|witaj(?:cie)?|witamy|drodzy|dzień dobry|dziękujemy",
    "pt": "olá|oi|bom dia|boa (?:tarde|noite)|car[oa]s?|bem-vind[oa]s?|obrigad[oa]",
    "sv": "hej|kära|god (?:morgon|dag|kväll)|välkom(?:men|na)|tack",
}
_STATES = regex.compile(
    # It begins as sentences do, ends as statements do, and holds no code, quotation or stray mark.
    r"""(?=[\p{Lu}\p{Lt}\p{Lo}\p{Nd}])[^*\[\]{}<>|"“”„«»「」『』\n]*[.!。！]"""
)
_WORD = regex.compile(rf"{SPACELESS}|[\p{{L}}\p{{N}}\p{{M}}'’-]+")


def find_claim(post: Post) -> str:
    """Return the first sentence of a post's body that states something; empty if none does.

    It is no question, no greeting, no quotation and no part of a heading, list or quote.
    """
    return _find(post.body, post.lang.partition("-")[0])


@lru_cache(maxsize=256)
def _find(body: str, lang: str) -> str:
    return next((each for each in _sentences(body) if _states(each, lang)), "")


def _sentences(body: str) -> Iterator[str]:
    end = body.find("\n\n", MOST_READ)
    read = body if end < 0 else body[:end]
    for block in make_source_map(Source("", read)).blocks:
        if "paragraph" in block.parts and not NO_PROSE & block.parts:
            yield from (" ".join(each.split()) for each in sentences(block.text))


def _states(sentence: str, lang: str) -> bool:
    if not LEAST_SIGNS <= len(sentence) <= MOST_SIGNS or not _STATES.fullmatch(sentence):
        return False
    greeting = GREETINGS.get(lang) or GREETINGS["en"]
    is_greeting = regex.match(rf"(?:{greeting})\b", sentence, regex.IGNORECASE)
    return len(_WORD.findall(sentence)) >= LEAST_WORDS and not is_greeting
