"""What a post's author can try, and what comes of it: its own page, or a refusal."""

import json
import re
from html.parser import HTMLParser

import pytest

SECRET = "the-secret-of-the-house"

REFUSED = {
    "save_as to another page": {"save_as": "index.html"},
    "save_as beside the output": {"save_as": "../output-secret/x.html"},
    "override_save_as": {"override_save_as": ".htaccess"},
    "slug upwards": {"slug": "../../x"},
    "slug beside the output": {"slug": "../output-evil/x"},
    "slug of a page": {"slug": "pages/about"},
    "slug of another post": {"slug": "the-night-shift"},
    "language upwards": {"lang": "../../x"},
    "language of none here": {"lang": "xx"},
    "url": {"url": "javascript:alert(1)"},
    "template": {"template": "nope"},
    "template of the house": {"template": "home"},
    "body by front matter": {"_content": "<script>alert(1)</script>"},
    "summary by front matter": {"_summary": "<script>alert(1)</script>"},
    "a method": {"get_content": "x"},
    "a property": {"is_valid": "x"},
    "translations": {"translations": "x"},
    "the build": {"advocacy_post": "x"},
    "an address": {"address": "index.html"},
    "an image outside": {"image": "../../.env", "image_alt": "x"},
    "an image by a link": {"image": "link.png", "image_alt": "x"},
    "a date of nowhere": {"date": "31/12/2026"},
    "another status": {"status": "ready"},
}


def test_front_matter_cannot_leave_its_table(small_site):
    set_traps(small_site)
    for number, fields in enumerate(REFUSED.values()):
        small_site.post(f"attack-{number:02}", fields=fields)

    done = small_site.run()

    assert done.status == 1, done.said
    passed = [
        attack
        for number, attack in enumerate(REFUSED)
        if f"content/posts/attack-{number:02}.md" not in done.said
    ]
    assert passed == []
    assert not small_site.output.exists()


def set_traps(site, *, links: bool = True) -> None:
    """Put a secret beside the content, and links that lead to it among the pictures."""
    site.write(".env", SECRET)
    images = site.root / "content/images"
    images.mkdir()
    if not links:
        return
    (images / "link.png").symlink_to(site.root / ".env")
    (images / "folder").symlink_to(site.root)


REFERENCES = (
    "{attach}../.env",
    "{attach}/../.env",
    "{static}/../.env",
    "{static}../../.env",
    "|attach|../.env",
    "{attach}/../pelicanconf.py",
    "{filename}../../.env",
    "../../.env",
    "/../.env",
    "file:///etc/passwd",
    "images/link.png",
    "../images/folder/.env",
)


FORMS = ("[x](%s)", "![x](%s)", '<a href="%s">x</a>', '<img src="%s" alt="x">')


def test_a_body_publishes_nothing_but_itself(small_site):
    """Let findings pass, so that the renderer alone stands between a post and the files."""
    set_traps(small_site, links=False)
    settings = small_site.root / "advocacy.toml"
    small_site.write(
        "advocacy.toml", settings.read_text() + "[editorial]\nenforce_from = 2030-01-01\n"
    )
    bodies = [form % reference for form in FORMS for reference in REFERENCES]
    for number, body in enumerate(bodies):
        small_site.post(f"attack-{number:02}", body=body)

    done = small_site.run()

    assert done.status == 0, done.said
    published = {file: file.read_bytes() for file in small_site.output.rglob("*") if file.is_file()}
    assert not [file for file, content in published.items() if SECRET.encode() in content]
    assert not [file for file in published if file.name.endswith((".env", ".py", "link.png"))]
    assert {file.name for file in small_site.root.parent.iterdir()} == {"site"}


def test_a_reference_out_of_the_content_is_told(small_site):
    set_traps(small_site)
    for number, reference in enumerate(REFERENCES):
        small_site.post(f"attack-{number:02}", body=f"[a name]({reference})")

    done = small_site.run()

    assert done.status == 1
    for number, reference in enumerate(REFERENCES):
        # What leads to a file that has a finding of its own is told there, and once.
        is_link = reference == "images/link.png"
        file = "content/images/link.png" if is_link else f"content/posts/attack-{number:02}.md"
        assert f"{file}:" in done.said
    assert not small_site.output.exists()


def test_a_link_among_the_pictures_stops_a_site_that_lets_findings_pass(small_site):
    set_traps(small_site)
    small_site.add("advocacy.toml", "[editorial]\nenforce_from = 2030-01-01\n")
    small_site.post("attack", body="[a name](images/link.png)")

    done = small_site.run()

    assert done.status == 1, done.said
    assert "content/images/link.png: File.Link is a symbolic link" in done.said
    assert not small_site.output.exists()


