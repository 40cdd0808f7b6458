"""People's names, from the short ids that sources use for them."""

import re


def make_name(person: str) -> str:
    """Return a name for an id: `alan-brouilette` is Alan Brouilette; a name stays as it is."""
    if re.search(r"[\sA-Z]", person):
        return " ".join(person.split())
    words = re.split(r"[-_.]+", person)
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or person
