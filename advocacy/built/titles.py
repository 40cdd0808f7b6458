"""Titles and descriptions: what a tab, a search engine and a bookmark tell pages apart by."""

from collections.abc import Callable, Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import BuiltPage, Text


def find_titles(output: Output) -> Iterator[Fault]:
    """Yield pages without a title, and those with one that another page has."""
    for page in output.pages.values():
        if page.title is None or not page.title.words.strip():
            message = "The page has no title. Add a `<title>` that says what it is about."
            yield Fault(kind="Built.Title", page=page, message=message)
    yield from _alike(output, "Built.Title", "title", lambda page: page.title)


def find_descriptions(output: Output) -> Iterator[Fault]:
    """Yield pages whose description is empty, or another page's; none is better than that."""
    for page in output.pages.values():
        if page.description and not page.description.words:
            message = "The description is empty. Write one, or take it out."
            place = page.description.place
            yield Fault(kind="Built.Description", page=page, message=message, place=place)
    yield from _alike(output, "Built.Description", "description", lambda page: page.description)


def _alike(
    output: Output, kind: str, what: str, of: Callable[[BuiltPage], Text | None]
) -> Iterator[Fault]:
    """Yield pages that say the same as an earlier one; what nobody searches may say it too."""
    first: dict[tuple[str, str], str] = {}
    for page in output.pages.values():
        text = of(page)
        words = " ".join(text.words.split()) if text else ""
        if not text or not words or not page.is_indexed or page.is_redirect:
            continue
        # A translation may well have the name of its original.
        key = (page.lang or "", words)
        if key in first:
            message = (
                f"The {what} `{_short(words)}` is that of {first[key]}, too. Give each its own."
            )
            yield Fault(kind=kind, page=page, message=message, place=text.place, match=words)
        first.setdefault(key, page.path)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
