"""Twelve titles on which cards are tried, and what else stands on them."""

from collections.abc import Mapping
from pathlib import Path

from advocacy.share.cards.content import CardAuthor, CardContent

FONTS = Path(__file__).parent / "fonts"
# Noto Sans JP, of which only the characters of TITLES are left.
JAPANESE = FONTS / "noto-sans-jp-subset.woff"
NAME = "Lindenmark Libraries"
ANA = CardAuthor("Ana Müller", role="Children's librarian")
SUMMARY = "A week of carrying, a hundred and twelve neighbours in a chain, and what we learnt."

# By a name: the language, the title, its author, the organisation.
TITLES: Mapping[str, tuple[str, str, str, str]] = {
    "short": ("en", "The night shift", "Ana Müller", NAME),
    "very-long": (
        "en",
        "Why we moved forty thousand books four metres to the left, and what the neighbours, the "
        "movers and the mice in the cellar had to tell of it when all of it was over at last, in "
        "the spring, with the windows open",
        "Ana Müller",
        NAME,
    ),
    "one-word": (
        "de",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenaufbewahrungsschrank",
        "Jürgen Groß",
        "Büchereien Lindenmark",
    ),
    "arabic": (
        "ar",
        "لماذا نقلنا أربعين ألف كتاب (2026) أربعة أمتار إلى اليسار؟",
        "سلمى بن يوسف",
        "مكتبات ليندنمارك",
    ),
    "hebrew": (
        "he",
        "למה הזזנו ארבעים אלף ספרים (ב־2026) ארבעה מטרים שמאלה?",
        "נועה לוי",
        "ספריות לינדנמרק",
    ),
    "japanese": (
        "ja",
        "なぜ私たちは「四万冊」の本を、左に四メートル動かしたのか。",
        "水島 遥",
        "リンデンマルク図書館",
    ),
    "hindi": (
        "hi",
        "हमने चालीस हज़ार किताबें चार मीटर बाईं ओर क्यों खिसकाईं",
        "प्रिया शर्मा",
        "लिंडेनमार्क पुस्तकालय",
    ),
    "thai": (
        "th",
        "ทำไมเราจึงย้ายหนังสือสี่หมื่นเล่มไปทางซ้ายสี่เมตร",
        "สมชาย ใจดี",
        "ห้องสมุดลินเดินมาร์ก",
    ),
    "polish": (
        "pl",
        "Zażółć gęślą jaźń: dlaczego czytelnicy wracają do nas w środy",
        "Łucja Święcicka",
        "Biblioteki Lindenmark",
    ),
    "emoji": ("en", "We won 🎉 the prize 👩‍🚀👍🏽, and nobody 🇫🇷 slept", "Ana 🌙 Müller", NAME),
    "quotes": (
        "fr",
        "« Quoi ? Tu as dit “non” », et d’autres questions de l’été",
        "Élodie L’Hôpital",
        "Bibliothèques de Lindenmark",
    ),
    "mixed": (
        "en",
        "From Київ to Αθήνα: why שלום and سلام stand on our door – n̈ m̃ Ṩ",
        "Микола Ткаченко",
        NAME,
    ),
}


def make_content(name: str) -> CardContent:
    """Return what a card with one of the titles says."""
    lang, title, author, organisation = TITLES[name]
    return CardContent(
        title=title,
        organisation=organisation,
        authors=(CardAuthor(author, role=ANA.role if lang == "en" else ""),),
        summary=SUMMARY if lang == "en" else title,
        lang=lang,
        is_rtl=lang in {"ar", "he"},
        date="2026-03-31",
        quote=title,
    )
