"""The site as it was at a commit, in a folder of its own: as git has it, and nothing else."""

from pathlib import Path

from advocacy.errors import CommandError
from advocacy.git import ask_git, environment_elsewhere
from advocacy.repository import Repository

_CLONE = ("clone", "--quiet", "--shared", "--no-checkout", "--template=", "--")
# No hook runs, not even one that somebody's settings look for among the files of the commit.
_CHECK_OUT = ("-c", "core.hooksPath=/dev/null", "checkout", "--quiet", "--detach")


def check_out(repository: Repository, commit: str, folder: Path, below: str) -> Path:
    """Return the folder of a site at a commit, with its history.

    The repository is not touched: what is checked out is a clone that borrows its objects.

    Args:
        repository: That of the site now.
        commit: A whole hash.
        folder: Where the clone is to be; nothing is there yet.
        below: Where the site is in it, from its top.

    Raises:
        CommandError: Git does not give it.
    """
    top = repository.ask("rev-parse", "--show-toplevel").removesuffix("\n")
    _run(folder.parent, *_CLONE, top, str(folder))
    _run(folder, *_CHECK_OUT, commit)
    return folder / below


def _run(folder: Path, *words: str) -> None:
    done = ask_git(folder, *words, environ=environment_elsewhere())
    if done.returncode:
        said = " ".join(done.stderr.split()) or f"it ended with {done.returncode}"
        raise CommandError(f"git says: {said}. Mend that.")
