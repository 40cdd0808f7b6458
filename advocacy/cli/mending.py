"""What `advocacy check --fix` and `--diff` do with what can be mended."""

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from advocacy.counting import count_of
from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.fix import Fix
from advocacy.editorial.fixing.mending import Mended, mend
from advocacy.editorial.reports.excerpt import PRIVATE, cover_found
from advocacy.editorial.reports.visible import make_visible
from advocacy.editorial.secret_shapes import cover_secrets
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
    shown, covered = make_diff(mended, desk, findings)
    click.echo(shown, nl=False)
    for path in covered:
        cure = "`git apply` refuses that part, and --fix mends the file"
        click.echo(f"{path}: A secret is covered here: {cure}", err=True)
    click.echo(_counts(mended).replace("Mended", "Would mend"), err=True)


def make_diff(
    mended: Mended, desk: Desk, findings: Iterable[Finding]
) -> tuple[str, tuple[str, ...]]:
    """Return what was mended as a unified diff, and the paths of files that show it covered.

    `git apply` and `patch` take it, but for the parts in which a secret is covered.

    Args:
        mended: What was mended.
        desk: The site, as it was before.
        findings: What was found in it then.
    """
    told: list[str] = []
    paths: list[str] = []
    for path, raw in mended.texts.items():
        before, after = _text(desk.raw(path)), _text(raw)
        covered = _difference(
            path, _covered(before, findings, path), _covered(after, mended.findings, path)
        )
        told.append(covered)
        paths += [path] if covered != _difference(path, before, after) else []
    return "".join(told), tuple(paths)


def _difference(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(_ended(lines))


def _covered(text: str, findings: Iterable[Finding], path: str) -> str:
    """Return a text without what nobody should read in a report, of the same length."""
    lines = text.split("\n")
    for each in findings:
        if each.path == path and each.check in PRIVATE and 0 < each.line <= len(lines):
            lines[each.line - 1] = cover_found(each, lines[each.line - 1])
    return cover_secrets("\n".join(lines))


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
    line = f"{path}:{finding.line}:{finding.column}: {finding.check} {told} [mended]"
    return make_visible(cover_secrets(line))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; only a line feed ends one, as git has it."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [
        line for line in [text.rpartition("\n")[2]] if line
    ]


def _ended(lines: Iterable[str]) -> Iterator[str]:
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
