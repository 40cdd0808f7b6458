"""Lists cut into pages that are numbered from the oldest, so that a new post shifts none."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def front_size(total: int, page_size: int) -> int:
    """Return how many of the newest items the front page of a list holds.

    It holds between one and two pages' worth, so that each numbered page is full, and stays as
    it is for ever once the front has let go of it.
    """
    return total if total < 2 * page_size else page_size + total % page_size


def numbered_pages(items: Sequence[T], page_size: int) -> list[Sequence[T]]:
    """Return the numbered pages of a list, that of number 1 first.

    Args:
        items: Newest first.
        page_size: How many items a numbered page holds.
    """
    rest = items[front_size(len(items), page_size) :]
    count = len(rest) // page_size
    return [rest[(count - n) * page_size :][:page_size] for n in range(1, count + 1)]
