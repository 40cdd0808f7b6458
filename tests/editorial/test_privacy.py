"""Numbers and secrets, one row each; what is said of them tells none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from advocacy.cache import Cache
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.builtin.account_number import hide_middle
from advocacy.editorial.context import Context
from advocacy.editorial.copies import find_copies
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.hiding import hide_secrets
from advocacy.editorial.manuscript import make_manuscript
from advocacy.editorial.reports import FORMATS
from advocacy.editorial.reports.report import Report
from advocacy.editorial.secret_shapes import SHAPES, find_secrets, hide
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.national_ids import NATIONAL_IDS
from advocacy.privacy import Privacy
from advocacy.site import Site, make_site
from tests.conftest import POST, SETTINGS, STAFF
from tests.editorial.conftest import CheckPost, MakeGuide, check_library

Write = Callable[..., Path]
A, HEX = "Zx3kQ9vT7mB2", "0a1b2c3d4e5f6789"

# Made of parts, so that nobody's search for secrets stops at this file.
SECRETS = [
    ("private key", "-----BEGIN " + "OPENSSH PRIVATE KEY-----"),
    ("AWS access key", "AKIA" + "QRSTUVWXYZ234567"),
    ("AWS access key", "ABIA" + "QRSTUVWXYZ234567"),
    ("AWS secret key", "aws_secret_access_key = " + (A * 4)[:40]),
    ("GitHub token", "ghp" + "_" + A * 3),
    ("GitHub token", "github" + "_pat_" + A * 3),
    ("GitLab token", "glpat" + "-" + A + A[:8]),
    ("GitLab token", "gloas" + "-" + (A * 6)[:64]),
    ("GitLab token", "glpat" + "-" + A * 3 + ".01" + ".0a1b2c3"),
    ("Slack token", "xoxb" + "-24681357912-" + A),
    ("Slack webhook", "https://hooks.slack" + ".com/services/T00A1B2C3/B00A1B2C3/" + A * 2),
    ("Slack webhook", "https://hooks.slack" + ".com/triggers/T00A1B2C3/2468135790/" + HEX * 2),
    ("Stripe key", "sk" + "_live_" + A * 2),
    ("Google API key", "AIza" + (A * 3)[:35]),
    ("npm token", "npm" + "_" + A * 3),
    ("PyPI token", "pypi" + "-AgEIcHlwaS5vcmc" + A * 5),
    ("web token", "ey" + "J" + A + ".ey" + "J" + A + "." + A * 2),
    ("Azure storage key", "AccountKey=" + (A * 8)[:86] + "=="),
    ("Twilio key", "SK" + HEX * 2),
    ("SendGrid key", "SG" + "." + (A * 2)[:22] + "." + (A * 4)[:43]),
    ("AI service key", "sk-ant" + "-" + A * 3),
    ("AI service key", "sk-" + (A * 2)[:20] + "T3BlbkFJ" + (A * 2)[:20]),
    ("AI service key", "hf" + "_" + "qWeRtZuIoPaSdFgHjKlYxCvBnM" + "qWeRtZuI"),
    ("Mailchimp key", HEX * 2 + "-us" + "12"),
    ("Discord webhook", "https://discord" + ".com/api/webhooks/246813579024681357/" + A * 5),
    ("Telegram bot token", "123456789" + ":AA" + (A * 3)[:33]),
    ("password in an address", "https://ana:" + "sw0rdfish" + "@db.museum.org/"),
    ("password", "Password: '" + "correct-horse" + "'"),
    ("password", "client_secret=" + "k3yk3yk3y9000"),
]


@pytest.mark.parametrize(("name", "text"), SECRETS)
def test_a_secret_is_known_by_its_shape(name: str, text: str) -> None:
    assert [shape.name for shape, _, _ in find_secrets(f"x {text} y")] == [name]


def test_every_shape_has_a_secret() -> None:
    assert {name for name, _ in SECRETS} == {shape.name for shape in SHAPES}


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp" + "_" + "x" * 36,
        "sk" + "_test_your_key_goes_here_please",
        "password: 'changeme'",
        'password="<your password>"',
        "password = getpass.getpass()",
        "password=$PASSWORD",
        "secret: 'secret'",
        "The password is a word of eight letters.",
        "https://example.org:8080/ana@b",
        "npm_config_registry",
        "a-risk-free-ant-proj-of-mine",
        "hf_transfer_and_other_tools_of_theirs",
        "d41d8cd98f00b204e9800998ecf8427e-us-east-1",
    ],
)
def test_an_example_is_no_secret(text: str) -> None:
    assert [text[start:end] for _, start, end in find_secrets(text)] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("name", "text"), SECRETS)
def test_no_report_tells_a_secret(name: str, text: str, form: str, check_post: CheckPost) -> None:
    secret = next(text[start:end] for _, start, end in find_secrets(text))
    body = f"[TODO](TODO/{text})\n\n    {text}\n"

    findings = check_post(body)

    report = FORMATS[form](Report(findings, read_lines=lambda _: lines_of(body)))
    assert {"Privacy.Secret", "Values.Draft"} <= {each.check for each in findings}
    if name != "private key":
        assert secret not in report


def test_a_secret_that_is_let_pass_is_still_not_told(check_post: CheckPost) -> None:
    secret = "npm" + "_" + A * 3

    findings = check_post(f"<!-- allow Privacy.Secret: revoked -->\n\n[TODO](TODO/{secret})\n")

    assert {each.check for each in findings} == {"Link.Target", "Values.Draft"}
    assert not any(secret in each.message for each in findings)


STRIPE, TOKEN = "sk" + "_live_", "eyJ" + "hbGciOiJIUzI1NiJ9."


@pytest.mark.parametrize(
    "secrets",
    [
        (STRIPE + A * 2, STRIPE + "Qw8" * 8),
        (STRIPE + A * 2, STRIPE + A * 2 + "Qw8" * 8),
        (TOKEN + "eyJ" + A + "." + A * 3, TOKEN + "eyJ" + A[::-1] + "." + HEX * 3),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_of_two_secrets_that_begin_alike_none_is_told(
    secrets: tuple[str, str], order: int, check_post: CheckPost
) -> None:
    first, second = secrets[::order]

    findings = check_post(f"Use `{first}`.\n\n[https://a.example/?k={second}](TODO/?k={second})\n")

    told = repr(findings)
    assert {"Privacy.Secret", "Values.Draft"} <= {each.check for each in findings}
    assert not any(each[len(each) // 2 :][:10] in told for each in secrets)
    assert not any(each[-10:] in told for each in secrets)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("abcdefghijklmnop", "abcd…op"),
        ("see abcdefghij… and", "see ab…… and"),
        ("abcdefghKLMNOPQR, x", "abcd…QR, x"),
        ("abcdefg is short", "abcdefg is short"),
        ("abcdefghijklmnopQRST", "abcd…ST"),
        ("abcdefghijklmnop abcdefghijklmnopQRST", "abcd…op abcd…ST"),
    ],
)
def test_a_known_secret_is_hidden_whole_and_cut(text: str, told: str) -> None:
    assert hide_secrets(text, ["abcdefghijklmnop", "abcdefghijklmnopQRST"]) == told


def test_no_description_tells_a_secret(check_post: CheckPost, make_page: MakeGuide) -> None:
    secret = "ghp" + "_" + "a1B2c3D4e5" * 4
    rule = """\
