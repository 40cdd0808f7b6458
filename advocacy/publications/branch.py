"""Publications on a branch of git: one commit each, which names the commit of its content.

A push is taken whole or not at all, and nothing is ever pushed by force: to put a publication back
is another commit with the files of the earlier one.
"""

from advocacy.errors import CommandError
from advocacy.publications.entry import (
    LOG,
    Entry,
    find_served,
    make_author,
    make_message,
    read_entry,
)
from advocacy.publications.made import Made
from advocacy.publications.publication import SHORT, Publication, Shelf, check_same
from advocacy.publications.remote_branch import RemoteBranch

# Without it GitHub Pages takes away what begins with `_` or a dot, such as `.well-known`.
NO_JEKYLL = ".nojekyll"
# GitHub keeps the site's own domain in it, and writes it into the branch by itself.
STAYS = "CNAME"


class Branch:
    """A branch of publications."""

    def __init__(self, branch: RemoteBranch) -> None:
        self.branch = branch

    def __str__(self) -> str:
        return str(self.branch)

    def read(self) -> Shelf:
        """Read what is there.

        Raises:
            CommandError: The branch holds something else, or cannot be reached.
        """
        return self._shelf(self.branch.fetch())

    def put(
        self,
        made: Made,
        keep: int,  # noqa: ARG002 - a branch keeps all
        seen: Shelf,
    ) -> Publication:
        """Publish in one commit.

        Raises:
            CommandError: It is not published, and what was served still is.
        """
        branch, publication = self.branch, made.publication
        tip = branch.fetch()
        check_same(seen, self._shelf(tip), str(self))
        files = branch.store_empty(NO_JEKYLL) + branch.store(made.folder, made.files)
        tree = branch.write_tree(self._staying(tip) + files)
        subject = f"Publish {publication.day}"
        if publication.content:
            subject += f" from {publication.short}"
        commit = branch.push(
            tree, tip, make_message(subject, publication), make_author(publication)
        )
        return publication.named(commit[:SHORT])

    def put_back(self) -> tuple[Publication, Publication]:
        """Serve again what was served before; return what was taken back, and what is back.

        Raises:
            CommandError: There is nothing earlier on the branch.
        """
        tip = self.branch.fetch()
        entries = self._entries(tip)
        undone = find_served(entries) if entries else None
        earlier = entries[entries.index(undone) + 1 :] if undone else []
        if not undone or not earlier:
            cure = "Publish a good site instead."
            raise CommandError(f"{self}: There is no earlier publication on it. {cure}")
        back = find_served(earlier)
        tree = self.branch.write_tree(self.branch.find(back.commit) + self._staying(tip))
        subject = f"Put back {back.publication.day} in place of {undone.commit[:SHORT]}"
        message = make_message(subject, back.publication, back.commit)
        self.branch.push(tree, tip, message, make_author(back.publication))
        return undone.publication, back.publication

    def _shelf(self, tip: str) -> Shelf:
        entries = self._entries(tip)
        if not entries:
            return Shelf()
        served = find_served(entries)
        between = entries[: entries.index(served)]
        # What puts back the same that is served now was taken back with what it had replaced.
        undone = (each.publication for each in between if each.puts_back != served.commit)
        return Shelf(entries[0].publication, tuple(undone))

    def _entries(self, tip: str) -> list[Entry]:
        """Return the publications on the branch, newest first."""
        if not tip:
            return []
        commits = self.branch.git(*LOG, tip).split("\0")
        entries = [entry for commit in commits if (entry := read_entry(commit))]
        if not entries:
            cure = "Name a branch of its own; it is made where there is none."
            raise CommandError(f"{self}: holds what was not published by this command. {cure}")
        self._refuse_strange(entries[0].commit, tip)
        return entries

    def _refuse_strange(self, published: str, tip: str) -> None:
        """See that nobody else has changed a file since something was published."""
        names = self.branch.differing(published, tip)
        other = next((name for name in names if name not in {STAYS, NO_JEKYLL}), "")
        if other:
            cure = "Take that commit back with `git revert` first, or name a branch of its own."
            raise CommandError(f"{self}: {other} was changed there by another commit. {cure}")

    def _staying(self, tip: str) -> str:
        return self.branch.find(tip, STAYS) if tip else ""
