"""Where a link stands so that its page has a place for what it leads to, and where it does not."""

import pytest

from advocacy.embeds.frame import find_frame
from advocacy.imports.html import drop_embeds
from advocacy.markup.render import Renderer
from advocacy.markup.targets import Targets
from advocacy.publishing.embeds import show_embeds
from advocacy.site import Site

HOSTS = ("www.youtube-nocookie.com", "archive.org")
FILM = "https://youtu.be/aqz-KE-bpKQ"
PASTED = '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="A night"></iframe>'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"[A night]({FILM})",                                  1),
        (f"[A *night*, `told`]({FILM} \"It rains\")",           1),
        (f"[A night]({FILM}) <!-- allow Link.Text: why -->",    1),
        (f"[A night][1]\n\n[1]: {FILM}",                        1),
        (f"<p>\n<a href=\"{FILM}\">A night</a>\n</p>",          1),
        (f"[A night]({FILM})\n\n[Another]({FILM})",             2),
        (f"[A night]({FILM})\n[Another]({FILM})",               0),
        (f"[A night]({FILM}).",                                 0),
        (f"See [a night]({FILM})",                              0),
        (f"*[A night]({FILM})*",                                0),
        (f"[![](../images/x.png)]({FILM})",                     0),
        (f"[ ]({FILM})",                                        0),
        (f"- [A night]({FILM})\n\n- [Another]({FILM})",         0),
        (f"> [A night]({FILM})",                                0),
        (f"## [A night]({FILM})",                               0),
        (f"<div markdown=\"1\">\n\n[A night]({FILM})\n\n</div>", 0),
        (f"<details><p><a href=\"{FILM}\">A night</a></p></details>", 0),
        (f"It rained.[^1]\n\n[^1]: [A night]({FILM})",          0),
        (f"!!! note\n    [A night]({FILM})",                    0),
        (f"    [A night]({FILM})",                              0),
        ("[A talk](https://vimeo.com/76979871)",                0),
        ("[Our values](/values/)",                              0),
    ],
)  # fmt: skip
def test_a_link_has_a_place_where_it_stands_alone(site: Site, body: str, count: int) -> None:
    html = Renderer(Targets(site)).render(body, "content/posts/x.md").html

    shown = show_embeds(html, HOSTS)

    assert shown.html.count("<div data-frame=") == shown.html.count("</figcaption>") == count
    assert shown.hosts == (("www.youtube-nocookie.com",) if count else ())
    assert show_embeds(html, ()) == (html, ())


def test_what_an_import_leaves_of_a_frame_has_a_place(site: Site) -> None:
    body = drop_embeds(PASTED).text

    html = Renderer(Targets(site)).render(body, "content/posts/x.md").html

    frame = find_frame(FILM, HOSTS)
    assert frame
    assert f'<div data-frame="{frame.address}">' in show_embeds(html, HOSTS).html
