"""Files of a change that run or decide something, however they are called and got there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advocacy.editorial_settings import Editorial
from advocacy.repository import Repository as Asked
from advocacy.review.flags import Flag, find_flags, fold
from advocacy.review.reading import ASKER
from advocacy.site import Site
from advocacy.touched import EXECUTABLE, SYMLINK, Change, Touched, read_change
from tests.review.who.conftest import Repository

Start = Callable[..., Repository]


def flags_of(repository: Repository) -> tuple[Flag, ...]:
    """Return the flags of what differs from `main`."""
    asked = Asked(repository.site.root, ASKER)
    return find_flags(read_change(asked, asked.find_base("main")), repository.library().site)


def names(flags: tuple[Flag, ...]) -> list[tuple[str, str]]:
    return [(flag.path, flag.name) for flag in flags]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (".github/workflows/check.yml",           "pipeline"),
        (".GitHub/Workflows/Check.YML",           "pipeline"),
        (".github\u200b/workflows/check.yml",     "pipeline"),
        (".ｇithub/workflows/check.yml",          "pipeline"),
        (".github./workflows/check.yml",          "pipeline"),
        (".github\\workflows\\check.yml",         "pipeline"),
        (".gitlab-ci.yml",                        "pipeline"),
        ("ci/deploy.gitlab-ci.yml",               "pipeline"),
        (".forgejo/workflows/x.yaml",             "pipeline"),
        (".gitea/workflows/x.yaml",               "pipeline"),
        ("CODEOWNERS",                            "approvals"),
        (".github/CODEOWNERS",                    "approvals"),
        (".mailmap",                              "approvals"),
        (".pre-commit-config.yaml",               "hook"),
        (".husky/pre-commit",                     "hook"),
        (".gitmodules",                           "git"),
        ("content/.gitattributes",                "git"),
        ("advocacy.toml",                         "settings"),
        ("Advocacy.TOML",                         "settings"),
        ("content/pages/values.md",               "guide"),
        ("content/pages/Values.md",               "guide"),
        ("site/content/pages/values.md",          "guide"),
        ("pelicanconf.py",                        "build"),
        ("publishconf.py",                        "build"),
        ("plugins/evil.py",                       "plugin"),
        ("content/posts/evil.py",                 "plugin"),
        ("sitecustomize.PY",                      "plugin"),
        ("theme/templates/base.html",             "theme"),
        ("templates/post.html",                   "theme"),
        ("requirements.txt",                      "dependencies"),
        ("requirements/dev.txt",                  "dependencies"),
        ("package.json",                          "dependencies"),
        ("netlify.toml",                          "host"),
        (".envrc",                                "editor"),
        (".vscode/tasks.json",                    "editor"),
        ("tools/run.sh",                          "program"),
        ("Makefile",                              "program"),
        (".vale.ini",                             "rules"),
        ("designs/card.toml",                     "design"),
        (".zed/tasks.json",                       "editor"),
        (".cursor/mcp.json",                      "assistant"),
        (".claude/settings.json",                 "assistant"),
        (".mcp.json",                             "assistant"),
        ("CLAUDE.md",                             "assistant"),
        ("docs/agents.md",                        "assistant"),
        ("content/AGENTS.md",                     "assistant"),
        ("content/CLAUDE.md",                     "assistant"),
        ("content/GEMINI.md",                     "assistant"),
        (".claude/commands/content/x.md",         "assistant"),
        ("content/.claude/commands/x.md",         "assistant"),
        ("plugins/content/x.svg",                 "plugin"),
        ("site/theme/static/content/x.svg",       "theme"),
        (".pypirc",                               "dependencies"),
        ("pip.ini",                               "dependencies"),
        ("tox.ini",                               "dependencies"),
        (".curlrc",                               "dependencies"),
        (".netrc",                                "dependencies"),
        ("renovate.json",                         "dependencies"),
        ("x.pyd",                                 "plugin"),
        ("x.pyc",                                 "plugin"),
        ("x.pyz",                                 "plugin"),
        ("Rakefile",                              "program"),
        ("x.cjs",                                 "program"),
        ("x.php",                                 "program"),
        ("x.rb",                                  "program"),
        ("words/house.txt",                       "other"),
        ("cloudbuild.yaml",                       "other"),
    ],
)  # fmt: skip
def test_a_file_that_runs_or_decides_is_flagged(path: str, name: str, site: Site) -> None:
    flags = find_flags(Change((Touched(path, "", "M"),)), site)

    assert flags[0].name == name
    assert flags[0].reason.endswith(".")


@pytest.mark.parametrize(
    "path",
    [
        "content/posts/new.md",
        "content/posts/hooks/new.md",
        "site/content/images/theme/x.svg",
        "content/staff/ana.md",
        "content/staff/claude.md",
        "content/pages/about.md",
        "content/pages/fr/values-of-ours.md",
        "content/images/static/theme.png",
        *(
            f"content/images/x.{kind}"
            for kind in ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg")
        ),
        "content/topics/reading.md",
        "README.md",
        "docs/codeowners.md",
    ],
)
def test_what_is_only_read_is_not_flagged(path: str, site: Site) -> None:
    assert find_flags(Change((Touched(path, "", "M"),)), site) == ()


def test_a_file_is_flagged_by_where_it_was_and_where_it_is(start: Start) -> None:
    repository = start()
    repository.site.write(".github/workflows/x.yml", "on: push\njobs: {}\n# A long enough file\n")
    repository.site.write("notes.txt", "One\nTwo\nThree\nFour\n")
    repository.commit()
    repository.branch()
    repository.site.write("tests/.keep", "")
    repository.git("mv", ".github/workflows/x.yml", "tests/x.yml")
    repository.git("mv", "notes.txt", "advocacy_notes.py")
    repository.commit()

    flags = flags_of(repository)

    assert names(flags) == [
        ("advocacy_notes.py", "plugin"),
        ("tests/.keep", "other"),
        ("tests/x.yml", "pipeline"),
    ]
    assert [flag.before for flag in flags] == ["notes.txt", "", ".github/workflows/x.yml"]
    assert not any(flag.beside_content for flag in flags)


def test_a_file_that_is_gone_is_flagged(start: Start) -> None:
    repository = start()
    repository.site.write(".gitlab-ci.yml", "check: {}\n")
    repository.commit()
    repository.branch()
    repository.git("rm", "-q", ".gitlab-ci.yml")
    repository.site.post("new")

    flags = flags_of(repository)

    assert names(flags) == [(".gitlab-ci.yml", "pipeline")]
    assert flags[0].beside_content


def test_what_is_no_ordinary_file_is_flagged(start: Start) -> None:
    repository = start()
    repository.site.write("content/images/was.png", "x")
    repository.site.write("content/images/run.png", "x")
    folder = repository.site.root / "content" / "images"
    (folder / "once.png").symlink_to("was.png")
    repository.commit()
    repository.branch()
    (folder / "once.png").unlink()
    repository.site.write("content/images/once.png", "x")
    (folder / "link.png").symlink_to("/etc/passwd")
    (folder / "was.png").unlink()
    (folder / "was.png").symlink_to("../../.env")
    (folder / "run.png").chmod(0o755)
    repository.commit()
    (folder / "later.png").symlink_to("/etc/passwd")
    head = repository.git("rev-parse", "HEAD").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    repository.git("commit", "-qm", "Bring another repository")
    (repository.site.root / "sub").mkdir()

    assert names(flags_of(repository)) == [
        ("content/images/later.png", "link"),
        ("content/images/link.png", "link"),
        ("content/images/once.png", "link"),
        ("content/images/run.png", "program"),
        ("content/images/was.png", "link"),
        ("sub", "submodule"),
    ]


def test_what_is_not_committed_yet_is_flagged_unless_git_is_told_to_ignore_it(start: Start) -> None:
    repository = start()
    repository.site.write(".gitignore", "output/\n")
    repository.commit()
    repository.branch()
    repository.site.write("output/x.js", "x")
    repository.site.write("content/images/run.png", "x").chmod(0o755)
    repository.git("clone", "--quiet", ".", "sub")

    assert names(flags_of(repository)) == [
        ("content/images/run.png", "program"),
        ("sub/", "submodule"),
    ]


def test_a_file_that_moves_is_within_and_outside() -> None:
    change = Change(
        (
            Touched("blog/content/in.md", "in.md", "R"),
            Touched("out.md", "blog/content/out.md", "R"),
            Touched("else.md", "", "A"),
        ),
        "blog/",
        "blog/",
    )

    assert [file.paths for file in change.within()] == [
        ("content/in.md", "in.md"),
        ("out.md", "content/out.md"),
    ]
    assert [*change.outside()] == ["blog/content/in.md", "out.md", "else.md"]


def test_what_a_site_s_settings_name_is_flagged(start: Start) -> None:
    repository = start('[editorial]\nbaseline = "known.json"\npacks = ["house[1]", "plugins/x"]')
    repository.branch()
    for path in ("known.json", "house[1]/Rules/x.yml", "house1/x.yml", "plugins/x"):
        repository.site.write(path, "{}")

    assert names(flags_of(repository)) == [
        ("house1/x.yml", "other"),
        ("house[1]/Rules/x.yml", "rules"),
        ("known.json", "rules"),
        ("plugins/x", "rules"),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("blog/known.json",  "rules"),
        ("blog/a*b/x.yml",   "rules"),
        ("blog/a?b",         "rules"),
        ("blog/House/x.yml", "rules"),
        ("known.json",       "other"),
        ("blog/axb/x.yml",   "other"),
        ("blog/axb",         "other"),
        ("blog/houses.yml",  "other"),
    ],
)  # fmt: skip
def test_what_settings_name_lies_where_the_site_does(path: str, name: str, site: Site) -> None:
    own = Editorial(packs=("a*b", "a?b", "house/"), baseline="known.json")

    flags = find_flags(Change((Touched(path, "", "M"),), "blog/"), replace(site, editorial=own))

    assert names(flags) == [(path, name)]


def test_a_site_below_the_top_sees_the_whole_repository(start: Start) -> None:
    repository = start()
    inner = repository.move_below("blog")
    repository.commit()
    repository.branch()
    repository.site.write(".github/workflows/x.yml", "on: push")
    repository.site.write("blog/advocacy.toml", "")
    repository.site.write("blog/content/posts/x.md", "")
    asked = Asked(inner, ASKER)

    change = read_change(asked, "main")

    assert [file.path for file in change.within()] == ["advocacy.toml", "content/posts/x.md"]
    assert [file.path for file in change.files] == [
        ".github/workflows/x.yml",
        "blog/advocacy.toml",
        "blog/content/posts/x.md",
    ]


@pytest.mark.parametrize(
    ("path", "is_flagged"),
    [
        ("deploy.xyz", True),
        ("cloudbuild.yaml", True),
        ("content/images/x.bin", True),
        ("content/posts/x.html", True),
        ("README.md", False),
        ("docs/notes.txt", True),
        ("LICENSE", False),
        ("x.license", True),
    ],
)
def test_what_nobody_thought_of_is_flagged_with_a_post_and_without(
    path: str, *, is_flagged: bool, site: Site
) -> None:
    alone = (Touched(path, "", "M"),)
    beside = (*alone, Touched("content/posts/new.md", "", "A"))

    found = [[flag.name for flag in find_flags(Change(each), site)] for each in (alone, beside)]

    assert found == [["other"] if is_flagged else []] * 2


@pytest.mark.parametrize(
    ("path", "before", "is_beside"),
    [
        ("content/posts/new.md",    "",                     True),
        ("new.md",                  "content/posts/new.md", True),
        ("content/pages/values.md", "",                     False),
        ("README.md",               "",                     False),
    ],
)  # fmt: skip
def test_a_post_is_content_and_the_guide_is_not(
    path: str, before: str, is_beside: bool, site: Site
) -> None:
    files = (Touched(".envrc", "", "M"), Touched(path, before, "M"))

    flags = find_flags(Change(files), site)

    assert {flag.beside_content for flag in flags} == {is_beside}


def test_signs_without_ink_are_told_of_any_file(site: Site) -> None:
    files = (
        Touched("content/posts/ne\u200dw.md", "", "A"),
        Touched("content/posts/y.md", "content/posts/y\u200d.md", "R"),
        Touched("content/posts/x.md", "", "M", EXECUTABLE, EXECUTABLE),
        Touched("content/posts/z.md", "", "T", SYMLINK, EXECUTABLE),
    )

    assert [flag.name for flag in find_flags(Change(files), site)] == [
        *["name"] * 2,
        *["program"] * 2,
    ]
    assert fold("Content/\u202eX.MD ") == "/content/x.md"
    assert fold("content/.../x. .md") == "/content/.../x. .md"
