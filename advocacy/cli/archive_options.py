"""The options of `advocacy check` with which one lives with an old archive."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from advocacy.errors import CommandError

OPTIONS = (
    click.option("--since", metavar="REV", help="Only what changed since a commit or a branch."),
    click.option("--base", metavar="REV", help="Hold all to who was who in this commit or branch."),
    click.option("--changed", is_flag=True, help="Only what changed since the last commit."),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="What was found before and does not block; the settings' `baseline` by default.",
    ),
    click.option("--no-baseline", is_flag=True, help="Show and count what the baseline records."),
    click.option(
        "--update-baseline", is_flag=True, help="Take out of the baseline what was mended."
    ),
    click.option("--force", is_flag=True, help="Let --update-baseline take in what is new, too."),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """What somebody asked for.

    Attributes:
        since: A commit; `changed` means the last one.
        base: A commit by which it is settled who is who; `since` is one, too.
        baseline: In place of the settings' own.
        no_baseline: As if the settings named none.
        update_baseline: Write the baseline as it is now.
        force: Take in what is new.
    """

    since: str | None = None
    base: str | None = None
    changed: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    update_baseline: bool = False
    force: bool = False

    @property
    def may_last(self) -> bool:
        """Say whether the same options find the same again, and write nothing."""
        return not (self.changed or self.since or self.base or self.update_baseline)

    def check(self, *, has_paths: bool, has_texts: bool) -> None:
        """Make sure that the options go together.

        Raises:
            CommandError: They do not.
        """
        narrow = self.since is not None or self.changed
        if self.since is not None and self.changed:
            raise CommandError("--since and --changed: Give one of them.")
        if narrow and has_texts:
            raise CommandError("--stdin: Git knows nothing of it. Leave out --since and --changed.")
        if self.baseline and self.no_baseline:
            raise CommandError("--baseline and --no-baseline: Give one of them.")
        if self.update_baseline and (narrow or has_paths or self.no_baseline):
            cure = "Leave out paths, --since, --changed and --no-baseline."
            raise CommandError(f"--update-baseline: A baseline is of the whole site. {cure}")
        if self.force and not self.update_baseline:
            raise CommandError("--force: It goes with --update-baseline alone.")


def archive_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as one value, `archive`."""

    @wraps(command)
    def with_archive(*args: Any, **given: Any) -> Any:
        own = {name: given.pop(name) for name in Archive.__dataclass_fields__}
        return command(*args, archive=Archive(**own), **given)

    for option in reversed(OPTIONS):
        with_archive = option(with_archive)
    return with_archive
