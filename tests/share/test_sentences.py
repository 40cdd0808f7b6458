import pytest

from advocacy.share.sentences import as_sentence, gap_after, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?",                     ["One.", "Two!", "Three?"]),
        ("“One.” (Two.) Three",                  ["“One.”", "(Two.)", "Three"]),
        ("Dr. Ana and Mr. Bo came. They read.",  ["Dr. Ana and Mr. Bo came.", "They read."]),
        ("It has 3.5 km. of shelves.",           ["It has 3.5 km. of shelves."]),
        ("See example.org. Then go.",            ["See example.org.", "Then go."]),
        ("Sen. Bo met Acme Inc. Then he left.",  ["Sen. Bo met Acme Inc. Then he left."]),
        ("It was in the U.S.\nCourt. They sat.", ["It was in the U.S.\nCourt.", "They sat."]),
        ("On Sept. 17 and in No. 5 we sat.",     ["On Sept. 17 and in No. 5 we sat."]),
        ("No. We did not. See p. 5.",            ["No.", "We did not.", "See p. 5."]),
        ("Vgl. Abb. 3. Dann ca. 20 Uhr.",        ["Vgl. Abb. 3.", "Dann ca. 20 Uhr."]),
        ("A heading\n\nA text. More.",           ["A heading", "A text.", "More."]),
        ("By Dr.\n\nAna wrote.",                 ["By Dr.", "Ana wrote."]),
        ("夜です。（静か。）時計。",             ["夜です。", "（静か。）", "時計。"]),
        ("えっ！？本当。すごい！　次。",         ["えっ！？", "本当。", "すごい！", "次。"]),
        ("他说：“我来了。”然后走了。",           ["他说：“我来了。”", "然后走了。"]),
        ("यह घड़ी है। हम गिनते हैं।",                 ["यह घड़ी है।", "हम गिनते हैं।"]),
        ("من يفتح؟ نحن.",                        ["من يفتح؟", "نحن."]),
        ("یہ گھڑی ہے۔ ہم گنتے ہیں۔",             ["یہ گھڑی ہے۔", "ہم گنتے ہیں۔"]),
        ("Wait… What?",                          ["Wait…", "What?"]),
        ("",                                     []),
    ],
)  # fmt: skip
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("I work here",          "I work here."),
        ("I work at 18F",        "I work at 18F."),
        ("Really?",              "Really?"),
        ("“Yes.”",               "“Yes.”"),
        ("夜。",                 "夜。"),
        ("図書館で働いています", "図書館で働いています。"),
        ("मैं यहाँ काम करती हूँ",     "मैं यहाँ काम करती हूँ।"),
        ("ฉันทำงานที่นี่",          "ฉันทำงานที่นี่"),
        ("18",                   "18."),
    ],
)  # fmt: skip
def test_a_sentence_ends_as_one_in_its_script(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [("One.", " "), ("夜。", ""), ("「夜。」", ""), ("“夜。”", ""), ("“Yes.”", " "), ("ฉัน", " ")],
)
def test_no_space_follows_a_full_width_stop(sentence: str, gap: str) -> None:
    assert gap_after(sentence) == gap
