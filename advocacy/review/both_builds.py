"""A site built twice on one day: without a pull request, and with it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from advocacy.errors import AdvocacyError
from advocacy.git import ask_git
from advocacy.library import Library, read_library
from advocacy.output.lending import lend_kept
from advocacy.output.state import State, state_of
from advocacy.repository import Repository
from advocacy.review.building import build_apart
from advocacy.review.built_site import BuiltSite, read_built_site
from advocacy.review.checkout import check_out
from advocacy.review.comparing import compare_sites, make_looks
from advocacy.review.site_changes import AFTER, BEFORE, BuildFailure, SiteChanges
from advocacy.review.weighing import weigh_pages
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from advocacy.touched import read_change

# The build that shows what is still to be published.
DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be compared.

    Attributes:
        library: The site with the pull request, as it lies there.
        base: The commit at which the pull request began.
        paths: Its files, below the site's folder.
        today: The day as on which both are built.
        before: A build of the base that was made already; None builds it.
        after: The same of the pull request.
        with_drafts: Whether its posts that no build shows yet are to be looked at, too.
    """

    library: Library
    repository: Repository
    base: str
    paths: Collection[str]
    today: date
    before: Path | None = None
    after: Path | None = None
    with_drafts: bool = False

    def awaits(self, path: str) -> bool:
        """Say whether a file is a post that no build shows yet."""
        posts = (post for post in self.library.posts if post.path == path)
        return any(post.is_awaited(self.today) for post in posts)


@dataclass(frozen=True, slots=True)
class Compared:
    """What changes, and where the site with the pull request can be looked at.

    Attributes:
        outputs: The blog's, and that of kits that are built apart; none where it was not built.
        drafts: The same of the site with posts that no build shows yet, where there are any.
    """

    changes: SiteChanges
    outputs: tuple[Path, ...] = ()
    drafts: tuple[Path, ...] = ()


@contextmanager
def open_builds(wanted: Wanted) -> Iterator[Compared]:
    """Build a site twice, and yield what changes; what was built is there until this ends."""
    with TemporaryDirectory(prefix="advocacy-", ignore_cleanup_errors=True) as folder:
        # What a pull request brings runs when the base is built and read, and not before.
        place = Path(folder).resolve()
        before = _attempt(BEFORE, wanted, place)
        after = _attempt(AFTER, wanted, place)
        compared = _compare(wanted, before, after)
        yield _add_drafts(compared, wanted, place) if wanted.with_drafts else compared


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A build that was made, or what was said where it was not."""

    site: BuiltSite | None = None
    outputs: tuple[Path, ...] = ()
    failure: tuple[BuildFailure, ...] = ()


def _attempt(which: str, wanted: Wanted, folder: Path) -> _Attempt:
    try:
        library = _read_before(wanted, folder) if which == BEFORE else wanted.library
        if library is None:
            return _Attempt(BuiltSite())
        given = {BEFORE: wanted.before, AFTER: wanted.after}.get(which)
        outputs = (given,) if given else _build(library, wanted, folder, which)
        return _Attempt(read_built_site(outputs, library), outputs)
    except AdvocacyError as error:
        told = str(error).replace(f"{folder}/", "")
        return _Attempt(failure=(BuildFailure(which, told),))


def _read_before(wanted: Wanted, folder: Path) -> Library | None:
    """Return the site as it was; None where there was none."""
    change = read_change(wanted.repository, wanted.base)
    if change.is_new:
        return None
    root = check_out(wanted.repository, wanted.base, folder / "site", change.prefix_before)
    return read_library(read_site(root, network_ids()))


def _build(library: Library, wanted: Wanted, folder: Path, which: str) -> tuple[Path, ...]:
    """Build a site, with what was drawn before by builds of the working tree and of the base."""
    state = state_of(folder / which / "output")
    others = (state_of(folder / other / "output") for other in (BEFORE, AFTER) if other != which)
    for lender in (_own_state(wanted), *others):
        if lender:
            lend_kept(lender, state)
    with_drafts = which == DRAFTS
    return build_apart(library.site, folder / which, wanted.today, with_drafts=with_drafts)


def _own_state(wanted: Wanted) -> State | None:
    """Return what builds keep beside the site's own output; None where a commit may have put it."""
    output = wanted.library.site.root / "output"
    state = state_of(output)
    if output.is_symlink() or ask_git(output.parent, "ls-files", "--", state.folder.name).stdout:
        return None
    return state


def _compare(wanted: Wanted, before: _Attempt, after: _Attempt) -> Compared:
    if not (before.site and after.site):
        return Compared(_alone(before, after, wanted), after.outputs)
    changes = compare_sites(before.site, after.site, wanted.paths)
    heavy = weigh_pages(wanted.library.site, after.outputs[0], after.site, changes.pages)
    return Compared(replace(changes, heavy=(*changes.heavy, *heavy)), after.outputs)


def _alone(before: _Attempt, after: _Attempt, wanted: Wanted) -> SiteChanges:
    """Return what can be said without one of the builds, or without both."""
    return SiteChanges(
        bytes_before=before.site.size_bytes if before.site else 0,
        bytes_after=after.site.size_bytes if after.site else 0,
        looks=make_looks(after.site, wanted.paths) if after.site else (),
        failures=before.failure + after.failure,
    )


def _add_drafts(compared: Compared, wanted: Wanted, folder: Path) -> Compared:
    """Add the posts that no build shows yet, from one that shows them to those who look here."""
    paths = [*filter(wanted.awaits, wanted.paths)]
    if not (paths and compared.outputs):
        return compared
    drafts, changes = _attempt(DRAFTS, wanted, folder), compared.changes
    if not drafts.site:
        told = drafts.failure[0].told
        notes = (*changes.notes, f"Posts that are still to be published cannot be shown: {told}")
        return replace(compared, changes=replace(changes, notes=notes))
    looks = (replace(look, is_awaited=True) for look in make_looks(drafts.site, paths))
    return replace(
        compared,
        changes=replace(changes, looks=(*changes.looks, *looks)),
        drafts=drafts.outputs,
    )
