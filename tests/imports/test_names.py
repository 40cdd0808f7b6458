"""Names, from the ids that sources use and from what posts say."""

import pytest

from advocacy.imports.names import find_names


@pytest.mark.parametrize(
    ("person", "text", "name"),
    [
        ("logan-mcdonald", "Thanks to Logan McDonald’s team.", "Logan McDonald"),
        ("selena-juneau-vogel", "[Selena\nJuneau-Vogel](/x) wrote", "Selena Juneau-Vogel"),
        ("laura-ponce", "By *Laura Poncé*", "Laura Poncé"),
        ("timlowden", "Tim Lowden of GSA", "Tim Lowden"),
        ("robert-l-read", "says Robert L. Read.", "Robert L. Read"),
        ("vincent-van-gogh", "Vincent van Gogh", "Vincent van Gogh"),
        ("ana-lee", "Ana Leé, Ana Lee, ANA LEE and Ana Lee", "Ana Lee"),
        ("ana-lee", "by ana lee, and ana-lee", None),
        ("ana-lee", "ANA LEE", None),
        ("ana-lee", "ana Lee and Ana lee", None),
        ("ana-lee", "thanks to Ana. Lee too", None),
        ("ana-lee", "Ana\n\nLee", None),
        ("ana-lee", "Ana Leeds and Mariana Lee", None),
        ("will", "Will we?", None),
        ("Ana Lee", "Ana Lee", None),
    ],
)
def test_a_name_is_spelled_as_posts_spell_it(person: str, text: str, name: str | None) -> None:
    assert find_names([person], [text]) == ({person: name} if name else {})
