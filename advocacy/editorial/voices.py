"""Whose words a text has: what is quoted, and what somebody answers in an interview."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from advocacy.editorial.scopes import QUOTATION
from advocacy.markup.blocks import Block, QuoteTag, SourceMap

# What a block is that others wrote or said; without its marks, it is left out by `~quotation`.
# Fewer questions than these make no interview.
LEAST_QUESTIONS = 2
# Questions that are headings are asked in other posts as well.
LEAST_HEADINGS = 3
# Fewer answers by each of two people, who are known by initials, make no conversation.
LEAST_ANSWERS = 3
_QUOTED = regex.compile(
    r"""„[^„“”"]*[“”"] | «[^«»]*» | (?<!\w)["“](?=\S)[^"“”]*["”](?!\w) | ^["“](?=\S)[^"“”]*$
    | (?<![\w'’])['‘](?=\p{L})(?!(?:tis|twas|til|cause)\b)
      (?:[^'‘’"“”]|(?<=\w)['’](?=\w)){1,200}+(?<=[\p{L}\p{N}.,!?…*])['’](?!\w)""",
    regex.VERBOSE,
)
_LABEL = regex.compile(r"\p{Lu}[\w.’'-]*(?: (?:and |& )?\p{Lu}[\w.’'-]*){0,3}:")
# In the languages that the interface speaks: words by which one person asks another.
_ADDRESS = regex.compile(
    r"(?i)\b(?:you|your|yours|du|dir|dich|dein\w*|Sie|Ihnen|Ihr\w*|vous|votre|vos|usted(?:es)?)\b"
)
# It is looked for from the end: from the beginning, a row of marks is gone through for each.
_QUESTION = regex.compile(r"(?r)[?？؟][\s\p{P}]*$")
# Who answers for themselves says so.
_SELF = regex.compile(r"\b(?:I|my|ich|mein\w*|je|yo)\b|\bj[’']")
_INITIALS = regex.compile(r"\p{Lu}{2,3}:")


def mask_quotations(text: str) -> str:
    """Return a text of the same length in which what stands in quotation marks is masked by `*`.

    A quotation that begins a block and is not closed in it goes on to its end.
    """
    masked: str = _QUOTED.sub(_mask, text)
    return masked


def _mask(found: "regex.Match[str]") -> str:
    return f"{found[0][0]}{'*' * (len(found[0]) - 2)}{found[0][-1]}"


def mark_quotations(body: SourceMap, source: str) -> Iterator[Block]:
    """Yield the blocks; quotes and the answers of an interview are quotations as well."""
    blocks, depths = body.blocks, _depths(body.quote_tags)
    asking = {index for index, block in enumerate(blocks) if _asks(block, source)}
    asking |= _asking_headings(blocks)
    is_interview = len(asking) >= LEAST_QUESTIONS or _is_conversation(blocks, source)
    is_answer = False
    for index, block in enumerate(blocks):
        if index in asking or "heading" in block.parts:
            is_answer = index in asking
        elif is_interview and _is_labelled(block, source):
            is_answer = True
        is_quote = "blockquote" in block.parts or _depth(block, depths) > 0
        is_other = is_quote or (is_interview and is_answer and index not in asking)
        yield replace(block, parts=block.parts | {QUOTATION}) if is_other else block


def _asking_headings(blocks: Sequence[Block]) -> set[int]:
    """Return the headings that are questions, if some ask people who answer for themselves."""
    questions: set[int] = set()
    answered: set[int] = set()
    heading = 0
    for index, block in enumerate(blocks):
        if "heading" in block.parts:
            heading = index
            questions |= {index} if _QUESTION.search(block.text) else set()
        elif heading in questions and _SELF.search(block.text):
            answered |= {heading} if _ADDRESS.search(blocks[heading].text) else set()
    return questions if len(answered) >= LEAST_HEADINGS else set()


def _is_conversation(blocks: Sequence[Block], source: str) -> bool:
    """Say whether two people or more answer in turn, each behind their emphasised initials."""
    labels = (_INITIALS.match(each.text) for each in blocks if _is_labelled(each, source))
    answers = Counter(label[0] for label in labels if label)
    return sum(count >= LEAST_ANSWERS for count in answers.values()) > 1


def _asks(block: Block, source: str) -> bool:
    """Say whether a block asks somebody, and is set off by emphasis or by the name of who asks."""
    text = block.text
    if "list" in block.parts or not (_QUESTION.search(text) and _ADDRESS.search(text)):
        return False
    if not _begins_emphasised(block, source):
        return False
    end = block.traced.span(0, len(text))[1]
    return bool(_LABEL.match(text)) or source[end : end + 1] in ("*", "_")


def _is_labelled(block: Block, source: str) -> bool:
    """Say whether a block begins with an emphasised name and a colon."""
    return bool(_LABEL.match(block.text)) and _begins_emphasised(block, source)


def _begins_emphasised(block: Block, source: str) -> bool:
    start = _start(block)
    return start > 0 and source[start - 1] in "*_"


def _depths(tags: Iterable[QuoteTag]) -> list[tuple[int, int]]:
    """Return where quotes of HTML begin and end, each with how many are open behind it."""
    depth, depths = 0, [(0, 0)]
    for tag in sorted(tags):
        # One that ends what never began ends nothing.
        depth = max(0, depth - 1) if tag.closes else depth + 1
        depths.append((tag.start, depth))
    return depths


def _depth(block: Block, depths: Sequence[tuple[int, int]]) -> int:
    return depths[bisect_right(depths, _start(block), key=lambda each: each[0]) - 1][1]


def _start(block: Block) -> int:
    """Return the offset in the file of a block's first character that is no space."""
    spaces = len(block.text) - len(block.text.lstrip())
    return block.traced.span(spaces, spaces + 1)[0] if block.text.strip() else 0
