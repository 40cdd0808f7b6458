"""Small circles: which posts are for which colleagues to share, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from advocacy.post import Post
from advocacy.site import Site
from advocacy.staff import StaffMember


@dataclass(frozen=True, slots=True)
class Match:
    """Why a post is for a colleague to share.

    Attributes:
        wrote: Whether they are an author of it.
        topics: Which of the post's topics they named, in the post's order.
        audience: The post's audience, where they named it; else empty.
    """

    member: StaffMember
    wrote: bool
    topics: tuple[str, ...] = ()
    audience: str = ""


def sharers(staff: Iterable[StaffMember], today: date) -> tuple[StaffMember, ...]:
    """Return the colleagues who work here on a day and would like to share, by their ids."""
    willing = (each for each in staff if each.share is not None and not each.has_left(today))
    return tuple(sorted(willing, key=lambda each: each.id))


def find_match(post: Post, member: StaffMember, site: Site) -> Match | None:
    """Say why a post is for a colleague to share; None where it is not.

    What a colleague wrote is theirs to share. Of the rest, they must read its language, and it must
    be on one of their topics and for one of their audiences. A post that tells no topic or no
    audience is for all, so that nothing is ever hidden by a line that somebody left out.
    """
    share = member.share
    if share is None:
        return None
    topics = tuple(topic for topic in post.topics if topic in share.topics)
    audience = post.audience if post.audience in share.audiences else ""
    match = Match(member, member.id in post.authors, topics, audience)
    if match.wrote:
        return match
    on_topic = topics or not share.topics or not post.topics
    for_audience = audience or not share.audiences or not post.audience
    return match if on_topic and for_audience and _reads(member, post.lang, site) else None


def find_circle(post: Post, members: Iterable[StaffMember], site: Site) -> tuple[Match, ...]:
    """Return who might share a post: its authors, then those with most topics in common."""
    found = (find_match(post, member, site) for member in members)
    return tuple(sorted(filter(None, found), key=_closest_first))


def match_labels(match: Match, site: Site) -> tuple[str, ...]:
    """Return why a post is for a colleague as people are told it: topics, then the audience."""
    topics = (site.topics[topic] for topic in match.topics)
    return (*topics, *((site.audiences[match.audience],) if match.audience else ()))


def _closest_first(match: Match) -> tuple[bool, int, bool, str]:
    return not match.wrote, -len(match.topics), not match.audience, match.member.id


def _reads(member: StaffMember, lang: str, site: Site) -> bool:
    """Say whether a colleague reads a language; whoever names none reads the site's first."""
    read = member.languages or (site.language,)
    return _language(lang) in {_language(each) for each in read}


def _language(tag: str) -> str:
    """Return a tag without its region: who answers in `en` reads `en-GB`."""
    return tag.partition("-")[0].lower()
