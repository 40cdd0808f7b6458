"""The site that is imported: its settings, its people, its posts and pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from advocacy.errors import CommandError, Problem, SettingsError
from advocacy.fields import site_address
from advocacy.imports.images import Pictures, read_pictures
from advocacy.imports.old_front_matter import read_yaml_text, text_of
from advocacy.imports.plain import make_plain
from advocacy.imports.scope import Scope
from advocacy.schema import FieldError, Node
from advocacy.source import read_source

SETTINGS_FILES = (
    "_config.yml",
    "_config.yaml",
    "_data/site.yml",
    "_data/site.yaml",
    "data/site.yml",
    "data/site.yaml",
    "src/_data/site.yml",
    "src/_data/site.yaml",
    "_data/site.json",
    "src/_data/site.json",
)
POST_FOLDERS = (
    "_posts",
    "content/posts",
    "content/blog",
    "src/posts",
    "src/_posts",
    "src/blog",
    "posts",
    "blog",
    "_drafts",
)
PEOPLE_FILES = tuple(
    f"{folder}/{name}.{ending}"
    for folder in ("_data", "data", "src/_data")
    for name in ("authors", "team", "people", "staff")
    for ending in ("yml", "yaml", "json")
)
_POST_ENDINGS = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".html", ".textile", ".njk"})


@dataclass(frozen=True, slots=True)
class Person:
    """What a source says of an author."""

    name: str
    role: str = ""
    bio: str = ""


@dataclass(frozen=True, slots=True)
class SourceSite:
    """What is imported.

    Attributes:
        host: The old site's address, or empty.
        base_path: The path below which the old site was, such as `/blog`, or empty.
        language: A BCP 47 tag as written, or empty.
        permalink: The setting that gives posts their addresses, or empty.
        author: Who wrote posts that name nobody, or empty.
        people: By the id that posts use.
        posts: Paths below the source, sorted.
    """

    root: Path
    name: str
    host: str
    base_path: str
    description: str
    language: str
    time_zone: str
    permalink: str
    author: str
    people: Mapping[str, Person]
    posts: tuple[str, ...]
    pictures: Pictures


def read_source_site(root: Path) -> SourceSite:
    """Read a Jekyll or Eleventy style source.

    Raises:
        CommandError: It is no folder, or has no posts where posts are looked for.
        SettingsError: Its settings cannot be read.
    """
    if not root.is_dir():
        raise CommandError(f"{root}: There is no such folder. Name the source's folder.")
    posts = tuple(sorted(_posts(root)))
    if not posts:
        looked = ", ".join(f"`{folder}`" for folder in POST_FOLDERS)
        raise CommandError(f"{root}: There are no posts in {looked}. Name the source's folder.")
    settings = _read_settings(root)
    author = settings.get("author")
    return SourceSite(
        root=root,
        name=_short_name(_first(settings, "name", "title") or root.resolve().name),
        host=_host(_first(settings, "url", "host", "site_url", "siteurl")),
        base_path=_base_path(_first(settings, "baseurl", "base_path", "pathPrefix")),
        description=make_plain(_first(settings, "description", "tagline", "subtitle")),
        language=_first(settings, "lang", "locale", "language"),
        time_zone=_time_zone(_first(settings, "timezone", "time_zone")),
        permalink=_first(settings, "permalink"),
        author=text_of(author.get("name") if isinstance(author, dict) else author),
        people=_read_people(root),
        posts=posts,
        pictures=read_pictures(root),
    )


def source_scope(source: SourceSite) -> Scope:
    """Return what Liquid may name everywhere in a source."""
    names = {person_id: person.name for person_id, person in source.people.items()}
    variables = {
        "site.title": source.name,
        "site.name": source.name,
        "site.description": source.description,
    }
    return Scope(variables, names)


def _posts(root: Path) -> list[str]:
    found = []
    for folder in POST_FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            is_index = file.stem.lower() in {"index", "readme"} and file.parent == root / folder
            is_post = file.suffix.lower() in _POST_ENDINGS and not file.is_dir() and not is_index
            if is_post or file.is_symlink():  # a link is told, and not followed
                found.append(file.relative_to(root).as_posix())
    return found


def _read_settings(root: Path) -> dict[str, object]:
    """Read the files that hold a source's settings; the first that has a key counts."""
    settings: dict[str, object] = {}
    for path in SETTINGS_FILES:
        if (root / path).is_file():
            settings = {**_read_mapping(root, path), **settings}
    return settings


def _read_mapping(root: Path, path: str) -> Mapping[str, object]:
    source = read_source(root / path, path)
    fields = source if isinstance(source, Problem) else read_yaml_text(source.text, source)
    if isinstance(fields, Problem):
        raise SettingsError(problems=[fields])
    return fields


def _read_people(root: Path) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for path in PEOPLE_FILES:
        if (root / path).is_file():
            for person_id, each in _read_people_file(root, path).items():
                name = make_plain(_first(each, "full_name", "name", "display_name", "title"))
                if name:
                    role = _first(each, "role", "job_title", "position", "jobtitle")
                    bio = _first(each, "bio", "blurb", "description")
                    people[person_id] = Person(name, make_plain(role), make_plain(bio))
    return people


def _read_people_file(root: Path, path: str) -> Mapping[str, object]:
    """Read people by id; a file in any other shape says nothing of them that could be used."""
    try:
        return _read_mapping(root, path)
    except SettingsError:
        return {}


def _first(mapping: object, *keys: str) -> str:
    values = (text_of(mapping.get(key)) for key in keys) if isinstance(mapping, dict) else ()
    return next((value for value in values if value), "")


def _short_name(title: str) -> str:
    """Return an organisation's name without the slogan that many titles add."""
    return re.split(r":\s|\s[|–—-]\s", make_plain(title))[0].strip() or title


def _host(address: str) -> str:
    """Return the old site's address, if it is one that a site can have."""
    try:
        return site_address(Node(address))
    except FieldError:
        return ""


def _base_path(path: str) -> str:
    path = path.strip("/")
    return f"/{path}" if path and _host(f"https://example.org/{path}") else ""


def _time_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, KeyError):
        return "UTC"
