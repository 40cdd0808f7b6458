"""One build of a site into a folder beside it all, in a process of its own."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from advocacy.errors import CommandError
from advocacy.git import environment_elsewhere
from advocacy.site import Site

# Long enough for ten thousand posts; a plugin that never ends is not waited for.
MOST_SECONDS = 3600
# The last lines of what a build says name a mistake, and count them.
LINES_TOLD = 2


def build_apart(
    site: Site, folder: Path, today: date, *, with_drafts: bool = False
) -> tuple[Path, ...]:
    """Build a site as it lies there.

    Args:
        site: What is built, by its own pelicanconf.py and by the program that runs now.
        folder: Where the output is to be, and the kits where these are built apart.
        today: The day as on which to build.
        with_drafts: Show what is still to be published, too.

    Returns:
        The output, and then that of the kits if it is another.

    Raises:
        CommandError: The build was refused; with the last of what it said.
    """
    output, kits = folder / "output", folder / "share"
    outputs = (output, kits) if site.sharing.folder else (output,)
    places = zip(("--output", "--share-output"), outputs, strict=False)
    named = [word for option, place in places for word in (option, str(place))]
    # With -P, no folder of the site is taken for a part of the program.
    command = [sys.executable, "-P", "-m", "advocacy", "build", "--today", today.isoformat()]
    try:
        done = subprocess.run(
            [*command, "--site", str(site.root.resolve()), *named, *(["--preview"] * with_drafts)],
            cwd=site.root,
            env=environment_elsewhere(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise CommandError(f"It did not end within {MOST_SECONDS // 60} minutes.") from None
    if done.returncode:
        told = _last_lines(done.stderr or done.stdout)
        raise CommandError(told or f"It ended with {done.returncode}, and said nothing.")
    return outputs


def _last_lines(said: bytes) -> str:
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return "\n".join(lines[-LINES_TOLD:])