## One {#one}

```yaml rule
id: Values.Long
extends: existence
message: "Too long."
description: "`%s` is too long."
action: {name: edit, params: [trim, "."]}
tokens: ['\\w{40,}']
examples: {bad: [aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb], good: [b]}
```
"""

    findings = check_post(f"The key is {secret}.", read_guide(make_page(rule)))

    (told,) = [each for each in findings if each.check == "Values.Long"]
    assert told.description == "`ghp_…e5` is too long."
    assert told.replacements == ()


@pytest.mark.parametrize("number", ["4539 1488 0343 6467", "123-45-6789"])
def test_no_report_tells_a_number(number: str, check_post: CheckPost) -> None:
    findings = check_post(f"The number is {number}.")

    report = FORMATS["text"](
        Report(findings, read_lines=lambda _: lines_of(f"The number is {number}."))
    )
    assert number[:2] in report
    assert number not in report
    assert {each.check.partition(".")[0] for each in findings} == {"Privacy"}


def lines_of(body: str) -> tuple[str, ...]:
    """Return the lines of the post that `check_post` checks."""
    return (*POST.partition("\nSomebody")[0].split("\n"), *body.split("\n"))


@pytest.mark.parametrize(
    ("secret", "shown"),
    [("abc", "…"), ("hunter2", "h…"), ("correct-horse", "cor…"), ("a1b2c3d4e5f6g7h8", "a1b2…h8")],
)
def test_of_a_secret_only_the_ends_are_shown(secret: str, shown: str) -> None:
    assert hide(secret) == shown


# The numbers of the authorities' own examples, or made by their rule of check digits.
IDS = [
    ("us-ssn", "123-45-6789", "123-00-6789"),
    ("us-ssn", "123-45-6789", "078-05-1120"),
    ("uk-nino", "AB 12 34 56 C", "BG 12 34 56 C"),
    ("ca-sin", "130 692 544", "130 692 545"),
    ("fr-nir", "2 55 08 14 168 025 38", "2 55 08 14 168 025 39"),
    ("de-idnr", "86 095 742 719", "86 095 742 718"),
    ("nl-bsn", "111222333", "111222334"),
    ("be-rn", "85.07.30-033.28", "85.07.30-033.29"),
    ("es-dni", "12345678Z", "12345678A"),
    ("it-cf", "RSSMRA85T10A562S", "RSSMRA85T10A562T"),
    ("it-cf", "RSSMRA85T1LA562V", "RSSMRA85T1LA562S"),
    ("pl-pesel", "44051401359", "44051401358"),
    ("se-pnr", "811218-9876", "811218-9877"),
    ("ch-ahv", "756.9217.0769.85", "756.9217.0769.84"),
    ("br-cpf", "111.444.777-35", "111.444.777-36"),
    ("in-aadhaar", "2345 6789 0124", "2345 6789 0123"),
    ("in-aadhaar", "2345 6789 0124", "2345 6789 0124 2345"),
]


@pytest.mark.parametrize(("name", "good", "bad"), IDS)
def test_a_national_id_is_known_by_its_form_and_check_digits(
    name: str, good: str, bad: str, site: Site, guide: Guide, write: Write
) -> None:
    write("content/posts/x.md", f"{POST}\nGood is {good}, and bad\nis {bad}.\n")
    write("content/staff/ana.md", STAFF)
    strict = replace(site, privacy=Privacy(national_ids=(name,)))

    findings = check_library(read_library(strict), guide, Targets(strict))

    ids = [each for each in findings if each.check == "Privacy.NationalId"]
    assert [(each.line, each.column, each.span) for each in ids] == [(14, 9, len(good))]
    assert NATIONAL_IDS[name].name in ids[0].message
    assert good not in ids[0].message


@pytest.mark.parametrize(
    ("number", "shown"),
    [("123-45-6789", "12*-**-***9"), ("4539 1488 0343 6467", "4539 **** **** **67")],
)
def test_of_a_number_only_the_ends_are_shown(number: str, shown: str) -> None:
    assert hide_middle(number) == shown


def test_every_national_id_has_an_example() -> None:
    assert [*dict.fromkeys(name for name, _, _ in IDS)] == [*NATIONAL_IDS]


@pytest.mark.parametrize(
    ("privacy", "told"),
    [
        ({"national_ids": ["us-snn"]}, "`us-snn` is none of"),
        ({"internal_hosts": ["*.lan"]}, "`*.lan` cannot be used. Write the end of a host"),
        ({"rejected": ["x"]}, "`rejected` is not a key that is known here. Did you mean `reject`?"),
    ],
)
def test_a_mistake_in_the_settings_is_told(
    privacy: dict[str, object], told: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as error:
        make_site(tmp_path, {**SETTINGS, "privacy": privacy})

    assert told in str(error.value)


def test_colleagues_decide_what_stands_on_their_own_page(
    site: Site, guide: Guide, write: Write
) -> None:
    own = "Write to ana.mueller@lindenmark.museum, or ring +49 151 1234567.\n"
    write("content/staff/ana.md", STAFF + own)

    assert check_library(read_library(site), guide, Targets(site)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "question: Did you see ana.mueller@lindenmark.museum?",
        "image_credit: Ana, +49 151 1234567",
        "canonical: https://wiki.corp/x",
        "share: {captions: {x: Ask amy.wilson@lindenmark.museum}}",
    ],
)
def test_front_matter_is_searched_as_well(line: str, check_post: CheckPost) -> None:
    key = line.partition(":")[0]
    rows = [row for row in POST.split("\n") if not row.startswith(f"{key}:")]

    findings = check_post("\n".join([rows[0], line, *rows[1:]]))

    assert [(each.line, each.check.partition(".")[0]) for each in findings] == [(2, "Privacy")]


@pytest.mark.parametrize(
    "part",
    [
        *("a.", "1-", "+1 ", "(1", "a@a.", "a://", "password=", "eyJ.eyJ", "-----BEGIN ", "AB12 "),
        *("10.", "](", "/(", "secret_", "Project ", "415-867-5309 ", "password='abc1234' "),
        *("Project-", "AT61 1904 ", "0151 ", "a-b.", "[x](http://a) ", "#project"),
    ],
)
def test_no_text_takes_long(part: str, site: Site, guide: Guide, write: Write) -> None:
    write("content/staff/ana.md", STAFF)
    write("content/posts/x.md", POST + part * (60_000 // len(part)))
    library = read_library(site)
    manuscript = make_manuscript(library.posts[0])
    context = Context(library, Targets(site))

    started = process_time()
    for name, check in CHECKS.items():
        if name.startswith(("Privacy.", "Text.Letters")):
            list(check.find(check, manuscript, context))
    find_copies([replace(library.posts[0], path="y"), *library.posts], Cache(None))

    assert process_time() - started < 5
