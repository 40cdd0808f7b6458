from dataclasses import replace

import pytest

from advocacy.post import Post
from advocacy.share.claim import find_claims
from advocacy.source import Source
from tests.share.conftest import MakePost

CLAIM = "Once a year eleven of us count every book in the house."


def with_body(post: Post, body: str) -> Post:
    head = post.source.text[: post.body_start]
    return replace(post, source=Source(post.path, head + body))


@pytest.mark.parametrize(
    "body",
    [
        CLAIM,
        f"Hello everybody, and welcome to our blog.\n\n{CLAIM}",
        f"Dear readers of this small blog. {CLAIM}",
        f"Who counts the books in a library? {CLAIM} And then?",
        f"# A heading that states something.\n\n{CLAIM}",
        f"- A list that states something.\n- And more of it.\n\n{CLAIM}",
        f"> Somebody else who states something.\n\n{CLAIM}",
        f"!!! note\n    A box that states something here.\n\n{CLAIM}",
        f"| A table | that states |\n|---|---|\n| something | here. |\n\n{CLAIM}",
        f"<div>HTML that states something, too.</div>\n\n{CLAIM}",
        f"```\nCode that states something, too.\n```\n\n{CLAIM}",
        f"Run `count --all` in the evening, and wait. {CLAIM}",
        f"“You know the one that I had in March.” {CLAIM}",
        f"*Reference to others does not say that we like them.*\n\n{CLAIM}",
        f"_Somebody else wrote this, and we print it._\n\n{CLAIM}",
        f"I could not. {CLAIM}",
        f"But that was before we had a scanner. {CLAIM}",
        f"These are the books of a whole year. {CLAIM}",
        f"As mentioned before, some books are never counted. {CLAIM}",
        f"Next, we open every box of the attic. {CLAIM}",
        f"Read the whole story at the other blog. {CLAIM}",
        f"A shelf of books at night. Courtesy of the city’s archive.\n\n{CLAIM}",
        f"Eleven people stand on ladders here. Photo: Ana Müller\n\n{CLAIM}",
        f"Nobody had a better idea for this.\n\n{CLAIM}",
        f"What we keep is soon said: {CLAIM[:-1].lower()}:\n\n{CLAIM}",
        f"and so begins what somebody forgot to begin. {CLAIM}",
        f"{'Far too long ' + 'and longer ' * 30}to be quoted. {CLAIM}",
        "Once a year eleven of *us* count [every book](https://example.org/)\nin the **house**.",
    ],
)
def test_the_first_sentence_that_states_something_is_the_claim(
    make_post: MakePost, body: str
) -> None:
    assert find_claims(with_body(make_post(), body))[0] == CLAIM


@pytest.mark.parametrize(
    ("lang", "body", "claim"),
    [
        ("fr", "Bonjour à toutes et à tous les lecteurs. Une fois par an, on compte les livres.",
         "Une fois par an, on compte les livres."),
        ("de", "Lesen Sie den ganzen Text im Archiv. Einmal im Jahr zählen wir alle Bücher.",
         "Einmal im Jahr zählen wir alle Bücher."),
        ("de", "Der Turm hat seit dem Sommer zwei Uhren.",
         "Der Turm hat seit dem Sommer zwei Uhren."),
        ("de", "Die Bücherei zählt jedes Jahr alle Bücher.",
         "Die Bücherei zählt jedes Jahr alle Bücher."),
        ("de", "Das war im letzten Jahr noch anders.", ""),
        ("nl", "Het archief bewaart elk boek in de kelder.",
         "Het archief bewaart elk boek in de kelder."),
        ("nl", "Het was vorig jaar nog heel anders.", ""),
        ("sv", "Den gamla klockan går fortfarande varje natt.",
         "Den gamla klockan går fortfarande varje natt."),
        ("sv", "Det var helt annorlunda förra året.", ""),
        ("ja", "本は何冊？年に一度、全ての本を数えます。", "年に一度、全ての本を数えます。"),
        ("hi", "किताबें कितनी हैं? हर साल हम सब किताबें गिनते हैं। और?", "हर साल हम सब किताबें गिनते हैं।"),
        ("ar", "أهلا. نعد كل الكتب في المكتبة.", "نعد كل الكتب في المكتبة."),
        ("en", "", ""),
        ("en", "What? Why? Where would that be in your own library?", ""),
        ("en", "![A shelf](shelf.png)", ""),
    ],
)  # fmt: skip
def test_a_claim_is_found_in_other_scripts_or_not_at_all(
    make_post: MakePost, lang: str, body: str, claim: str
) -> None:
    claims = find_claims(replace(with_body(make_post(), body), lang=lang))

    assert claims == ((claim,) if claim else ())


def test_what_comes_late_in_a_long_body_is_not_looked_for(make_post: MakePost) -> None:
    questions = "Is it? " * 600

    assert not find_claims(with_body(make_post(), f"{questions}\n\n{CLAIM}"))


def test_each_paragraph_may_state_something(make_post: MakePost) -> None:
    body = f"{CLAIM} And more.\n\nIt is quiet then.\n\nSomebody has to wind the clock. So it beeps."

    assert find_claims(with_body(make_post(), body)) == (CLAIM, "Somebody has to wind the clock.")


def test_what_points_at_its_surroundings_comes_after_what_stands_alone(make_post: MakePost) -> None:
    pointing = "Somebody has to ask for this every year."
    body = f"{pointing} And more.\n\n{CLAIM}\n\nSomebody has to wind the clock."

    assert find_claims(with_body(make_post(), body)) == (
        CLAIM,
        "Somebody has to wind the clock.",
        pointing,
    )
