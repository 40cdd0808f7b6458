"""A site in which every text that somebody may write would run a program, if it could."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from PIL import Image

from advocacy import fields
from advocacy.editorial.builtin import CHECKS
from advocacy.library import read_piece
from advocacy.schema import NOWHERE, FieldError, Node
from advocacy.site import make_site
from advocacy.slugs import slugify
from advocacy.source import Source
from tests.attacks.payloads import read_payloads
from tests.attacks.quoted import front_matter
from tests.conftest import SETTINGS
from tests.site.conftest import SmallSite, start_small_site

Fields = Mapping[str, object]

# A text in every place that Markdown has for one.
BODY = """\
{it}

Words, {it}, and more.

# {line}

[{line}](/values/ "{line}") ![{line}](../images/plain.png "{line} | {line}")

<{line}>, `{line}`, *{line}*, [{line}]({line}), <a href="{line}" title='{line}'>x</a>

<b {line}>x</b> <img src="{line}" alt="{line}">

- {line}

1. {line}

> {line}

| {line} | b |
|---|---|
| c | {line} |

{line}
: {line}

Noted[^{number}].

[^{number}]: {line}

!!! note "{line}"
    {line}

*[HTML]: {line}

```{{.python title="{line}"}}
{it}
```

    {line}

## Last {{: {line} }}
"""
# A title has 300 characters, of which a series' number takes some.
LONGEST_LINE = 290
ODD_NAMES = (
    '" onerror=window.ran=1 x=".png',
    "' onerror=window.ran=1 x='.png",
    "<img src=x onerror=window.ran=1>.png",
    "javascript:window.ran=1.png",
    "x), url(javascript:window.ran=1).png",
    "{{ x }}&quot;&lt;.png",
)

SETTINGS_MORE = """\

[editorial]
enforce_from = 2030-01-01
baseline = "baseline.json"

[share]
networks = ["linkedin", "mastodon", "email"]

[search]
enabled = true
"""


def write_payload_site(root: Path) -> SmallSite:
    """Write the site: a post, a colleague, a page, a topic and a series for a few payloads each.

    In a field several payloads stand one behind the other; each has its own body in a text.
    """
    site = start_small_site(root)
    groups = tuple(make_groups())
    topics = "".join(f't{number} = "Topic {number}"\n' for number in range(len(groups)))
    site.add("advocacy.toml", topics + SETTINGS_MORE)
    # So that the sanitiser and the templates alone stand in the way.
    off = "".join(f"{name}: off\n" for name, check in CHECKS.items() if check.can_be_allowed)
    site.add("content/pages/values.md", f"\n```yaml checks\n{off}```\n")
    _write_pictures(root / "content/images")
    for number, texts in enumerate(groups):
        for path, (told, body) in _files(number, texts):
            site.write(path, front_matter(_readable(root, path, told, body)) + body)
    return site


def make_groups() -> Iterator[tuple[str, ...]]:
    """Yield payloads, as many as one title holds."""
    group: tuple[str, ...] = ()
    for text in read_payloads().values():
        if len(" ".join((*group, text))) > LONGEST_LINE:
            yield group
            group = ()
        group += (text,)
    yield group


def _files(number: int, texts: tuple[str, ...]) -> Iterator[tuple[str, tuple[Fields, str]]]:
    """Yield what is written of some payloads: by path, the fields and the body."""
    lines = tuple(" ".join(text.split()) for text in texts)
    body = "\n\n".join(
        BODY.format(it=text, line=line, number=place)
        for place, (text, line) in enumerate(zip(texts, lines, strict=True))
    )
    line = " ".join(lines)
    series = f"{number} {line}"
    yield f"content/posts/p{number}.md", (_post(number, lines, series), body)
    yield f"content/staff/s{number}.md", (_colleague(lines), body)
    yield f"content/pages/page-{number}.md", ({"title": line, "summary": line}, body)
    yield f"content/topics/t{number}.md", ({"summary": line}, body)
    yield f"content/series/{slugify(series)}.md", ({"summary": line}, body)


def _post(number: int, lines: tuple[str, ...], series: str) -> Fields:
    line, webs = " ".join(lines), _addresses(lines)
    captions = [{"text": each, "cw": each} for each in lines]
    web = {"canonical": webs[0], "source": webs[-1], "discussions": webs} if webs else {}
    return {
        "id": f"tag:stories.lindenmark.example,2026:p{number}",
        "slug": f"p{number}",
        "date": "2026-03-01",
        "modified": "2026-03-02",
        "authors": [f"s{number}"],
        **dict.fromkeys(("title", "summary", "change_note", "question", "disclosure"), line),
        **dict.fromkeys(("image_alt", "image_caption", "image_credit"), line),
        "image": ("plain.png", *ODD_NAMES)[number % (len(ODD_NAMES) + 1)],
        "relationship": "gift",
        "topics": [f"t{number}"],
        "purpose": "service",
        "series": series,
        "reviewed_by": [f"s{number}"],
        "allow": {"Values.Respect": line},
        "share": {
            "captions": {"default": captions, "mastodon": captions},
            "quotes": [{"text": each, "by": each} for each in lines],
        },
        **web,
    }


def _colleague(lines: tuple[str, ...]) -> Fields:
    line = " ".join(lines)
    return {
        **dict.fromkeys(("name", "role", "team", "pronouns", "name_latin", "photo_alt"), line),
        "ask_me_about": [*lines],
        "photo": "plain.png",
        "links": {each: f"https://a.example/{number}" for number, each in enumerate(lines)},
        "share": {"disclosure": {"en": f"{line} Lindenmark Libraries."}},
    }


def _addresses(lines: tuple[str, ...]) -> list[str]:
    """Return payloads as addresses, as far as there are such addresses."""
    found = []
    for line in lines:
        with suppress(FieldError):
            found.append(str(fields.web_address(Node(f"https://a.example/{line}", NOWHERE))))
    return found


def _readable(root: Path, path: str, told: Fields, body: str) -> dict[str, object]:
    """Return the fields that can be read: those that are refused are on no page."""
    site = make_site(root, SETTINGS | {"topics": dict.fromkeys(told.get("topics", ()), "x")})
    known = dict.fromkeys(told.get("authors", ()))
    kept = dict(told)
    for _ in range(len(told)):
        source = Source(path, front_matter(kept) + body)
        _, problems = read_piece(source, site, {**known, "x": None})
        lines = {each.line for each in problems if each.line > 1}
        refused = {key for number, key in enumerate(kept, start=2) if number in lines}
        if not refused:
            return kept
        kept = {key: value for key, value in kept.items() if key not in refused}
    return kept


def _write_pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("plain.png", *(name for name in ODD_NAMES if "/" not in name)):
        Image.new("RGB", (60, 40), "#346").save(folder / name)
