"""An address says where it leads; one that looks like another is told, by its name in ASCII."""

import pytest

from advocacy.hosts import find_trick, read_names
from advocacy.markup.targets import TargetError, Targets, resolve_link
from advocacy.site import Site


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x",
        "https://example.org:8080/@ana",
        "https://münchen.example/",
        "https://xn--mnchen-3ya.example/",
        "https://пример.example/",
        "https://東京タワー.example/",
        "https://blog日本.example/",
        "https://서울.example/",
        "https://αθήνα.example/",
        "https://عربي.example/",
        "https://佐々木.example/",
        "https://☃.example/",
        "https://xn--n3h.example/",
        "https://٣.example/",
        "https://xn--99999999999.example/",
        "https://[2001:db8::1]/",
    ],
)
def test_a_plain_address_is_let_pass(address):
    assert find_trick(address) == ""


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://ana@example.org/", "has a name or a password before its host"),
        ("https://ana:secret@example.org/", "has a name or a password before its host"),
        ("https://example.org@evil.example/", "has a name or a password before its host"),
        ("https://exаmple.org/", "`xn--exmple-4nf.org`, of which a part mixes Cyrillic and Latin"),
        ("https://xn--exmple-4nf.org/", "a part mixes Cyrillic and Latin letters"),
        ("https://gοοgle.example/", "a part mixes Greek and Latin letters"),
        ("https://арр.example/", "a part has Cyrillic letters alone that look like Latin ones"),
        ("https://ｅxample.org/", "a part has letters that stand for others"),
    ],
)
def test_a_trick_is_told(address, told):
    assert told in find_trick(address)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("https://Example.org:8443/x",  {"example.org"}),
        ("https://bücher.example/",     {"xn--bcher-kva.example"}),
        ("https://straße.example/",     {"xn--strae-oqa.example", "strasse.example"}),
    ],
)  # fmt: skip
def test_a_host_has_each_name_that_browsers_may_ask_for(address, names):
    assert read_names(address) == names


def test_a_password_is_never_quoted():
    assert "secret" not in find_trick("https://ana:secret@example.org/")


@pytest.mark.parametrize("reference", ["https://exаmple.org/", "https://ana:secret@example.org/"])
def test_a_link_in_a_text_may_be_no_trick(site: Site, reference):
    with pytest.raises(TargetError, match="This address"):
        resolve_link(reference, "content/posts/x.md", Targets(site))
