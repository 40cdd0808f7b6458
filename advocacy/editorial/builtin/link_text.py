"""Link text: what a link says when it is read alone, as a screen reader lists it."""

import re
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.gather import MASK
from advocacy.markup.marks import Link
from advocacy.markup.targets import shown

# In some languages of Europe; a link in any other is left to a rule of the guide.
EMPTY_WORDS = frozenset(
    {"click", "click here", "click this", "click this link", "here", "right here", "link"}
    | {"this link", "the link", "more", "read more", "learn more", "find out more", "see more"}
    | {"see here", "read here", "this", "this page", "go", "details", "more info", "continue"}
    | {"over here", "from here", "at this link", "via this link", "the following link", "this url"}
    | {"this one", "that", "these", "those", "this site", "this website", "this article"}
    | {"this post", "this blog post", "this document", "this video", "more details"}
    | {"video", "the video", "das video", "la vidéo", "el vídeo"}
    | {"read on", "keep reading", "continue reading", "read the rest", "the rest", "go here"}
    | {"look here", "tap here", "press here", "click on this", "click below", "click me"}
    | {"have a look", "take a look", "check it out", "find out", "view more", "show more"}
    | {"discover more", "know more", "follow this link", "the page", "the site", "the website"}
    | {"web page", "the article", "the post", "in this article", "in this post", "info"}
    | {"download here", "watch here", "listen here", "sign up here", "register here", "book here"}
    | {"further information", "more information", "for more information", "see this", "read this"}
    | {"hier", "hier klicken", "klick hier", "mehr", "mehr lesen", "weiterlesen", "mehr dazu"}
    | {"siehe hier", "dieser link", "dieser artikel", "mehr erfahren", "mehr informationen"}
    | {"weitere informationen", "voir ici", "ce lien", "cet article", "cette page", "voir plus"}
    | {"qui", "clicca qui", "leggi di più", "scopri di più", "aqui", "clique aqui", "saiba mais"}
    | {"leia mais", "klik hier", "lees meer", "klicka här", "läs mer", "tutaj", "kliknij tutaj"}
    | {"este enlace", "ver más", "saber más"}
    | {"ici", "cliquez ici", "cliquer ici", "lire la suite", "en savoir plus", "lien"}
    | {"aquí", "haz clic aquí", "pulse aquí", "leer más", "más información"}
)
# What two addresses of one page may differ in.
_SAME_PAGE = re.compile(r"^https?://(?:www\.)?|#.*$|/(?=#|$)", re.IGNORECASE)
# A text that names its page: a site's address, a handle, or a name (`Every Kid in a Park`).
_NAME = re.compile(
    r"[\w-]+(?:\.[\w-]+)+|@\w+|(?=\w+[A-Z])\w+"
    r"|[A-Z][\w.’'&-]*(?: (?:(?:of|in|for|the|and|on|to|a|an) )*[A-Z0-9][\w.,’'&-]*)+"
)
# Twitter's own short addresses stand in posts that are quoted as they are, and a site's own
# address is short enough to be its name.
_ADDRESS = re.compile(r"(?:https?://(?!t\.co/)|www\.)[^\s/]+/\S+", re.IGNORECASE)

# Behind a title, an address is where a source is to be found, and at most its publisher between.
_TITLE = re.compile(r"[\"”][.,]? ?(?:\w+ ){0,4}[<\[]$")


def find_empty_words(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links whose text does not say where they lead."""
    for link in manuscript.body.links:
        words = _words(link.text)
        # Of code, only that it is some is known here.
        is_sign = link.text.strip() and not words and MASK not in link.text
        if words in EMPTY_WORDS or is_sign:
            message = f"`{link.text}` does not say where it leads. Link the words that name it."
            yield check.notice(link.start, link.end, message, link.text)


def find_no_text(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links that have no text at all."""
    for link in manuscript.body.links:
        if not link.text.strip():
            start = max(0, link.start - 1)
            end = min(link.end + 1, len(manuscript.source.text))
            yield check.notice(start, end, _no_text(link, manuscript))


def _no_text(link: Link, manuscript: Manuscript) -> str:
    if any(link.start <= image.start < link.end for image in manuscript.body.images):
        return "This link is a picture without alt text. Say in that text where it leads."
    is_tag = manuscript.source.text.startswith(">", link.start - 1)
    where = "`<a …>` and `</a>`" if is_tag else "`[` and `]`"
    return f"This link has no text. Write between {where} where it leads."


def find_address(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links whose text is their address."""
    for link in manuscript.body.links:
        if _ADDRESS.fullmatch(link.text.strip()) and not _is_cited(link, manuscript):
            message = f"`{link.text}` is an address. Link words that say where it leads."
            yield check.notice(link.start, link.end, message, link.text)


def _is_cited(link: Link, manuscript: Manuscript) -> bool:
    """Say whether a title in quotation marks stands before a link, as in a list of sources."""
    return bool(_TITLE.search(manuscript.source.text, max(0, link.start - 60), link.start))


def find_same(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find links with one text that lead to different pages, each where it leads elsewhere.

    A name may lead to the pages of the one who bears it.
    """
    first: dict[str, str] = {}
    for link in manuscript.body.links:
        words, page = _words(link.text), _SAME_PAGE.sub("", link.target)
        if not page or not re.search(r"[^\W\d]", words) or words in EMPTY_WORDS:
            continue
        if _NAME.fullmatch(link.text.strip()):
            continue
        before = first.setdefault(words, page)
        if page != before:
            message = (
                f"`{link.text}` leads to {shown(link.target)}, and above to {shown(before)}. "
                "Give each link words of its own."
            )
            yield check.notice(link.start, link.end, message, link.text)


def _words(text: str) -> str:
    """Return a text's words alone, in folded case."""
    return " ".join(re.sub(r"[^\w\s]+", " ", text.casefold()).split())


CHECKS = (
    Check("Link.Text", "error", "A link says “click here” and the like.", find_empty_words),
    Check("Link.Empty", "error", "A link has no text.", find_no_text),
    Check("Link.Address", "warning", "A link's text is its address.", find_address),
    Check("Link.Same", "suggestion", "Two links say the same and lead elsewhere.", find_same),
)
