"""`advocacy serve`: build, show the site on this machine, rebuild when something changes."""

import subprocess
import sys
from pathlib import Path

import click
from livereload import Server

from advocacy.cli.options import open_site, site_option
from advocacy.cli.preview import Preview
from advocacy.site import SETTINGS_FILE, Site

WATCHED = ("content", "theme", "templates", "plugins", "advocacy", SETTINGS_FILE, "pelicanconf.py")


@click.command
@site_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--once", is_flag=True, hidden=True, help="Build, and end: for tests.")
def serve(root: Path, port: int, once: bool) -> None:
    """Build the site, serve it at 127.0.0.1, and rebuild when a file changes.

    A mistake is shown in the browser, with the last good site kept; mending it brings the page
    back. Ctrl-C ends it.

    Example: advocacy serve --port 8080
    """
    site = open_site(root)
    preview = Preview(site)

    def rebuild() -> None:
        preview.mistake = build_apart(site)

    rebuild()
    if once:
        return
    server = Server(preview)
    for name in WATCHED:
        server.watch(str(site.root / name), rebuild)
    click.echo(f"http://127.0.0.1:{port}{site.base_path}/ - Ctrl-C ends it")
    try:
        server.serve(port=port, host="127.0.0.1", debug=False)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used: {error.strerror}. Name another with --port."
        ) from error


def build_apart(site: Site) -> str:
    """Build in a process of its own, which reads changed code anew.

    Returns:
        What was wrong; empty where the site was built.
    """
    command = [sys.executable, "-m", "advocacy.cli.main", "build", "--site", str(site.root)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    told = done.stdout + done.stderr
    click.echo(told.rstrip())
    return told if done.returncode else ""
