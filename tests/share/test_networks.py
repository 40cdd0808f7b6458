import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy.errors import SettingsError
from advocacy.share.counting import _COUNTS
from advocacy.share.networks import WAYS, Network, make_networks, network_ids, read_networks
from advocacy.share.site_networks import networks_of
from advocacy.sharing import Sharing
from advocacy.site import make_site, read_site
from tests.conftest import PROJECT, SETTINGS

ROW = """\
[town-square]
name = "Town Square"
limit = 40
unit = "characters"
count = "graphemes"
share_url = "https://square.example/post?text={text}"
source = "https://square.example/help"
counting_source = "https://square.example/help"
checked = 2026-11-23
"""


SIX = ("x", "linkedin", "mastodon", "bluesky", "facebook", "email")


def test_a_site_that_names_no_networks_has_the_first_six() -> None:
    assert set(Sharing().networks) == set(network_ids()[:6]) == set(SIX)


@pytest.mark.parametrize(
    ("network", "limit", "count", "link", "most_bytes"),
    [
        ("x",           280, "weighted",  23,    0),
        ("linkedin",   3000, "utf-16",     0,    0),
        ("mastodon",    500, "graphemes", 23,    0),
        ("bluesky",     300, "graphemes",  0, 3000),
        ("facebook",  63206, "utf-16",     0,    0),
        ("email",         0, "graphemes",  0,    0),
        ("threads",     500, "emoji-bytes", 0,   0),
        ("instagram",  2200, "utf-16",     0,    0),
        ("whatsapp",      0, "graphemes",  0,    0),
        ("telegram",   4096, "utf-16",     0,    0),
        ("signal",     2048, "bytes",      0,    0),
        ("teams",     28000, "bytes",      0,    0),
        ("slack",      4000, "utf-16",     0,    0),
        ("reddit",    10000, "utf-16",     0,    0),
        ("hacker-news",   0, "graphemes",  0,    0),
    ],
)  # fmt: skip
def test_a_row_says_what_its_network_documents(
    network: str, limit: int, count: str, link: int, most_bytes: int
) -> None:
    row = read_networks()[network]

    assert (row.limit, row.count, row.link, row.most_bytes) == (limit, count, link, most_bytes)
    assert row.source
    assert row.counting_source


def test_a_network_that_counts_in_a_known_way_needs_no_python() -> None:
    row = make_networks(ROW)["town-square"]

    assert isinstance(row, Network)
    assert (row.id, row.name, row.limit) == ("town-square", "Town Square", 40)


def test_a_site_mends_a_row_and_adds_one() -> None:
    own = {"mastodon": {"limit": 1000}, **tomllib.loads(ROW)}

    site = make_site(Path("/nowhere"), SETTINGS | {"networks": own}, network_ids())

    networks = networks_of(site)
    shipped = read_networks()
    assert networks["mastodon"] == replace(shipped["mastodon"], limit=1000)
    assert networks["town-square"].limit == 40
    assert [*networks] == [*shipped, "town-square"]
    assert site.known_networks == (*network_ids(), "town-square")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("[networks.mastodon]\nlimit = 0", "advocacy.toml:{}: `networks.mastodon`: `limit`: `0` is "
         "no whole number from 1 to 1000000."),
        ("[networks.mastodon]\nlimt = 9", "advocacy.toml:{}: `networks.mastodon`: `limt` is not a "
         "key that is known here. Did you mean `limit`?"),
        ("[networks.square]\nlimit = 9", "`networks.square`: There is no `name`."),
        ("[networks.Square]\nlimit = 9", "`Square` cannot be an id."),
        ("[networks]\nmastodon = 9", "advocacy.toml:{}: `networks`: `mastodon`: `9` is no row. "
         "Write `[networks.mastodon]`."),
        ("networks = 9", "`networks`: `9` is not a table. Write `[networks.mastodon]`."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_sites_row_is_told_with_its_line(
    write: Callable[..., Path], lines: str, message: str
) -> None:
    head = 'name = "L"\nurl = "https://l.example"\ndescription = "D."\n'
    file = write("advocacy.toml", f'{head}{lines}\n\n[disclosure]\nen = "I work at L."\n')

    with pytest.raises(SettingsError) as caught:
        networks_of(read_site(file.parent, network_ids()))

    assert message.format(5) in str(caught.value)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("network", "filled_in"),
    [
        ("x",           ("text", "link")),
        ("linkedin",    ("link",)),
        ("email",       ("text", "link", "title")),
        ("telegram",    ("link", "text")),
        ("hacker-news", ("link", "title")),
        ("instagram",   ()),
    ],
)  # fmt: skip
def test_a_row_tells_what_its_share_link_fills_in(network: str, filled_in: tuple[str, ...]) -> None:
    assert set(read_networks()[network].filled_in) == set(filled_in)


