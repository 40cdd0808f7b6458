"""`advocacy digest`: what there is to share since last week, for mail and for chats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import click

from advocacy.cli.options import output_option, site_option, today_option
from advocacy.cli.outgoing import (
    choose_networks,
    choose_one,
    edition_of,
    open_outgoing,
    refuse_blocked,
)
from advocacy.digest.mail import make_mail
from advocacy.digest.slack import make_slack
from advocacy.digest.teams import make_teams
from advocacy.digest.text import make_text
from advocacy.errors import CommandError
from advocacy.publishing.digest import Period, make_digest, make_digest_view
from advocacy.replacing import replace_file
from advocacy.site import Site
from advocacy.theme import make_theme
from advocacy.views.digest import DigestView

WEEK, MONTH = 7, 30


@dataclass(frozen=True)
class Issue:
    """One digest of one site, from which each of its forms is made."""

    site: Site
    day: date
    view: DigestView

    @cached_property
    def html(self) -> str:
        """The digest as HTML, by the site's own template where it has one."""
        overrides = self.site.root / "templates"
        theme = make_theme(overrides if overrides.is_dir() else None)
        return theme.render_mail("mail/digest.html", self.view)

    @property
    def mail(self) -> bytes:
        """The digest as a message."""
        site = self.site
        host = urlsplit(site.url).hostname or ""
        return make_mail(self.view, self.html, site.email, host, self.day, site.time_zone)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a digest: what its file is called, and how it is made."""

    file: str
    make: Callable[[Issue], bytes]


FORMS: Mapping[str, Form] = {
    "text": Form("digest.txt", lambda issue: make_text(issue.view).encode("utf-8", "replace")),
    "html": Form("digest.html", lambda issue: issue.html.encode("utf-8", "replace")),
    "eml": Form("digest.eml", lambda issue: issue.mail),
    "slack": Form("digest.slack.json", lambda issue: make_slack(issue.view)),
    "teams": Form("digest.teams.json", lambda issue: make_teams(issue.view)),
}


@click.command
@site_option
@click.option("--week", is_flag=True, help="Of seven days (default).")
@click.option("--month", is_flag=True, help="Of thirty days.")
@today_option("--date", told="Its last day; today by default.")
@click.option("--lang", metavar="LANG", help="One of the site's languages; the first by default.")
@click.option("--topic", metavar="ID", help="Only posts on this topic.")
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMS, "all")),
    help="Of what kind; text by default, and all with -o.",
)
@output_option(is_folder=True)
def digest(
    root: Path,
    week: bool,
    month: bool,
    today: date | None,
    lang: str | None,
    topic: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Write a digest of share kits: what is new since last week, and what ends soon.

    Three things come first; nothing is sent. Where there is nothing to tell, nothing is written,
    and a digest that lies in the folder from before is taken away.

    Example: advocacy digest --week --format eml -o outbox
    """
    if week and month:
        raise CommandError("--week and --month: A digest is of one of them. Leave the other out.")
    if form == "all" and output is None:
        raise CommandError("--format all: Five files need a folder. Add -o DIR.")
    desk = open_outgoing(root, today)
    site = desk.site
    lang = choose_one("--lang", lang, site.languages, "language") or site.language
    topic = choose_one("--topic", topic, site.topics, "topic")
    edition = edition_of(desk, choose_networks(site, ()))
    days = Period.until(desk.today, MONTH if month else WEEK)
    found = make_digest(edition, days, lang, topic)
    told = {kit.slug for kit in found.kits}
    refuse_blocked(desk, (post.path for slug, post in edition.with_kit.items() if slug in told))
    chosen = _forms(form, output)
    if not found.kits:
        _clear(chosen, output)
        click.echo(f"Nothing to share is new or ends soon: no digest for {desk.today}.", err=True)
        return
    view = make_digest_view(edition, found, days, lang, topic)
    _write(chosen, Issue(site, desk.today, view), output)


def _forms(form: str | None, folder: Path | None) -> tuple[Form, ...]:
    if form == "all" or (form is None and folder):
        return tuple(FORMS.values())
    return (FORMS[form or "text"],)


def _write(forms: tuple[Form, ...], issue: Issue, folder: Path | None) -> None:
    for form in forms:
        content = form.make(issue)
        if folder:
            replace_file(folder / form.file, content)
            click.echo(str(folder / form.file))
        else:
            click.echo(content, nl=False)


def _clear(forms: tuple[Form, ...], folder: Path | None) -> None:
    """Take last week's digest away, so that nothing sends it again.

    Raises:
        CommandError: It cannot be taken away.
    """
    for file in (folder / form.file for form in forms) if folder else ():
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            told = f"{file}: cannot be taken away: {error.strerror}"
            raise CommandError(f"{told}. Do it yourself, so that nobody gets it again.") from None
