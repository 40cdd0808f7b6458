"""The claims of a post: sentences of its body that state something, and can stand alone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import regex

from advocacy.markup.blocks import Block
from advocacy.markup.source_map import make_source_map
from advocacy.post import Post
from advocacy.share.cutting import SPACELESS
from advocacy.share.sentences import sentences
from advocacy.source import Source

# How much of a body is read, up to the end of a paragraph: what comes late does not come first.
MOST_READ = 3_000
# Shorter, and it says little; longer, and it is no line to be quoted.
LEAST_WORDS, LEAST_SIGNS, MOST_SIGNS = 5, 12, 240
# A paragraph that is one of these as well is no running text.
NO_PROSE = frozenset({"list", "blockquote", "table", "html", "admonition", "footnote"})
# Words with which people greet, by their primary language: such a sentence claims nothing.
GREETINGS = {
    "de": "hallo|hi|guten|liebe[rs]?|moin|willkommen|herzlich willkommen|grüezi|servus",
    "en": "hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|welcome|thank(?:s| you)",
    "es": "hola|buen[oa]s|querid[oa]s?|bienvenid[oa]s?|gracias",
    "fr": "bonjour|bonsoir|salut|ch(?:er|ère)s?|bienvenue|merci|coucou",
    "it": "ciao|buongiorno|buonasera|salve|car[oiae]|benvenut[oiae]|grazie",
    "nl": "hallo|hoi|dag|beste|goede(?:morgen|middag|navond)|welkom|bedankt",
    "pl": "cześć|witaj(?:cie)?|witamy|drodzy|dzień dobry|dziękujemy",
    "pt": "olá|oi|bom dia|boa (?:tarde|noite)|car[oa]s?|bem-vind[oa]s?|obrigad[oa]",
    "sv": "hej|kära|god (?:morgon|dag|kväll)|välkom(?:men|na)|tack",
}
# Words with which a sentence leans on the one before, in the same way. What is an article as well
# leans where no noun can follow: before small letters in German, elsewhere before these verbs.
LEANING = {
    "de": r"d(?:as|er|ie)(?-i:(?=\s\p{Ll}))|d(?:ies|iese[rs]?|ort|ann)|es|er|sie|aber|und|oder"
    "|doch|auch|denn|deshalb",
    "en": "th(?:is|at|ese|ose|ey|eir|ere|en|us)|its?|he|she|his|her|but|and|or|so|also|however"
    "|instead|here|still|both|such|another|as a result|for example|in addition|in fact|each of"
    "|(?:the )?(?:above|below|other|latter|former)|as (?:mentioned|noted|described)|first up"
    "|(?:next|second|third|finally|lastly|turns out)(?=,)|similarly|likewise|therefore|otherwise"
    "|meanwhile|with that|best of all|(?:now|clearly)(?=,)",
    "es": "est[eao]s?|es[eao]s?|ell[oa]s?|él|pero|y|o|también|así|además|sin embargo",
    "fr": "c(?:e|ela|ette|es|eux|elles?|’est|'est)|ils?|elles?|mais|et|ou|donc|aussi|puis",
    "it": "quest[oaie]|quell[oaie]|esso|essa|ma|e|o|però|anche|così|inoltre",
    "nl": r"het(?=\s(?:is|was|wordt|werd|heeft|had|kan|kon|moet|moest|mag|zal|zou|gaat|ging"
    "|komt|kwam|blijft|bleef|lijkt|leek|blijkt|bleek|staat|stond|maakt|geeft|gaf|werkt|betekent|duurt"
    r"|kost|ligt|begint|begon)\b)|d(?:it|at|eze|ie|us|aar|an)|hij|zij|ze|maar|en|of|ook|toch",
    "pl": "t(?:o|en|a|e|ak|am|o|ego|emu|akże)|on[aieo]?|ale|i|oraz|lub|jednak|więc|też",
    "pt": "est[ea]s?|iss?to|isso|ess[ea]s?|el[ea]s?|mas|e|ou|também|assim|porém",
    "sv": r"de[tn](?=\s(?:är|var|har|hade|blir|blev|kan|kunde|ska|skulle|måste|får|fick|går|gick"
    "|kommer|kom|finns|fanns|gör|gjorde|ser|såg|står|stod|ligger|verkar|betyder|tar|tog|gäller|kostar"
    r"|börjar|handlar)\b)|detta|denna|dessa|han|hon|de|men|och|eller|också|så|därför",
}
# Words with which a sentence sends readers elsewhere, in the same way: it asks, and claims nothing.
SENDING = {
    "de": "lesen sie|lies|lest|siehe|klick(?:en|t)?|mehr (?:dazu|erfahren)",
    "en": "read (?:the|on|more|our|about)|see (?:the|our|also)|visit|check out|click|learn more"
    "|stay tuned|let(?:['’]s| us)",
    "es": "le[ae]n?|vean?|visit[ae]n?|consult[ae]n?",
    "fr": "lisez|voir|visitez|cliquez|consultez|en savoir plus",
    "it": "legg[ie](?:te)?|vedi|visita(?:te)?|cliccate?|scopri",
    "nl": "lees|zie|bezoek|klik",
    "pl": "czytaj|przeczytaj(?:cie)?|zobacz(?:cie)?|kliknij",
    "pt": "lei?am?|vejam?|visitem?|cliquem?|saiba mais",
    "sv": "läs|se|besök|klicka",
}
# Words that point at what stands around a sentence: another that has none is easier to understand.
POINTING = {
    "de": "dies(?:e[rsnm]?)?|hier|oben|unten|dafür|davon|damit|dazu|darüber",
    "en": "this|these|those|them|they|he|she|here|below|above",
    "es": "est[eao]s?|es[eao]s?|aquí|abajo|siguientes?",
    "fr": "ce(?:ci|la|tte|s|ux)?|ça|ici|ci-dess(?:o?us)|suivante?s?",
    "it": "quest[oaie]|quell[oaie]|qui|sopra|seguent[ei]",
    "nl": "dit|deze|hier|hieronder|hierboven|daarvoor|daarmee",
    "pl": "t(?:o|en|a|e|ego|ej|ym|ych|ymi|utaj)|poniżej|powyżej",
    "pt": "est[ea]s?|ess[ea]s?|isso|isto|aqui|abaixo|seguintes?",
    "sv": "detta|denna|dessa|här|nedan|ovan|följande",
}
# A paragraph that credits a picture stands below one.
_CREDIT = regex.compile(
    r"©|\bcourtesy of\b"
    r"|\b(?:photo|image|picture|foto|bild|crédit|zdjęcie)s?(?: credits?)?(?:[:：]| by\b)",
    regex.IGNORECASE,
)
_STATES = regex.compile(
    # It begins as sentences do, ends as statements do, and holds no code, quotation or stray mark.
    r"""(?=[\p{Lu}\p{Lt}\p{Lo}\p{Nd}])[^*\[\]{}<>|"“”„«»「」『』\n]*[.!。！।۔]"""
)
_WORD = regex.compile(rf"{SPACELESS}|[\p{{L}}\p{{N}}\p{{M}}'’-]+")


