"""What stands above a post that is not as other posts are."""

from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.translations import format_day, translations_for


def make_notice(edition: Edition, post: Post) -> str:
    """Return what a reader should know before anything else; empty for most posts."""
    _ = translations_for(post.lang).gettext
    if post.has_expired(edition.today) and post.expires:
        day = format_day(post.expires, post.lang)
        return _("This ended on %(day)s, and may no longer hold.") % {"day": day}
    if not post.is_awaited(edition.today):
        return ""
    if post.status == "draft":
        return _("This is a draft. It is seen on this computer alone.")
    day = format_day(post.starts(), post.lang)
    told = _("This will be published on %(day)s. Until then it is seen on this computer alone.")
    return told % {"day": day}
