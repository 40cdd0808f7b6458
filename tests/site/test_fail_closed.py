"""A build that lacks anything ends with a status, a line that says what, and the last site kept."""

import pytest

from tests.site.conftest import COMMANDS, GUIDE, checksum

both = pytest.mark.parametrize("command", COMMANDS)

BROKEN_PLUGINS = {
    "a typo in PLUGINS": ('PLUGINS += ["sitmap"]', "", 2, "sitmap"),
    "an ImportError": ('PLUGINS += ["broken"]', "import no_such_module", 2, "no_such_module"),
    "a SyntaxError": ('PLUGINS += ["broken"]', "def register(:", 2, "SyntaxError"),
    "an exception in register": (
        'PLUGINS += ["broken"]',
        "def register():\n    raise ValueError('no key')",
        2,
        "ValueError: no key",
    ),
    "an exception in a signal handler": (
        'PLUGINS += ["broken"]',
        "from pelican import signals\n\n"
        "def boom(generator):\n    raise RuntimeError('went wrong')\n\n"
        "def register():\n    signals.article_generator_finalized.connect(boom)",
        2,
        "RuntimeError: went wrong",
    ),
    "an exception while a post is read": (
        'PLUGINS += ["broken"]',
        "from pelican import signals\n\n"
        "def boom(generator, metadata):\n    raise RuntimeError('cannot take it')\n\n"
        "def register():\n    signals.article_generator_context.connect(boom)",
        2,
        "RuntimeError: cannot take it",
    ),
    "a plugin that ends the process": (
        'PLUGINS += ["broken"]',
        "import sys\nfrom pelican import signals\n\n"
        "def leave(generator):\n    sys.exit(0)\n\n"
        "def register():\n    signals.article_generator_finalized.connect(leave)",
        2,
        "SystemExit: 0",
    ),
    "a plugin that takes the posts away": (
        'PLUGINS += ["broken"]',
        "from pelican import signals\n\n"
        "def take(generator):\n    generator.articles[:] = []\n\n"
        "def register():\n    signals.article_generator_finalized.connect(take)",
        2,
        "/2026/the-night-shift/ was not built",
    ),
    "a plugin that puts a post elsewhere": (
        'PLUGINS += ["broken"]',
        "from pelican import signals\n\n"
        "def move(generator):\n"
        "    generator.articles[0].override_save_as = 'elsewhere.html'\n\n"
        "def register():\n    signals.article_generator_finalized.connect(move)",
        2,
        "/2026/the-night-shift/ was not built",
    ),
    "no gate": (
        "PLUGINS = [each for each in PLUGINS if not each.__name__.endswith('editorial')]",
        "",
        2,
        "PLUGINS lacks `editorial`",
    ),
    "a plugin list of one's own": ('PLUGINS = ["sitemap"]', "", 2, "PLUGINS lacks `posts`"),
    "a theme from elsewhere": ('THEME = "simple"', "", 2, "THEME is set"),
    "another address": ('SITEURL = "https://x.example"', "", 2, "SITEURL differs"),
    "a name in VIEW_EXTRA that no template may have": (
        'PLUGINS += ["broken"]\nVIEW_EXTRA = ["odd"]',
        "from pelican import signals\n\n"
        "def odd(generator):\n    generator.articles[0].odd = {1, 2}\n\n"
        "def register():\n    signals.article_generator_finalized.connect(odd)",
        2,
        "cannot be handed a set",
    ),
    "an exception when all is written": (
        'PLUGINS += ["broken"]',
        "from pelican import signals\n\n"
        "def boom(pelican):\n    raise RuntimeError('too late')\n\n"
        "def register():\n    signals.finalized.connect(boom)",
        2,
        "RuntimeError: too late",
    ),
}


@both
@pytest.mark.parametrize("mistake", BROKEN_PLUGINS)
def test_a_broken_plugin_stops_the_build(small_site, command, mistake):
    setting, code, status, told = BROKEN_PLUGINS[mistake]
    small_site.run()
    before = checksum(small_site.output)
    small_site.add("pelicanconf.py", f"PLUGIN_PATHS = ['own']\n{setting}\n")
    small_site.write("own/broken.py", code)

    done = small_site.run(command)

    assert done.status == status, done.said
    assert told in done.said
    assert "Traceback" not in done.said
    assert checksum(small_site.output) == before


def test_a_quiet_pelican_fails_as_loudly(small_site):
    small_site.add("pelicanconf.py", 'PLUGINS += ["sitmap"]\n')

    done = small_site.run("pelican content", "--quiet")

    assert done.status == 2
    assert "sitmap" in done.said


