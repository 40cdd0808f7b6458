"""Kits in a folder of their own, as for an intranet: the public site has no trace of them."""

import json
import re

import pytest

from tests.conftest import STAFF
from tests.site.conftest import checksum
from tests.site.test_pages import Links, target_file

BLOG = "https://stories.lindenmark.example"
KITS = "https://intranet.lindenmark.example/kits"
APART = f'[share]\nfolder = "output-share"\nurl = "{KITS}"\n'


@pytest.fixture
def apart(small_site):
    """A site with one kit and one colleague who opted in, whose kits are to be built apart."""
    small_site.add("advocacy.toml", APART)
    small_site.write("content/staff/ana.md", STAFF.replace("role:", "share: {}\nrole:"))
    return small_site


def pages(folder):
    return {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))}


def test_the_public_site_has_no_trace_of_kits(apart):
    done = apart.run()

    assert done.status == 0, done.said
    assert "1 share kit;" in done.said
    assert not (apart.output / "share").exists()
    for file in apart.output.rglob("*"):
        if file.suffix in {".html", ".xml", ".json", ".txt"}:
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"/share/|intranet|output-share", text), file


def test_kits_ask_the_public_site_for_nothing_and_link_to_it(apart):
    apart.run()
    kits, found = apart.root / "output-share", 0

    for file, text in pages(kits).items():
        assert not re.findall(r'\ssrc="(?!/kits/)', text), file
        for target in Links(text).targets:
            if target.startswith(f"{BLOG}/"):
                path, folder = target.removeprefix(BLOG), apart.output
                found += 1
            elif target.startswith("/"):
                assert target.startswith("/kits/"), (file, target)
                path, folder = target.removeprefix("/kits"), kits
            else:
                continue
            path = re.split(r"[?#]", path)[0]
            assert target_file(folder, file, path).is_file(), (file, target)

    assert found


def test_a_kit_names_both_of_its_addresses(apart):
    apart.run()
    folder = apart.root / "output-share"

    page = (folder / "share/the-night-shift/index.html").read_text(encoding="utf-8")
    kit = json.loads((folder / "share/kits.json").read_text(encoding="utf-8"))["kits"][0]

    assert f'<link rel="canonical" href="{KITS}/share/the-night-shift/">' in page
    assert f'<a href="{BLOG}/2026/the-night-shift/">' in page
    assert kit["url"] == f"{BLOG}/2026/the-night-shift/"
    assert kit["card"] == f"{BLOG}/cards/the-night-shift.png"


def test_the_app_of_own_pages_lies_with_the_kits(apart):
    apart.run()
    folder = apart.root / "output-share"

    page = (folder / "share/for/ana/index.html").read_text(encoding="utf-8")
    manifest = json.loads((folder / "share/for/ana/manifest.json").read_text(encoding="utf-8"))

    assert 'data-worker="/kits/share/worker.js?v=' in page
    assert (folder / "share/worker.js").is_file()
    assert (manifest["start_url"], manifest["scope"]) == ("/kits/share/for/ana/", "/kits/share/")
    for icon in manifest["icons"]:
        assert (folder / icon["src"].removeprefix("/kits/")).is_file()


def test_the_folder_opens_with_the_hub(apart):
    apart.run()
    folder = apart.root / "output-share"

    assert (folder / "index.html").read_bytes() == (folder / "share/index.html").read_bytes()


def test_only_what_kits_show_lies_beside_them(apart):
    apart.post("secret-garden", fields={"status": "hidden"})

    apart.run()

    cards = [file for file in (apart.root / "output-share/cards").rglob("*") if file.is_file()]
    assert len(cards) > 1
    assert {file.name for file in cards} > {"the-night-shift.png", "story.png"}
    assert not [file for file in cards if "garden" in file.as_posix()]


def test_only_cards_for_previews_are_public(apart):
    apart.run()

    cards = [file.name for file in (apart.output / "cards").rglob("*")]
    assert cards == ["the-night-shift.png"]


# How pages, sheets and scripts name what they load.
NAMED = (
    r"""(?:href|src|data-worker)="([^"?#]+)|url\("([^"]+)|(?:from |import\(\s*)["`]\./([^"?$`]+)"""
)


def loaded(folder, base):
    """Return the files of the theme that a folder's pages load, and what those load in turn."""
    kinds = {".html", ".xml", ".json", ".js"}
    todo = [
        file for file in folder.rglob("*") if file.suffix in kinds and "theme" not in file.parts
    ]
    found = set()
    while todo:
        text = todo.pop().read_text(encoding="utf-8")
        for name in (part for parts in re.findall(NAMED, text) for part in parts if part):
            file = folder / "theme" / name.removeprefix(f"{base}/theme/")
            if file.is_file() and file not in found:
                found.add(file)
                todo += [file] if file.suffix in {".css", ".js", ".webmanifest"} else []
        icons = re.findall(rf'"src": "{base}/(theme/[^"]+)', text)
        found |= {folder / icon for icon in icons}
    return found


