"""How many syllables an English word has, counted by its letters.

Source: the rules and word lists of the Perl module Lingua::EN::Syllable and its successors, from
which Vale's figures come as well.
"""

import re
from functools import lru_cache

_VOWELS = re.compile("[aeiouy]+")
# What is taken off a word before its vowels are counted, and the syllables that it has.
_BEGINNINGS = (
    (
        2,
        "above anti ante counter hyper afore agri infra intra inter over semi ultra under extra "
        "dia micro mega kilo pico nano macro",
    ),
    (1, "un fore ware none non out post sub pre pro dis side"),
)
_ENDS = (
    (3, "ology ologist onomy onomist"),
    (2, "fully berry woman women"),
    (
        1,
        "ly less some ful er ers ness cian cians ment ments ette ettes ville villes ships ship "
        "side sides port ports shire shires tion tioned",
    ),
)
_KNOWN = {
    2: "abed adieu cafe cafes chile chloe circe jesse jukebox maybe people shoreline daphne phoebe "
    "zoe",
    3: "abare acreage adame adobe apache coyote forever karate machete recipe sesame simile "
    "syncope tamale euterpe",
    4: "abalone abruzzese abbruzzese anemone aphrodite apostrophe ariadne calliope catastrophe "
    "epitome facsimile gethsemane guacamole hyperbole yosemite eurydice hermione penelope "
    "persephone",
    5: "aborigine aborigines",
}
KNOWN = {word: count for count, words in _KNOWN.items() for word in words.split()}
# Before a silent `e`, `ed` or `es` at the end: a vowel, and one of these.
_COMMON = "b ch f gh gn k l ll lv m mm n nn p r rn rs rv s sc sk sl squ ss th v y"
_BEFORE_E = f"{_COMMON} c d dg g nc ng rc st t z"
_BEFORE_ED = f"{_COMMON} c dg g lch nc nch ng rc z"
_BEFORE_ES = f"{_COMMON} d lch nch st t"


def _silent(before: str, end: str) -> str:
    return f"[aeiouy](?:{'|'.join(before.split())}){end}$"


# What sounds like one syllable less than it has vowels, and like one more.
_ONE_LESS = (
    re.compile(
        "cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$"
        "|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|^busi$"
        f"|{_silent(_BEFORE_ED, 'ed')}|{_silent(_BEFORE_ES, 'es')}"
    ),
    re.compile(_silent(_BEFORE_E, "e")),
)
_ONE_MORE = (
    re.compile(
        "(?:[^aeiouy]ie(?:r|st|t)|[aeiouym]bl|eo|ism|asm|thm|dnt|uity|dea|gean|oa|ua|eings?"
        "|[aeiouy]sh?e[rsd])$"
    ),
    re.compile("[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)"),
    re.compile(
        "[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|real|iell|eo[^aeiou]|[aeiou]y[aeiou]"
    ),
    re.compile("[^s]ia"),
)


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Return how many syllables a word has; at least one, unless it is empty."""
    folded = word.lower()
    if len(folded) < 3:
        return min(1, len(folded))
    if folded in KNOWN:
        return KNOWN[folded]
    rest, before = _without_beginning(folded)
    rest, behind = _without_end(rest)
    count = before + behind + len(_VOWELS.findall(rest))
    count -= sum(len(pattern.findall(rest)) for pattern in _ONE_LESS)
    count += sum(len(pattern.findall(rest)) for pattern in _ONE_MORE)
    return max(1, count)


def _without_beginning(word: str) -> tuple[str, int]:
    for count, affixes in _BEGINNINGS:
        for affix in affixes.split():
            if word.startswith(affix):
                return word.removeprefix(affix), count
    return word, 0


def _without_end(word: str) -> tuple[str, int]:
    for count, affixes in _ENDS:
        for affix in affixes.split():
            if word.endswith(affix):
                return word.removesuffix(affix), count
    return word, 0
