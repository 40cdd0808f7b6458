"""advocacy.toml is read whole, or every mistake in it is told."""

import pytest

from advocacy.errors import SettingsError
from advocacy.site import make_site, read_site
from tests.conftest import SETTINGS

BLOG = "https://example.org/blog"
KITS = "https://intranet.example.org/kits"


def test_a_site_knows_its_addresses(site):
    blog = make_site(site.root, {**SETTINGS, "url": "https://example.org/blog/"})

    assert (site.base_path, site.href("staff/")) == ("", "/staff/")
    assert (blog.base_path, blog.href("staff/")) == ("/blog", "/blog/staff/")
    assert blog.absolute("staff/") == "https://example.org/blog/staff/"


@pytest.mark.parametrize(
    ("address", "from_blog", "from_kits", "whole"),
    [
        ("2026/x/",            "/blog/2026/x/",     f"{BLOG}/2026/x/", f"{BLOG}/2026/x/"),
        ("",                   "/blog/",            f"{BLOG}/",        f"{BLOG}/"),
        ("theme/style.css",    "/blog/theme/style.css", "/kits/theme/style.css", None),
        ("images/a.png",       "/blog/images/a.png",    "/kits/images/a.png",    None),
        ("cards/x.png",        "/blog/cards/x.png", "/kits/cards/x.png", f"{BLOG}/cards/x.png"),
        ("cards/x/story.png",  None, "/kits/cards/x/story.png", f"{KITS}/cards/x/story.png"),
        ("share/",             None, "/kits/share/",            f"{KITS}/share/"),
        ("share/kits.ics",     None, "/kits/share/kits.ics",    f"{KITS}/share/kits.ics"),
    ],
)  # fmt: skip
def test_a_site_whose_kits_are_apart_has_two_addresses(site, address, from_blog, from_kits, whole):
    share = {"folder": "kits", "url": KITS}
    blog = make_site(site.root, {**SETTINGS, "url": BLOG, "share": share})

    assert from_blog in {None, blog.href(address)}
    assert blog.for_kits().href(address) == from_kits
    assert whole in {None, blog.absolute(address)}
    assert blog.for_kits().absolute(address) == blog.absolute(address)


def test_a_site_whose_kits_are_not_apart_is_the_same_from_them(site):
    assert site.for_kits() == site


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("nmae", "x", "`nmae` is not a key that is known here. Did you mean `name`?"),
        ("name", ["x"], "`name`: a list is not a text"),
        ("description", 5, "`5` is not a text. Put it in quotes."),
        ("languages", [], "There is none. Write the default language"),
        ("languages", ["en", "en"], "`en` stands there twice"),
        ("url", "example.org", "`example.org` is no web address"),
        ("url", "https://x.org/?a=b", "has a `?` or `#`"),
        ("url", "https://x..org", "`https://x..org` has a host that no server can have"),
        (
            "embeds",
            {"host": ["x.org"]},
            "`embeds`: `host` is not a key that is known here. Did you",
        ),
        (
            "embeds",
            {"hosts": ["https://x.org"]},
            "`embeds`: `hosts`: `https://x.org` cannot be used.",
        ),
        ("embeds", {"hosts": ["*.x.org"]}, "no `https://`, `*`, `/` or port."),
        ("embeds", {"hosts": ["x.org:8443"]}, "`x.org:8443` cannot be used"),
        ("embeds", {"hosts": ["X.org"]}, "Write a host alone, in small letters"),
        ("embeds", {"hosts": ["x.org."]}, "`x.org.` cannot be used"),
        ("embeds", {"hosts": ["127.0.0.1"]}, "`127.0.0.1` cannot be used"),
        ("embeds", {"hosts": ["localhost"]}, "`localhost` cannot be used"),
        ("embeds", {"hosts": ["tubе.org"]}, "`tubе.org` cannot be used"),
        (
            "embeds",
            {"hosts": ["www.youtube.com"]},
            "what YouTube shows on other pages is at `www.youtube-nocookie.com`. Write that.",
        ),
        (
            "embeds",
            {"hosts": ["archive.org", "stories.lindenmark.example"]},
            "`stories.lindenmark.example` is the site's own host: a frame of it could do whatever",
        ),
        ("email", "desk@example..org", "`desk@example..org` cannot be used"),
        ("time_zone", "Berlin", "`Berlin` is no time zone. Write it as `Europe/Berlin`"),
        ("time_zone", "../../etc/passwd", "is no time zone"),
        ("languages", ["english"], "Write a language as `en`"),
        ("languages", ["en", "de"], "`disclosure`: there is none in `de`"),
        (
            "disclosure_phrases",
            {"em": ["x"]},
            "`em` is no language of the site. `languages` has `en`, `fr`.",
        ),
        (
            "disclosure",
            {"en": "x", "fr": "x", "fra": "x"},
            "`fra` is no language of the site. Did you mean `fr`?",
        ),
        ("disclosure", {"en": "…", "fr": "x"}, "`disclosure`: `…` says nothing. Write it in words"),
        ("disclosure_phrases", {"en": ["I work", "."]}, "`.` says nothing"),
        ("share", {"disclosure": {"x": {"en": "-"}}}, "`-` says nothing"),
        ("page_size", 1, "is no whole number from 5 to 200"),
        ("page_size", True, "is no whole number"),
        ("topics", {"Big Data": "x"}, "`Big Data` cannot be an id"),
        ("topics", {"fr": {"Big Data": "x"}}, "`Big Data` cannot be an id"),
        ("topics", {"de": {}}, "`topics.de`: `de` is no other language of the site."),
        ("topics", {"en": {}}, "`topics.en`: `en` is no other language of the site."),
        ("topics", {"a": "A", "fr": {"b": "B"}}, "`topics.fr`: `b` is not below [topics]."),
        ("audiences", {"fr": {"b": "B"}}, "`audiences.fr`: `b` is not below [audiences]."),
        ("share", {"networks": ["myspace"]}, "`myspace` is none of `x`, `mastodon`"),
        ("share", {"folder": "kits"}, "`share`: `folder` needs `url`."),
        ("share", {"url": "https://x.org"}, "`share`: `url` needs `folder`."),
        ("share", {"folder": "../kits", "url": "https://x.org"}, "`../kits` cannot be used."),
        ("share", {"folder": "kits", "url": "kits"}, "`kits` is no web address"),
        ("share", {"window": 3}, "`window` is not a key that is known here"),
        ("share", {"variants": 0}, "`0` is no whole number from 1 to 15"),
        ("share", {"utm": {"by": "person"}}, "`person` is none of `off`, `network`, `variant`"),
        ("share", {"utm": {"medium": "a b"}}, "`a b` cannot be used. Write one word"),
        ("share", {"disclosure": {"twitter": {"en": "x"}}}, "`twitter` is no network here"),
        (
            "share",
            {"disclosure": {"x": {"de": "x"}}},
            "`share.disclosure.x`: `de` is no language of the site",
        ),
        (
            "hashtags",
            {"readin": ["A"]},
            "`readin` is no topic of the site. Did you mean",
        ),
        ("hashtags", {"reading": ["opendata"]}, "`opendata` has no capitals"),
        ("hashtags", {"reading": ["Open data"]}, "A hashtag is one word"),
        ("editorial", {"blocks": "fatal"}, "`fatal` is none of `suggestion`"),
        ("editorial", {"enforce_from": "soon"}, "`soon` is not a date"),
        ("licence", {"url": "https://x.org"}, "There is no `name`"),
    ],
)
def test_a_mistake_is_told_with_its_key_and_cure(tmp_path, key, value, told):
    with pytest.raises(SettingsError) as caught:
        make_site(tmp_path, {**SETTINGS, key: value}, ("x", "mastodon"))

    assert str(caught.value).startswith("advocacy.toml: ")
    assert told in str(caught.value)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://bücher.example",      "xn--bcher-kva.example"),
        ("https://BÜCHER.example/blog", "xn--bcher-kva.example"),
        ("https://straße.example",      "xn--strae-oqa.example"),
        ("https://straße.example",      "strasse.example"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["url", "share"])
