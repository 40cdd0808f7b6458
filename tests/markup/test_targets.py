import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.markup.targets import TargetError, Targets, resolve_image, resolve_link
from advocacy.site import make_site
from tests.conftest import SETTINGS
from tests.markup.conftest import HREFS, POST


@pytest.mark.parametrize(
    ("reference", "href"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("https://example.org:8080/ümlaut", "https://example.org:8080/ümlaut"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("mailto:ana@example.org?subject=A%20b", "mailto:ana@example.org?subject=A%20b"),
        ("#opening-hours", "#opening-hours"),
        ("#fn:1", "#fn:1"),
        ("/values/", "/values/"),
        ("/values/#respect", "/values/#respect"),
        ("/", "/"),
        ("clock.md", "/2026/clock/"),
        ("./clock.md", "/2026/clock/"),
        ("clock.md#hands", "/2026/clock/#hands"),
        ("{filename}clock.md", "/2026/clock/"),
        ("{filename}/posts/clock.md", "/2026/clock/"),
        ("2019/lamp.md", "/2019/lamp/"),
        ("a%20b.md", "/2026/a-b/"),
        ("../pages/values.md#respect", "/values/#respect"),
        ("posts/clock.md", "/2026/clock/"),
    ],
)  # fmt: skip
def test_a_link_leads_to(reference: str, href: str, targets: Targets) -> None:
    assert resolve_link(reference, POST, targets) == href


@pytest.mark.parametrize(
    ("reference", "seen"),
    [
        ("", "There is no address"),
        ("javascript:alert(1)", "begins with `javascript:`"),
        ("JavaScript:alert(1)", "begins with `javascript:`"),
        ("java\nscript:alert(1)", "U+000A"),
        ("java\u200bscript:alert(1)", "U+200B"),
        ("\x01javascript:alert(1)", "U+0001"),
        ("data:text/html,x", "begins with `data:`"),
        ("file:///etc/passwd", "begins with `file:`"),
        ("vbscript:x", "begins with `vbscript:`"),
        ("https:example.org", "no web address"),
        ("https:///example.org", "no web address"),
        ("https://", "no web address"),
        ("https://ana@example.org/", "before its host"),
        ("https://example.org:99999/", "no web address"),
        ("https://[::1", "no web address"),
        ("https://example.org/a b", "a space"),
        ('https://example.org/"x', "U+0022"),
        ("https://example.org\\@evil.example", "U+005C"),
        ("//evil.example/x", "no address on this site"),
        ("/a/../b", "no address on this site"),
        ("/a/%2e%2e/b", "no address on this site"),
        ("/{x}/", "no address on this site"),
        ("/images/clock.png", "is a picture"),
        ("../images/clock.png", "is a picture"),
        ("mailto:ana", "no mail address"),
        ("mailto:ana@example.org?attach=/etc/passwd", "no mail address"),
        ("#", "names no heading"),
        ("#a#b", "names no heading"),
        ("{static}/x.pdf", "begins with `{static}`"),
        ("{attach}../.env", "begins with `{attach}`"),
        ("{attach}/../pelicanconf.py", "begins with `{attach}`"),
        ("|attach|../.env", "begins with `|attach|`"),
        ("{filename}{attach}../.env", "begins with `{attach}`"),
        ("../../advocacy.toml", "leaves the content folder"),
        ("../../../../../../etc/passwd", "leaves the content folder"),
        ("..%2f..%2fadvocacy.toml", "leaves the content folder"),
        ("clock", "is no page here"),
        ("www.example.org", "is no page here"),
        ("clok.md", "Did you mean `clock.md`?"),
        ("../pages/value.md", "Did you mean `../pages/values.md`?"),
        ("unknown-altogether-different.md", "publish the file first"),
        ("x" * 3000, "has 3000 characters"),
    ],
)
def test_a_link_is_refused(reference: str, seen: str, targets: Targets) -> None:
    with pytest.raises(TargetError, match=re.escape(seen)) as caught:
        resolve_link(reference, POST, targets)

    assert str(caught.value).isprintable()
    assert str(caught.value).endswith((".", "?"))


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("../images/clock.png", "clock.png"),
        ("images/clock.png", "clock.png"),
        ("/images/clock.png", "clock.png"),
        ("../images/./2019/../clock.png", "clock.png"),
        ("../images/2019/old%20lamp.webp", "2019/old lamp.webp"),
    ],
)
def test_an_image_is_found(reference: str, path: str, targets: Targets) -> None:
    assert resolve_image(reference, POST, targets) == path


