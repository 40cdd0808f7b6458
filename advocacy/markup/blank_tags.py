"""Tags that are none: words in angle brackets, of which a browser shows nothing at all."""

import re

# Elements of HTML, those included that are no longer in use or that the sanitiser takes out.
# Source: https://html.spec.whatwg.org/multipage/indices.html, elements and obsolete features.
KNOWN = frozenset(
    {"a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base"}
    | {"basefont", "bdi", "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button"}
    | {"canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd"}
    | {"del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset"}
    | {"figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input"}
    | {"ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "math"}
    | {"menu", "menuitem", "meta", "meter", "nav", "nobr", "noembed", "noframes", "noscript"}
    | {"object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress"}
    | {"q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search", "section", "select"}
    | {"slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup"}
    | {"svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time"}
    | {"title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr", "xmp"}
)
# What stands in a tag without a value.
_SWITCHES = frozenset(
    {"allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default"}
    | {"defer", "disabled", "download", "hidden", "inert", "ismap", "itemscope", "loop", "multiple"}
    | {"muted", "nomodule", "noshade", "novalidate", "nowrap", "open", "playsinline", "readonly"}
    | {"mozallowfullscreen", "required", "reversed", "scoped", "seamless", "selected"}
    | {"webkitallowfullscreen", "frameborder", "alt", "async", "id", "name", "href"}
)
_WORDS = re.compile(r"<(?P<first>[^\W\d_][\w'’-]*)(?P<rest>(?:[ \n]+[\w'’,.-]+)*)[ \n]*>")


def is_blank_tag(written: str) -> bool:
    """Say whether a tag is but words in angle brackets, such as `<first name>`.

    A name with a hyphen is one that a page may have defined, unless other words follow.
    """
    words = _WORDS.fullmatch(written)
    if not words:
        return False
    name, rest = words["first"].lower(), words["rest"].split()
    if name in KNOWN or "-" in name:
        return any(word.strip(",.").lower() not in _SWITCHES for word in rest)
    return True
