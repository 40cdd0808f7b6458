"""Files that programs and hosts ask for by name: robots.txt, `_headers`, what is well known."""

from collections.abc import Iterator
from datetime import date, timedelta

from advocacy import addresses
from advocacy.policy import make_headers
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.site import Site
from advocacy.site_machines import Security


def make_well_known(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Return each file by its address.

    Programs ask at the root of a host alone: a site below a path has neither robots.txt nor what
    is below .well-known, as whoever keeps the host writes these.
    """
    site = edition.site
    machines = site.machines
    if not site.base_path:
        yield addresses.ROBOTS, make_robots(site).encode()
        if machines.security:
            text = make_security(site, machines.security, edition.today)
            yield addresses.SECURITY, text.encode()
        if machines.standard_site:
            yield addresses.PUBLICATION, machines.standard_site.encode()
    yield addresses.HEADERS, make_headers(site.base_path, site.embeds.hosts).encode()
    if machines.humans_txt:
        yield addresses.HUMANS, make_humans(edition).encode()
    if machines.llms_txt:
        yield addresses.LLMS, make_llms(edition).encode()


def make_robots(site: Site) -> str:
    """Return robots.txt: all may be read; what is not to be listed says so itself.

    It names no address that is for colleagues, as everybody reads it.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(addresses.SITEMAP)}\n"


def make_security(site: Site, security: Security, today: date) -> str:
    """Return security.txt; it expires counted from the month, so that most builds leave it."""
    expires = today.replace(day=1) + timedelta(days=security.days)
    rows = [
        *(("Contact", each) for each in security.contact),
        ("Expires", f"{expires.isoformat()}T00:00:00Z"),
        ("Encryption", security.encryption),
        ("Acknowledgments", security.acknowledgments),
        ("Policy", security.policy),
        ("Preferred-Languages", ", ".join(site.languages)),
        ("Canonical", site.absolute(addresses.SECURITY)),
    ]
    return "".join(f"{name}: {value}\n" for name, value in rows if value)


def make_humans(edition: Edition) -> str:
    """Return humans.txt: who writes here, by their posts, and still works here."""
    members = sorted(edition.library.staff.values(), key=lambda member: member.id)
    writing = [
        member
        for member in members
        if edition.by_author[member.id] and not member.has_left(edition.today)
    ]
    lines = ["/* TEAM */"]
    for member in writing:
        lines.append(f"{member.role}: {member.name}")
        lines.append(f"Site: {edition.site.absolute(addresses.staff_member(member.id))}")
        lines.append("")
    lines += ["/* SITE */", f"Language: {', '.join(edition.languages)}"]
    return "\n".join(lines) + "\n"


def make_llms(edition: Edition) -> str:
    """Return llms.txt: what the site is, and every post with its summary, by language."""
    site = edition.site
    lines = [f"# {site.name}", "", f"> {site.description}"]
    for lang in edition.languages:
        posts = [post for post in edition.listed if post.lang == lang]
        lines += ["", f"## Posts ({lang})", ""] if posts else []
        lines += [_llms_line(site, post) for post in posts]
    return "\n".join(lines) + "\n"


def _llms_line(site: Site, post: Post) -> str:
    title = post.title.replace("[", r"\[").replace("]", r"\]")
    line = f"- [{title}]({site.absolute(post.address(site))})"
    return f"{line}: {' '.join(post.summary.split())}" if post.summary else line
