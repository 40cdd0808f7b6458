"""All files of the exported guide, and what of it Vale cannot have."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from advocacy import addresses
from advocacy.cache import make_key
from advocacy.editorial.guide import Guide
from advocacy.editorial.rule import Rule
from advocacy.editorial.vale_export.rule_file import (
    NoValeRuleError,
    leaves_quotations,
    make_rule_file,
    missing_scope,
)
from advocacy.site import Site

INI, STYLES = ".vale.ini", "styles"
VOCABULARY = "Names"
_VOCABULARIES = f"{STYLES}/config/vocabularies/{VOCABULARY}"
ACCEPTED, REJECTED = f"{_VOCABULARIES}/accept.txt", f"{_VOCABULARIES}/reject.txt"
_HEADER = re.compile(r"# Export ([0-9a-f]{12}) of ")
_SIGNS = re.compile(r"([\\.^$*+?()\[\]{}|])")


@dataclass(frozen=True, slots=True)
class ValeStyle:
    """The guide as Vale has it.

    Attributes:
        files: By path below the folder.
        left_out: By reason, the names of what is not there, or not as a whole.
    """

    files: Mapping[str, str]
    left_out: Mapping[str, tuple[str, ...]]


def make_vale_style(guide: Guide, site: Site) -> ValeStyle:
    """Return the guide as a `.vale.ini` with its styles and vocabulary."""
    rules: dict[str, str] = {}
    left_out: dict[str, list[str]] = {}
    for rule in guide.rules.values():
        link = site.absolute(f"{addresses.VALUES}#{rule.id}")
        try:
            path = _path(rule)
            if path.lower() in map(str.lower, rules):
                raise NoValeRuleError("another has its name in capital or small letters")
            rules[path] = make_rule_file(rule, guide.blocks[rule.id], link)
        except NoValeRuleError as error:
            left_out.setdefault(f"Not exported, because {error}", []).append(rule.id)
            continue
        if leaves_quotations(rule):
            told = "Exported to look into interviews, because Vale has no scope `quotation`"
            left_out.setdefault(told, []).append(rule.id)
        for part in filter(None, map(missing_scope, rule.written_scopes)):
            told = f"Exported without a scope, because Vale has no {part}"
            left_out.setdefault(told, []).append(rule.id)
    left_out["Not exported, because only people can vouch for it"] = [*guide.attestations]
    left_out["Not exported, because it is built in here"] = [*guide.checks]
    vocabulary = _make_vocabulary(site)
    files = {INI: _make_ini(rules, vocabulary), **rules, **vocabulary}
    return ValeStyle(
        {path: _signed(text, guide.path) for path, text in sorted(files.items())},
        {reason: tuple(names) for reason, names in left_out.items() if names},
    )


def is_exported(text: str) -> bool:
    """Say whether a file is an export that nobody has changed."""
    header, _, rest = text.partition("\n")
    found = _HEADER.match(header)
    return bool(found and found[1] == _hash(rest))


def _path(rule: Rule) -> str:
    style, _, name = rule.id.partition(".")
    return f"{STYLES}/{style}/{name}.yml"


def _make_ini(rules: Iterable[str], vocabulary: Collection[str]) -> str:
    styles = sorted({path.split("/")[1] for path in rules})
    lines = [
        f"StylesPath = {STYLES}",
        "MinAlertLevel = suggestion",
        *([f"Vocab = {VOCABULARY}"] if vocabulary else []),
        "",
        "[*.md]",
        *([f"BasedOnStyles = {', '.join(styles)}"] if styles else []),
        *(["Vale.Avoid = YES"] if REJECTED in vocabulary else []),
    ]
    return _lines(lines)


def _make_vocabulary(site: Site) -> dict[str, str]:
    """Return the organisation's names, and the words that its texts may not have in any case."""
    lists = {
        ACCEPTED: {_literal(name) for name in (*site.names.organisation, *site.names.products)},
        REJECTED: {f"(?i){_literal(word)}" for word in site.privacy.reject},
    }
    return {path: _lines(sorted(words)) for path, words in lists.items() if words}


def _literal(word: str) -> str:
    return _SIGNS.sub(r"\\\1", word)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _signed(text: str, path: str) -> str:
    return f"# Export {_hash(text)} of {path}: change it there, and export it anew.\n{text}"


def _hash(text: str) -> str:
    return make_key(text)[:12]
