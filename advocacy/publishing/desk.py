"""A site on an editor's desk: read once, checked as often as somebody asks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from advocacy.cache import Cache
from advocacy.committers import Committed, read_committers
from advocacy.editorial.blocking import Blocking
from advocacy.editorial.check import review_library
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import Manuscript, make_manuscript
from advocacy.editorial.packs import read_packs
from advocacy.editorial.reports.report import Report
from advocacy.editorial.review import Review
from advocacy.editorial.rule import Rule
from advocacy.editorial.site_guide import read_site_guide
from advocacy.editorial.suggesting import add_suggestions
from advocacy.library import POSTS, Library, read_library, read_piece, replace_post
from advocacy.markup.targets import Targets
from advocacy.publishing.captions import make_captions
from advocacy.publishing.card_glyphs import make_unshown
from advocacy.publishing.rendering import make_targets
from advocacy.reviewers import refuse_strangers
from advocacy.site import Site
from advocacy.source import Source, make_source, read_source

# Where git keeps what it knows.
REPOSITORY = ".git"


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to check a site.

    Attributes:
        today: The day on which links must lead somewhere.
        texts: By path, what a file is taken to hold, whatever lies on disk.
    """

    library: Library
    guide: Guide
    targets: Targets
    today: date
    texts: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The organisation."""
        return self.library.site

    def check(
        self, paths: Collection[str] | None = None, kept: Cache | None = None
    ) -> tuple[Finding, ...]:
        """Return every finding, or those in some files."""
        return self.review(paths, kept).findings

    def review(
        self,
        paths: Collection[str] | None = None,
        kept: Cache | None = None,
        blocking: Blocking | None = None,
    ) -> Review:
        """Check every file, or some; what blocks is the settings' affair unless it is given."""
        shared = make_captions(self.library, paths)
        unshown = make_unshown(self.library, paths)
        return review_library(
            self.library,
            self.guide,
            self.targets,
            paths,
            kept,
            blocking,
            shared,
            unshown,
            self._committed(kept, blocking),
        )

    def _committed(self, kept: Cache | None, blocking: Blocking | None) -> Committed | None:
        """Return who committed the posts; a text that is typed in place of one is nobody's yet."""
        committed = read_committers(self.library, kept, _base(blocking))
        return committed.without(self.texts) if committed else None

    def suggest(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return findings with what may be meant by words that no dictionary has."""
        return add_suggestions(findings, self._rules)

    def report(self, findings: tuple[Finding, ...], paths: Collection[str] | None = None) -> Report:
        """Return what is told of findings in these files, or in all."""
        known = sorted(self.known() if paths is None else paths)
        address = urlsplit(self.site.url)
        home = f"{address.scheme}://{address.netloc}/"
        return Report(
            findings, tuple(known), cache(self.lines), self.guide, home, _folder(self.site)
        )

    def lines(self, path: str) -> tuple[str, ...]:
        """Return the lines of a file as it was checked; none where it cannot be read."""
        raw = self.texts.get(path)
        file = self.site.root / path
        source = read_source(file, path) if raw is None else make_source(raw, path)
        return tuple(source.text.split("\n")) if isinstance(source, Source) else ()

    def raw(self, path: str) -> bytes:
        """Return a file's bytes; none where it cannot be read."""
        return self.texts[path] if path in self.texts else (self.site.root / path).read_bytes()

    def manuscript(self, path: str) -> Manuscript | None:
        """Return a file as the checks see it; None where it cannot be read."""
        source = make_source(self.raw(path), path)
        return self.reread(source) if isinstance(source, Source) else None

    def reread(self, source: Source) -> Manuscript | None:
        """Return a file as the checks would see it if it said something else."""
        piece, _ = read_piece(source, self.site, self.library.colleagues)
        return make_manuscript(piece) if piece else None

    def guesses(self) -> Collection[str]:
        """Return the names of rules whose replacements are for people to choose from."""
        return {name for name, rule in self._rules().items() if rule.action.name == "suggest"}

    def _rules(self) -> Mapping[str, Rule]:
        """Return the rules of the guide and of packs, by their names."""
        return {**read_packs(self.site, self.guide.rules).rules, **self.guide.rules}

    def with_texts(self, texts: Mapping[str, bytes]) -> "Desk":
        """Return a desk at which some files say something else.

        Posts alone are read by themselves; what colleagues and pages say, other files hang on.

        Raises:
            SettingsError: The guide has a mistake.
        """
        whole = {**self.texts, **texts}
        if not all(path.startswith(f"content/{POSTS}/") for path in texts):
            return open_desk(self.site, self.today, whole)
        library = self.library
        for path, raw in texts.items():
            library = replace_post(library, path, raw)
        return replace(
            self, library=library, targets=make_targets(library, self.today), texts=whole
        )

    def known(self) -> frozenset[str]:
        """Return the paths of all files that are checked."""
        library = self.library
        read = {post.path for post in library.posts} | {*library.pages} | {*library.abouts}
        read |= {member.path for member in library.staff.values()}
        return library.unread_paths | read


def _base(blocking: Blocking | None) -> str:
    """Return the commit before what is checked; empty where nobody names one."""
    if blocking is None:
        return ""
    return blocking.base or (blocking.changes.base if blocking.changes else "")


def open_desk(
    site: Site,
    today: date,
    texts: Mapping[str, bytes] | None = None,
    kept: Cache | None = None,
) -> Desk:
    """Read everything that people wrote for a site.

    Args:
        site: Whose it is.
        today: The day on which links must lead somewhere.
        texts: By path, what a file is taken to hold, whatever lies on disk.
        kept: What was found before; None keeps nothing.

    Raises:
        SettingsError: The guide has a mistake, or `[review]` names nobody.
    """
    library = read_library(site, texts)
    refuse_strangers(library)
    guide = read_site_guide(library, kept)
    return Desk(library, guide, make_targets(library, today), today, dict(texts or {}))


def _folder(site: Site) -> str:
    """Return where a site lies in its repository, with a slash at its end; empty for its top."""
    root = site.root.resolve()
    top = next((each for each in (root, *root.parents) if (each / REPOSITORY).exists()), root)
    inside = root.relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"
