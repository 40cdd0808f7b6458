"""Commits are read once, and say the same whether or not they were read before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.cache import Cache
from advocacy.commits import Commit, Person, Touch, apply_mailmap, read_commits
from advocacy.known_commits import MOST_NAMED, read_known_commits
from tests.review.who.conftest import ANA, BEN, Repository

Start = Callable[..., Repository]


def told(commits: tuple[Commit, ...] | None) -> list[Commit]:
    assert commits is not None
    return sorted(commits)


def test_what_was_read_before_is_the_same(start: Start, tmp_path: Path) -> None:
    repository, kept = start(), Cache(tmp_path / "kept")
    root = repository.site.root
    first = told(read_known_commits(root, kept))
    repository.site.post("new")
    repository.git("mv", "content/posts/old.md", "content/posts/älter.md")
    repository.commit(BEN, f"A step\n\nCo-authored-by: Ana <{ANA}>", name="Bén \udce9")

    again = told(read_known_commits(root, kept))
    once_more = told(read_known_commits(root, kept))
    anew = told(read_known_commits(root, Cache(None)))

    assert again == once_more == anew
    assert [each for each in again if each not in first] == [
        Commit(
            repository.git("rev-parse", "HEAD").strip(),
            Person("Bén é", BEN),
            (Person("Ana", ANA),),
            (
                Touch("content/posts/new.md", "content/posts/new.md"),
                Touch("content/posts/älter.md", "content/posts/old.md"),
            ),
        )
    ]


def test_names_are_the_same_whatever_letters_somebody_s_terminal_has(start: Start) -> None:
    repository = start()
    repository.git("config", "i18n.logOutputEncoding", "ISO-8859-1")
    repository.site.post("new")
    repository.commit(BEN, "A step\n\nCo-authored-by: Zoë <zoe@example.org>", name="Bén")

    commits = told(read_commits(repository.site.root, "-1"))

    assert [(each.author.name, each.helpers[0].name) for each in commits] == [("Bén", "Zoë")]


def test_more_commits_than_are_named_are_read_at_once(start: Start, tmp_path: Path) -> None:
    repository = start()
    stream = "".join(
        "commit refs/heads/main\n"
        f"committer A{number} <a{number}@example.org> {number} +0000\ndata 2\nX\n"
        + ("from refs/heads/main^0\n" if number == 0 else "")
        + f"M 644 inline content/posts/{number}.md\ndata 2\nX\n"
        for number in range(MOST_NAMED + 1)
    )
    repository.feed("fast-import", "--quiet", "--force", lines=stream)

    commits = told(read_known_commits(repository.site.root, Cache(tmp_path / "kept")))

    assert len(commits) == MOST_NAMED + 2
    assert commits == told(read_known_commits(repository.site.root, Cache(tmp_path / "kept")))


@pytest.mark.parametrize(
    ("person", "known"),
    [
        (Person("Ana M", "old@example.org"), Person("Ana", ANA)),
        (Person("", "old@example.org"), Person("Ana", ANA)),
        (Person("Zoë", "zoe@example.org"), Person("Zoë", "zoe@example.org")),
        (Person("", ""), Person("", "")),
        (Person("No address", "x y"), Person("No address", "x y")),
        (Person("A\nline", "old@example.org"), Person("A\nline", "old@example.org")),
        (Person("<odd", "old@example.org"), Person("<odd", "old@example.org")),
        (Person("--stdin", "--stdin"), Person("--stdin", "--stdin")),
    ],
)
def test_a_mailmap_knows_people_one_by_one(person: Person, known: Person, start: Start) -> None:
    repository = start()
    repository.site.write(".mailmap", f"Ana <{ANA}> <old@example.org>\n")
    commits = (
        Commit("1", person, (), ()),
        Commit("2", Person("B", "old@example.org"), (person,), ()),
    )

    mapped = apply_mailmap(repository.site.root, commits)

    assert [each.author for each in mapped] == [known, Person("Ana", ANA)]
    assert mapped[1].helpers == (known,)


def test_a_range_of_commits_is_read_newest_first(start: Start) -> None:
    repository = start()
    repository.branch()
    for name in ("one", "two"):
        repository.site.post(name)
        repository.commit(BEN)

    commits = read_commits(repository.site.root, "main..HEAD")

    assert commits is not None
    assert [each.touches[0].path for each in commits] == [
        "content/posts/two.md",
        "content/posts/one.md",
    ]
    assert read_commits(repository.site.root, "nowhere..HEAD") is None


@pytest.mark.parametrize(
    "name",
    ["\x01evil.md", "R100\nM.md", "\x01" + "0" * 40 + ".md", "-c.md", "a\tb.md", "\x1f.md", " .md"],
)
def test_a_name_cannot_be_taken_for_a_commit(name: str, start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.post("x")
    folder = repository.site.root / "content/posts"
    (folder / "x.md").rename(folder / name)
    lines = f"Co-authored-by: \x01{'0' * 40} <x@example.org>\nCo-authored-by: A\x1fB <{ANA}>"
    repository.commit(BEN, f"A step\n\n{lines}", name="\x01Ben \x1f")

    commits = read_commits(repository.site.root, "main..HEAD")

    assert commits is not None
    (commit,) = commits
    assert commit.author.address == BEN
    assert [each.path for each in commit.touches] == [f"content/posts/{name}"]
