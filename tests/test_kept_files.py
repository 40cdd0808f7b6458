"""Files that are kept: whole, whoever writes them at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from advocacy.kept_files import KeptFiles

WRITERS = 8


def test_many_keep_the_same_file_at_the_same_time(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path / "kept")
    content = b"drawn" * 20_000
    together = Barrier(WRITERS)

    def write_often(_: int) -> set[bytes | None]:
        together.wait(timeout=30)
        seen = set()
        for _ in range(40):
            kept.write("key", content)
            seen.add(kept.read("key"))
        return seen

    with ThreadPoolExecutor(WRITERS) as pool:
        seen = set().union(*pool.map(write_often, range(WRITERS)))

    assert seen == {content}
    assert [file.name for file in kept.folder.iterdir()] == ["key"]
