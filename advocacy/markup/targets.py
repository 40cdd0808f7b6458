"""What a reference in a post may mean: one grammar, for the renderer and for the checker."""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from advocacy.errors import nearest
from advocacy.hosts import find_trick
from advocacy.library import IMAGES
from advocacy.markup.images import NAMES, ImageError, read_image
from advocacy.site import Site

CONTENT = "content"
LONGEST_REFERENCE = 2_000

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
FRAGMENT = re.compile(r"[^#]+")
ADDRESS = re.compile(r"/[\w.~%!$&'()*+,;=:@/-]*(\?[\w.~%!$&'()*+,;=:@/?-]*)?")
MAIL = re.compile(
    r"mailto:[\w.+%'-]+@[\w-]+(\.[\w-]+)+"
    r"(\?(subject|body|cc)=[\w.~%!'()*+,;:@/?-]*(&(subject|body|cc)=[\w.~%!'()*+,;:@/?-]*)*)?",
    re.IGNORECASE,
)
PELICAN = re.compile(r"[{|](\w+)[}|]")
PICTURE_NAMES = tuple(suffix for names in NAMES.values() for suffix in names)
# Nearly all references are of these signs alone, none of which is unsafe.
PLAIN = re.compile(r"[!#-;=?-\[\]^_a-z{|}~]+")
UNSAFE = frozenset('<>"`\\')


class TargetError(Exception):
    """A reference that leads nowhere it may; the text says what was seen and how to mend it.

    The search for what was meant is slow, so it waits until somebody reads the text.
    """

    def __init__(self, message: str, hint: Callable[[], str] = str) -> None:
        super().__init__(message)
        self._hint = hint

    def __str__(self) -> str:
        return f"{super().__str__()}{self._hint()}"


class AbsentError(TargetError):
    """A reference to a post that is there, and has no page on the day: a draft, or one expired."""


class UnreadError(TargetError):
    """A reference to a file that is there, and has a mistake that is told of it."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything that a reference can lead to.

    Attributes:
        site: Whose content/images holds the pictures.
        hrefs: By a content file's path such as `content/posts/x.md`, the link to its page.
        absent: Paths of posts that are there, and have no page on the day.
        unread: Paths of files that are there, and could not be read.
    """

    site: Site
    hrefs: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()


def resolve_link(reference: str, path: str, targets: Targets) -> str:
    """Return the href that a link's reference stands for.

    A reference is a web or mail address, `#fragment`, an address on the site such as
    `/values/#respect`, or the path of a Markdown file: relative to the file that is written in,
    or from the content folder, with `{filename}` before it or not.

    Args:
        reference: As the link has it, with character references already decoded.
        path: The file it is written in, such as `content/posts/x.md`.
        targets: Where it can lead.

    Raises:
        TargetError: It is none of these, or there is no such file.
    """
    _refuse_unsafe(reference)
    scheme = SCHEME.match(reference)
    if scheme:
        return _outside(reference, scheme[1].lower())
    if reference.startswith("#"):
        return f"#{_fragment(reference, reference[1:])}"
    if reference.startswith("/"):
        return _address(reference, targets.site)
    return _page(reference, path, targets)


def resolve_image(reference: str, path: str, targets: Targets) -> str:
    """Return the path below content/images of the picture that a reference stands for.

    A reference is a path relative to the file it is written in (`../images/x.png`), or from the
    content folder (`images/x.png`, `/images/x.png`).

    Raises:
        TargetError: It leads out of content/images, through a symbolic link, to nothing, or to
            a file that is no PNG, JPEG, GIF, WebP, AVIF or SVG.
    """
    _refuse_unsafe(reference)
    seen = shown(reference)
    scheme = SCHEME.match(reference)
    if (scheme and scheme[1].lower() in {"http", "https"}) or reference.startswith("//"):
        reason = "A picture from elsewhere lets others track readers"
        raise TargetError(f"{seen} is not here. {reason}; put it into content/images.")
    if scheme:
        raise TargetError(f"{seen} is no picture. {_image_cure()}")
    _refuse_pelican(reference)
    last = TargetError(f"{seen} does not lead into content/images. {_image_cure()}")
    for file in _candidates(unquote(reference), path):
        below = file.removeprefix(f"{CONTENT}/{IMAGES}/")
        if below == file:
            continue
        try:
            return read_image(targets.site, below).path
        except ImageError as error:
            last = TargetError(str(error))
    raise last


def shown(reference: str) -> str:
    """Return a reference as it is quoted to people: on one line, cut, nothing invisible."""
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in reference)
    return f"`{text if len(text) <= 60 else text[:57] + '…'}`"


