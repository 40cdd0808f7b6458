"""The values guide: a page that people read, and the rules that stand in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from advocacy.editorial.attestation import Attestation, read_attestation
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.guide_checks import OFF, CheckChoice, make_checks, read_checks
from advocacy.editorial.principle import Principle, Section
from advocacy.editorial.rule import Rule, read_rule
from advocacy.editorial.switches import KINDS as SWITCHING
from advocacy.editorial.unenforced import find_unenforced, is_unenforced
from advocacy.editorial.vouching import KINDS as VOUCHING
from advocacy.editorial.wordings import spell_out
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.front_matter import read_yaml
from advocacy.markup.blocks import Block, Fence, Heading
from advocacy.markup.source_map import make_source_map
from advocacy.page import Page
from advocacy.schema import Node
from advocacy.slugs import ID_PATTERN

# Not what a file says is wrong, but a rule that cannot be heeded.
RUNAWAY = "Guide.Runaway"
BLOCKS = ("yaml rule", "yaml attest", "yaml checks")
HEADING_ID = re.compile(r"\s*\{#([^}\s]*)\}\s*$")
BLOCK_TEXT = re.compile(r"[|>][-+0-9]*[ ]*(?:#[^\n]*)?\n\s*")


@dataclass(frozen=True, slots=True)
class Guide:
    """The values guide.

    Attributes:
        page: On which it stands.
        principles: By id, in the order of the page.
        rules: By id, in the order of the page.
        attestations: By id, in the order of the page.
        choices: What it says of built-in checks, by their id, in the order of the page.
        checks: The built-in checks that are in force, by id, with the levels that it gives them.
        blocks: The YAML of its rules, wordings spelt out, and of its attestations, by their id.
    """

    page: Page
    principles: Mapping[str, Principle] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    attestations: Mapping[str, Attestation] = field(default_factory=dict)
    choices: Mapping[str, CheckChoice] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=lambda: CHECKS)
    blocks: Mapping[str, Node] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The page's path, relative to the site's folder."""
        return self.page.path


def read_guide(page: Page) -> Guide:
    """Read the principles, rules and attestations of the guide's page.

    Raises:
        SettingsError: With every mistake, each with its line.
    """
    reader = _Reader(page)
    guide = reader.read()
    if reader.problems:
        raise SettingsError(problems=sorted(set(reader.problems)))
    return guide


T = TypeVar("T", Rule, Attestation)
Reading = Callable[[Node, str, str, int], tuple[T | None, tuple[Problem, ...]]]