def test_the_gate_stands_when_another_page_is_called_values(small_site):
    small_site.write(
        "content/pages/zz/values.md",
        "---\ntitle: x\n---\n\n## Anything goes {#x}\n\nenforced: no\n",
    )
    small_site.post("visit", body="She lives in an old folks home.")

    done = small_site.run()

    assert done.status == 1
    assert "Values.Respect" in done.said
    assert "content/pages/zz/values.md" in done.said


@both
def test_an_interrupted_build_says_so_and_leaves_the_last_site(small_site, command):
    small_site.run()
    before = checksum(small_site.output)
    small_site.add("pelicanconf.py", "PLUGIN_PATHS = ['own']\nPLUGINS += ['broken']\n")
    small_site.write(
        "own/broken.py",
        "from pelican import signals\n\n"
        "def interrupt(pelican):\n    raise KeyboardInterrupt\n\n"
        "def register():\n    signals.finalized.connect(interrupt)",
    )

    done = small_site.run(command)

    assert done.status == 130, done.said
    assert "Traceback" not in done.said
    assert checksum(small_site.output) == before


UNREADABLE = {
    "bad YAML": ("---\ntitle: a: b\n---\n", "content/posts/bad.md:2:9"),
    "no UTF-8": (b"---\ntitle: \xe9\n---\n", "is not UTF-8"),
    "an unknown author": ("---\nauthors: [nobody]\n---\n", "`nobody` is no colleague here"),
    "nothing": ("", "The file is empty"),
}


@both
@pytest.mark.parametrize("mistake", UNREADABLE)
def test_an_unreadable_post_stops_the_build(small_site, command, mistake):
    text, told = UNREADABLE[mistake]
    small_site.run()
    before = checksum(small_site.output)
    file = small_site.root / "content/posts/bad.md"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())

    done = small_site.run(command)

    assert done.status == 1, done.said
    assert told in done.said
    assert "Traceback" not in done.said
    assert checksum(small_site.output) == before


@both
@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_a_body_that_cannot_be_shown_stops_the_build_with_all_findings(small_site, command, old):
    if old:
        small_site.add("advocacy.toml", "[editorial]\nenforce_from = 2030-01-01\n")
    small_site.post("nest", body="[" * 20_000)
    small_site.post("visit", body="She lives in an old folks home.")

    done = small_site.run(command)

    assert done.status == 1, done.said
    assert "content/posts/nest.md" in done.said
    assert ("content/posts/visit.md:9:17: Values.Respect" in done.said) != old
    assert not small_site.output.exists()


@both
def test_a_finding_that_blocks_stops_the_build_with_its_place(small_site, command):
    small_site.run()
    before = checksum(small_site.output)
    small_site.post("visit", body="She lives in an\nold folks\nhome now.\n\nAnd an old folks home.")

    done = small_site.run(command)

    assert done.status == 1, done.said
    assert "content/posts/visit.md:10:1: " in done.said
    assert "content/posts/visit.md:13:8: " in done.said
    assert done.said.count(": Values.Respect ") == 2
    assert "Traceback" not in done.said
    assert checksum(small_site.output) == before


@both
def test_a_guide_with_an_example_that_does_not_hold_ends_with_2(small_site, command):
    small_site.write("content/pages/values.md", GUIDE.replace("She lives in an", "We visited the"))

    done = small_site.run(command)

    assert done.status == 0, done.said
    small_site.write("content/pages/values.md", GUIDE.replace("old folks home.", "home."))
    before = checksum(small_site.output)

    done = small_site.run(command)

    assert done.status == 2, done.said
    assert "`Values.Respect` does not find its bad example" in done.said
    assert "Traceback" not in done.said
    assert checksum(small_site.output) == before


@both
@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("advocacy.toml", "name = ", "advocacy.toml"),
        ("advocacy.toml", 'nmae = "x"', "Did you mean `name`?"),
        ("content/pages/values.md", "---\ntitle: x\n---\n\n## Respect {#respect}\n", "`Respect`"),
    ],
)
def test_a_mistake_in_the_settings_ends_with_2(small_site, command, path, text, told):
    small_site.write(path, text)

    done = small_site.run(command)

    assert done.status == 2, done.said
    assert told in done.said
    assert "Traceback" not in done.said
    assert not small_site.output.exists()


def test_a_site_without_a_guide_is_told_where_to_get_one(small_site):
    (small_site.root / "content/pages/values.md").unlink()

    done = small_site.run()

    assert done.status == 2
    assert "values.md" in done.said


def test_a_conf_that_does_not_begin_from_the_defaults_is_refused(small_site):
    small_site.write("pelicanconf.py", "PATH = 'content'\n")

    done = small_site.run()

    assert done.status == 2
    assert "safe defaults" in done.said


@both
def test_a_bad_date_in_the_environment_is_told(small_site, command):
    done = small_site.run(command, SOURCE_DATE_EPOCH="soon")

    assert done.status == 2
    assert "`soon` is no time" in done.said
