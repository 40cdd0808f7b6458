"""What is said of pasted frames, and of films whose host no editor has named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from advocacy.editorial.builtin.embed_host import CHECKS, find_unlisted
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import make_manuscript
from advocacy.embed_settings import EmbedSettings
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import CheckPost, places

FILM = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
LISTED = "`[what it shows](https://www.youtube.com/watch?v=aqz-KE-bpKQ)` alone in a paragraph"
SETTING = "an editor would add `player.vimeo.com` to `hosts` below `[embeds]` in advocacy.toml."
PLAIN = "left out of the page. Link to what it shows, or take it out."


@pytest.fixture
def site(site: Site) -> Site:
    """A site on whose pages films of one service are shown, and maps of one host."""
    return replace(site, embeds=EmbedSettings(("www.youtube-nocookie.com", "maps.example.org")))


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (f'<iframe width="560" src="{FILM}?si=x" title="Player">', f"Write {LISTED}: readers can"),
        ("<IFRAME SRC='//www.youtube.com/embed/aqz-KE-bpKQ'>", f"Write {LISTED}"),
        (
            '<iframe src="https://maps.example.org/?at=1&amp;b=2">',
            "https://maps.example.org/?at=1&b=2)`",
        ),
        ('<iframe src="https://player.vimeo.com/video/7?h=abcdef12">', SETTING),
        (
            '<iframe src="https://player.vimeo.com/video/7?dnt=1">',
            "`[what it shows](https://vimeo.com/7)`.",
        ),
        ('<iframe src="https://other.example/x">', "add `other.example` to `hosts`"),
        ('<iframe src="http://maps.example.org/x">', PLAIN),
        ('<iframe src="https://maps.example.org@evil.example/x">', PLAIN),
        ('<iframe src="javascript:alert(1)">', PLAIN),
        ('<iframe srcdoc="https://maps.example.org/">', PLAIN),
        ("<iframe>", PLAIN),
    ],
)
def test_a_frame_is_told_what_to_write_instead(check_post: CheckPost, tag: str, told: str) -> None:
    found = [each for each in check_post(f"{tag}</iframe>\n") if each.check == "Markup.Dropped"]

    assert len(found) == 1
    assert "is left out of the page. " in found[0].message
    assert told in found[0].message


@pytest.mark.parametrize(
    "address",
    [
        "https://vimeo.com/channels/staffpicks",
        "https://www.youtube.com/embed/videoseries?list=PLx",
        "https://www.youtube-nocookie.com/embed/videoseries?list=PLx",
        "https://player.vimeo.com/anything",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://stories.lindenmark.example/map.html",
    ],
)
def test_no_setting_is_told_that_would_be_refused_or_do_nothing(
    check_post: CheckPost, address: str
) -> None:
    found = check_post(f'<iframe src="{address}"></iframe>\n')

    told = [each.message for each in found if each.check == "Markup.Dropped"]
    assert len(told) == 1
    assert told[0].endswith(f"Link to what it shows: `[what it shows]({address})`.")


VIMEO = "https://vimeo.com/76979871"


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        (f"[The clock, two minutes]({VIMEO})", True),
        (f"[The *clock*, two minutes]({VIMEO})", True),
        (f"[The clock][1]\n\n[1]: {VIMEO}", True),
        (f"See [the clock]({VIMEO}).", False),
        (f"- [The clock]({VIMEO})", False),
        (f"> [The clock]({VIMEO})", False),
        (f"## [The clock]({VIMEO})", False),
        ("[The night](https://youtu.be/aqz-KE-bpKQ)", False),
        ("[The town](https://maps.example.org/town)", False),
        ("[A page](https://other.example/)", False),
    ],
)
def test_a_film_of_another_host_stays_a_link(
    check_post: CheckPost, *, body: str, is_told: bool
) -> None:
    found = [each for each in check_post(f"It rained.\n\n{body}\n") if each.check == "Embed.Host"]

    assert bool(found) == is_told
    for each in found:
        assert each.message.startswith(
            "Nothing of Vimeo is shown on pages here: this stays a link."
        )
        assert each.message.endswith(SETTING)
        assert each.line == 14
        assert places([each])[0][1] == 2


def test_many_films_take_little_time(site: Site, write: Callable[..., Path]) -> None:
    write("content/staff/ana.md", STAFF)
    write("content/posts/x.md", POST + f"\n\n[The clock, two minutes]({VIMEO})" * 4_000)
    library = read_library(site)
    manuscript, context = make_manuscript(library.posts[0]), Context(library, Targets(site))
    started = process_time()

    found = [*find_unlisted(CHECKS[0], manuscript, context)]

    assert len(found) == 4_000
    assert process_time() - started < 2


class TestWithoutHosts:
    """A site on whose pages nothing is shown."""

    @pytest.fixture
    def site(self, site: Site) -> Site:
        return replace(site, embeds=EmbedSettings())

    def test_no_film_is_told_of(self, check_post: CheckPost) -> None:
        assert check_post(f"[The clock, two minutes]({VIMEO})\n") == ()


@pytest.mark.parametrize("text", ["video", "The video"])
def test_a_film_needs_a_title(check_post: CheckPost, text: str) -> None:
    found = check_post(f"[{text}](https://youtu.be/aqz-KE-bpKQ)\n")

    assert [each.check for each in found] == ["Link.Text"]