def test_no_frame_is_of_the_own_host_by_its_name_in_dns(tmp_path, key, url, host):
    own = {"url": url} if key == "url" else {"share": {"folder": "kits", "url": url}}

    with pytest.raises(SettingsError, match=f"`{host}` is the site's own host"):
        make_site(tmp_path, {**SETTINGS, **own, "embeds": {"hosts": [host]}})


def test_every_mistake_is_told_at_once(tmp_path):
    with pytest.raises(SettingsError) as caught:
        make_site(tmp_path, {"url": "x", "page_size": 0, "colour": "red"})

    assert len(caught.value.problems) == 5


def test_a_folder_without_settings_is_told(tmp_path):
    with pytest.raises(SettingsError, match="advocacy init DEST"):
        read_site(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('blocks = "error"', 'blocks = "eror"', ":5: `editorial`: `blocks`: `eror` is none of"),
        ('blocks = "error"', "blocks = 1 \nblocks = 2", "twice: take one of the two out."),
        ("[disclosure]", "[editorial]", ": Cannot declare ('editorial',) twice. This table"),
        ("[editorial]", "[editoral]", ":4: `editoral` is not a key that is known here. Did you"),
        ('en = "I', 'fr = "I', ":7: `disclosure`: `fr` is no language of the site."),
        ('blocks = "error"', f"blocks = {'[' * 5000}", "nested too deep"),
        ('blocks = "error"', f"page_size = {'1' * 5000}", ":5: A number has more than 4000 digits"),
        ('blocks = "error"', "enforce_from = 2026-03-31T09:00:00", "Write it as `2026-03-31`."),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(tmp_path, write, old, new, told):
    text = 'name = "x"\nurl = "https://x.example"\ndescription = "x"\n[editorial]\n'
    text += 'blocks = "error"\n[disclosure]\nen = "I work at x."\n'
    write("advocacy.toml", text.replace(old, new))

    with pytest.raises(SettingsError) as caught:
        read_site(tmp_path)

    assert told in str(caught.value)


def test_settings_that_are_no_text_are_told(tmp_path, write):
    write("advocacy.toml", "").write_bytes(b'name = "x"\ndescription = "\xe4"\n')
    with pytest.raises(SettingsError) as caught:
        read_site(tmp_path)
    assert str(caught.value) == ("advocacy.toml:2: byte 0xe4 is not UTF-8. Save the file as UTF-8.")

    (tmp_path / "advocacy.toml").unlink()
    (tmp_path / "advocacy.toml").mkdir()
    with pytest.raises(SettingsError, match=r"cannot be read: Is a directory\. Put a file there"):
        read_site(tmp_path)


def test_broken_toml_is_told_with_its_line(tmp_path, write):
    write("advocacy.toml", 'name = "x"\nurl = \n')

    with pytest.raises(SettingsError, match=r"advocacy\.toml:2:"):
        read_site(tmp_path)