@pytest.mark.parametrize(
    ("reference", "seen"),
    [
        ("", "There is no address"),
        ("https://example.org/x.png", "lets others track readers"),
        ("//example.org/x.png", "lets others track readers"),
        ("data:image/png;base64,AAAA", "is no picture"),
        ("{static}/images/clock.png", "begins with `{static}`"),
        ("{attach}../../outside.png", "begins with `{attach}`"),
        ("../../outside.png", "does not lead into content/images"),
        ("../secret.png", "does not lead into content/images"),
        ("../images/../secret.png", "does not lead into content/images"),
        ("../images/%2e%2e/secret.png", "does not lead into content/images"),
        ("clock.png", "does not lead into content/images"),
        ("../images/", "does not lead into content/images"),
        ("../images/missing.png", "`missing.png` is not in content/images"),
        ("../images/a%00b.png", "is not in content/images"),
        ("../images/link.png", "is a symbolic link"),
        ("../images/folder/outside.png", "is a symbolic link"),
        ("../images/..%5c..%5coutside.png", "leaves content/images"),
        ("../images/drawing.svg", "`drawing.svg` has no size. Give its `<svg>` a `viewBox`"),
        ("../images/words.png", "is no picture that is shown here"),
        ("../images/clock.png?x=1", "is not in content/images"),
    ],
)
def test_an_image_is_refused(reference: str, seen: str, targets: Targets) -> None:
    with pytest.raises(TargetError, match=re.escape(seen)) as caught:
        resolve_image(reference, POST, targets)

    assert str(caught.value).isprintable()


def test_a_site_below_a_path_keeps_its_path(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**SETTINGS, "url": "https://example.org/blog"})

    assert resolve_link("/values/#x", POST, Targets(site)) == "/blog/values/#x"


def test_images_are_not_looked_for_where_the_folder_itself_is_a_link(targets: Targets) -> None:
    images = targets.site.content / "images"
    images.rename(targets.site.root / "elsewhere")
    images.symlink_to(targets.site.root / "elsewhere")

    with pytest.raises(TargetError, match="leaves content/images"):
        resolve_image("../images/clock.png", POST, targets)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reference=st.text(st.sampled_from("./%2e{}|\\:#?@ajvscript\n\x00\u202emd"), max_size=30))
def test_whatever_is_written_stays_on_the_site_or_on_the_web(
    reference: str, targets: Targets
) -> None:
    known = replace(targets, hrefs={**HREFS, "content/posts/a.md": "/a/"})
    href = _link_or_refusal(reference, known)

    if isinstance(href, TargetError):
        assert str(href).isprintable()
    else:
        assert re.match(r"https?://[^/]|mailto:|#|/(?!/)", href, re.IGNORECASE)
        assert ".." not in href.partition("#")[0].split("/")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reference=st.text(st.sampled_from("./%2e5c\\linkoutsdepng:~\x00"), max_size=30))
def test_whatever_is_written_no_picture_is_from_outside(reference: str, targets: Targets) -> None:
    images = (targets.site.content / "images").resolve()
    path = _image_or_refusal(f"../images/{reference}", targets)

    if isinstance(path, TargetError):
        assert str(path).isprintable()
    else:
        assert (images / path).resolve().is_relative_to(images)


def _link_or_refusal(reference: str, targets: Targets) -> str | TargetError:
    try:
        return resolve_link(reference, POST, targets)
    except TargetError as error:
        return error


def _image_or_refusal(reference: str, targets: Targets) -> str | TargetError:
    try:
        return resolve_image(reference, POST, targets)
    except TargetError as error:
        return error
