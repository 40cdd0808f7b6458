import pytest

from advocacy.phrases import make_phrase_pattern


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("I work here.",         "Yes, i WORK\nhere!",          True),
        ("I'm at Lindenmark",    "I’m at Lindenmark, too",      True),
        ("at Lindenmark",        "at Lindenmarkt",              False),
        ("at Lindenmark",        "that Lindenmark",             False),
        ("図書館で働いています", "私は図書館で働いていますよ。", True),
        ("図書館で働いています。", "図書館で働いています",       True),
        ("ฉันทำงานที่นี่",          "และฉันทำงานที่นี่ด้วย",           True),
        ("18F の社員",           "私は 18F の社員です",         True),
        ("18F の社員",           "118F の社員です",             False),
    ],
)  # fmt: skip
def test_a_phrase_is_found_between_words(phrase: str, text: str, is_found: bool) -> None:
    assert bool(make_phrase_pattern(phrase).search(text)) is is_found