class _Reader:
    """Walks the page from top to bottom, knowing below which principle it is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.section: Section | None = None
        self.level = 0
        self.principles: dict[str, Principle] = {}
        self.rules: dict[str, Rule] = {}
        self.attestations: dict[str, Attestation] = {}
        self.choices: dict[str, CheckChoice] = {}
        self.blocks: dict[str, Node] = {}

    def read(self) -> Guide:
        body = make_source_map(self.page.source, self.page.body_start)
        steps: list[tuple[int, Heading | Fence | Block]] = [
            *((each.start, each) for each in body.headings),
            *((each.start, each) for each in body.fences),
            *((each.traced.span(0, 1)[0], each) for each in body.blocks),
        ]
        for _, step in sorted(steps, key=lambda step: step[0]):
            if isinstance(step, Heading):
                self.heading(step)
            elif isinstance(step, Fence):
                self.fence(step)
            else:
                self.paragraph(step)
        self.close()
        if not self.principles and not self.problems:
            self.problem(1, "The guide has no principle. Write one: `## Title {#id}`.", "Empty")
        checks = make_checks(self.choices.values())
        return Guide(
            page=self.page,
            principles=self.principles,
            rules=self.rules,
            attestations=self.attestations,
            choices=self.choices,
            checks=checks,
            blocks=self.blocks,
        )

    def heading(self, heading: Heading) -> None:
        found = HEADING_ID.search(heading.text)
        if self.section and not found and heading.level > self.section.level:
            return
        self.close()
        line = self.line(heading.start)
        if not found:
            if self.principles and heading.level == self.level:
                cure = "Give it one, such as `{#respect}`, or write it as a smaller heading."
                self.problem(line, f"`{heading.text}` has no anchor. {cure}", "Anchor")
            return
        if not ID_PATTERN.fullmatch(found[1]):
            cure = "Use small letters, digits and hyphens, such as `{#respect}`."
            self.problem(line, f"`{found[1]}` cannot be an anchor. {cure}", "Anchor")
            return
        if found[1] in self.principles:
            first = self.principles[found[1]].line
            cure = "Give this principle an anchor of its own."
            self.problem(line, f"`{found[1]}` is the anchor of line {first} too. {cure}", "Anchor")
        title = HEADING_ID.sub("", heading.text)
        self.section = Section(found[1], title, heading.level, line)
        self.level = self.level or heading.level

    def close(self) -> None:
        section, self.section = self.section, None
        if section is None:
            return
        if mistake := section.find_mistake():
            self.problem(*mistake, "Principle")
        self.principles[section.id] = section.make_principle()

    def paragraph(self, block: Block) -> None:
        start, end = block.traced.span(0, len(block.text))
        prose = self.page.source.text[start:end]
        if said := find_unenforced(block, self.page.source):
            self.unenforced(self.line(said[0]))
            prose = prose[: said[0] - start] + prose[said[1] - start :]
        if self.section and "heading" not in block.parts and prose.strip():
            self.section.prose.append(prose.strip())

    def unenforced(self, line: int) -> None:
        if self.section:
            self.section.unenforced_line = line
        else:
            message = "`enforced: no` belongs below a principle. Begin one: `## Title {#id}`."
            self.problem(line, message, "Principle")

    def fence(self, fence: Fence) -> None:
        line = self.line(fence.start) - 1
        info = " ".join(fence.info.split())
        code = self.page.source.text[fence.start : fence.end]
        if is_unenforced(code):
            self.unenforced(line)
        elif info == "yaml rule":
            self.block(fence, line, self.rules, read_rule)
        elif info == "yaml attest":
            self.block(fence, line, self.attestations, read_attestation)
        elif info == "yaml checks":
            self.checks(fence, line)
        elif re.match(r"ya?ml\b.", info, re.IGNORECASE):
            hint = nearest(info, BLOCKS) or " Write `yaml rule`, `yaml attest` or `yaml checks`."
            self.problem(line, f"`{info}` is no block of a guide.{hint}", "Block")
            # What it was to say upholds the principle, once it is read.
            self.serve(1)

    def block(self, fence: Fence, line: int, table: dict[str, T], read: Reading[T]) -> None:
        self.serve(1)
        node = self.yaml(fence, line)
        if node is None:
            return
        principle = self.section.id if self.section else ""
        node = spell_out(node)
        value, problems = read(node, self.page.path, principle, line)
        self.problems += map(self.below_sign, problems)
        if value is None:
            return
        earlier = self.rules.get(value.id) or self.attestations.get(value.id)
        if earlier:
            message = f"`{value.id}` is the id of line {earlier.line} too. Give this one its own."
            self.problem(line, message, "Id")
        if value.id in {*CHECKS, *VOUCHING, *SWITCHING, RUNAWAY}:
            message = f"`{value.id}` is the name of a built-in check. Give this one its own."
            self.problem(line, message, "Id")
        table[value.id] = value
        self.blocks[value.id] = node

    def checks(self, fence: Fence, line: int) -> None:
        node = self.yaml(fence, line)
        principle = self.section.id if self.section else ""
        if node is None:
            return
        choices, problems = read_checks(node, self.page.path, principle, line)
        self.problems += problems
        for choice in choices:
            earlier = self.choices.setdefault(choice.id, choice)
            if earlier is not choice:
                message = f"`{choice.id}` stands in line {earlier.line} too. Take one of them out."
                self.problem(choice.line, message, "Id")
        # A block with a mistake in it is told so, and not that the principle has nothing.
        self.serve(len(problems) + sum(choice.level != OFF for choice in choices))

    def yaml(self, fence: Fence, line: int) -> Node | None:
        """Read a block that belongs below a principle; None where it is no YAML."""
        if not self.section:
            message = "This block belongs below a principle. Begin one: `## Title {#id}`."
            self.problem(line, message, "Principle")
        node = read_yaml(self.page.source, fence.start, fence.end)
        if isinstance(node, Problem):
            self.problems.append(node)
            self.serve(1)
            return None
        return node

    def serve(self, count: int) -> None:
        if self.section:
            self.section.served += count

    def below_sign(self, problem: Problem) -> Problem:
        """Place a problem where a text begins that stands below its `|` or `>`."""
        source = self.page.source
        if problem.path != source.path:
            return problem
        start = source.offset(problem.line, max(1, problem.column))
        found = BLOCK_TEXT.match(source.text, start) if problem.column else None
        if not found:
            return problem
        line, column = source.position(found.end())
        return replace(problem, line=line, column=column)

    def line(self, offset: int) -> int:
        return self.page.source.position(offset)[0]

    def problem(self, line: int, message: str, code: str) -> None:
        self.problems.append(Problem(self.page.path, line, 0, message, f"Guide.{code}"))
