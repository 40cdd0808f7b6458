"""Why a post exists, in words for its readers."""

from advocacy.post import Post
from advocacy.translations import translations_for


def purpose_label(purpose: str, lang: str) -> str:
    """Return a purpose as a language's readers are told it."""
    _ = translations_for(lang).gettext
    return {
        "reputation": _("Who we are"),
        "engagement": _("Talking with you"),
        "responsibility": _("What we answer for"),
        "issues": _("Putting things right"),
        "service": _("How we can help"),
    }[purpose]


def purpose_aim(post: Post) -> str:
    """Say why a post exists in a sentence to its readers; nothing where its author did not."""
    _ = translations_for(post.lang).gettext
    return {
        "": "",
        "reputation": _("This post shows who we are."),
        "engagement": _("This post wants to talk with you."),
        "responsibility": _("With this post we answer for what we do."),
        "issues": _("This post tells what went wrong, and what we do about it."),
        "service": _("This post wants to be of use to you."),
    }[post.purpose]
