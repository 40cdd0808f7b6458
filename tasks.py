#!/usr/bin/env python3
"""One command a task: `python3 tasks.py build`. Needs nothing but Python 3.11 to start.

On first use it makes .venv from the locked dependencies, then runs itself there.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("tasks.py: This Python is too old. Install Python 3.11 or newer, and try again.")

import hashlib
import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "advocacy-lock"


def enter() -> int:
    """Run this file again in .venv, which is made first where it is missing or old."""
    wanted = fingerprint()
    if not STAMP.is_file() or STAMP.read_text() != wanted:
        status = set_up()
        if status:
            return status
        STAMP.write_text(wanted)
    arguments = [str(PYTHON), str(Path(__file__).resolve()), *sys.argv[1:]]
    if os.name != "nt":  # there the shell would go on before the task has ended
        os.execv(PYTHON, arguments)
    return subprocess.call(arguments)


def fingerprint() -> str:
    """Return what .venv depends on, as a hash: the lock, how the project installs, the Python."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = json.dumps([table["project"], table["tool"]["setuptools"]], sort_keys=True)
    parts = [LOCK.read_bytes(), project.encode(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> int:
    """Make .venv anew from the lock, with uv where it is there, else with venv and pip."""
    print("Setting up .venv (once; it takes a minute) ...", file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    if uv:
        make = [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]
        install = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        make = [sys.executable, "-m", "venv", str(VENV)]
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        (make, "Python's venv module did not work. On Debian: apt install python3-venv."),
        (
            [*install, "--require-hashes", "-r", str(LOCK)],
            "The dependencies could not be installed. Check the network, then try again.",
        ),
        (
            [*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
            "The project could not be installed. Is this a whole checkout?",
        ),
    )
    for command, cure in steps:
        if subprocess.call(command):
            return fail(cure)
    return 0


def fail(message: str) -> int:
    """Say what to do, and return the status of a mistake."""
    print(f"tasks.py: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__" and Path(sys.prefix).resolve() != VENV.resolve():
    sys.exit(enter())

import click

PASS_ON = {"ignore_unknown_options": True, "help_option_names": []}
arguments_option = click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
MADE = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "build")
BENCHES = ("build", "check", "noise", "kits", "cards", "card_sheet", "attacks")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def tasks() -> None:
    """Build, check, serve and test this site. Each task takes the options of its command."""


@tasks.command(context_settings=PASS_ON)
@arguments_option
def build(arguments: tuple[str, ...]) -> None:
    """Check every post, then build the site into output/."""
    advocacy("build", "--site", str(ROOT), *arguments)


@tasks.command(context_settings=PASS_ON)
@arguments_option
def check(arguments: tuple[str, ...]) -> None:
    """Hold every post against the values guide."""
    advocacy("check", "--site", str(ROOT), *arguments)


@tasks.command(context_settings=PASS_ON)
@arguments_option
def serve(arguments: tuple[str, ...]) -> None:
    """Build, show the site on this machine, and rebuild when something changes."""
    advocacy("serve", "--site", str(ROOT), *arguments)


@tasks.command(context_settings=PASS_ON)
@arguments_option
def test(arguments: tuple[str, ...]) -> None:
    """Run the tests on all cores; arguments go to pytest."""
    run("-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments)


@tasks.command
def lint() -> None:
    """Check style and types."""
    run("-m", "ruff", "check", ".")
    run("-m", "ruff", "format", "--check", ".")
    run("-m", "mypy")


@tasks.command(context_settings=PASS_ON)
@click.argument("what", type=click.Choice(BENCHES), default="build")
@arguments_option
def bench(what: str, arguments: tuple[str, ...]) -> None:
    """Measure: builds, checks, the guide, kits, cards, and how many attacks are held."""
    run(str(ROOT / "bench" / f"{what}.py"), *arguments)


@tasks.command(context_settings=PASS_ON)
@arguments_option
def fuzz(arguments: tuple[str, ...]) -> None:
    """Try inputs that nobody thought of; `fuzz --help` tells on what, and for how long."""
    run("-m", "tests.fuzz", *arguments)


@tasks.command
def clean() -> None:
    """Remove what builds and tools made, and nothing else."""
    from advocacy.output.clear import clear_output

    clear_output(ROOT / "output", ROOT)
    for name in MADE:
        shutil.rmtree(ROOT / name, ignore_errors=True)


@tasks.command
@click.argument("destination", required=False)
def publish(destination: str | None) -> None:
    """Build with publishconf.py; publish to DESTINATION where one is named."""
    advocacy("build", "--site", str(ROOT), "--conf", "publishconf.py")
    if destination:
        advocacy("publish", "--site", str(ROOT), destination)
        return
    click.echo("The site is in output/. Name a destination to publish it there.")


def advocacy(*arguments: str) -> None:
    """Run the `advocacy` command; a status other than 0 ends this process."""
    from advocacy.cli.apart import run_command

    status = run_command(arguments)
    if status:
        sys.exit(status)


def run(*arguments: str) -> None:
    """Run Python with arguments in the project's folder; a status other than 0 ends this one."""
    status = subprocess.call([sys.executable, *arguments], cwd=ROOT)
    if status:
        sys.exit(status)


if __name__ == "__main__":
    tasks(prog_name="tasks.py")
