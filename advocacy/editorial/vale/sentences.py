"""Sentences as Vale tells them apart: by rules for English, and a list of abbreviations.

Vale's own list was learnt from newspapers, together with how twenty thousand words are written;
where it asks for those, the most frequent words stand for them here.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from advocacy.editorial.sentences import trimmed

_WORD = re.compile(r"[^\s。；！？]*[。；！？]|[^\s。；！？]+")
_SIGN = re.compile(r"[.!?。]")
_WIDE = re.compile(r"[。；！？]")
# What is between spaces and has a sign; to look at nothing else is many times as fast.
_SIGNED = re.compile(r"(?<!\S)[^\s.!?]*+[.!?]\S*")
_BEHIND = re.compile(r"\s*(\S*)")
_END = re.compile(r"""(?:\.["”’)]|[?!]["'”’)]?)$|[.?!][\[(]|\.\"""")
_INNER = (")", "’", "”", '"', "'")
_INITIAL = re.compile(r"[A-Za-z]\.")
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*\.?")
_ELLIPSIS = re.compile(r"\.\.+$")
_SPACED_ELLIPSIS = re.compile(r"(?:\.\s?){2,}\.")
_LETTERS = re.compile(r"(?:\w\.)+\w*\.", re.ASCII)
# Source: the English model that Vale's segmenter brings along.
ABBREVIATIONS = frozenset(
    "adm ala ariz aug ave bros calif chg cie co col colo conn corp cos ct dec dr feb fla fri ft "
    "ga gen gov ill inc jan jr kan ky lt ltd maj messrs mg mich minn mr mrs ms mt nev no nov oct "
    "ok okla ore pa prof rep reps sen sep sept sgt sr st sw tenn tues va vs vt wash wed wis yr "
    "c d e f g h k l m n p r s t v w a.m a.s b.f c.v d.c e.f l.a m.b.a n.c n.h n.j n.m n.y p.m "
    "ph.d r.i s.a s.c s.s u.k u.n u.s u.s.a u.s.s.r w.va".split()
)
STARTERS = frozenset(
    "according although among both but despite even he however i if in indeed instead it many "
    "meanwhile moreover most nevertheless nonetheless nor sales separately similarly since so "
    "some the there these they this though thus under when while yet".split()
)
# Words with which staff posts begin a sentence, and that the model never saw with a capital inside
# of one; and those that it saw with a small letter, but with a capital, too.
ORDINARY = frozenset(
    (
        "et acronyms adding adopting agencies along already anyone ask automated being besides "
        "between beyond breaking bringing build check choose choosing citizenship cloud "
        "complexity compliance consider content contracting create creating currently customer "
        "define deliver depending designers designing develop developers developing discovery "
        "does doing earlier early encourage especially eventually examples feedback finally "
        "focusing following furthermore given giving going happy her here historically ideally "
        "imagine implementing improving include initial instead interested leadership learn "
        "likewise looking managing meetings moreover multiple myth note nothing otherwise "
        "overall participants please postal previously prior probably product projects put "
        "recently regardless remember remote right schedule section seeing setting sharing "
        "shortly similarly skills slack smaller so solution someone sometimes soon specifically "
        "starting still successful such taking team teams testing thank thanks therefore things "
        "think thinking though through throughout thus together tomorrow traditionally try "
        "turns type ultimately unfortunately unless unlike user using vendors visual web "
        "whenever whether which within without working writing yes yet your "
    ).split()
)
KNOWN_SMALL = ORDINARY | frozenset(
    (
        "armed en la st a about according add additional after again all also although am among "
        "an and another "
        "any are as aside at avoid back based basically be because before below best big bill "
        "both bring brown building but by can changes chief citizens clearly code come coming "
        "could customs data department design despite did digital do during each even every "
        "everyone everything federal feel find finding first for forest from further future "
        "general generally get getting give go good got government had have having he help his "
        "how however identify if in information is it its join just keep keeping knowing large "
        "last later learning left let like look make making many mark maybe meanwhile measure "
        "members modern more most moving much my navy new next no none not now of often on once "
        "one only open or other others our out over part people perhaps photo plus products "
        "progressive providing public rather reach read reading related release running second "
        "security see service set several share she should sign since small software some "
        "special standards start states stay sure systems take talk tax technical tell that the "
        "their then there these they third this those three time to today treasury two under "
        "understanding until use users usually visit want watch we well what whatever when "
        "where while who why will with work would write you "
    ).split()
)


def split_vale_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, white space around it left out."""
    begin = 0
    for word, end, following in _signed_words(text):
        if _ends(word, following):
            yield from trimmed(text, begin, end)
            begin = end
    yield from trimmed(text, begin, len(text))


def _signed_words(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield each word with a sign that may end a sentence, where it ends, and the next word."""
    if _WIDE.search(text):
        words = list(_WORD.finditer(text))
        for word, behind in zip_longest(words, words[1:]):
            if _SIGN.search(word[0]):
                yield word[0], word.end(), behind[0] if behind else ""
        return
    for word in _SIGNED.finditer(text):
        behind = _BEHIND.match(text, word.end())
        yield word[0], word.end(), behind[1] if behind else ""


def _ends(word: str, following: str) -> bool:
    """Say whether a sentence ends with a word that has a sign in it."""
    ends, is_short = _by_itself(word)
    if not following:
        return ends
    if word.endswith((".", "。")):
        ends = _before(word, following, ends=ends, is_short=is_short)
    return _refined(word, following, ends=ends)


def _by_itself(word: str) -> tuple[bool, bool]:
    """Say whether a word ends a sentence, and whether it is an abbreviation."""
    if _END.search(word) and "Yahoo!" not in word:
        return True, False
    if not word.endswith((".", "。")) or word.endswith(".."):
        return False, False
    plain = word[:-1].lower()
    is_short = plain in ABBREVIATIONS or plain.rpartition("-")[2] in ABBREVIATIONS
    return not is_short, is_short


def _before(word: str, following: str, *, ends: bool, is_short: bool) -> bool:
    """Decide again, knowing what follows a period."""
    is_initial = bool(_INITIAL.fullmatch(word))
    is_cut = is_short or bool(_ELLIPSIS.search(word))
    if is_cut and not is_initial and _starts(following):
        return True
    if word == following == ".":
        return False
    if (is_initial or _NUMBER.fullmatch(word)) and following[:1].islower():
        return False
    if is_initial and following[:1].isupper() and _plain(following) not in KNOWN_SMALL:
        return False
    return ends


def _refined(word: str, following: str, *, ends: bool) -> bool:
    """Decide once more about brackets, ellipses and letters with periods."""
    if word.endswith(".") and following == ".":
        return False
    is_capital = following[:1].isupper()
    if _SPACED_ELLIPSIS.search(word):
        return is_capital or _plain(following) in STARTERS
    if ends and word.endswith(_INNER) and following[:1].islower():
        return _plain(following) in STARTERS
    if word.endswith(".") and not ends and is_capital and _plain(following) in KNOWN_SMALL:
        ends = True
    if _LETTERS.search(word) and not _INITIAL.fullmatch(word):
        return _starts(following)
    return ends


def _starts(word: str) -> bool:
    """Say whether a word with a capital is one that only the beginning of a sentence gives it."""
    return word[:1].isupper() and _plain(word) in ORDINARY | STARTERS


def _plain(word: str) -> str:
    return word.lower().replace(",", "").removesuffix(".")
