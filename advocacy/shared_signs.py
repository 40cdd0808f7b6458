"""The signs in texts that are shared: prompts, which the sharer replaces, and hashtags."""

import re

PROMPT = r"\[\[[^\[\]\n]{1,300}\]\]"
# With a letter in it, and no part of a web address: `#1` and `/report#page` are none.
HASHTAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")
_PROMPT = re.compile(PROMPT)
_BRACKETS = re.compile(r"\[\[|\]\]")


def without_prompts(text: str) -> str:
    """Return a text of the same length in which nothing of a prompt is left to read."""
    return _PROMPT.sub(lambda match: "\0" * len(match.group()), text)


def find_brackets(text: str) -> re.Match[str] | None:
    """Find double brackets that are none of a prompt's: somebody meant one."""
    return _BRACKETS.search(without_prompts(text))
