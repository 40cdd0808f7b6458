"""The shapes of keys and passwords, and how one is shown without telling it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

_ANY = r"[A-Za-z0-9_-]"
# What stands in manuals in place of a secret.
_EXAMPLE = re.compile(
    r"example|sample|dummy|placeholder|redacted|change.?me|your|insert|xxxx|\.\.\.|…|\*\*\*|<|\$\{|\{\{"
    r"|\bhere\b|1234567890|^(?:my.?|the.?|a.?)?(?:password|passwd|passwort|secret|token)\W?\w{0,3}$",
    re.IGNORECASE,
)
# The check that finds them.
SECRET = "Privacy.Secret"
LEAST_KINDS_OF_CHARACTERS = 5
# So much of a secret's beginning is too much to tell.
LEAST_TOLD = 8
# Stands in place of what is not told.
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Shape:
    """One row of the table.

    Attributes:
        name: What it is a secret of.
        pattern: What it looks like; the group `secret`, where there is one, is what to hide.
        source: Where its form is described.
        checked: When it was held against that and the rules of gitleaks and detect-secrets.
        hints: Texts in small letters, one of which is in every such secret; they spare a search.
        signs: Texts that are all in every such secret, as they are written; they spare one where
            the hints are in many texts.
    """

    name: str
    pattern: str
    source: str
    checked: str
    hints: tuple[str, ...]
    signs: tuple[str, ...] = ()


SHAPES = (
    Shape(
        "private key",
        r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----",
        "https://www.rfc-editor.org/rfc/rfc7468",
        "2026-11-24",
        ("private key",),
    ),
    Shape(
        "AWS access key",
        r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        "2026-11-24",
        ("akia", "asia", "abia", "acca"),
    ),
    Shape(
        "AWS secret key",
        r"(?i:aws_?secret_?(?:access_?)?key)\W{1,8}(?P<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
        "2026-11-24",
        ("secret",),
    ),
    Shape(
        "GitHub token",
        r"gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_\w{22,255}",
        "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/",
        "2026-11-24",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
    ),
    Shape(
        "GitLab token",
        rf"(?:gl(?:pat|dt|rtr?|ptt|oas|soat|ft|imt|agent|cbt|ffct|wt)-|GR1348941){_ANY}{{20,300}}"
        r"(?:\.[0-9a-z]{2}\.?[0-9a-z]{7})?",
        "https://docs.gitlab.com/security/tokens/#token-prefixes",
        "2026-11-24",
        (
            *("glpat-", "gldt-", "glrt", "glptt-", "gloas-", "glsoat-", "glft-", "glimt-"),
            *("glagent-", "glcbt-", "glffct-", "glwt-", "gr1348941"),
        ),
    ),
    Shape(
        "Slack token",
        r"xox[abeprs]-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Za-z0-9-]{10,250}",
        "https://docs.slack.dev/authentication/tokens",
        "2026-11-24",
        ("xox", "xapp-"),
    ),
    Shape(
        "Slack webhook",
        r"hooks\.slack\.com/(?:services|workflows|triggers)/(?P<secret>[TE]\w{6,14}/\w{6,20}/[\w/]{20,60})",
        "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
        "2026-11-24",
        ("hooks.slack.com",),
    ),
    Shape(
        "Stripe key",
        r"(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9]{24,64}",
        "https://docs.stripe.com/keys",
        "2026-11-24",
        ("_live_", "_test_", "_prod_", "whsec_"),
    ),
    Shape(
        "Google API key",
        rf"AIza{_ANY}{{35}}(?!{_ANY})|GOCSPX-{_ANY}{{28}}",
        "https://cloud.google.com/docs/authentication/api-keys",
        "2026-11-24",
        ("aiza", "gocspx-"),
    ),
    Shape(
        "npm token",
        r"npm_[A-Za-z0-9]{36}",
        "https://docs.npmjs.com/about-access-tokens",
        "2026-11-24",
        ("npm_",),
    ),
    Shape(
        "PyPI token",
        rf"pypi-AgE{_ANY}{{50,400}}",
        "https://pypi.org/help/#apitoken",
        "2026-11-24",
        ("pypi-",),
    ),
    Shape(
        "web token",
        rf"eyJ{_ANY}{{10,2000}}\.eyJ{_ANY}{{10,8000}}\.{_ANY}{{20,2000}}",
        "https://www.rfc-editor.org/rfc/rfc7519",
        "2026-11-24",
        ("eyj",),
    ),
    Shape(
        "Azure storage key",
        r"(?i:AccountKey)=(?P<secret>[A-Za-z0-9+/]{86}==)",
        "https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string",
        "2026-11-24",
        ("accountkey",),
    ),
    Shape(
        "Twilio key",
        r"SK[0-9a-f]{32}",
        "https://www.twilio.com/docs/glossary/what-is-a-sid",
        "2026-11-24",
        ("sk",),
        ("SK",),
    ),
    Shape(
        "SendGrid key",
        rf"SG\.{_ANY}{{22}}\.{_ANY}{{43}}",
        "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
        "2026-11-24",
        ("sg.",),
    ),
    Shape(
        "AI service key",
        rf"sk-(?:ant|proj|svcacct|admin)-{_ANY}{{32,250}}|sk-[A-Za-z0-9]{{20}}T3BlbkFJ[A-Za-z0-9]{{20}}"
        r"|hf_[A-Za-z]{34}",
        "https://platform.openai.com/docs/api-reference/authentication",
        "2026-11-24",
        ("sk-", "hf_"),
    ),
    Shape(
        "Mailchimp key",
        r"[0-9a-f]{32}-us\d{1,2}(?!\w)",
        "https://mailchimp.com/developer/marketing/guides/quick-start/",
        "2026-11-24",
        tuple(f"-us{digit}" for digit in range(10)),
    ),
    Shape(
        "Discord webhook",
        rf"discord(?:app)?\.com/api/webhooks/(?P<secret>\d{{17,20}}/{_ANY}{{60,80}})",
        "https://docs.discord.com/developers/resources/webhook",
        "2026-11-24",
        ("/api/webhooks/",),
    ),
    Shape(
        "Telegram bot token",
        rf"\d{{8,10}}:AA{_ANY}{{33}}(?!{_ANY})",
        "https://core.telegram.org/bots/api#authorizing-your-bot",
        "2026-11-24",
        (":aa",),
    ),
    Shape(
        "password in an address",
        r"[a-z][a-z0-9+]{1,20}://[^\s:/?#@\"'<>]{0,64}:(?P<secret>[^\s:/?#@\"'<>]{3,128})@[\w.-]+",
        "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
        "2026-11-24",
        ("://",),
        ("@",),
    ),
    Shape(
        "password",
        r"(?i:(?:[\w-]{0,40}[_-])?(?:password|passwd|passwort|secret|api_?key|auth_?token|access_?token))"
        r"[\"']?\s{0,3}(?:=|:=|:|=>)\s{0,3}"
        r"(?:(?P<quote>[\"'])(?P<secret>[^\s\"'<>{}()\[\]$%]{6,128})(?P=quote)"
        r"|(?<==)(?P<bare>(?=\S{0,60}\d)[^\s\"'<>{}()\[\]$%&.,;]{8,128})(?![\w(.]))",
        "https://cwe.mitre.org/data/definitions/798.html",
        "2026-11-24",
        ("passw", "secret", "apikey", "api_key", "authtoken", "auth_", "accesstoken", "access_"),
    ),
)
_PATTERNS = tuple((shape, re.compile(rf"(?<![\w-])(?:{shape.pattern})")) for shape in SHAPES)
# Most texts have no hint of any; to look for all at once is thirty times as fast.
_HINTS = tuple((hint, shape.name) for shape in SHAPES for hint in shape.hints)
_AUTOMATON = AhoCorasick([hint for hint, _ in _HINTS], implementation=Implementation.DFA)


def find_secrets(text: str) -> Iterator[tuple[Shape, int, int]]:
    """Yield what looks like a secret, with its offsets; examples in manuals are none."""
    hinted = {
        _HINTS[number][1]
        for number, _, _ in _AUTOMATON.find_matches_as_indexes(text.lower(), overlapping=True)
    }
    for shape, pattern in _PATTERNS if hinted else ():
        if shape.name not in hinted or not all(sign in text for sign in shape.signs):
            continue
        for found in pattern.finditer(text):
            groups = found.groupdict()
            group = next((name for name in ("secret", "bare") if groups.get(name)), 0)
            if shape.name == "private key" or not _is_example(found[group]):
                yield shape, found.start(group), found.end(group)


def has_secret(text: str) -> bool:
    """Say whether something in a text looks like a secret."""
    return any(True for _ in find_secrets(text))


def hide(secret: str) -> str:
    """Return the ends of a secret, by which its owner knows it and nobody else can use it."""
    shown = min(4, len(secret) // 4)
    return f"{secret[:shown]}{HIDDEN}{secret[-2:] if len(secret) >= 16 else ''}"


def cover(text: str, begin: int, end: int) -> str:
    """Return a text in which a secret is covered but for its ends, each sign by one dot."""
    shown = min(4, (end - begin) // 4)
    last = 2 if end - begin >= 16 else 0
    dots = "•" * (end - begin - shown - last)
    return text[: begin + shown] + dots + text[end - last :]


def cover_secrets(text: str) -> str:
    """Return a text of the same length in which each secret is covered."""
    for _, begin, end in find_secrets(text):
        text = cover(text, begin, end)
    return text


def _is_example(secret: str) -> bool:
    is_plain = len(set(secret)) < min(LEAST_KINDS_OF_CHARACTERS, len(secret) - 1)
    return is_plain or bool(_EXAMPLE.search(secret))
