"""One build from a site's pelicanconf.py, for the `advocacy` command."""

from datetime import date
from pathlib import Path

from pelican.log import console
from pelican.settings import read_settings

from advocacy.errors import SettingsError
from advocacy.publishing.rendering import Progress

from .failures import describe
from .pelican_class import AdvocacyPelican, Result

CONF = "pelicanconf.py"


def build_site(
    root: Path,
    *,
    output: Path | None,
    share_output: Path | None = None,
    today: date | None,
    adopt: bool,
    progress: Progress,
    conf: str = CONF,
    with_drafts: bool = False,
) -> Result:
    """Build a site and commit it.

    Args:
        root: The site's folder.
        output: Where the site is to be; None leaves it to pelicanconf.py.
        share_output: Where its kits are to be, if it has them built apart; None likewise.
        today: The day as on which to build; None is the day it is.
        adopt: Build into a folder that no build has made.
        progress: Told the step, how many are done, and how many there are.
        conf: The settings file, below the site's folder.
        with_drafts: Show what is still to be published, too: for the author's eyes alone.

    Raises:
        AdvocacyError: The build was refused, and the last site is as it was.
    """
    named = {"OUTPUT_PATH": output, "SHARE_OUTPUT_PATH": share_output}
    settings = _read_conf(
        root.resolve() / conf, {key: str(path.resolve()) for key, path in named.items() if path}
    )
    settings["ADVOCACY_TODAY"] = today
    settings["ADVOCACY_PROGRESS"] = progress
    console.quiet = True
    return AdvocacyPelican(settings).build(adopt=adopt, with_drafts=with_drafts)


def output_folders(root: Path, conf: str = CONF) -> tuple[Path, Path | None]:
    """Return where a site's settings put its output, and its kits where these are built apart.

    Raises:
        SettingsError: They cannot be read.
    """
    settings = _read_conf(root.resolve() / conf, {})
    apart = settings.get("SHARE_OUTPUT_PATH")
    return Path(str(settings["OUTPUT_PATH"])), Path(str(apart)) if apart else None


def _read_conf(file: Path, given: dict[str, object]) -> dict[str, object]:
    if not file.is_file():
        cure = "Copy one from a new site: `advocacy init DEST`."
        raise SettingsError(f"{file}: There is no {file.name} beside advocacy.toml. {cure}")
    try:
        settings: dict[str, object] = read_settings(str(file), override=given)
    except Exception as error:
        raise SettingsError(f"{file.name}: {describe(error)}. Mend it there.") from error
    if not _is_ours(settings.get("PELICAN_CLASS")):
        cure = "Begin it with `globals().update(make_settings(Path(__file__).parent))`."
        raise SettingsError(f"{file.name}: does not begin from the safe defaults. {cure}")
    return settings


def _is_ours(pelican_class: object) -> bool:
    return isinstance(pelican_class, type) and issubclass(pelican_class, AdvocacyPelican)
