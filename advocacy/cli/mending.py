"""What `advocacy check --fix` and `--diff` do with what can be mended."""

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.fix import Fix
from advocacy.editorial.fixing.mending import Mended, mend
from advocacy.editorial.reports.visible import make_visible
from advocacy.editorial.vale.styles import count_of
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk


def fix(desk: Desk, findings: tuple[Finding, ...], least: str, *, is_error: bool) -> Mended:
    """Mend files, and tell of each place and of each file that was let be.

    Args:
        desk: The site.
        findings: What was found.
        least: What is less severe is let be.
        is_error: Whether it is told on the standard error.

    Raises:
        CommandError: A file cannot be written, or has changed since it was read.
    """
    mended = mend(desk, findings, least)
    for path, raw in mended.texts.items():
        _write(desk.site.root / path, raw, desk.raw(path))
        for each in mended.fixes[path]:
            click.echo(_line(path, each), err=is_error)
    for path in mended.restless:
        click.echo(f"{path}: Rules undo one another's work here. Nothing was mended.", err=True)
    click.echo(_counts(mended), err=is_error)
    return mended


def show_diff(desk: Desk, findings: tuple[Finding, ...], least: str) -> None:
    """Print what `fix` would do as a diff."""
    mended = mend(desk, findings, least)
    click.echo(make_diff(mended, desk), nl=False)
    click.echo(_counts(mended).replace("Mended", "Would mend"), err=True)


def make_diff(mended: Mended, desk: Desk) -> str:
    """Return what was mended as a unified diff, which `git apply` and `patch` take."""
    lines: list[str] = []
    for path, raw in mended.texts.items():
        old, new = (_lines(text) for text in (desk.raw(path), raw))
        lines += difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(_ended(lines))


def _counts(mended: Mended) -> str:
    """Return one line such as `Mended 2 places in 1 file`."""
    places = sum(len(fixes) for fixes in mended.fixes.values())
    files = len(mended.fixes)
    if not places:
        return "Nothing here can be mended without you"
    return f"Mended {count_of(places, 'place')} in {count_of(files, 'file')}"


def _line(path: str, fix: Fix) -> str:
    finding = fix.finding
    new = fix.text.strip()
    told = f"`{finding.match}` → `{new}`" if new else f"`{finding.match}` taken out"
    return make_visible(f"{path}:{finding.line}:{finding.column}: {finding.check} {told} [mended]")


def _lines(raw: bytes) -> list[str]:
    """Return the lines of a file with their ends; only a line feed ends one, as git has it."""
    text = raw.decode("utf-8", "surrogateescape")
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [
        line for line in [text.rpartition("\n")[2]] if line
    ]


def _ended(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(file: Path, raw: bytes, read: bytes) -> None:
    try:
        if file.is_symlink() or file.read_bytes() != read:
            raise CommandError(f"{file}: has changed since it was read. Run the check again.")
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".advocacy-")
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(raw)
            shutil.copymode(file, name)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        cure = "Make it writable; nothing else was changed in it."
        raise CommandError(f"{file}: cannot be written: {error.strerror}. {cure}") from None