def _refuse_unsafe(reference: str) -> None:
    if not reference:
        raise TargetError("There is no address. Write one between the round brackets.")
    if len(reference) > LONGEST_REFERENCE:
        limit = f"The longest that is linked has {LONGEST_REFERENCE} characters."
        raise TargetError(f"{shown(reference)} has {len(reference)} characters. {limit}")
    if PLAIN.fullmatch(reference):
        return
    for character in reference:
        invisible = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}
        if invisible or character.isspace() or character in UNSAFE:
            name = "a space" if character == " " else f"U+{ord(character):04X}"
            cure = "Write it as `%20`, or take it out." if character == " " else "Take it out."
            raise TargetError(f"{shown(reference)} has {name} in it. {cure}")


def _outside(reference: str, scheme: str) -> str:
    if scheme == "mailto":
        if not MAIL.fullmatch(reference):
            example = "Write it as `mailto:ana@example.org?subject=Hello%20there`."
            raise TargetError(f"{shown(reference)} is no mail address. {example}")
        return reference
    if scheme not in {"http", "https"}:
        cure = "Link to an `https:` address, a mail address, or a page here."
        raise TargetError(f"{shown(reference)} begins with `{scheme}:`. {cure}")
    try:
        parts = urlsplit(reference)
        good = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or not re.match(r"https?://[^/]", reference, re.IGNORECASE):
        raise TargetError(f"{shown(reference)} is no web address. Write `https://example.org/x`.")
    if trick := find_trick(reference):
        raise TargetError(f"This address {trick}")
    return reference


def _fragment(reference: str, fragment: str) -> str:
    if not FRAGMENT.fullmatch(fragment):
        raise TargetError(f"{shown(reference)} names no heading. Write it as `#opening-hours`.")
    return fragment


def _address(reference: str, site: Site) -> str:
    address, mark, fragment = reference.partition("#")
    parts = unquote(address).split("/")
    if address.startswith("//") or not ADDRESS.fullmatch(address) or ".." in parts:
        cure = "Write it as `/values/`, or `https://example.org/` for another site."
        raise TargetError(f"{shown(reference)} is no address on this site. {cure}")
    if unquote(address).startswith(f"/{IMAGES}/"):
        raise TargetError(_picture_is_no_page(reference))
    return site.href(address[1:]) + (mark and f"#{_fragment(reference, fragment)}")


def _page(reference: str, path: str, targets: Targets) -> str:
    plain = reference.removeprefix("{filename}")
    _refuse_pelican(plain)
    name, mark, fragment = plain.partition("#")
    files = _candidates(unquote(name), path)
    for file in files:
        if file in targets.hrefs:
            return targets.hrefs[file] + (mark and f"#{_fragment(reference, fragment)}")
    if any(file in targets.absent for file in files):
        cure = "Until it has one, readers see the words without the link."
        raise AbsentError(f"{shown(reference)} leads to a post that has no page now. {cure}")
    if any(file in targets.unread for file in files):
        raise UnreadError(f"{shown(reference)} has a mistake of its own. Mend that first.")
    if not any(file.startswith(f"{CONTENT}/") for file in files):
        cure = "Link to a file in it, or to a web address."
        raise TargetError(f"{shown(reference)} leaves the content folder. {cure}")
    if name.lower().endswith(PICTURE_NAMES):
        raise TargetError(_picture_is_no_page(reference))
    if not name.lower().endswith(".md"):
        cure = "Write `https://` before a web address, or the path of a `.md` file."
        raise TargetError(f"{shown(reference)} is no page here. {cure}")
    message = f"{shown(reference)} is no file that has a page."
    raise TargetError(message, lambda: _hint(name, path, targets))


def _hint(name: str, path: str, targets: Targets) -> str:
    folder = posixpath.dirname(path)
    known = [posixpath.relpath(file, folder) for file in targets.hrefs]
    return nearest(name, known) or " Mend the path, or publish the file first."


def _candidates(name: str, path: str) -> tuple[str, ...]:
    """Return which files a path may mean: relative to its file first, then from content."""
    from_content = posixpath.normpath(f"{CONTENT}/{name.lstrip('/')}")
    if name.startswith("/"):
        return (from_content,)
    relative = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    return (relative, from_content) if relative != from_content else (relative,)


def _refuse_pelican(reference: str) -> None:
    found = PELICAN.match(reference)
    if found:
        cure = "Write the path alone, such as `../images/x.png` or `other-post.md`."
        raise TargetError(f"{shown(reference)} begins with `{found[0]}`. {cure}")


def _picture_is_no_page(reference: str) -> str:
    return f"{shown(reference)} is a picture, not a page. Show it with `![what it shows](…)`."


def _image_cure() -> str:
    return "Write it as `../images/x.png`, with the picture in content/images."
