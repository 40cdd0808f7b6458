"""One build from a site's pelicanconf.py, for the `advocacy` command."""

from datetime import date
from pathlib import Path

from pelican.log import console
from pelican.settings import read_settings

from advocacy.errors import SettingsError
from advocacy.publishing.edition import Progress

from .failures import describe
from .pelican_class import AdvocacyPelican, Result

CONF = "pelicanconf.py"


def build_site(
    root: Path,
    *,
    output: Path | None,
    today: date | None,
    adopt: bool,
    progress: Progress,
    conf: str = CONF,
) -> Result:
    """Build a site and commit it.

    Args:
        root: The site's folder.
        output: Where the site is to be; None leaves it to pelicanconf.py.
        today: The day as on which to build; None is the day it is.
        adopt: Build into a folder that no build has made.
        progress: Told the step, how many are done, and how many there are.
        conf: The settings file, below the site's folder.

    Raises:
        AdvocacyError: The build was refused, and the last site is as it was.
    """
    given: dict[str, object] = {"OUTPUT_PATH": str(output.resolve())} if output else {}
    settings = _read_conf(root.resolve() / conf, given)
    settings["ADVOCACY_TODAY"] = today
    settings["ADVOCACY_PROGRESS"] = progress
    console.quiet = True
    return AdvocacyPelican(settings).build(adopt=adopt)


def output_folder(root: Path, conf: str = CONF) -> Path:
    """Return where a site's settings put its output.

    Raises:
        SettingsError: They cannot be read.
    """
    return Path(str(_read_conf(root.resolve() / conf, {})["OUTPUT_PATH"]))


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
