"""Sources of other blogs: imported into a site that can be read, or refused with a clear line."""

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from advocacy.errors import AdvocacyError, Problem
from advocacy.imports.jekyll import import_jekyll
from advocacy.imports.liquid_grammar import find_tokens
from advocacy.library import read_library
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.fuzz import house
from tests.fuzz.content_files import VALUES
from tests.fuzz.target import Target, check_line, check_told
from tests.fuzz.texts import attacking_posts, encoded, hostile_texts, made_of, spoilt
from tests.imports.mini import AUTHORS, CONFIG, LIFT, PNG, POSTS

TODAY = date(2026, 11, 23)
LIQUID = (
    *("{{ ", " }}", "{% ", " %}", "{% raw %}", "{% endraw %}", "{% include x.html %}", "| url"),
    *("{% if x %}", "{% endif %}", "{% for a in b %}", "{% highlight ruby %}", "|"),
    *('{% image "assets/blog/lift.png" "x" %}', "{{ page.title }}", "{% post_url x %}", "{%- -%}"),
    *("{{ site.baseurl }}", "<!--more-->", "[x]({{ '/x' | relative_url }})", "{% endhighlight %}"),
    *("/assets/blog/lift.png", "![x](/assets/../../x.png)", "<img src='/x.png'>", "<figure>"),
    *("{: .x }", "<br>", "<p>", "</p>", "\n\n", "# ", "* ", "title: ", "date: ", "tags: ", "---\n"),
)  # fmt: skip
SEEDS = (LIFT, *(text for name, text in POSTS.items() if name.endswith(".md")))


def _posts() -> SearchStrategy[bytes]:
    seeds = (*SEEDS, *attacking_posts("front-matter", "markup"))
    pieces = (*LIQUID, *VALUES)
    keys = st.sampled_from(
        ("title", "author", "authors", "tags", "image", "redirect_from", "excerpt")
    )
    row = st.tuples(keys, st.one_of(st.sampled_from(VALUES), hostile_texts(3)))
    rows = st.lists(row, max_size=6, unique_by=lambda each: each[0]).map(
        lambda rows: "".join(f"{key}: {value}\n" for key, value in rows)
    )
    made = st.builds("---\n{}---\n{}\n".format, rows, made_of(LIQUID))
    return encoded(st.one_of(made, spoilt(seeds, pieces)))


def _settings() -> SearchStrategy[bytes]:
    return encoded(spoilt((CONFIG,), (*VALUES, *LIQUID, "\nbaseurl: ", "\nauthor: ")))


def _people() -> SearchStrategy[bytes]:
    return encoded(
        spoilt((AUTHORS,), (*VALUES, "\nbo:\n  name: ", "  bio: ", "../x:\n  name: x\n"))
    )


def _hold(path: str) -> Callable[[bytes], None]:
    """Return what tries a source of which one file is hostile."""

    def hold(content: bytes) -> None:
        around = house.folder() / "import"
        shutil.rmtree(around, ignore_errors=True)
        source = around / "old"
        _write_source(source, path, content)
        try:
            problems = import_jekyll(source, around / "new", TODAY).unread
        except AdvocacyError as error:
            for line in str(error).split("\n"):
                check_line(line)
            _check_problems(error.problems, path, content)
            return
        _check_problems(problems, path, content)
        _check_site(around, content)

    return hold


def _write_source(root: Path, path: str, content: bytes) -> None:
    files = {
        "_config.yml": CONFIG.encode(),
        "_data/authors.yml": AUTHORS.encode(),
        "assets/blog/lift.png": PNG,
        "_posts/2016-01-02-stairs.md": b"---\ntitle: Stairs\n---\nThey go up.\n",
        path: content,
    }
    for name, each in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each)


def _check_problems(problems: Iterable[Problem], path: str, content: bytes) -> None:
    for problem in problems:
        assert problem.path == path, problem
        check_told(problem, content.decode("utf-8", "replace"))


def _check_site(around: Path, content: bytes) -> None:
    """See that a new site can be read, and that nothing lies beside it."""
    assert {each.name for each in around.iterdir()} == {"old", "new"}
    library = read_library(read_site(around / "new", network_ids()))
    assert not library.problems, library.problems
    for post in library.posts:
        # What was raw is shown; braces that are no tag are signs like others.
        assert b"raw" in content or not [*find_tokens(post.title)], post.title


IMPORTED_POSTS = Target("imported-posts", _posts(), _hold("_posts/2015-06-03-lift.md"), few=40)
IMPORTED_SETTINGS = Target("imported-settings", _settings(), _hold("_config.yml"), few=30)
IMPORTED_PEOPLE = Target("imported-people", _people(), _hold("_data/authors.yml"), few=30)
