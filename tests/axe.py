"""What axe-core finds on a page: WCAG 2.2 at A and AA, the size of targets, and best practice."""

from collections.abc import Sequence

from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Of the rules that axe leaves off by itself, the one that is of WCAG 2.2 AA.
OPTIONS = {"target-size": {"enabled": True}}
RUN = """async ([only, rules]) => {
  const found = await axe.run({ runOnly: only, rules });
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
}"""
ALONE = """async (rule) => {
  const found = await axe.run({ runOnly: { type: "rule", values: [rule] } });
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
}"""


def find_violations(page: Page, axe: str, rules: Sequence[str] = RULES) -> list[str]:
    """Return what axe finds on a page, by its rules of some tags."""
    page.evaluate(axe)
    found: list[str] = page.evaluate(RUN, [list(rules), OPTIONS])
    return found


def find_by_rule(page: Page, axe: str, rule: str) -> list[str]:
    """Return what one of axe's rules finds on a page."""
    page.evaluate(axe)
    found: list[str] = page.evaluate(ALONE, rule)
    return found
