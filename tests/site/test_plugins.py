"""Plugins from elsewhere run unchanged beside ours, and templates see what the site names."""

import re

from pelican.plugins.advocacy import posts

from tests.conftest import PROJECT

OVERRIDE = """\
{% extends "base.html" %}
{% block main %}
{% with series = view.extra.series %}
<p>{% if series %}series {{ series.name }}, {{ series.index }}{% endif %}</p>
{% endwith %}
<p>next {{ view.extra.next_article.title if view.extra.next_article else "none" }}</p>
<p>related {% for each in view.extra.related_posts or () %}{{ each.href }} {% endfor %}</p>
{% endblock %}
"""


def test_four_plugins_from_elsewhere_run_unchanged(small_site):
    for number in (1, 2, 3):
        fields = {"date": f"2026-01-0{number}", "series": "Van", "topics": "[reading]"}
        small_site.post(f"van-{number}", fields=fields, body="On the road.")
    small_site.add(
        "pelicanconf.py",
        'PLUGINS += ["sitemap", "series", "neighbors", "related_posts"]\n'
        'VIEW_EXTRA = ["series", "next_article", "related_posts"]\n',
    )
    small_site.write("templates/post.html", OVERRIDE)

    done = small_site.run()

    assert done.status == 0, done.said
    page = (small_site.output / "2026/the-van-2/index.html").read_text()
    assert "series Van, 2" in page
    assert "next The van-3" in page
    assert "/2026/the-van-1/" in page
    sitemap = (small_site.output / "sitemap.xml").read_text()
    assert "https://stories.lindenmark.example/2026/the-van-2/" in sitemap
    assert "https://stories.lindenmark.example/staff/ana/" in sitemap
    assert "/share/" not in sitemap


def test_metadata_are_all_that_pelican_is_told():
    """A key of front matter reaches no attribute of Pelican's objects unless it is named here."""
    source = (PROJECT / "plugins/posts.py").read_text(encoding="utf-8")
    keys = set(re.findall(r'^        "(\w+)":', source, re.MULTILINE))

    assert posts.EditionReader.file_extensions == ("md",)
    assert not keys & {"save_as", "url", "override_save_as", "_content", "_summary", "translations"}
