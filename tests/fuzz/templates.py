"""Templates: whatever a view says, a page has the same elements, and says it word by word."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element
from zlib import crc32

from advocacy.theme import make_theme
from tests.digest.samples import FULL
from tests.fuzz.pages import read_page
from tests.fuzz.target import Target
from tests.fuzz.texts import encoded, hostile_texts
from tests.theme.sample_parts import SITE
from tests.theme.samples import SAMPLES

MAIL = "mail/digest.html"
# What is no text of anybody's: tags of languages, words by which a template chooses, HTML.
KEPT = {"lang", "direction", "html", "state", "preview", "leads_to", "languages", "kind"}
KEPT |= {"network", "key", "extra", "accent", "accent_dark", "policy"}
MARK = re.compile("qz([0-9]+)zq")
THEME = make_theme()

Shape = tuple[object, ...]


def fill(view: Any, text: str, numbers: Iterator[int]) -> Any:
    """Return a view of which each text is another, with a number to be known by."""
    if isinstance(view, str):
        return f"{text}qz{next(numbers)}zq" if view else view
    if isinstance(view, tuple):
        return tuple(fill(each, text, numbers) for each in view)
    if isinstance(view, Mapping):
        return {key: fill(each, text, numbers) for key, each in view.items()}
    if is_dataclass(view):
        changes = {
            each.name: fill(getattr(view, each.name), text, numbers)
            for each in fields(view)
            if each.name not in KEPT and not each.name.endswith("_lang")
        }
        return replace(view, **changes)
    return view


def render(number: int, text: str) -> str:
    """Render a sample with a text in each of its fields."""
    numbers = count()
    if number == len(SAMPLES):
        return THEME.render_mail(MAIL, fill(FULL, text, numbers))
    _, template, view = SAMPLES[number]
    return THEME.render(template, fill(view, text, numbers), fill(SITE, text, numbers))


@cache
def peaceful(number: int) -> tuple[Shape, ...]:
    """Return what a sample's page is where each text is one harmless word."""
    return tuple(read_shapes(read_page(render(number, ""))))


def read_shapes(page: Element) -> Iterator[Shape]:
    """Yield each element with its attributes and what stands in it and behind it."""
    for each in page.iter():
        text = each.text or ""
        if each.tag == "script" and text:
            text = json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
        tag = each.tag if isinstance(each.tag, str) else "!--"
        yield tag, tuple(sorted(each.attrib.items())), text, each.tail or ""


def hold(content: bytes) -> None:
    """Try one text in every field of one of the samples."""
    text = content.decode("utf-8", "replace").replace("\0", "").replace("\r", "").strip()
    number = crc32(content) % (len(SAMPLES) + 1)
    if number == len(SAMPLES):
        text = text.replace("\n", " ")  # the only page that ends its lines as a text does

    shown = tuple(read_shapes(read_page(render(number, text))))

    expected = peaceful(number)
    assert [shape[:1] for shape in shown] == [shape[:1] for shape in expected]
    for one, other in zip(shown, expected, strict=True):
        assert one == _said(other, text)


def _said(value: Any, text: str) -> Any:
    """Return what is read of a harmless page with another text in place of its words."""
    if isinstance(value, tuple):
        return tuple(_said(each, text) for each in value)
    return MARK.sub(lambda mark: f"{text}{mark[0]}", value)


TEMPLATES = Target("templates", encoded(hostile_texts()), hold)
