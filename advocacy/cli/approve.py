"""`advocacy approve`: note in a post who has read it."""

from pathlib import Path

import click

from advocacy.cli.approval_options import APPROVALS, read_approved
from advocacy.cli.approving import ASKER, commit_alone, note_approvals, refuse_unfinished
from advocacy.cli.finding import find_post
from advocacy.cli.options import open_site, site_option
from advocacy.cli.paths import site_path
from advocacy.clock import day_of
from advocacy.errors import CommandError, nearest
from advocacy.identities import make_identities
from advocacy.library import Library, read_library
from advocacy.post import Post
from advocacy.replacing import replace_file
from advocacy.repository import Repository
from advocacy.review.approving import add_reviewer
from advocacy.review_settings import NOREPLY

WAYS = "Write `advocacy approve POST --by ID`."


@click.command
@site_option
@click.argument("post", required=False)
@click.option("--by", "reviewer", metavar="ID", help="Who has read it.")
@click.option(
    "--forge",
    type=click.Choice(tuple(NOREPLY)),
    help="Take --by for a handle on this forge; the forge whose --approvals they are.",
)
@click.option("--commit", "commits", is_flag=True, help="Commit the post, and nothing else.")
@APPROVALS
@click.option("--base", metavar="REV", help="With --approvals: what the change is to go into.")
def approve(
    root: Path,
    post: str | None,
    reviewer: str | None,
    forge: str | None,
    approvals: Path | None,
    base: str | None,
    *,
    commits: bool,
) -> None:
    """Note in a POST, a file or a slug, that a colleague who is no author has read it.

    Adds them to `reviewed_by` and leaves all else as it is, byte for byte. Whoever runs it says
    that they did.

    A forge's robot hands over --approvals, with --forge and --base, and no POST. Each post that
    differs from the base is noted to be read by those who approved what is committed here; who has
    which account is asked of the base.

    Example: advocacy approve the-night-shift --by ben --commit
    """
    if approvals or base:
        if not (approvals and base) or post or reviewer:
            raise CommandError(f"--approvals and --base go together, without POST and --by. {WAYS}")
        library = read_library(open_site(root))
        note_approvals(library, read_approved(approvals, forge), base, commits=commits)
    elif post and reviewer:
        _approve(read_library(open_site(root)), post, reviewer, forge, commits=commits)
    else:
        raise CommandError(f"POST and --by go together. {WAYS}")


def _approve(
    library: Library, post: str, reviewer: str, forge: str | None, *, commits: bool
) -> None:
    found = _find(library, post)
    colleague = _find_reviewer(library, reviewer, forge)
    if library.staff[colleague].has_left(day_of(library.site.time_zone, None)):
        cure = "Let a colleague read it who is here."
        raise CommandError(f"--by: `{colleague}` has left, as content/staff says. {cure}")
    if colleague in found.authors:
        cure = "Let a colleague read it who is no author."
        raise CommandError(f"--by: `{colleague}` wrote {found.path}. {cure}")
    repository = Repository(library.site.root, ASKER)
    if commits:
        refuse_unfinished(repository, found.path)
    file = library.site.root / found.path
    before = file.read_bytes()
    after = add_reviewer(before, found.path, colleague)
    if after == before:
        click.echo(f"{found.path}: `reviewed_by` names {colleague} already")
        return
    replace_file(file, after)
    click.echo(f"{found.path}: `reviewed_by` names {colleague}")
    if commits:
        commit_alone(repository, f"Note that {colleague} reviewed {found.slug}", found.path)


def _find(library: Library, post: str) -> Post:
    """Return the post of a slug, or of a file.

    Raises:
        CommandError: There is none, or it cannot be read.
    """
    if not post.endswith(".md"):
        return find_post(library, post)
    path = site_path(Path(post), library.site.root)
    found = next((each for each in library.posts if each.path == path), None)
    if found is None:
        cure = f"`advocacy check {path}` says why." if path in library.unread_paths else ""
        raise CommandError(f"{path}: This is no post that can be read. {cure}".rstrip())
    return found


def _find_reviewer(library: Library, reviewer: str, forge: str | None) -> str:
    if forge:
        identities = make_identities(library.staff.values(), library.site.review.domains)
        if found := identities.find_account(forge, reviewer):
            return found
        cure = f"Add `forge: {{{forge}: {reviewer.removeprefix('@')}}}` to a file in content/staff."
        raise CommandError(f"--by: Nobody is `{reviewer}` on {forge}. {cure}")
    if reviewer not in library.staff:
        cure = nearest(reviewer, library.staff) or " Name a file in content/staff, without `.md`."
        raise CommandError(f"--by: `{reviewer}` is no colleague here.{cure}")
    return reviewer
