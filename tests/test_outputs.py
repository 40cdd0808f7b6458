"""Where a command's words go: what cannot be written is told in one line."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advocacy import part
from advocacy.errors import CommandError
from advocacy.replacing import replace_file, staged_file
from tests.conftest import POST, STAFF
from tests.site.conftest import GUIDE, SETTINGS

# Writing here fails as on a full disk. Nothing here writes to it by its name: what replaced it
# would replace it for everybody.
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a small site."""
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", GUIDE)
    write("content/staff/ana.md", STAFF)
    write("content/posts/night.md", POST)
    write(".vale.ini", "StylesPath = .\n[*]\nBasedOnStyles = Vale\n")
    write("post.md", "The the clock.\n")
    monkeypatch.chdir(tmp_path)


def send(command: str, redirected: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a shell that sends its output somewhere."""
    shell = f'exec "$0" -m advocacy {command} {redirected}'
    words = ["sh", "-c", shell, sys.executable]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@needs_full
@pytest.mark.parametrize(
    "command",
    [
        *("--help", "check", "check --format json", "check --config .vale.ini post.md"),
        *("guide coverage", "export"),
    ],
)
def test_a_full_disk_behind_the_output_is_told_in_one_line(command: str) -> None:
    done = send(command, f"> {FULL}")

    assert done.stderr.endswith(
        "What there is to say cannot be written: No space left on device. "
        "Make room there, or write somewhere else.\n"
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@needs_full
def test_an_answer_that_is_told_again_is_told_in_the_same_way() -> None:
    send("check", "")

    done = send("check", f"> {FULL}")

    assert done.stderr.count("\n") == 1
    assert done.returncode == 2


@needs_full
def test_a_mistake_that_nobody_can_read_has_its_status() -> None:
    done = send("chekc", f"> {FULL} 2>&1")

    assert done.returncode == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)

    replace_file(pipe, b"new")

    assert reader.communicate()[0] == b"new"
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_what_is_sent_to_the_standard_output_as_a_file_gets_there() -> None:
    done = send("export --format json --output /dev/stdout", "")

    assert done.stdout.startswith("{")
    assert done.returncode == 0


def test_the_target_of_a_link_is_replaced_and_not_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "there.csv", tmp_path / "here.csv"
    target.write_text("old")
    link.symlink_to(target)

    replace_file(link, b"new")

    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_name_that_is_too_long_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written: File name too long"):
        replace_file(tmp_path / ("x" * 256), b"new")

    assert not [*tmp_path.glob("*x*"), *tmp_path.glob("*.part")]


def test_two_files_that_are_written_at_once_are_both_whole(tmp_path: Path) -> None:
    """As two commands do, and as one does with its ledger and its output."""
    file = tmp_path / "out.csv"

    with staged_file(file, b"first"), staged_file(tmp_path / "ledger.json", b"ledger"):
        replace_file(file, b"second")
        seen = file.read_bytes()

    assert seen == b"second"
    assert file.read_bytes() == b"first"
    assert (tmp_path / "ledger.json").read_bytes() == b"ledger"
    assert not [*tmp_path.glob("*.part")]


def test_what_a_killed_command_was_writing_is_gone_after_the_next(tmp_path: Path) -> None:
    script = (
        "import os, signal\nfrom pathlib import Path\nfrom advocacy.replacing import staged_file\n"
        "with staged_file(Path('out.csv'), b'half'): os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    left = [*tmp_path.glob("*.part")]

    with staged_file(tmp_path / "other.csv", b"being written"):
        replace_file(tmp_path / "out.csv", b"whole")
        beside = [*tmp_path.glob("*.part")]

    assert killed.returncode == -9
    assert len(left) == len(beside) == 1
    assert left != beside
    assert not [*tmp_path.glob("*.part")]


@pytest.mark.parametrize(("age_hours", "is_left"), [(1, False), (25, True)])
def test_where_a_signal_would_end_it_no_process_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age_hours: int, is_left: bool
) -> None:
    asked: list[int] = []
    written = tmp_path / part.NAME.format(os.getpid(), 0)
    written.write_bytes(b"half")
    os.utime(written, (time.time() - age_hours * 3600,) * 2)
    monkeypatch.setattr(part, "CAN_ASK", False)
    monkeypatch.setattr(os, "kill", lambda process, _: asked.append(process))

    replace_file(tmp_path / "out.csv", b"whole")

    assert asked == []
    assert written.exists() is not is_left