@pytest.mark.parametrize(("name", "base"), [("output", ""), ("output-share", "/kits")])
def test_each_folder_has_of_the_theme_what_its_pages_load(apart, name, base):
    apart.run()
    folder = apart.root / name

    lying = {file for file in (folder / "theme").rglob("*") if file.is_file()}

    # The licence of the fonts goes with them, and a feed names its sheet by an instruction.
    unnamed = {folder / "theme" / each for each in ("fonts/OFL.txt", "feed.css")}
    assert lying - loaded(folder, base) - unnamed == set()
    assert loaded(folder, base) - lying == set()


def test_the_blog_keeps_of_the_theme_what_a_page_of_its_own_templates_loads(apart):
    tag = '<script type="module" src="{{ site.root }}/theme/post.js"></script>'
    own = f'{{% extends "page.html" %}}\n{{% block assets %}}{tag}{{% endblock %}}\n'
    apart.write("templates/values.html", own)

    done = apart.run()

    assert done.status == 0, done.said
    theme = {file.name for file in (apart.output / "theme").iterdir()}
    assert theme & {"post.js", "search.js"} == {"post.js"}
    assert not (apart.root / "output-share/theme/post.js").exists()


def test_kits_leave_the_public_site_when_they_get_a_folder(small_site):
    small_site.run()
    assert (small_site.output / "share/the-night-shift/index.html").is_file()

    small_site.add("advocacy.toml", APART)
    small_site.run()

    assert not (small_site.output / "share").exists()


def test_a_refused_build_leaves_both_folders(apart):
    apart.run()
    before = checksum(apart.root / "output"), checksum(apart.root / "output-share")
    apart.post("visit", body="She lives in an old folks home.")

    done = apart.run()

    assert done.status == 1, done.said
    assert (checksum(apart.root / "output"), checksum(apart.root / "output-share")) == before


@pytest.mark.parametrize("folder", ["output", "output-share"])
def test_a_file_in_the_way_of_one_folder_leaves_both(apart, folder):
    apart.run()
    apart.post("visit")
    blocked = "2026/the-visit" if folder == "output" else "share/the-visit"
    apart.write(f"{folder}/{blocked}/index.html", "by hand")
    before = checksum(apart.root / "output"), checksum(apart.root / "output-share")

    done = apart.run()

    assert done.status == 2, done.said
    assert "is in the way" in done.said
    assert (checksum(apart.root / "output"), checksum(apart.root / "output-share")) == before


def test_a_second_build_changes_nothing(apart):
    apart.run()

    assert "; nothing changed;" in apart.run().said


def test_both_folders_may_be_elsewhere(apart, tmp_path):
    blog, kits = tmp_path / "blog", tmp_path / "kits"

    done = apart.run("advocacy build", "--output", str(blog), "--share-output", str(kits))

    assert done.status == 0, done.said
    assert (blog / "index.html").is_file()
    assert (kits / "share/index.html").is_file()
    assert not (apart.root / "output-share").exists()


REFUSED = {
    "one folder elsewhere": (APART, ["--output", "x"], "Name both with --output and"),
    "the other elsewhere": (APART, ["--share-output", "x"], "Name both with --output and"),
    "a folder that is not set": ("", ["--share-output", "x"], "Set `folder` and `url`"),
    "no address": ('[share]\nfolder = "x"\n', [], "`folder` needs `url`"),
    "no folder": (f'[share]\nurl = "{KITS}"\n', [], "`url` needs `folder`"),
    "the output itself": (APART.replace("output-share", "output"), [], "lies in another output"),
    "a part of it": (APART.replace("output-share", "output/kits"), [], "lies in another output"),
    "what builds remember": (
        APART.replace("output-share", ".output.advocacy/x"), [], "cannot be used"
    ),
    "the posts": (APART.replace("output-share", "content/kits"), [], "contains the site's content"),
    "upwards": (APART.replace("output-share", "../kits"), [], "cannot be used"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", REFUSED)
def test_a_mistake_in_the_settings_is_told_and_builds_nothing(small_site, mistake):
    settings, arguments, told = REFUSED[mistake]
    small_site.add("advocacy.toml", settings)

    done = small_site.run("advocacy build", *arguments)

    assert done.status == 2, done.said
    assert told in done.said
    assert "Traceback" not in done.said
    assert not small_site.output.exists()


def test_pelicanconf_cannot_build_them_apart_by_itself(small_site):
    small_site.add("pelicanconf.py", 'SHARE_OUTPUT_PATH = "elsewhere"\n')

    done = small_site.run()

    assert done.status == 2
    assert "SHARE_OUTPUT_PATH alone does not build kits apart" in done.said