def test_every_way_of_counting_has_its_function() -> None:
    assert tuple(_COUNTS) == WAYS


@pytest.mark.parametrize(
    ("seen", "instead", "message"),
    [
        ("limit = 40", "", "[town-square]: no `limit`. Add the longest post it allows, with "
         "its source."),
        ("limit = 40", "limit = 0", "`limit`: `0` is no whole number from 1 to 1000000."),
        ("limit = 40", "limit = 40\nlimt = 4", "`limt` is not a key that is known here. "
         "Did you mean `limit`?"),
        ('"graphemes"', '"letters"', "`letters` is none of `weighted`, `graphemes`, `utf-16`, "
         "`emoji-bytes`, `bytes`."),
        ("{text}", "{txt}", "cannot be filled in. It may have `{text}`, `{words}`, `{url}`, "
         "`{title}`."),
        ("limit = 40", 'limit = 40\nprofile = "https://a.example/{usr}"',
         "`https://a.example/{usr}` cannot be filled in. It may have `{user}`, `{server}`."),
        ("https://square.example/post", "javascript:", "does not begin with `https://`"),
        ("checked = 2026-11-23", "checked = 'soon'", "`soon` is not a date."),
        ("checked = 2026-11-23", "", "There is no `checked`. Add the day: "
         "`checked = 2026-11-23`."),
        ('unit = "characters"', 'unit = "characters"\nimage = [1200]', "Write it as `[1200, 630]`"),
        ("[town-square]", "[Town]", "[Town]: `Town` cannot be an id."),
        ("[town-square]", "[[", "Mend the TOML there."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_row_is_named_with_its_cure(seen: str, instead: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        make_networks(ROW.replace(seen, instead))

    assert str(caught.value).startswith("advocacy/share/networks.toml: ")
    assert message in str(caught.value)
    assert caught.value.exit_status == 2


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        make_networks(ROW.replace("limit = 40", "").replace("graphemes", "letters"))

    assert len(caught.value.problems) == 2


def test_the_documentation_shows_every_row() -> None:
    page = (PROJECT / "docs" / "networks.md").read_text(encoding="utf-8")

    table = [line for line in page.splitlines() if line.startswith("| `")]

    assert table[: len(network_ids())] == [_documented(row) for row in read_networks().values()]


def test_the_documentation_explains_every_key() -> None:
    page = (PROJECT / "docs" / "networks.md").read_text(encoding="utf-8")
    keys = [name for name in Network.__dataclass_fields__ if name != "id"]

    missing = [key for key in keys if f"| `{key}` |" not in page]

    assert not missing


def _documented(row: Network) -> str:
    link = str(row.link) if row.link else "in full"
    most = f"{row.limit:,}" if row.limit else "none"
    fold = str(row.fold) if row.fold else "none"
    filled_in = ", ".join(row.filled_in) or "nothing"
    cells = (f"`{row.id}`", row.name, most, row.count, link, fold, filled_in, str(row.checked))
    return f"| {' | '.join(cells)} |"


def test_the_table_lies_where_its_errors_say() -> None:
    assert (PROJECT / Path("advocacy/share/networks.toml")).is_file()
