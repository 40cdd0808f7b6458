"""A digest in each of its forms: what it says, and that nobody's words are markup in it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from advocacy.digest.mail import make_mail
from advocacy.digest.slack import escape_mrkdwn, make_slack
from advocacy.digest.teams import escape_markdown, make_teams
from advocacy.digest.text import WIDTH, make_text
from advocacy.theme import make_theme
from advocacy.views.digest import DigestView
from tests.digest.samples import FULL, HOSTILE, LARGEST, NIGHT, RIGHT_TO_LEFT, VIEWS

HERE = Path(__file__).parent
DAY, BERLIN = date(2026, 11, 23), ZoneInfo("Europe/Berlin")
THEME = make_theme()
every_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


def make_html(view: DigestView) -> str:
    return THEME.render_mail("mail/digest.html", view)


def mail(view: DigestView = FULL, sender: str = "stories@lindenmark.example") -> bytes:
    return make_mail(view, make_html(view), sender, "stories.lindenmark.example", DAY, BERLIN)


def readable(content: bytes) -> str:
    return json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("digest.txt", make_text),
        ("digest.html", make_html),
        ("digest.eml", lambda view: mail(view).decode().replace("\r\n", "\n")),
        ("digest.slack.json", lambda view: readable(make_slack(view))),
        ("digest.teams.json", lambda view: readable(make_teams(view))),
    ],
)
def test_a_digest_is_what_it_was(
    golden: Callable[[str, str], None], name: str, make: Callable[[DigestView], str]
) -> None:
    golden(f"digest/{name}", make(FULL))


def test_lines_of_text_are_as_long_as_mail_programs_have_them() -> None:
    long = [line for line in make_text(FULL).split("\n") if len(line) > WIDTH]

    assert all(" " not in line.strip() for line in long)


def test_a_message_holds_text_and_html_and_says_whose_it_is() -> None:
    message: Any = message_from_bytes(mail(), policy=default)

    assert message["Subject"] == "5 new things to share – Lindenmark Libraries"
    assert message["From"] == "Lindenmark Libraries <stories@lindenmark.example>"
    assert message["Date"].datetime.isoformat() == "2026-11-23T00:00:00+01:00"
    assert message["Content-Language"] == "en"
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == make_text(FULL)
    assert html.get_content().replace("\r\n", "\n") == make_html(FULL)
    assert message.defects == text.defects == html.defects == []


def test_a_message_is_of_ascii_lines_that_servers_take() -> None:
    lines = mail(RIGHT_TO_LEFT).split(b"\r\n")

    assert all(len(line) <= 998 and b"\n" not in line for line in lines)
    assert mail(RIGHT_TO_LEFT).isascii()


def test_a_message_is_the_same_whenever_it_is_made() -> None:
    assert mail() == mail()
    assert mail(replace(FULL, heading="Another")) != mail()


@pytest.mark.parametrize(
    ("sender", "shown"),
    [
        ("", None),
        ("desk@bücher.example", "desk@xn--bcher-kva.example"),
        ("jürgen@example.org", None),
    ],
)
def test_a_sender_is_written_as_mail_has_it(sender: str, shown: str | None) -> None:
    message: Any = message_from_bytes(mail(sender=sender), policy=default)

    assert (message["From"] and message["From"].addresses[0].addr_spec) == shown


class Loads(HTMLParser):
    """Collects elements that load something, run something, or take the reader somewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.others: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "script", "link", "iframe", "object", "form", "video", "svg"}:
            self.others.append(tag)
        self.links += [value or "" for key, value in attrs if key == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@every_view
def test_html_loads_nothing_and_leads_only_to_the_site(view: DigestView) -> None:
    page = Loads(make_html(view))

    assert page.others == []
    assert "url(" not in make_html(view)
    assert {re.sub(r"(https://[^/]+).*", r"\1", link) for link in page.links} == {
        "https://stories.lindenmark.example"
    }


def test_html_shows_what_people_wrote_as_they_wrote_it() -> None:
    assert Loads(make_html(FULL)).text.count(HOSTILE) == 5


@every_view
def test_slack_takes_the_blocks(view: DigestView) -> None:
    schema = json.loads((HERE / "slack.schema.json").read_text())

    Draft202012Validator(schema).validate(json.loads(make_slack(view)))
    # Blocks of more than some 13,200 characters are refused (slackapi/bolt-js issue 2509).
    assert len(make_slack(view).decode()) < 13_200


@every_view
def test_teams_takes_the_card(view: DigestView) -> None:
    schema = json.loads((HERE / "teams.schema.json").read_text())

    Draft202012Validator(schema).validate(json.loads(make_teams(view)))
    # https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
    assert len(make_teams(view)) < 28_000


def values(found: object) -> Iterator[object]:
    """Yield a JSON value, and every value in it."""
    yield found
    inside = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for each in inside:
        yield from values(each)


def test_chats_have_peoples_words_only_where_nothing_is_markup() -> None:
    slack, teams = json.loads(make_slack(FULL)), json.loads(make_teams(FULL))

    for message in (slack, teams):
        assert sum(each.count(HOSTILE) for each in values(message) if isinstance(each, str)) == 5
    assert not [each for each in objects(slack) if each.get("type") == "mrkdwn"]
    marked_up = [each["text"] for each in objects(teams) if each.get("type") == "TextBlock"]
    assert marked_up == ["5 new things to share", "New", "Also new", "Ends soon"]


def objects(message: object) -> list[dict[str, Any]]:
    return [each for each in values(message) if isinstance(each, dict)]


@pytest.mark.parametrize(
    ("text", "mrkdwn", "markdown"),
    [
        ("Tom & Jerry",      "Tom &amp; Jerry",          "Tom & Jerry"),
        ("<!channel>",       "&lt;!channel&gt;",         r"\<\!channel\>"),
        ("<https://x|y>",    "&lt;https://x|y&gt;",      r"\<https://x\|y\>"),
        ("&lt;",             "&amp;lt;",                 "&lt;"),
        ("[a](b) *c* _d_",   "[a](b) *c* _d_",           r"\[a\]\(b\) \*c\* \_d\_"),
        ("1. one\\",         "1. one\\",                 r"1\. one\\"),
    ],
)  # fmt: skip
def test_what_is_markup_is_escaped(text: str, mrkdwn: str, markdown: str) -> None:
    assert (escape_mrkdwn(text), escape_markdown(text)) == (mrkdwn, markdown)


def test_the_line_of_a_notification_mentions_nobody() -> None:
    view = replace(FULL, site="<!here> & [co](https://evil.example)")

    slack = json.loads(make_slack(view))
    teams = json.loads(make_teams(view))["attachments"][0]["content"]

    assert slack["text"].endswith("&lt;!here&gt; &amp; [co](https://evil.example)")
    assert teams["fallbackText"].endswith(r"\<\!here\> & \[co\]\(https://evil\.example\)")


def test_half_of_a_pair_stops_no_digest() -> None:
    section = replace(FULL.sections[0], items=(replace(NIGHT, title="night \ud83d shift"),))
    view = replace(FULL, sections=(section,))

    for made in (make_slack(view), make_teams(view)):
        assert "night ? shift" in made.decode()


def test_the_largest_digest_is_within_what_mailboxes_show_whole() -> None:
    # Gmail hides what is beyond 102 kB of HTML.
    assert len(make_html(LARGEST).encode()) < 102_000
