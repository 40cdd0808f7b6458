"""What a rule says of a hit."""

from advocacy.editorial.action import Action, make_replacements
from advocacy.editorial.kinds.kind import Hit
from advocacy.editorial.kinds.recasing import recase
from advocacy.editorial.message import make_choice, make_message
from advocacy.editorial.notice import Notice
from advocacy.editorial.rule import Rule

# Messages of these kinds name what was found, and then what would be written instead.
TELLING_WHAT_TO_WRITE = frozenset({"existence", "conditional", "consistency"})


def make_notice(rule: Rule, hit: Hit, start: int, end: int, match: str) -> Notice:
    """Return what a rule says of a hit."""
    replacements = make_replacements(rule.action, match, hit.replacements)
    if rule.matchcase and rule.action.name == "replace" and not hit.replacements:
        replacements = tuple(recase(each, match) for each in replacements)
    is_told = rule.action.name and rule.kind in TELLING_WHAT_TO_WRITE
    arguments = (*hit.arguments, _told(replacements, match)) if is_told else hit.arguments
    return Notice(
        check=rule.id,
        severity=rule.level,
        start=start,
        end=end,
        message=make_message(rule.message, arguments),
        match=match,
        principle=rule.principle,
        description=make_message(rule.description, arguments),
        action=_filled(rule.action, replacements),
        replacements=replacements,
        has_place=hit.has_place,
        link=rule.link,
    )


def _told(replacements: tuple[str, ...], match: str) -> str:
    if len(replacements) > 1:
        return make_choice(replacements)
    return replacements[0] if replacements else match


def _filled(action: Action, replacements: tuple[str, ...]) -> Action:
    """Return an action that says what to write, as programs that read Vale's reports expect."""
    is_known = action.name == "replace" and replacements
    return action._replace(params=replacements) if is_known else action