def find_claims(post: Post) -> tuple[str, ...]:
    """Return the first sentence of each paragraph of a post's body that states something.

    It is no question, no greeting, no quotation, no part of a heading, list or quote, and does
    not lean on the sentence before. Those that point at nothing around them come first.
    """
    return _find(post.body, post.lang.partition("-")[0])


@lru_cache(maxsize=256)
def _find(body: str, lang: str) -> tuple[str, ...]:
    end = body.find("\n\n", MOST_READ)
    read = body if end < 0 else body[:end]
    blocks = make_source_map(Source("", read)).blocks
    texts = (each.text for each in blocks if _is_prose(each, read))
    found = (next((each for each in _sentences(text) if _states(each, lang)), "") for text in texts)
    return tuple(sorted(filter(None, found), key=lambda each: _points(each, lang)))


def _is_prose(block: Block, body: str) -> bool:
    """Say whether a block is a paragraph of the text; one all in italics is a note beside it."""
    if "paragraph" not in block.parts or NO_PROSE & block.parts or _CREDIT.search(block.text):
        return False
    start, end = block.traced.span(0, len(block.text))
    return not (start and body[start - 1] in "*_" and body[end : end + 1] in {"*", "_"})


def _sentences(text: str) -> Iterator[str]:
    return (" ".join(each.split()) for each in sentences(text))


def _states(sentence: str, lang: str) -> bool:
    if not LEAST_SIGNS <= len(sentence) <= MOST_SIGNS or not _STATES.fullmatch(sentence):
        return False
    opening = "|".join(_words(table, lang) for table in (GREETINGS, LEANING, SENDING))
    is_apart = not regex.match(rf"(?:{opening})\b", sentence, regex.IGNORECASE)
    return is_apart and len(_WORD.findall(sentence)) >= LEAST_WORDS


def _points(sentence: str, lang: str) -> bool:
    """Say whether a sentence points at what stands around it."""
    found = regex.search(rf"\b(?:{_words(POINTING, lang)})\b", sentence, regex.IGNORECASE)
    return found is not None


def _words(table: Mapping[str, str], lang: str) -> str:
    return table.get(lang) or table["en"]