SCRIPTS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input></form>',
    "<style>body{display:none}</style>",
    '<p style="position:fixed">x</p>',
    '<svg onload="alert(1)"></svg>',
    "Words\n{: onclick='alert(1)' }",
    '<p id="_main" class="share-kit">x</p>',
    '<object data="https://evil.example"></object>',
    "{{ site.name.__class__ }}{% include 'base.html' %}",
    "<math><mtext></mtext><script>alert(1)</script></math>",
)


REFUSED_TAGS = {"iframe", "form", "object", "style", "svg", "math", "input"}
# These are searched in the browser, by a form of the theme's that leads nowhere.
SEARCHED = re.compile(r"(?:share/(?:topics/[\w-]+/)?|staff/|search/)index\.html")
SEARCH_TAGS = {"form", "input"}


def test_no_script_and_no_look_of_an_author_reaches_a_page(small_site):
    """Let findings pass, so that the sanitiser alone stands between a post and its readers."""
    small_site.add("advocacy.toml", "[editorial]\nenforce_from = 2030-01-01\n")
    for number, script in enumerate(SCRIPTS):
        small_site.post(f"attack-{number}", fields={"title": f"Attack {number}"}, body=script)

    done = small_site.run()

    assert done.status == 0, done.said
    for page in small_site.output.rglob("*.html"):
        seen = Elements(page.read_text(encoding="utf-8"))
        is_searched = SEARCHED.fullmatch(page.relative_to(small_site.output).as_posix())
        assert not (seen.tags & REFUSED_TAGS) - (SEARCH_TAGS if is_searched else set()), page
        assert "action" not in seen.attributes, page
        assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]
        assert not [url for url in seen.urls if url.lower().startswith(("javascript:", "data:"))]
        assert not [source for source in seen.scripts if not source.startswith("/theme/")], page
        assert all(is_harmless(data) for data in seen.data), page
    for feed in small_site.output.rglob("*.xml"):
        text = feed.read_text(encoding="utf-8")
        assert not [bad for bad in ("<script", "onerror", "javascript:", "<iframe") if bad in text]


def is_harmless(data: str) -> bool:
    """Whether it is what search engines read of a page, with nothing that could end its element."""
    return "<" not in data and json.loads(data)["@context"] == "https://schema.org"


class Elements(HTMLParser):
    """Collects what a page is made of; `data` is JSON-LD, which no browser runs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.urls: list[str] = []
        self.scripts: list[str] = []
        self.data: list[str] = []
        self.is_in_data = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.urls += [value for name, value in attrs if name in {"href", "src"} and value]
        self.is_in_data = attrs == [("type", "application/ld+json")]
        if tag == "script" and not self.is_in_data:
            self.scripts.append(dict(attrs).get("src") or "")

    def handle_data(self, data: str) -> None:
        if self.is_in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.is_in_data = False


def test_titles_and_names_are_escaped_everywhere(small_site):
    evil = "'<script>alert(1)</script> & \"q\"'"
    small_site.post("attack", fields={"title": evil, "slug": "attack", "summary": evil})
    small_site.write("content/staff/eve.md", f"---\nname: {evil}\nrole: {evil}\n---\n")

    done = small_site.run()

    assert done.status == 0, done.said
    for page in small_site.output.rglob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page


@pytest.mark.parametrize(
    "path",
    ["posts/link.md", "posts/folder", "staff/link.md", "pages/link.md", "posts/loop"],
)
def test_a_symbolic_link_in_content_is_refused(small_site, path):
    target = small_site.root if path.endswith("folder") else small_site.write("x.md", SECRET)
    link = small_site.root / "content" / path
    link.symlink_to(link.parent if path.endswith("loop") else target)

    done = small_site.run()

    assert done.status == 1, done.said
    assert f"content/{path}" in done.said
    assert not small_site.output.exists()


def test_only_pictures_that_a_post_shows_are_copied(small_site):
    from PIL import Image

    images = small_site.root / "content/images"
    images.mkdir()
    for name in ("shown.png", "other.png"):
        Image.new("RGB", (8, 8)).save(images / name)
    small_site.write("content/images/notes.txt", SECRET)
    small_site.post("pictures", body="![A grey square](../images/shown.png)")

    done = small_site.run()

    assert done.status == 0, done.said
    assert [file.name for file in (small_site.output / "images").iterdir()] == ["shown.png"]
