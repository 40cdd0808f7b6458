"""What the new site will be: decided for all posts before any is written."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from advocacy import addresses
from advocacy.imports.dates import day_of
from advocacy.imports.fields import ALIAS_KEYS, language_tag
from advocacy.imports.links import LinkTable, address_key
from advocacy.imports.names import is_id, make_name
from advocacy.imports.old_addresses import addresses_of, likely_styles
from advocacy.imports.old_front_matter import text_of, texts_of
from advocacy.imports.old_post import OldPost
from advocacy.imports.source_site import Person, SourceSite
from advocacy.post import make_post_id, site_prefix
from advocacy.post_fields import POST_ID
from advocacy.site import Site, make_site
from advocacy.slugs import slugify
from advocacy.starter.settings import Settings, make_settings

NO_HOST = "https://example.org"


@dataclass(frozen=True, slots=True)
class Plan:
    """The new site.

    Attributes:
        site: Its facts, as advocacy.toml will give them.
        settings: The text of advocacy.toml.
        slugs: Slug by the old file's path.
        ids: Id by the old file's path.
        files_by_stem: File name by the old file's name without its ending.
        alias_owners: The old path of the post that may keep an old address, by its key.
        old_addresses: All addresses of a post, the likeliest first, by the old file's path.
        people: By id, everyone who wrote.
        made_names: Name by our id, of people of whom the source has an id alone.
        staff_ids: Our id by the id or name that the source uses.
        links: Where old links lead.
    """

    site: Site
    settings: str
    slugs: Mapping[str, str]
    ids: Mapping[str, str]
    files_by_stem: Mapping[str, str]
    alias_owners: Mapping[str, str]
    old_addresses: Mapping[str, tuple[str, ...]]
    people: Mapping[str, Person]
    made_names: Mapping[str, str]
    staff_ids: Mapping[str, str]
    links: LinkTable


def make_plan(source: SourceSite, posts: Iterable[OldPost], root: Path, today: date) -> Plan:
    """Decide what the new site will be.

    Args:
        source: The old site.
        posts: All that can be read.
        root: The folder of the new site.
        today: From this day on findings block, and feeds bring posts.
    """
    posts = sorted(posts, key=lambda post: (post.fields["date"][:10], post.file.path))
    topics = _topics(posts)
    settings = _settings(source, posts, topics, today)
    site = make_site(root, tomllib.loads(settings))
    slugs = _slugs(posts, site)
    old = _old_addresses(source, posts)
    staff_ids = _staff_ids(source, posts)
    links = LinkTable(
        host=source.host,
        posts=_files_by_address(posts, slugs, old),
        staff={name: f"../staff/{each}.md" for name, each in staff_ids.items()},
        topics=frozenset(topics),
    )
    return Plan(
        site=site,
        settings=settings,
        slugs=slugs,
        ids=_ids(posts, slugs, site),
        files_by_stem={post.stem: file_name(post, slugs[post.file.path]) for post in posts},
        alias_owners=_alias_owners(posts, slugs, old, site),
        old_addresses=old,
        people=_people(source, staff_ids),
        made_names=_made_names(source, staff_ids),
        staff_ids=staff_ids,
        links=links,
    )


def file_name(post: OldPost, slug: str) -> str:
    """Return what a post's file is called in content/posts."""
    return f"{post.fields['date'][:10]}-{slug}.md"


def new_address(post: OldPost, slug: str, site: Site) -> str:
    """Return where a post will be on the new site."""
    prefix = site_prefix(site, post.fields.get("lang", site.language))
    moment = datetime.fromisoformat(post.fields["date"])
    return addresses.post(slug, moment, prefix)


def authors_or_nobody(post: OldPost, source: SourceSite) -> tuple[str, ...]:
    """Return who wrote a post, as the source says it; else the organisation as a whole."""
    return post.authors or (source.author or source.name,)


def topic_ids(post: OldPost) -> list[str]:
    """Return the ids of a post's topics."""
    return list(dict.fromkeys(slug for slug in map(slugify, post.topics) if slug))


def _settings(
    source: SourceSite, posts: Iterable[OldPost], topics: Mapping[str, str], today: date
) -> str:
    default = language_tag(source.language) or "en"
    languages = {post.fields["lang"] for post in posts if "lang" in post.fields} - {default}
    return make_settings(
        Settings(
            name=source.name,
            url=(source.host or NO_HOST) + source.base_path,
            description=source.description or f"Stories from the people of {source.name}.",
            languages=(default, *sorted(languages)),
            time_zone=source.time_zone,
            topics=topics,
            enforce_from=today,
            fed_from=today,
        )
    )


