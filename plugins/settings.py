"""The safe defaults from which a site's pelicanconf.py begins."""

from pathlib import Path
from typing import Any

from advocacy.errors import AdvocacyError
from advocacy.share.networks import network_ids
from advocacy.site import Site, read_site
from advocacy.theme import theme_path

from . import editorial, feeds, pages, posts, search, share
from .pelican_class import AdvocacyPelican, end

# Pelican's own feeds, lists and drafts are off: ours are made from views, and a draft that is
# written is public.
OFF = {
    f"{of}_{form}": None
    for of in ("FEED", "FEED_ALL", "CATEGORY_FEED", "AUTHOR_FEED", "TAG_FEED", "TRANSLATION_FEED")
    for form in ("ATOM", "RSS")
}
NOT_WRITTEN = {
    f"{name}_SAVE_AS": ""
    for name in (
        *("AUTHOR", "AUTHORS", "CATEGORY", "CATEGORIES", "TAG", "TAGS", "ARCHIVES"),
        *("YEAR_ARCHIVE", "MONTH_ARCHIVE", "DAY_ARCHIVE"),
        *("DRAFT", "DRAFT_LANG", "DRAFT_PAGE", "DRAFT_PAGE_LANG"),
    )
}
# An address is computed by `advocacy.addresses` and handed to Pelican as metadata.
ADDRESSES = {
    f"{kind}_{form}": "{address}" if form.endswith("URL") else "{address}index.html"
    for kind in ("ARTICLE", "PAGE")
    for form in ("URL", "SAVE_AS", "LANG_URL", "LANG_SAVE_AS")
}


def make_settings(root: Path) -> dict[str, Any]:
    """Return Pelican's settings for a site; a mistake in advocacy.toml ends the process.

    Args:
        root: The site's folder, which holds advocacy.toml.
    """
    try:
        site = read_site(root.resolve(), network_ids())
    except AdvocacyError as error:
        end(error)
    return settings_for(site)


def settings_for(site: Site) -> dict[str, Any]:
    """Return Pelican's settings for a site whose facts were read."""
    return {
        **OFF,
        **NOT_WRITTEN,
        **ADDRESSES,
        "ADVOCACY_SITE": site,
        "PELICAN_CLASS": AdvocacyPelican,
        "PLUGINS": [posts, editorial, pages, feeds, share, search],
        "SITENAME": site.name,
        "SITEURL": site.url,
        "TIMEZONE": site.time_zone.key,
        "DEFAULT_LANG": site.language,
        "PATH": str(site.content),
        "OUTPUT_PATH": str(site.root / "output"),
        "SHARE_OUTPUT_PATH": str(site.root / site.sharing.folder) if site.sharing.folder else "",
        "ARTICLE_PATHS": ["posts"],
        "PAGE_PATHS": ["pages"],
        "STATIC_PATHS": [],  # pictures are copied when a post shows them
        "THEME": str(theme_path()),
        "THEME_TEMPLATES_OVERRIDES": [str(site.root / "templates")],
        "JINJA_ENVIRONMENT": {"autoescape": True, "extensions": ["jinja2.ext.i18n"]},
        "DIRECT_TEMPLATES": [],
        "READERS": dict.fromkeys(("rst", "html", "htm", "markdown", "mkd", "mdown")),
        # Pelican matches base names alone, so that its own default ignores nothing.
        "IGNORE_FILES": [".*", "*~", "#*#"],
        "INTRASITE_LINK_REGEX": r"\{(?P<what>filename)\}",
        "PAGINATION_PATTERNS": ((1, "{base_name}/page/{number}/", "{base_name}/page/{number}/"),),
        "ARTICLE_TRANSLATION_ID": False,
        "PAGE_TRANSLATION_ID": False,
        "FORMATTED_FIELDS": [],
        "SLUGIFY_SOURCE": "basename",
        "TYPOGRIFY": False,
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
        "DELETE_OUTPUT_DIRECTORY": False,
        "VIEW_EXTRA": [],
    }
