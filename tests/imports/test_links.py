"""Where links and pictures of the old site lead now."""

import pytest

from advocacy.imports.images import Pictures, read_pictures
from advocacy.imports.links import LinkTable, address_key, make_reference
from advocacy.imports.notes import Note
from advocacy.imports.references import References, replace_references
from tests.imports.mini import PNG

TABLE = LinkTable(
    host="https://old.example",
    posts={"2015/06/03/lift": "2015-06-03-lift.md", "blog/stairs": "2016-01-02-stairs.md"},
    staff={"ana": "../staff/ana.md"},
    topics=frozenset({"open-source"}),
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/2015/06/03/lift/", "2015-06-03-lift.md"),
        ("/2015/06/03/Lift", "2015-06-03-lift.md"),
        ("/2015/06/03/lift/index.html", "2015-06-03-lift.md"),
        ("/2015/06/03/lift.html", "2015-06-03-lift.md"),
        ("//2015/06/03/lift/", "2015-06-03-lift.md"),
        ("/2015/06/03/lift/#doors", "2015-06-03-lift.md#doors"),
        ("/2015/06/03/lift/?utm_source=x", "2015-06-03-lift.md"),
        ("https://old.example/2015/06/03/lift/", "2015-06-03-lift.md"),
        ("http://OLD.example/2015/06/03/lift/", "2015-06-03-lift.md"),
        ("/blog/stairs/", "2016-01-02-stairs.md"),
        ("../stairs/", "2016-01-02-stairs.md"),
        ("2015-06-03-lift.md", "2015-06-03-lift.md"),
        ("/", "/"),
        ("/blog/", "/"),
        ("/feed.xml", "/feeds/all.atom.xml"),
        ("/tags/Open%20Source/", "/topics/open-source/"),
        ("/tags/closed/", "https://old.example/tags/closed/"),
        ("/author/ana/", "../staff/ana.md"),
        ("../staff/ana.md", "../staff/ana.md"),
        ("/contact/", "https://old.example/contact/"),
        ("/2015/gone.pdf", "https://old.example/2015/gone.pdf"),
        ("//cdn.example/x", "https://cdn.example/x"),
        (
            "https://elsewhere.example/2015/06/03/lift/",
            "https://elsewhere.example/2015/06/03/lift/",
        ),
        ("#doors", "#doors"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("tel:123", ""),
        ("https://[broken", "https://[broken"),
    ],
)
def test_a_link_leads_to_where_its_target_is_now(old: str, new: str) -> None:
    assert make_reference(old, TABLE, "/blog/lift/") == new


def test_without_a_host_what_is_not_here_keeps_only_its_text() -> None:
    table = LinkTable(posts=TABLE.posts)

    assert make_reference("/contact/", table) == ""
    assert make_reference("/2015/06/03/lift/", table) == "2015-06-03-lift.md"


@pytest.mark.parametrize("path", ["/A/b/", "a//b", "/a/b.html", "a/B/index.htm", "/%61/b"])
def test_all_ways_to_write_an_address_have_one_key(path: str) -> None:
    assert address_key(path) == "a/b"


