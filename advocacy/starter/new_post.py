"""The file that `advocacy new` begins a post with: what is needed, and what there is to fill in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from advocacy.editorial.attestation import Attestation
from advocacy.editorial.guide_page import make_asked_text
from advocacy.placeholders import BODY, SUMMARY
from advocacy.post import make_post_id
from advocacy.site import PURPOSES, Site
from advocacy.starter.yaml import make_front_matter, make_scalar

ADD = "These can be added: take out the `# ` before one, with its space."
# What authors may fill in, with what each is for; each is a comment until then.
OPTIONAL = (
    ("question", "", "what you hope to hear back from readers"),
    ("image", "", "a picture in content/images; then say in image_alt what it shows"),
    ("image_alt", "", ""),
    ("share", "{hashtags: [OneWord], captions: {default: Your own words.}}", "for sharing"),
)


@dataclass(frozen=True, slots=True)
class NewPost:
    """What is known of a post before it is written.

    Attributes:
        author: A colleague's id; empty where the author fills it in.
        lang: One of the site's languages.
    """

    title: str
    slug: str
    author: str
    lang: str
    day: date

    @property
    def path(self) -> str:
        """Where the file goes below the site's folder."""
        return f"content/posts/{self.day}-{self.slug}.md"


def make_new_post(new: NewPost, site: Site, attestations: Iterable[Attestation] = ()) -> str:
    """Return the text of a draft that can be read at once, with comments on what can be added.

    Args:
        new: What is known of it.
        site: Whose it is.
        attestations: What the guide asks authors to vouch for.
    """
    fields = {
        "id": make_post_id(site, new.day, new.slug),
        "title": new.title,
        "slug": new.slug,
        "date": new.day.isoformat(),
        "authors": [new.author],
        "summary": SUMMARY,
        "lang": new.lang if new.lang != site.language else "",
        "status": "draft",
    }
    front_matter = make_front_matter(fields).removesuffix("---\n")
    vouching = "".join(f"# {line}\n" for line in _vouching(tuple(attestations)))
    return f"{front_matter}{_explained(site)}{vouching}---\n\n{BODY}\n"


def _explained(site: Site) -> str:
    """Return the fields that can be filled in, as comments, with the words each may hold."""
    known = (
        ("topics", "[]", f"any of: {_list(site.topics)}"),
        ("purpose", "", f"one of: {_list(PURPOSES)}"),
        ("audience", "", f"one of: {_list(site.audiences)}"),
    )
    rows = [(f"{key}: {value}".rstrip(), note) for key, value, note in (*known, *OPTIONAL)]
    rows = [(row, note + _asked(row, site)) for row, note in rows]
    lines = [f"# {row}{f'  # {note}' if note else ''}" for row, note in rows]
    head = f"# Take out `status: draft` to publish. {ADD}"
    return "\n".join([head, *lines, ""])


def _asked(row: str, site: Site) -> str:
    """Say which of the lines the site asks of each new post."""
    key = "dialogue" if row.startswith("question:") else row.partition(":")[0]
    return "; asked of new posts" if key in site.editorial.ask_for else ""


def _vouching(attestations: tuple[Attestation, ...]) -> Iterator[str]:
    """Yield what the guide may ask the author to vouch for: the lines to fill in, and when."""
    if not attestations:
        return
    yield "What the values guide asks some posts to vouch for. Add what is asked of yours and true:"
    yield "attest:"
    for each in attestations:
        ask = " ".join(each.ask.split())
        when = make_asked_text(each).replace("`", "")
        yield f"  {each.id}: {each.version}  # “{ask}” {when}"
    if any(each.reviewer for each in attestations):
        yield "reviewed_by: []  # a colleague who is no author, where the guide asks for one"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words) or "none in advocacy.toml yet"


def make_new_colleague(name: str) -> str:
    """Return the text of a colleague's file, with comments on what can be added."""
    return (
        f"---\nname: {make_scalar(name)}\nrole: What you do here\n"
        f"# {ADD}\n"
        "# team: Where you do it\n"
        "# ask_me_about: []  # what readers may ask you\n"
        "# languages: [en]  # in which you answer\n"
        "# pronouns: she/her\n"
        '# handles: {mastodon: "@you@example.social"}  # only those you chose to show\n'
        "# photo:  # a picture in content/images; then say in photo_alt what it shows\n"
        "# name_latin:  # your name in Latin letters, where it is in others\n"
        "# name_lang:  # the language of your name, such as uk, where the site has another\n"
        "---\n\nA few lines about you, as you would say them.\n"
    )
