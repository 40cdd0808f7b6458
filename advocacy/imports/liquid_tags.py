"""What becomes of each Liquid tag: a table from its name to a step."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from advocacy.imports.liquid_grammar import STRING, read_parameters, read_strings, unquote
from advocacy.imports.notes import Note, Noted
from advocacy.imports.scope import Scope
from advocacy.imports.spans import make_link, make_picture

# Shortcodes that show something of another service, and where that is.
SERVICES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
    "tweet": "https://twitter.com/i/status/{}",
}

# Which parameters name a picture, where it leads, and which hold words to read.
PICTURE_KEYS = ("image", "image_path", "src", "path", "file", "img")
ADDRESS_KEYS = ("url", "link", "href")
TEXT_KEYS = ("text", "content", "title", "caption", "quote", "alt", "label", "name")

# Tags that only steer: they go, and the text between them stays.
STEERING = frozenset(
    "if elsif elseif else unless for break continue case when assign capture cycle increment "
    "decrement tablerow set block layout".split()
)
RAW = frozenset({"raw", "endraw", "verbatim", "endverbatim"})


def replace_tag(inside: str, scope: Scope) -> Noted:
    """Return what stands for a tag, given what it says between `{%` and `%}`."""
    name, _, arguments = inside.replace("\n", " ").partition(" ")
    name = name.rstrip(",")
    if name in RAW:
        return Noted("")
    seen = "{% " + " ".join(inside.split()) + " %}"
    if name in STEERING or name.startswith("end"):
        return Noted("", (Note("liquid", seen),))
    step = _STEPS.get(name, _unknown)
    became = step(name, arguments.strip(), scope)
    is_native = step in (_image, _post_link) and became
    return Noted(became, () if is_native else (Note("liquid", seen, became),))


def _image(name: str, arguments: str, scope: Scope) -> str:
    """Read `image "path" "alt"` and `image_with_class "path" "class" "alt"`.

    An alt text may hold quotes, so it reaches to the last one.
    """
    first = re.match(STRING, arguments)
    if not first:
        return _include(name, arguments, scope)
    rest = arguments[first.end() :].strip(" ,")
    if name == "image_with_class":
        rest = re.sub(rf"^{STRING}[\s,]*", "", rest)
    path = scope.fill(unquote(first[0]))
    return make_picture(path, unquote(rest), in_html=scope.in_html)


def _include(_name: str, arguments: str, scope: Scope) -> str:
    """Return an include's picture, with its caption and its link; else its words."""
    parameters = {key: scope.fill(text) for key, text in read_parameters(arguments).items()}
    path = next((parameters[key] for key in PICTURE_KEYS if parameters.get(key)), "")
    if not path:
        return _words(parameters)
    alt, caption = parameters.get("alt", ""), parameters.get("caption", "")
    address = next((parameters[key] for key in ADDRESS_KEYS if parameters.get(key)), "")
    shown = make_picture(path, alt, caption, in_html=scope.in_html)
    linked = address and not scope.in_html
    return make_link(shown, address, in_html=False) if linked else shown


def _post_link(_name: str, arguments: str, scope: Scope) -> str:
    stem = re.sub(r"\.\w+$", "", unquote(arguments).rpartition("/")[2])
    return scope.posts.get(stem, "")


def _service(name: str, arguments: str, scope: Scope) -> str:
    words = unquote(arguments).split()
    if not words:
        return ""
    address = SERVICES[name].format(unquote(words[0]))
    return make_link(address, address, in_html=scope.in_html)


def _unknown(name: str, arguments: str, scope: Scope) -> str:
    """Return the words of a shortcode that is not known here, or its picture."""
    if read_parameters(arguments):
        return _include(name, arguments, scope)
    texts = read_strings(arguments)
    return " ".join(text for text in texts if " " in text or urlsplit(text).netloc)


def _words(parameters: Mapping[str, str]) -> str:
    return " ".join(parameters[key] for key in TEXT_KEYS if parameters.get(key))


_STEPS: Mapping[str, Callable[[str, str, Scope], str]] = {
    "image": _image,
    "image_with_class": _image,
    "include": _include,
    "include_relative": _include,
    "post_url": _post_link,
    "link": _post_link,
    **dict.fromkeys(SERVICES, _service),
}
