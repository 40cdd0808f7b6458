"""`advocacy serve`: build, show the site on this machine, rebuild when something changes."""

import logging
import socket
import subprocess
import sys
from pathlib import Path

import click
from livereload import Server

from advocacy.addresses import SHARE
from advocacy.cli.options import open_site, site_option
from advocacy.cli.preview import Preview, preview_folders
from advocacy.errors import CommandError
from advocacy.site import SETTINGS_FILE, Site

WATCHED = (
    *("content", "theme", "templates", "designs", "plugins", "advocacy"),
    *(SETTINGS_FILE, "pelicanconf.py"),
)


@click.command
@site_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--once", is_flag=True, hidden=True, help="Build, and end: for tests.")
def serve(root: Path, port: int, once: bool) -> None:
    """Build the site, serve it at 127.0.0.1, and rebuild when a file changes.

    Drafts are shown too, and posts whose day has not come: they are on the home page, each says
    that it is seen here alone, and no `advocacy build` holds them.

    A mistake is shown in the browser, with the last good site kept; mending it brings the page
    back. Ctrl-C ends it.

    Example: advocacy serve --port 8080
    """
    site = open_site(root)
    _refuse_busy(port)
    preview = Preview(site, *preview_folders(site))

    def rebuild() -> None:
        preview.mistake = build_apart(site)

    rebuild()
    if once:
        return
    server = Server(preview)
    for name in WATCHED:
        server.watch(str(site.root / name), rebuild)
    # Each request that is answered with a mistake would be logged as if the server had failed.
    logging.getLogger("tornado.access").setLevel(logging.CRITICAL)
    click.echo(f"http://127.0.0.1:{port}{site.base_path}/ - Ctrl-C ends it")
    if site.sharing.folder:
        click.echo(f"http://127.0.0.1:{port}{site.for_kits().href(SHARE)} - the share kits")
    server.serve(port=port, host="127.0.0.1", debug=False)


def _refuse_busy(port: int) -> None:
    """Ask for the port before a build takes its time.

    Raises:
        CommandError: Another program has it.
    """
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind(("127.0.0.1", port))
        except OSError as error:
            cure = "Name another with --port."
            raise CommandError(f"Port {port} cannot be used: {error.strerror}. {cure}") from None


def build_apart(site: Site) -> str:
    """Build in a process of its own, which reads changed code anew.

    Returns:
        What was wrong; empty where the site was built.
    """
    command = [sys.executable, "-m", "advocacy", "build", "--preview", "--site", str(site.root)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    told = done.stdout + done.stderr
    click.echo(told.rstrip())
    return told if done.returncode else ""
