"""The theme: shows a view as a page, and computes nothing."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from advocacy.errors import SettingsError
from advocacy.shielding import shield_addresses
from advocacy.translations import (
    direction,
    format_number,
    interface_language,
    translations_for,
)
from advocacy.views import TEMPLATES, SiteView, View
from advocacy.views.digest import DigestView


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates that are ready to show views."""

    environment: Environment

    def render(self, template: str, view: View, site: SiteView) -> str:
        """Return a page as HTML, in the language of `view.head.lang`, e-mail addresses shielded.

        Args:
            template: A key of `TEMPLATES`.
            view: Of the type that `TEMPLATES` tells for the template.
            site: What every page shows of the organisation.

        Raises:
            TypeError: The view is not the one that the template is written for.
            jinja2.TemplateError: A template reads what its view does not have.
        """
        if not isinstance(view, TEMPLATES[template]):
            message = f"{template} shows a {TEMPLATES[template].__name__}, not a"
            raise TypeError(f"{message} {type(view).__name__}.")
        translations = translations_for(view.head.lang)
        page = self.environment.get_template(template).render(
            view=view,
            site=site,
            gettext=translations.gettext,
            ngettext=translations.ngettext,
            pgettext=translations.pgettext,
            npgettext=translations.npgettext,
        )
        return shield_addresses(page)

    def render_mail(self, template: str, view: DigestView) -> str:
        """Return a message as HTML, from words that are in its readers' language already.

        Raises:
            SettingsError: A site's own template has a mistake.
        """
        try:
            return self.environment.get_template(template).render(view=view)
        except TemplateError as error:
            cure = "Put your copy right, or take it away."
            raise SettingsError(f"templates/{template}: {error.message}. {cure}") from None


def make_theme(overrides: Path | None = None) -> Theme:
    """Make the theme.

    Args:
        overrides: A folder with templates that take the place of the theme's own.

    Raises:
        SettingsError: There is no such folder.
    """
    if overrides is not None and not overrides.is_dir():
        cure = "Make the folder, or do not name it."
        raise SettingsError(f"{overrides}: There is no such folder of templates. {cure}")
    folders = [folder for folder in (overrides, theme_path() / "templates") if folder]
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    # Jinja writes JSON in which no text can end the element that it stands in.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.globals["direction"] = direction
    environment.globals["format_number"] = format_number
    environment.globals["interface_language"] = interface_language
    return Theme(environment)


def theme_path() -> Path:
    """Return the folder that holds templates/ and static/, in a checkout or an installed wheel."""
    installed = Path(__file__).parent / "theme_files"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "theme"


def asset_version() -> str:
    """Return a short hash of the theme's static files, for their addresses."""
    static = theme_path() / "static"
    digest = sha256()
    for file in sorted(static.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(static).as_posix().encode() + b"\0")
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:10]
