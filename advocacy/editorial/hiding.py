"""Notices that tell none of the secrets of their file."""

from collections.abc import Iterable

from advocacy.editorial.notice import Notice
from advocacy.editorial.secret_shapes import SECRET, hide_secrets

# So many are searched for in what else is said of their file.
MOST_SECRETS = 100


def hide_told(
    notices: tuple[Notice, ...], found: Iterable[Notice], text: str
) -> tuple[Notice, ...]:
    """Return notices in which secrets are hidden.

    Args:
        notices: What is told of a file.
        found: What was found in it, its secrets among that; one that is let pass is hidden too.
        text: What the file says.
    """
    secrets = [each for each in found if each.check == SECRET][:MOST_SECRETS]
    if not secrets:
        return notices
    return tuple(_hide(notice, secrets, text) for notice in notices)


def _hide(notice: Notice, secrets: list[Notice], text: str) -> Notice:
    known = [text[each.start : each.end] for each in secrets]
    texts = (notice.message, notice.match, notice.description)
    message, match, description = (hide_secrets(each, known) for each in texts)
    # What would be written instead may have the secret in other letters.
    is_in = any(notice.start < each.end and each.start < notice.end for each in secrets)
    told = any(hide_secrets(each, known) != each for each in notice.replacements)
    return notice._replace(
        message=message,
        match=match,
        description=description,
        replacements=() if is_in or told else notice.replacements,
    )
