"""The words of the guide's boxes, in the guide's language."""

from advocacy.editorial.guide_page import GuideLabels
from advocacy.translations import translations_for


def make_guide_labels(lang: str) -> GuideLabels:
    """Return what the boxes on the guide's page say in a language."""
    _ = translations_for(lang).gettext
    return GuideLabels(
        checked=_("What we check"),
        attested=_("What we ask you to vouch for"),
        unenforced=_("No machine checks this. It is for people to judge."),
        instead_of=_("Instead of"),
        write=_("write"),
        more=_("More about this"),
        asked_of_all=_("Asked of every post."),
        asked_where=_("Asked of posts with"),
        picture=_("a picture"),
        phrases=_("words that call for it"),
        reviewer=_("A colleague who is not an author answers this."),
        line_in_post=_("In the post:"),
        levels={
            "error": _("A post waits until this is mended."),
            "warning": _("Worth mending; it does not hold a post up."),
            "suggestion": _("Something to consider."),
        },
    )
