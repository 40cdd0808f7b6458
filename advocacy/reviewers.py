"""Whether those whom `[review]` names are colleagues."""

from collections.abc import Collection, Iterable, Iterator

from advocacy.errors import nearest
from advocacy.library import Library
from advocacy.review_settings import ReviewSettings
from advocacy.site import settings_error


def refuse_strangers(library: Library) -> None:
    """See that everybody whom `[review]` names has a file; one that cannot be read is told there.

    Raises:
        SettingsError: With each name that nobody has.
    """
    told = [*_find_strangers(library.site.review, library.colleagues)]
    if told:
        raise settings_error(library.site.root, told)


def _find_strangers(review: ReviewSettings, colleagues: Collection[str]) -> Iterator[str]:
    for keys, ids in _named(review):
        for each in ids:
            if each not in colleagues:
                cure = nearest(each, colleagues) or f" Add content/staff/{each}.md, or take it out."
                yield f"`review`: {keys}: `{each}` is no colleague here.{cure}"


def _named(review: ReviewSettings) -> Iterator[tuple[str, Iterable[str]]]:
    yield "`editors`", review.editors
    for table, rows in (("approve", review.approve), ("paths", review.paths)):
        yield from ((f"`{table}`: `{key}`", ids) for key, ids in rows.items())
