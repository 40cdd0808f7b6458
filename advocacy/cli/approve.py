"""`advocacy approve`: note in a post who has read it."""

from pathlib import Path

import click

from advocacy.cli.finding import find_post
from advocacy.cli.options import open_site, site_option
from advocacy.cli.paths import site_path
from advocacy.errors import CommandError, nearest
from advocacy.identities import make_identities
from advocacy.library import Library, read_library
from advocacy.post import Post
from advocacy.replacing import replace_file
from advocacy.repository import Asker, Repository
from advocacy.review.approving import add_reviewer
from advocacy.review_settings import NOREPLY

ASKER = Asker("--commit", "leave `--commit` out", "leave `--commit` out")

# A post's name may have signs in it that git takes for patterns.
_LITERAL = ("--literal-pathspecs",)


@click.command
@site_option
@click.argument("post")
@click.option("--by", "reviewer", required=True, metavar="ID", help="Who has read it.")
@click.option(
    "--forge", type=click.Choice(tuple(NOREPLY)), help="Take --by for a handle on this forge."
)
@click.option("--commit", "commits", is_flag=True, help="Commit the post, and nothing else.")
def approve(root: Path, post: str, reviewer: str, forge: str | None, *, commits: bool) -> None:
    """Note in a POST, a file or a slug, that a colleague who is no author has read it.

    Adds them to `reviewed_by` and leaves all else as it is, byte for byte. A bot may run it when
    somebody approves on a forge: whoever runs it says that they did.

    Example: advocacy approve the-night-shift --by ben --commit
    """
    library = read_library(open_site(root))
    found = _find(library, post)
    colleague = _find_reviewer(library, reviewer, forge)
    if colleague in found.authors:
        cure = "Let a colleague read it who is no author."
        raise CommandError(f"--by: `{colleague}` wrote {found.path}. {cure}")
    repository = Repository(library.site.root, ASKER)
    if commits:
        _refuse_unfinished(repository, found)
    file = library.site.root / found.path
    before = file.read_bytes()
    after = add_reviewer(before, found.path, colleague)
    if after == before:
        click.echo(f"{found.path}: `reviewed_by` names {colleague} already")
        return
    replace_file(file, after)
    click.echo(f"{found.path}: `reviewed_by` names {colleague}")
    if commits:
        _commit(repository, found, f"Note that {colleague} reviewed {found.slug}")


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


def _commit(repository: Repository, post: Post, message: str) -> None:
    repository.ask(*_LITERAL, "commit", "--quiet", "--message", message, "--only", "--", post.path)


def _refuse_unfinished(repository: Repository, post: Post) -> None:
    """See that a commit would hold nothing but the approval.

    Raises:
        CommandError: The post is not as it was committed.
    """
    repository.head()
    if repository.ask(*_LITERAL, "status", "--porcelain", "--", post.path):
        cure = "Commit them first, or put them away."
        raise CommandError(f"--commit: {post.path} has changes that are not committed. {cure}")
