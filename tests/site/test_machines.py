"""What programs ask for by name: sitemap.xml, robots.txt, security.txt, humans.txt, llms.txt."""

import re
from datetime import date, datetime

import pytest
from lxml import etree

from advocacy.errors import SettingsError
from advocacy.publishing.well_known import make_security
from advocacy.site import make_site
from advocacy.site_machines import Security
from tests.conftest import SETTINGS

SITE = "https://stories.lindenmark.example"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


PUBLICATION = "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.publication/self"
DOCUMENT = "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mek5jhip372r"


def read_sitemap(output):
    """Return when each page changed, and its translations, by its address."""
    pages = etree.parse(str(output / "sitemap.xml")).xpath("//s:url", namespaces=NAMES)
    return {
        page.findtext("s:loc", namespaces=NAMES): (
            page.findtext("s:lastmod", namespaces=NAMES),
            {x.get("hreflang"): x.get("href") for x in page.findall("x:link", NAMES)},
        )
        for page in pages
    }


def test_the_sitemap_lists_what_search_engines_may_list(sample):
    output = sample / "output"
    listed = {url.removeprefix(f"{SITE}/") for url in read_sitemap(output)}

    pages = {
        file.parent.relative_to(output).as_posix().removeprefix(".")
        for file in output.rglob("index.html")
        if not re.search('content="noindex"|http-equiv="refresh"', file.read_text("utf-8"))
    }
    assert listed == {f"{page}/" if page else "" for page in pages}
    assert not [page for page in listed if page.startswith(("share", "404"))]


def test_translations_name_each_other(sample):
    sitemap = read_sitemap(sample / "output")

    translated = {url: others for url, (_, others) in sitemap.items() if others}
    assert translated
    for url, others in translated.items():
        assert url in others.values()
        assert all(sitemap[other][1] == others for other in others.values())


def test_a_list_changed_when_the_last_of_its_posts_did(small_site):
    small_site.post("old", fields={"date": "2026-01-05", "modified": "2026-04-09", "slug": "old"})

    assert small_site.run().status == 0
    sitemap = read_sitemap(small_site.output)

    changed = {url: moment for url, (moment, _) in sitemap.items()}
    assert changed[f"{SITE}/2026/old/"].startswith("2026-04-09T")
    assert changed[f"{SITE}/"] == changed[f"{SITE}/2026/"] == changed[f"{SITE}/2026/old/"]
    assert changed[f"{SITE}/values/"] is None
    assert all(datetime.fromisoformat(moment).tzinfo for moment in changed.values() if moment)


def test_what_is_hidden_or_first_published_elsewhere_is_not_listed(small_site):
    small_site.post("quiet", fields={"status": "hidden", "slug": "quiet"})
    small_site.post(
        "copied", fields={"canonical": "https://elsewhere.example/copied/", "slug": "copied"}
    )

    assert small_site.run().status == 0
    assert (small_site.output / "2026/quiet/index.html").is_file()
    assert not [url for url in read_sitemap(small_site.output) if "quiet" in url or "copied" in url]


def test_by_default_no_model_is_told_anything(sample):
    output = sample / "output"

    assert (output / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE}/sitemap.xml\n"
    )
    assert not (output / "llms.txt").exists()
    assert not (output / ".well-known").exists()
    humans = (output / "humans.txt").read_text(encoding="utf-8")
    assert f"Zoë Łukasik\nSite: {SITE}/staff/zoe-lukasik/\n" in humans


def test_a_site_below_a_path_leaves_the_root_to_its_host(small_site):
    settings = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    small_site.write("advocacy.toml", settings.replace('.example"', '.example/blog"', 1))
    small_site.add("advocacy.toml", f'[machines]\nstandard_site = "{PUBLICATION}"\n')

    done = small_site.run()

    assert done.status == 0, done.said
    assert (small_site.output / "sitemap.xml").is_file()
    assert not (small_site.output / "robots.txt").exists()
    assert not (small_site.output / ".well-known").exists()
    assert f'<link rel="site.standard.publication" href="{PUBLICATION}">' in (
        small_site.output / "index.html"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("today", "days", "expires"),
    [
        (date(2026, 11, 28), 180, "2027-04-30"),
        (date(2026, 11,  1), 180, "2027-04-30"),
        (date(2026, 12,  1),  60, "2027-01-30"),
        (date(2024,  2, 29), 330, "2024-12-27"),
    ],
)  # fmt: skip
def test_security_txt_expires_by_the_month(site, today, days, expires):
    security = Security(("mailto:a@b.example", "https://b.example/report"), days=days)

    assert make_security(site, security, today) == (
        "Contact: mailto:a@b.example\nContact: https://b.example/report\n"
        f"Expires: {expires}T00:00:00Z\nPreferred-Languages: en, fr\n"
        f"Canonical: {SITE}/.well-known/security.txt\n"
    )


def test_what_is_asked_for_is_written(small_site):
    small_site.add(
        "advocacy.toml",
        "[machines]\nllms_txt = true\nhumans_txt = false\n"
        'security = { contact = ["tel:+49-30-1"] }\n',
    )

    done = small_site.run()

    assert done.status == 0, done.said
    assert "\n- [The night shift](https:" in (small_site.output / "llms.txt").read_text()
    assert (small_site.output / ".well-known/security.txt").read_text().startswith("Contact: tel:")
    assert not (small_site.output / "humans.txt").exists()


@pytest.mark.parametrize(
    ("security", "told"),
    [
        ({"contact": ["security@example.org"]},         "`mailto:security@example.org`"),
        ({"policy": "https://example.org"},             "contact"),
        ({"contact": ["tel:1"], "days": 366},           "days"),
    ],
)  # fmt: skip
def test_a_mistake_in_security_is_told(tmp_path, security, told):
    with pytest.raises(SettingsError, match=told):
        make_site(tmp_path, {**SETTINGS, "machines": {"security": security}})


def test_the_blog_and_a_post_name_the_records_that_stand_for_them(small_site):
    small_site.add("advocacy.toml", f'[machines]\nstandard_site = "{PUBLICATION}"\n')
    small_site.post("recorded", fields={"at_uri": DOCUMENT, "slug": "recorded"})

    done = small_site.run()

    assert done.status == 0, done.said
    output = small_site.output
    assert (output / ".well-known/site.standard.publication").read_bytes() == PUBLICATION.encode()
    named = {
        file.relative_to(output).parent.as_posix(): re.findall(
            r'<link rel="site[.]standard[.](\w+)" href="([^"]+)">', file.read_text("utf-8")
        )
        for file in output.rglob("index.html")
    }
    blog = [("publication", PUBLICATION)]
    assert named.pop("2026/recorded") == [("document", DOCUMENT), *blog]
    # What is for colleagues is no part of the publication.
    assert {page for page, links in named.items() if not links} == {
        page for page in named if page.startswith("share")
    }
    assert {tuple(links) for links in named.values()} == {tuple(blog), ()}


def test_a_record_that_is_none_is_told_with_its_line(small_site):
    small_site.add("advocacy.toml", f'[machines]\nstandard_site = "{DOCUMENT}"\n')

    done = small_site.run()

    assert done.status == 2
    assert "advocacy.toml:12: `machines`: `standard_site`: " in done.said
    assert "Copy the record's address: `at://did:plc:…/site.standard.publication/…`." in done.said
