"""The first post and the first colleague of a new site."""

from collections.abc import Mapping
from datetime import date

from advocacy.placeholders import COLLEAGUE
from advocacy.post import make_post_id
from advocacy.site import Site
from advocacy.starter.site_files import read_default
from advocacy.starter.yaml import Value, make_front_matter

FIRST_TITLE = "Begin with a Tuesday"
FIRST_SLUG = "begin-with-a-tuesday"
FIRST_TOPICS = {"behind-the-scenes": "Behind the scenes"}
OPT_IN = (
    "# share: {}   # without the first #: a page of what they might share, /share/for/THEIR-ID/\n"
)
FIRST_AUDIENCES = {"neighbours": "People we work for"}


def make_first_files(site: Site, today: date) -> dict[str, str]:
    """Return the post and the colleague that show a new site's people how it is done, by path."""
    colleague: dict[str, Value] = {
        "name": "Robin Sample",
        "role": "Shows how a page looks",
        "ask_me_about": ["keys", "first posts"],
    }
    post: dict[str, Value] = {
        "id": make_post_id(site, today, FIRST_SLUG),
        "title": FIRST_TITLE,
        "date": today.isoformat(),
        "authors": [COLLEAGUE],
        "summary": "A first post needs no occasion, only something that happened and a reader.",
        "topics": list(FIRST_TOPICS),
        "purpose": "engagement",
        "audience": next(iter(FIRST_AUDIENCES)),
        "question": "What would you like to know about our work?",
    }
    return {
        f"content/staff/{COLLEAGUE}.md": _document(colleague, read_default("colleague.md"), OPT_IN),
        f"content/posts/{today}-{FIRST_SLUG}.md": _document(post, read_default("welcome.md")),
    }


def _document(fields: Mapping[str, Value], body: str, note: str = "") -> str:
    start, fence, end = make_front_matter(fields).rpartition("---")
    return f"{start}{note}{fence}{end}\n{body}"
