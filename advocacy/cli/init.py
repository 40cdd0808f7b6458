"""`advocacy init`: a whole new site."""

import tomllib
from datetime import date
from pathlib import Path

import click

from advocacy.cli.options import Day
from advocacy.share.networks import network_ids
from advocacy.site import make_site
from advocacy.starter.first_files import FIRST_AUDIENCES, FIRST_TOPICS, make_first_files
from advocacy.starter.settings import Settings, make_settings
from advocacy.starter.site_files import make_site_files
from advocacy.starter.write import check_destination, write_files


@click.command()
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--name", default="Our organisation", help="What the organisation is called.")
@click.option("--url", default="https://blog.example.org", help="Where the site will be.")
@click.option("--language", default="en", help="The language of the site, such as en or pt-BR.")
@click.option(
    "--today", type=Day(), default=date.today, help="The date of the first post; today by default."
)
def init(dest: Path, name: str, url: str, language: str, today: date) -> None:
    """Write a new site into DEST, which must be absent or empty.

    It has settings, a values guide, one post and one colleague, and can be built at once.

    Example: advocacy init our-blog --name "Lindenmark Libraries" --url https://stories.example.org
    """
    settings = Settings(
        name=name,
        url=url.rstrip("/"),
        description=f"Stories from the people of {name}.",
        languages=(language,),
        topics=FIRST_TOPICS,
        audiences=FIRST_AUDIENCES,
    )
    text = make_settings(settings)
    site = make_site(dest, tomllib.loads(text), network_ids())
    check_destination(dest)
    write_files(dest, {**make_site_files(text), **make_first_files(site, today)})
    click.echo(
        f"On GitHub, GitLab, Forgejo or Gitea: advocacy forge github --site {dest}, and so on"
    )
    click.echo(f"{dest}: a new site. Next: advocacy build --site {dest}")
