"""All that lies on disk of which a run by a `.vale.ini` is made."""

from collections.abc import Iterable
from pathlib import Path

from advocacy.answers.ground import Ground
from advocacy.editorial.checker_version import checker_ground
from advocacy.editorial.kinds.dictionaries import own_folders
from advocacy.editorial.vale.files import NOT_WALKED
from advocacy.editorial.vale.formats import extension_of
from advocacy.editorial.vale.run import ValeRun


def find_grounds(run: ValeRun, paths: Iterable[Path]) -> tuple[Ground, ...]:
    """Return what the findings in these files and folders depend on.

    Args:
        run: Which has checked them.
        paths: From here.
    """
    styles, named = run.styles, [str(path) for path in paths]
    configuration = styles.configuration
    own = Ground(
        files=(configuration.path, *styles.sources, *styles.missed),
        places=(configuration.path, *named),
        names=tuple(map(str, own_folders())),
        trees=tuple(map(str, configuration.styles_paths)),
    )
    folders = tuple(path for path in named if Path(path).is_dir())
    texts = Ground(
        files=tuple(path for path in named if path not in folders),
        trees=folders,
        ends=tuple(sorted({extension_of(path) for path in run.texts})),
        skips=tuple(sorted(NOT_WALKED)),
    )
    return checker_ground(), own, texts
