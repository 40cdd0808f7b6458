"""What a path on the command line is below the site's folder, on every system."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from advocacy.cli.paths import path_below


@pytest.mark.parametrize(
    ("place", "folder", "below"),
    [
        (PurePosixPath("/site/content/a.md"),   PurePosixPath("/site"),    "content/a.md"),
        (PurePosixPath("/site"),                PurePosixPath("/site"),    "."),
        (PurePosixPath("/"),                    PurePosixPath("/site"),    ""),
        (PurePosixPath("/sites/a.md"),          PurePosixPath("/site"),    ""),
        (PurePosixPath("/site/..a.md"),         PurePosixPath("/site"),    "..a.md"),
        (PureWindowsPath(r"D:\site\content\a"), PureWindowsPath("d:/site"), "content/a"),
        (PureWindowsPath(r"C:\work\a.md"),      PureWindowsPath("D:/site"), ""),
    ],
)  # fmt: skip
def test_a_path_is_below_a_folder_or_elsewhere(
    place: PurePath, folder: PurePath, below: str
) -> None:
    assert path_below(place, folder) == below
