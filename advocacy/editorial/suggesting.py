"""What may have been meant by words that no dictionary has, looked for when it is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from advocacy.editorial.finding import Finding
from advocacy.editorial.rule import Rule
from advocacy.editorial.secret_shapes import HIDDEN

# What was meant takes a hundred times as long to find as that a word is wrong: some 50 ms.
MOST_WORDS = 20


def add_suggestions(
    findings: Iterable[Finding], read_rules: Callable[[], Mapping[str, Rule]]
) -> tuple[Finding, ...]:
    """Return findings, the first MOST_WORDS different words of which have what may be meant.

    Args:
        findings: Those of rules with `action: {name: suggest}` count, in their order.
        read_rules: Returns the rules by their names; it is asked if there are such findings.
    """
    every = tuple(findings)
    asking = dict.fromkeys((each.check, each.match) for each in every if _asks(each))
    if not asking:
        return every
    known = dict(_suggestions([*asking][:MOST_WORDS], read_rules()))
    return tuple(
        each._replace(replacements=known.get((each.check, each.match), ())) if _asks(each) else each
        for each in every
    )


def _asks(finding: Finding) -> bool:
    # Nothing is told of a secret, and nothing that is like one.
    return finding.action.name == "suggest" and finding.match != "" and HIDDEN not in finding.match


def _suggestions(
    asking: Iterable[tuple[str, str]], rules: Mapping[str, Rule]
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for name, word in asking:
        if name in rules and (suggest := rules[name].search.suggest):
            yield (name, word), suggest(word)
