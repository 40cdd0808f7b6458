"""Code between back-ticks, where the renderer sees it and not where CommonMark does."""

import re

from markdown_it.rules_inline import StateInline

_TICKS = re.compile("`+")


def read_code_span(state: StateInline, silent: bool) -> bool:
    """Read a code span, or back-ticks that open none."""
    opening = _TICKS.match(state.src, state.pos, state.posMax)
    if not opening:
        return False
    closing = _find_closing(state, opening)
    if silent:
        pass
    elif closing:
        token = state.push("code_inline", "code", 0)
        token.markup = closing[0]
        token.content = state.src[state.pos + len(closing[0]) : closing.start()].strip()
    else:
        state.append_pending(opening[0])
    state.pos = (closing or opening).end()
    return True


def _find_closing(state: StateInline, opening: re.Match[str]) -> re.Match[str] | None:
    """Find as many back-ticks again, or the most that come instead, where those are fewer."""
    longest = None
    for run in _TICKS.finditer(state.src, opening.end(), state.posMax):
        if len(run[0]) == len(opening[0]):
            return run
        if not longest or len(run[0]) > len(longest[0]):
            longest = run
    return longest if longest and len(longest[0]) < len(opening[0]) else None
