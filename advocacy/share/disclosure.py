"""Whom the sharer works for: which sentence says so, and whether a text already does."""

from dataclasses import dataclass
from itertools import product

from advocacy.phrases import make_phrase_pattern
from advocacy.post import Post
from advocacy.share.sentences import as_sentence
from advocacy.shared_signs import without_prompts
from advocacy.site import Site


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What readers of a snippet must be told.

    Attributes:
        sentence: Put into a text that does not disclose.
        accepted: Wordings that disclose just as well.
    """

    sentence: str
    accepted: tuple[str, ...]


def make_disclosure(post: Post, site: Site, network_id: str = "") -> Disclosure | None:
    """Return what a post's snippets must say; None where there is nothing to say.

    What the author wrote comes before the site's sentence for the network, and that before its
    sentence for all. A paid or given post is not disclosed by saying where one works.
    """
    there = site.sharing.disclosure.get(network_id, {})
    own_sentence = there.get(post.lang) or site.disclosure.get(post.lang, "")
    sentence = post.disclosure or own_sentence
    if post.relationship == "none" or not sentence:
        return None
    accepted = {sentence: None}
    if post.relationship == "employee":
        own = (
            own_sentence,
            site.disclosure.get(post.lang, ""),
            *site.disclosure_phrases.get(post.lang, ()),
        )
        names = (site.name, *site.names.organisation)
        works = (f"I work {word} {name}" for word, name in product(("at", "for"), names))
        accepted |= dict.fromkeys(phrase for phrase in (*own, *works) if phrase)
    return Disclosure(as_sentence(sentence), tuple(accepted))


def find_disclosure(text: str, disclosure: Disclosure) -> int:
    """Return the offset after the first wording that discloses; -1 where there is none."""
    found = find_phrase(text, disclosure)
    return found[1] if found else -1


def find_phrase(text: str, disclosure: Disclosure) -> tuple[int, int] | None:
    """Return where the first wording that discloses begins and ends; None where there is none.

    What stands in a `[[prompt]]` does not count, for the sharer replaces it.
    """
    said = without_prompts(text)
    found = (make_phrase_pattern(phrase).search(said) for phrase in disclosure.accepted)
    return min((match.span() for match in found if match), key=lambda span: span[1], default=None)
