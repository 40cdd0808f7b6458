"""A build of a site that is attacked, by this product or by plain Pelican, in its own process."""

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from advocacy.limits.amounts import SECONDS_VARIABLE
from tests.attacks.table import CANARY, Attack
from tests.site.conftest import start_small_site

# No build of one small post may take longer, on a machine that has much other work too.
MOST_SECONDS = 300
STOCK_SECONDS = 60
# What takes this long takes much longer than ten seconds, too.
FILE_SECONDS = "3"
VICTIM_TEXT = "Somebody has to wind the clock."
# What an editor lets pages show in frames.
FRAMED = ["archive.org", "tube.example.org", "www.youtube-nocookie.com"]
STOCK_SETTINGS = """\
AUTHOR = "Lindenmark Libraries"
SITENAME = "Lindenmark Libraries"
SITEURL = "https://stories.lindenmark.example"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["posts"]
PLUGINS = []
DELETE_OUTPUT_DIRECTORY = False
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a build ended.

    Attributes:
        root: The folder of the site; its parent holds nothing else.
        status: The exit status, or None for a build that had to be stopped.
        said: What it printed.
    """

    root: Path
    status: int | None
    said: str

    @property
    def output(self) -> Path:
        """The folder of what was built."""
        return self.root / "output"


def start_site(root: Path) -> None:
    """Write a site with secrets around it, in which no finding stops a build.

    So the renderer and the writer alone stand between an attack and what it is after.
    """
    start_small_site(root)
    with (root / "advocacy.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[editorial]\nenforce_from = 2030-01-01\n")
        settings.write(f"\n[embeds]\nhosts = {json.dumps(FRAMED)}\n")
    (root / ".env").write_text(f"KEY={CANARY}\n", encoding="utf-8")
    (root / "secrets").mkdir()
    (root / "secrets/note.md").write_text(f"---\ntitle: Secret\n---\n\n{CANARY}\n", "utf-8")
    (root.parent / "beside.txt").write_text(CANARY, encoding="utf-8")


def attack_site(root: Path, attack: Attack | None) -> Trial:
    """Build a site that holds an attack, or none."""
    start_site(root)
    if attack:
        attack.write(root)
    return _run(_build, root)


def attack_stock(root: Path, attack: Attack | None) -> Trial:
    """Build the same content by Pelican as it comes."""
    start_site(root)
    (root / "pelicanconf.py").write_text(STOCK_SETTINGS, encoding="utf-8")
    (root / "advocacy.toml").unlink()
    if attack:
        attack.write(root)
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output"]
    try:
        done = subprocess.run(
            command, cwd=root, capture_output=True, text=True, check=False, timeout=STOCK_SECONDS
        )
    except subprocess.TimeoutExpired:
        return Trial(root, None, "")
    return Trial(root, done.returncode, done.stdout + done.stderr)


def _run(build: Callable[[Path, Path], None], root: Path) -> Trial:
    """Run a build in a process whose modules are loaded once for all of them."""
    log = root.parent.with_suffix(".log")
    process = _server().Process(target=build, args=(root, log))
    process.start()
    deadline = monotonic() + MOST_SECONDS
    process.join(max(0, deadline - monotonic()))
    status = process.exitcode
    if status is None:
        process.kill()
        process.join()
    return Trial(root, status, log.read_text(encoding="utf-8", errors="replace"))


def _server() -> multiprocessing.context.ForkServerContext:
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.attacks.loaded"])
    return server


def _build(root: Path, log: Path) -> None:
    from advocacy.cli.apart import run_command

    _enter(root, log)
    os.environ[SECONDS_VARIABLE] = FILE_SECONDS
    sys.exit(run_command(["build", "--today", "2026-11-23"]))


def _enter(root: Path, log: Path) -> None:
    os.chdir(root)
    written = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
