"""Another blog, every text of which would run a program, imported into a site of ours."""

from datetime import date
from pathlib import Path

from advocacy.imports.jekyll import import_jekyll
from tests.attacks.payload_site import BODY, make_groups
from tests.attacks.quoted import front_matter, quoted
from tests.imports.mini import CONFIG
from tests.site.conftest import SmallSite

TODAY = date(2026, 11, 23)


def import_payload_source(folder: Path) -> SmallSite:
    """Write the blog, and import it; what is found in it is recorded, and stops nothing."""
    source, root = folder / "old", folder / "new"
    _write(source, "_config.yml", CONFIG)
    people = {}
    for number, texts in enumerate(make_groups()):
        line = " ".join(" ".join(texts).split())
        people[f"s{number}"] = {"name": line, "role": line, "bio": line}
        fields: dict[str, object] = {
            **dict.fromkeys(("title", "excerpt", "image_figcaption", "mood"), line),
            "author": f"s{number}",
            "tags": [*texts],
        }
        bodies = (BODY.format(it=text, line=" ".join(text.split()), number=0) for text in texts)
        text = front_matter(fields) + "\n\n".join(bodies)
        _write(source, f"_posts/2015-01-{number + 1:02}-p{number}.md", text)
    _write(source, "_data/authors.yml", quoted(people))
    import_jekyll(source, root, TODAY)
    settings = (root / "advocacy.toml").read_text(encoding="utf-8")
    site = SmallSite(root)
    site.write(
        "advocacy.toml",
        settings.replace("[editorial]\n", '[editorial]\nbaseline = "baseline.json"\n'),
    )
    return site


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