def _topics(posts: Iterable[OldPost]) -> dict[str, str]:
    """Return label by id, each label as it is written most often."""
    written: dict[str, Counter[str]] = {}
    for post in posts:
        for label in post.topics:
            if slugify(label):
                written.setdefault(slugify(label), Counter())[label] += 1
    return {
        topic: min(labels, key=lambda label: (-labels[label], label))
        for topic, labels in sorted(written.items())
    }


def _slugs(posts: Iterable[OldPost], site: Site) -> dict[str, str]:
    """Give each post a slug of its own, with a number where another post was first."""
    slugs: dict[str, str] = {}
    used: set[str] = set()
    for post in posts:
        slug, number = post.slug, 1
        while slug in used or addresses.taken(slug, site.languages):
            number += 1
            slug = f"{post.slug}-{number}"
        used.add(slug)
        slugs[post.file.path] = slug
    return slugs


def _ids(posts: Iterable[OldPost], slugs: Mapping[str, str], site: Site) -> dict[str, str]:
    """Keep the ids that feeds had, so that readers see nothing twice; else make new ones."""
    ids: dict[str, str] = {}
    for post in posts:
        own = text_of(post.file.fields.get("id")) or text_of(post.file.fields.get("guid"))
        kept = re.fullmatch(POST_ID, own) and own not in ids.values()
        made = make_post_id(site, day_of(post.fields["date"]), slugs[post.file.path])
        ids[post.file.path] = own if kept else made
    return ids


def _old_addresses(source: SourceSite, posts: list[OldPost]) -> dict[str, tuple[str, ...]]:
    """Find where each post was: what it says itself, then what the permalink setting gave it."""
    placed = {post.file.path: post.placed for post in posts}
    bodies = [post.file.body for post in posts]
    styles = (source.permalink,) if source.permalink else likely_styles(placed, bodies)
    found = {}
    for post in posts:
        own = text_of(post.file.fields.get("permalink"))
        moved = [each for key in ALIAS_KEYS for each in texts_of(post.file.fields.get(key))]
        every = [own, *moved, *addresses_of(post.placed, styles)]
        found[post.file.path] = tuple(
            dict.fromkeys(
                _path_of(each, source.host) for each in every if _path_of(each, source.host)
            )
        )
    return found


def _path_of(address: str, host: str) -> str:
    """Return an address's path on the old site; nothing for a setting such as `false`."""
    path = address.removeprefix(host) if host else address
    if ":" in path or "{" in path or path.lower() in {"false", "/", ""}:
        return ""
    return re.sub(r"(?<=/)index\.html?$", "", "/" + path.lstrip("/"))


def _alias_owners(
    posts: Iterable[OldPost],
    slugs: Mapping[str, str],
    old: Mapping[str, tuple[str, ...]],
    site: Site,
) -> dict[str, str]:
    """Say which post keeps an old address that several had, or that a new one takes."""
    new = {address_key(new_address(post, slugs[post.file.path], site)) for post in posts}
    owners: dict[str, str] = {}
    for post in posts:
        for address in old[post.file.path]:
            if address_key(address) not in new:
                owners.setdefault(address_key(address), post.file.path)
    return owners


def _files_by_address(
    posts: Iterable[OldPost], slugs: Mapping[str, str], old: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Return the file that each old address means; a draft has no page to link to."""
    files: dict[str, str] = {}
    for post in posts:
        if post.fields.get("status") != "draft":
            for address in old[post.file.path]:
                files.setdefault(address_key(address), file_name(post, slugs[post.file.path]))
    return files


def _staff_ids(source: SourceSite, posts: Iterable[OldPost]) -> dict[str, str]:
    """Give everyone who wrote an id; a full name means the person that the source knows by it."""
    known = {person.name: person_id for person_id, person in source.people.items()}
    names = {name for post in posts for name in authors_or_nobody(post, source)}
    return {name: slugify(known.get(name, name)) or "contributor" for name in sorted(names)}


def _people(source: SourceSite, staff_ids: Mapping[str, str]) -> dict[str, Person]:
    told = _told(source)
    return {
        staff_id: told.get(staff_id) or Person(make_name(name))
        for name, staff_id in staff_ids.items()
    }


def _made_names(source: SourceSite, staff_ids: Mapping[str, str]) -> dict[str, str]:
    told = _told(source)
    return {
        staff_id: make_name(name)
        for name, staff_id in staff_ids.items()
        if is_id(name) and staff_id not in told
    }


def _told(source: SourceSite) -> dict[str, Person]:
    return {slugify(person_id): person for person_id, person in source.people.items()}
