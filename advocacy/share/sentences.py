"""Sentences: where one ends, and how the next one follows it, in each script's own way."""

import regex

CLOSING = r"['\"”’»)\]」』）》】]"
_WIDE_STOP = "[。！？｡]"
_SENTENCE_END = regex.compile(
    rf"(?<=[\p{{STerm}}…]{CLOSING}{{0,3}})\s+(?=[^\p{{Ll}}\s])"
    rf"|(?<={_WIDE_STOP}{CLOSING}{{0,3}})(?!{CLOSING}|[\p{{STerm}}…\s]|$)|\n\s*\n\s*"
)
# A full stop after one of these, or after a single letter, ends no sentence; after one of the
# second, none before a number. Source: a choice from CLDR, `segments` (suppressions).
_SHORT = (
    "Mr|Mrs|Ms|Dr|Prof|St|vs|etc|approx|Jr|Inc|Corp|Ltd|Co|Gov|Sen|Rep|Lt|Col|Capt|Sgt|Hon|Rev|Dept"
    "|al|bzw|ca|Nr|evtl|ggf|inkl|vgl|Hrsg|Mme|Mlle|Sra?|Srta|Dra|Ud|dhr|mevr|bijv|Sig|Dott|np|tzn"
    "|ul|inż|mgr|Exmo|dvs"
)
_SHORT_BEFORE_NUMBERS = (
    "No|Figs?|Vol|pp?|Sec|Art|Abb|Abs|Bd|núm|pág|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_ABBREVIATION = regex.compile(
    rf"\b(?:(?:\p{{L}}|{_SHORT})\.\s+\S|(?:{_SHORT_BEFORE_NUMBERS})\.\s+\p{{Nd}})$",
    regex.IGNORECASE,
)
LONGEST_SHORT = 10
_END = regex.compile(rf"[\p{{STerm}}…]{CLOSING}*$")
_WIDE_END = regex.compile(rf"{_WIDE_STOP}{CLOSING}*$")
_LETTER = regex.compile(r"\p{L}", regex.REVERSE)
# What ends a sentence in the scripts that have a sign of their own; Thai and Lao have a space.
_STOPS = (
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"), "。"),
    (regex.compile(r"[\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Oriya}]"), "।"),
    (regex.compile(r"[\p{Thai}\p{Lao}]"), ""),
    (regex.compile(r"\p{Khmer}"), "។"),
    (regex.compile(r"\p{Myanmar}"), "။"),
    (regex.compile(r"\p{Armenian}"), "։"),
    (regex.compile(r"\p{Ethiopic}"), "።"),
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each without the space around it."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().count("\n") < 2 and _is_abbreviated(text, match, start):
            continue
        found.append(text[start : match.start()])
        start = match.end()
    return [each for each in (*found, text[start:]) if each.strip()]


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return bool(_END.search(text[-5:]))


def as_sentence(text: str) -> str:
    """Return a text that ends as a sentence does in its script."""
    if ends_sentence(text):
        return text
    last = _LETTER.search(text)
    stops = (stop for script, stop in _STOPS if last and script.match(last[0]))
    return text + next(stops, ".")


def gap_after(sentence: str) -> str:
    """Return what stands between a sentence and the next: nothing after a full-width stop."""
    return "" if _WIDE_END.search(sentence[-5:]) else " "


def _is_abbreviated(text: str, space: "regex.Match[str]", start: int) -> bool:
    """Say whether what stands before a space, from `start` on, ends in an abbreviation."""
    around = text[max(start, space.start() - LONGEST_SHORT) : space.end() + 1]
    return _ABBREVIATION.search(around) is not None
