"""A Jekyll or Eleventy style source, made into a site."""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from advocacy.errors import Problem
from advocacy.front_matter import read_document
from advocacy.imports.images import Pictures
from advocacy.imports.imported_post import ImportedPost, make_imported_post
from advocacy.imports.old_post import OldPost, read_old_post
from advocacy.imports.plan import NO_HOST, Plan, make_plan
from advocacy.imports.report import Report, make_json, make_markdown
from advocacy.imports.source_site import Person, SourceSite, read_source_site, source_scope
from advocacy.imports.spelling import with_spelled_names
from advocacy.library import IMAGES
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.markup.images import ImageError, read_image
from advocacy.post import read_post
from advocacy.site import Site
from advocacy.source import NOT_OURS, Source
from advocacy.starter.site_files import make_site_files
from advocacy.starter.write import check_destination, write_files
from advocacy.starter.yaml import make_front_matter

REPORT_FOLDER = "import-report"
ROLE = "Contributor"


def import_jekyll(source_root: Path, root: Path, today: date) -> Report:
    """Make a site from a source, with a report of everything that was done.

    Args:
        source_root: The folder of the source; it is only read.
        root: The new site's folder, absent or empty.
        today: From this day on findings block and feeds bring posts; the date of drafts that have
            none.

    Raises:
        CommandError: The folder holds something, or the source has no posts.
        SettingsError: The source's settings cannot be read.
    """
    source = read_source_site(source_root)
    check_destination(root)
    source = with_spelled_names(source, _read_posts(source, today)[0])
    old, unread = _read_posts(source, today)
    plan, posts, refused = _make_posts(source, old, root, today)
    missing = _copy_pictures(source, posts, plan.site)
    if missing:
        source = _without(source, missing)
        plan, posts, refused = _make_posts(source, old, root, today)
    report = _report(source, plan, posts, [*unread, *refused], today)
    _write(source, plan, report, root)
    return report


def _read_posts(source: SourceSite, today: date) -> tuple[list[OldPost], list[Problem]]:
    read = [_read_post(source, path, today) for path in source.posts]
    posts = [each for each in read if isinstance(each, OldPost)]
    return posts, [each for each in read if isinstance(each, Problem)]


def _read_post(source: SourceSite, path: str, today: date) -> OldPost | Problem:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    if shown != path:
        message = "The file's name is not UTF-8. Rename it, and import again."
        return Problem(shown, 0, 0, message, NOT_OURS)
    file = source.root / path
    if file.is_symlink() or not file.is_file():
        message = "is a link, or no ordinary file. Put the file itself in its place."
        return Problem(path, 0, 0, message, NOT_OURS)
    try:
        with WithinLimits(path, file.stat().st_size):
            return read_old_post(source.root, path, source_scope(source), today)
    except LimitError as error:
        return error.problems[0]


def _make_posts(
    source: SourceSite, old: Iterable[OldPost], root: Path, today: date
) -> tuple[Plan, tuple[ImportedPost, ...], list[Problem]]:
    """Make all posts; those that could not be read as ours are taken out, and all made again."""
    refused: list[Problem] = []
    while True:
        old = [post for post in old if post.file.path not in {each.path for each in refused}]
        plan = make_plan(source, old, root, today)
        made = [_make_post(post, plan, source) for post in old]
        posts = [each for each in made if isinstance(each, ImportedPost)]
        found = [each for each in made if isinstance(each, Problem)]
        if not found:
            return plan, tuple(sorted(posts, key=lambda post: post.path)), refused
        refused += found


def _make_post(post: OldPost, plan: Plan, source: SourceSite) -> ImportedPost | Problem:
    try:
        with WithinLimits(post.file.path, len(post.file.body)):
            made = make_imported_post(post, plan, source)
            return _problem_of(made, plan) or made
    except LimitError as error:
        return error.problems[0]


def _problem_of(post: ImportedPost, plan: Plan) -> Problem | None:
    """Read a post back as the site will; its first problem names the file it came from."""
    document = read_document(Source(post.path, post.text))
    if isinstance(document, Problem):
        return replace(document, path=post.old_path, line=0, column=0)
    _, problems = read_post(document, plan.site, plan.people)
    return next((replace(each, path=post.old_path, line=0, column=0) for each in problems), None)


def _copy_pictures(
    source: SourceSite, posts: Iterable[ImportedPost], site: Site
) -> Mapping[str, str]:
    """Copy the pictures that posts show; return those that the site could not show, and why."""
    missing = {}
    for path in sorted({path for post in posts for path in post.pictures}):
        target = site.content / IMAGES / source.pictures.targets[path]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source.root / path, target)
        try:
            read_image(site, source.pictures.targets[path])
        except ImageError as error:
            target.unlink()
            missing[path] = str(error)
    return missing


def _without(source: SourceSite, missing: Mapping[str, str]) -> SourceSite:
    pictures = source.pictures
    targets = {path: each for path, each in pictures.targets.items() if path not in missing}
    folded = {small: path for small, path in pictures.folded.items() if path not in missing}
    return replace(source, pictures=Pictures(targets, {**pictures.refused, **missing}, folded))


def _report(
    source: SourceSite,
    plan: Plan,
    posts: tuple[ImportedPost, ...],
    unread: Iterable[Problem],
    today: date,
) -> Report:
    shown = {path for post in posts for path in post.pictures}
    return Report(
        source=source.root.resolve().name,
        site=plan.site.name,
        today=today.isoformat(),
        posts=posts,
        unread=tuple(sorted(unread)),
        facts=tuple(_facts(source, plan, today)),
        staff=tuple(sorted(plan.people)),
        made_names=plan.made_names,
        pictures={path: source.pictures.targets[path] for path in sorted(shown)},
        unused_pictures=tuple(sorted(set(source.pictures.targets) - shown)),
    )


def _facts(source: SourceSite, plan: Plan, today: date) -> Iterable[str]:
    yield f"The organisation is called `{plan.site.name}`, and the site is at {plan.site.url}."
    if not source.host:
        cure = f"so {NO_HOST} stands in advocacy.toml. Mend it there."
        yield f"The source names no web address, {cure}"
    yield f"Findings in posts dated before {today} are shown and do not block (`enforce_from`)."
    yield f"Posts dated before {today} are in no feed, so that none is news (`[feeds] since`)."
    yield f"{len(plan.site.topics)} topics were made of tags and categories: see `[topics]`."
    yield f"Colleagues have the role {ROLE} where the source names none."


def _write(source: SourceSite, plan: Plan, report: Report, root: Path) -> None:
    texts = {
        **make_site_files(plan.settings),
        **{f"content/staff/{each}.md": _staff(person) for each, person in plan.people.items()},
        **{post.path: post.text for post in report.posts},
        f"{REPORT_FOLDER}/report.md": make_markdown(report),
        f"{REPORT_FOLDER}/report.json": make_json(report),
    }
    write_files(root, dict(sorted(texts.items())))
    for problem in report.unread:
        if problem.code == NOT_OURS:
            continue
        copy = root / REPORT_FOLDER / "unread" / problem.path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source.root / problem.path, copy)


def _staff(person: Person) -> str:
    fields = {"name": person.name, "role": person.role or ROLE}
    return make_front_matter(fields) + (f"\n{person.bio}\n" if person.bio else "")
