"""What every page needs for those who do not see it: a first heading, and its language."""

from collections.abc import Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output


def find_no_heading(output: Output) -> Iterator[Fault]:
    """Yield pages without a heading of the first level, and with an empty one."""
    for page in output.pages.values():
        if page.is_redirect:
            continue
        if page.heading is None:
            message = "The page has no `<h1>`. Give it one heading that says what it is about."
            yield Fault(kind="Built.Heading", page=page, message=message)
        elif not page.heading.words.strip():
            message = "The page's `<h1>` is empty. Write in it what the page is about."
            yield Fault(kind="Built.Heading", page=page, message=message, place=page.heading.place)


def find_no_language(output: Output) -> Iterator[Fault]:
    """Yield pages that do not say in which language they are."""
    for page in output.pages.values():
        if not (page.lang or "").strip():
            message = 'The page says no language. Write it as `<html lang="en">`.'
            yield Fault(kind="Built.Lang", page=page, message=message)