PICTURES = Pictures(
    targets={"assets/blog/a.png": "blog/a.png", "posts/near.png": "posts/near.png"},
    refused={"assets/logo.svg": "has no size"},
    folded={"assets/blog/a.png": "assets/blog/a.png", "posts/near.png": "posts/near.png"},
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("![A](/assets/blog/a.png)", "![A](../images/blog/a.png)"),
        ("![A](assets/blog/A.PNG)", "![A](../images/blog/a.png)"),
        ("![A](near.png)", "![A](../images/posts/near.png)"),
        ('![A](/assets/blog/a.png "B")', '![A](../images/blog/a.png "B")'),
        ("![A\nB](/assets/blog/a.png)", "![A B](../images/blog/a.png)"),
        ("![A *b*](/gone.png)", "A b"),
        ('![A](/gone.png "B")', "A (B)"),
        ("![A](/assets/logo.svg)", "A"),
        ("![](/gone.png)", ""),
        ("![A](https://elsewhere.example/x.png)", "[A](https://elsewhere.example/x.png)"),
        ("![](https://x.example/y.png)", "[x.example](https://x.example/y.png)"),
        ("[![A](/gone.png)](/contact/)", "[A](https://old.example/contact/)"),
        ('<img src="/assets/blog/a.png" alt="A" class="b">', "![A](../images/blog/a.png)"),
        ("<p>![A](/assets/blog/a.png)</p>", '<p><img src="../images/blog/a.png" alt="A"></p>'),
        ("<img src=/gone.png alt='A &lt; B'>", "A &lt; B"),
        (
            '<figure>\n<img src="/assets/blog/a.png" alt="A">\n</figure>',
            '<figure>\n<img src="../images/blog/a.png" alt="A">\n</figure>',
        ),
        ('<p><img src="/gone.png" alt="A & B"></p>', "<p>A &amp; B</p>"),
        ("[a](/2015/06/03/lift/)", "[a](2015-06-03-lift.md)"),
        ('[a](/2015/06/03/lift/ "b")', '[a](2015-06-03-lift.md "b")'),
        ("[`a`](/2015/06/03/lift/)", "[`a`](2015-06-03-lift.md)"),
        ("[a](tel:1)", "a"),
        ("[a][1]\n\n[1]: /blog/stairs/", "[a][1]\n\n[1]: 2016-01-02-stairs.md"),
        ("[a]: https://x.example/a\\_b", "[a]: https://x.example/a_b"),
        ("[^1]: /blog/stairs/", "[^1]: /blog/stairs/"),
        ("<a class=x href='/blog/stairs/'>a</a>", '<a class=x href="2016-01-02-stairs.md">a</a>'),
        ("`[a](/blog/stairs/)`", "`[a](/blog/stairs/)`"),
        ("[a](https://x.example/b_(c))", "[a](https://x.example/b_(c))"),
    ],
)
def test_references_point_at_what_the_new_site_has(old: str, new: str) -> None:
    changed, _ = replace_references(old, References(TABLE, PICTURES, folder="posts"))

    assert changed.text == new


def test_what_is_missing_or_leads_elsewhere_is_noted() -> None:
    body = "![A](/gone.png) [b](/contact/) ![C](/assets/logo.svg) ![D](/assets/blog/a.png)"

    changed, shown = replace_references(body, References(TABLE, PICTURES))

    assert shown == {"assets/blog/a.png"}
    assert changed.notes == (
        Note("image", "/gone.png", "A"),
        Note("image", "/assets/logo.svg (has no size)", "C"),
        Note("link", "/contact/", "https://old.example/contact/"),
    )


DATA = "data:image/png;base64,"
LONG = f'<img alt="{"B" * 9000}">'


@pytest.mark.parametrize(
    ("tag", "became", "note"),
    [
        (f'<img src="{DATA}{"A" * 9000}==" alt="B">', "B", Note("image", f"{DATA}…", "B")),
        (f"<img alt=B src='{DATA}{'A' * 9000}'/>", "B", Note("image", f"{DATA}…", "B")),
        (f"<IMG src={DATA}{'A' * 9000} alt=B>", "B", Note("image", f"{DATA}…", "B")),
        (f'<img src="{DATA}{("A" * 76 + " ") * 90}" alt="B">', "B", Note("image", f"{DATA}…", "B")),
        (LONG, None, Note("image", f"{LONG[:100]}…", "left as it is")),
    ],
)  # fmt: skip
def test_a_picture_that_is_very_long_is_noted(tag: str, became: str | None, note: Note) -> None:
    changed, _ = replace_references(f"It was {tag} there.", References(TABLE, PICTURES))

    assert changed.text == f"It was {tag if became is None else became} there."
    assert changed.notes == (note,)


def test_only_real_pictures_are_found_and_their_names_fit_addresses(write, tmp_path) -> None:
    write("assets/blog/My lift (1).png", PNG)
    write("assets/Blog/my-lift-1.png", PNG)
    write("assets/blog/wrong.jpg", PNG)
    write("assets/blog/text.png", "no picture")
    write("assets/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write("assets/logo2.svg", "<p>no picture</p>")
    write("node_modules/x/a.png", PNG)
    write(".cache/a.png", PNG)
    (tmp_path / "assets" / "link.png").symlink_to("/etc/hostname")

    pictures = read_pictures(tmp_path)

    assert pictures.targets == {
        "assets/Blog/my-lift-1.png": "Blog/my-lift-1.png",
        "assets/blog/My lift (1).png": "blog/My-lift-1-2.png",
        "assets/blog/wrong.jpg": "blog/wrong.png",
        "assets/logo.svg": "logo.svg",
    }
    assert set(pictures.refused) == {"assets/blog/text.png", "assets/logo2.svg"}
