"""Which way each character of a line runs: the Unicode Bidirectional Algorithm (UAX #9).

Titles hold no embeddings and no isolates (`legible.py` takes their marks out), so the rules for
these, X1 to X8, have nothing to do here.
"""

import unicodedata
from collections.abc import Iterator, Sequence

LEFT, RIGHT = 0, 1
_STRONG = {"L": LEFT, "R": RIGHT, "AL": RIGHT}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_NUMBERS = frozenset({"EN", "AN"})
# UAX #9, BD16: how many brackets may be open at once.
_MOST_OPEN = 63
# Unicode's BidiBrackets.txt.
_BRACKETS = (
    "() [] {} ༺༻ ༼༽ ᚛᚜ ⁅⁆ ⁽⁾ ₍₎ ⌈⌉ ⌊⌋ ❨❩ ❪❫ ❬❭ ❮❯ ❰❱ ❲❳ ❴❵ ⟅⟆ ⟦⟧ ⟨⟩ ⟪⟫ ⟬⟭ ⟮⟯ ⦃⦄ ⦅⦆ ⦇⦈ ⦉⦊ ⦋⦌ "
    "⦍⦐ ⦏⦎ ⦑⦒ ⦓⦔ ⦕⦖ ⦗⦘ ⧘⧙ ⧚⧛ ⧼⧽ ⸢⸣ ⸤⸥ ⸦⸧ ⸨⸩ 〈〉 《》 「」 『』 【】 〔〕 〖〗 〘〙 〚〛 "
    "﹙﹚ ﹛﹜ ﹝﹞ （） ［］ ｛｝ ｟｠ ｢｣"
)
_OPENING = {pair[0]: pair[1] for pair in _BRACKETS.split(" ")}
_CLOSING = frozenset(_OPENING.values())
# Canonically equivalent, so one of them closes what the other opens.
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}


def base_level(text: str, otherwise: int = LEFT) -> int:
    """Return LEFT or RIGHT: the way of the first character that has one (P2, P3)."""
    kinds = (_STRONG.get(unicodedata.bidirectional(each)) for each in text)
    return next((way for way in kinds if way is not None), otherwise)


def has_way(text: str, way: int) -> bool:
    """Say whether any character of a text runs that way by itself."""
    return any(_STRONG.get(unicodedata.bidirectional(each)) == way for each in text)


def levels(text: str, base: int) -> list[int]:
    """Return each character's level: even ones run to the right, odd ones to the left."""
    kinds = [unicodedata.bidirectional(each) or "L" for each in text]
    # X9: what is drawn nowhere takes no part, and goes with what stands before it.
    kept = [at for at, kind in enumerate(kinds) if kind != "BN"]
    found = _resolve([kinds[at] for at in kept], [text[at] for at in kept], base)
    result, level = [], base
    resolved = dict(zip(kept, found, strict=True))
    for at in range(len(text)):
        level = resolved.get(at, level)
        result.append(level)
    trailing = len(text) - len(text.rstrip())
    return result[: len(text) - trailing] + [base] * trailing  # L1


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of runs from left to right, given the level of each (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _resolve(kinds: list[str], characters: list[str], base: int) -> list[int]:
    original = list(kinds)
    _resolve_weak(kinds, base)
    _resolve_brackets(kinds, characters, original, base)
    _resolve_neutral(kinds, base)
    return [_implicit(kind, base) for kind in kinds]


def _resolve_weak(kinds: list[str], base: int) -> None:
    """W1 to W7."""
    start = "R" if base else "L"
    before = start
    for at, kind in enumerate(kinds):  # W1
        kinds[at] = before = before if kind == "NSM" else kind
    strong = start
    for at, kind in enumerate(kinds):  # W2, W3
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind in {"ES", "CS"} and before == "EN") or (kind == "CS" and before == "AN")
        ):
            kinds[at] = before
    for start_at, end in _runs(kinds, frozenset({"ET"})):  # W5
        if "EN" in (*kinds[max(0, start_at - 1) : start_at], *kinds[end : end + 1]):
            kinds[start_at:end] = ["EN"] * (end - start_at)
    kinds[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]  # W6
    strong = start
    for at, kind in enumerate(kinds):  # W7
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_brackets(
    kinds: list[str], characters: list[str], original: list[str], base: int
) -> None:
    """N0: a pair of brackets goes with what it holds, or with what stands before it."""
    own = "R" if base else "L"
    for opening, closing in sorted(_bracket_pairs(kinds, characters)):
        inside = {way for way in map(_way, kinds[opening + 1 : closing]) if way}
        if not inside:
            continue
        before = next((way for way in map(_way, reversed(kinds[:opening])) if way), own)
        way = own if own in inside or before == own else before
        for at in (opening, closing):
            kinds[at] = way
            for mark in range(at + 1, len(kinds)):
                if original[mark] != "NSM":
                    break
                kinds[mark] = way


def _bracket_pairs(kinds: list[str], characters: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of brackets that belong together (BD16)."""
    opened: list[tuple[str, int]] = []
    for at, (kind, written) in enumerate(zip(kinds, characters, strict=True)):
        character = _SAME.get(written, written)
        if kind != "ON":
            continue
        if character in _OPENING:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((_OPENING[character], at))
        elif character in _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    yield opened[depth][1], at
                    del opened[depth:]
                    break


def _resolve_neutral(kinds: list[str], base: int) -> None:
    """N1 and N2."""
    own = "R" if base else "L"
    for start, end in _runs(kinds, _NEUTRAL):
        before = _way(kinds[start - 1]) if start else own
        after = _way(kinds[end]) if end < len(kinds) else own
        kinds[start:end] = [before if before == after else own] * (end - start)


def _runs(kinds: list[str], meant: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in meant:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _way(kind: str) -> str:
    """Return L or R as the rules for neutrals count a kind; numbers count as R."""
    return "R" if kind in _NUMBERS else kind if kind in {"L", "R"} else ""


def _implicit(kind: str, base: int) -> int:
    """I1 and I2."""
    if kind == "R":
        return base | 1
    if kind == "L":
        return base + 1 if base % 2 else base
    return base + 2 if base % 2 == 0 else base + 1
