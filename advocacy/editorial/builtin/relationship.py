"""Relationship: what front matter says of it, and what the text says."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.builtin.written_target import find_target
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.words import look_for, make_name_pattern, paragraphs, words_for
from advocacy.markup.targets import shown
from advocacy.post import Post

# Parameters and hosts by which shops know whom to pay for a visitor.
AFFILIATE = frozenset({"aff", "affid", "aff_id", "affiliate", "affiliate_id", "irclickid"})
AMAZON = re.compile(r"(?:^|\.)amazon\.[a-z.]+$")
HOSTS = frozenset({"amzn.to", "shareasale.com", "awin1.com", "go.skimresources.com", "prf.hn"})
# Parameters that tell a site through whom readers came: those that Firefox takes out (its
# query-stripping.json, checked 2026-11-24), and those of campaigns, Mailchimp and Instagram.
TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_campaign|fbclid|[dg]clid|[gw]braid|msclkid|twclid|ttclid|ys?clid|_openstat"
    r"|mc_[ce]id|igshid|igsh|_hs(?:enc|mi)|__hs(?:sc|tc|fp)|hsctatracking|mkt_tok|vero_id|wickedid"
    r"|oly_(?:anon|enc)_id",
    re.IGNORECASE,
)
# What tells one who shared a video is no more than `si` to any other site.
VIDEOS = re.compile(r"(?:^|\.)(?:youtube\.com|youtu\.be)$")


def find_labels(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find texts that tell of payment or gifts where front matter does not."""
    post, words = manuscript.piece, words_for(manuscript)
    if not isinstance(post, Post) or not words or post.relationship in {"paid", "gift"}:
        return
    pattern = look_for(words.labels, manuscript)
    for unit in paragraphs(manuscript) if pattern else ():
        for found in pattern.finditer(unit.text) if pattern else ():
            message = (
                f"`{found[0]}` tells of a payment or a gift, and `relationship` is "
                f"`{post.relationship}`. Write `relationship: paid` or `gift`, or other words."
            )
            yield check.notice(*unit.span(*found.span()), message, found[0])


def find_employed(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find texts that say that their writer works here where front matter says `none`."""
    post, words, site = manuscript.piece, words_for(manuscript), context.site
    if not isinstance(post, Post) or not words or post.relationship != "none":
        return
    names = tuple(dict.fromkeys((site.name, *site.names.organisation)))
    pattern = make_name_pattern(words.disclosing, names, words)
    for unit in paragraphs(manuscript):
        if found := pattern.search(unit.text):
            message = (
                f"`{found[0]}` says that you work here, and `relationship` is `none`. "
                "Write `relationship: employee`."
            )
            yield check.notice(*unit.span(*found.span()), message, found[0])
            return


def find_affiliate(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links that earn somebody money where front matter tells of none."""
    post = manuscript.piece
    if isinstance(post, Post) and post.relationship in {"paid", "gift"}:
        return
    for link in manuscript.body.links:
        if seen := _affiliate(link.target):
            message = (
                f"`{seen}` in {shown(link.target)} pays somebody for each visitor. Take it out, "
                "or write `relationship: paid` and tell readers."
            )
            yield check.notice(*find_target(link, manuscript), message, seen)


def _affiliate(target: str) -> str:
    """Return what makes a link earn money, or nothing."""
    host, keys = _parts(target)
    if host.removeprefix("www.") in HOSTS:
        return host
    known = AFFILIATE | {"tag"} if AMAZON.search(host) else AFFILIATE
    return next((key for key in keys if key.lower() in known), "")


def find_tracking(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links that tell another site through whom readers came."""
    for link in manuscript.body.links:
        host, keys = _parts(link.target)
        known = [key for key in keys if TRACKING.fullmatch(key)]
        known += ["si"] if VIDEOS.search(host) and "si" in keys else []
        if seen := next(iter(known), ""):
            message = (
                f"`{seen}` in {shown(link.target)} lets others count where readers come from. "
                "Take it out; the link works without."
            )
            yield check.notice(*find_target(link, manuscript), message, seen)


def _parts(target: str) -> tuple[str, list[str]]:
    """Return the host of a link and the names of its parameters, those behind a `#` too."""
    try:
        parts = urlsplit(target)
        read = parse_qsl(f"{parts.query}&{parts.fragment}", keep_blank_values=True)
        return parts.hostname or "", [key for key, _value in read]
    except ValueError:
        return "", []


CHECKS = (
    Check("Relationship.Label", "warning", "A text tells of payment or gifts.", find_labels),
    Check(
        "Relationship.Employed", "warning", "A text says that its writer works here.", find_employed
    ),
    Check("Relationship.Affiliate", "warning", "A link earns somebody money.", find_affiliate),
    Check("Link.Tracking", "suggestion", "A link tells where readers came from.", find_tracking),
)
