"""Addresses of records: those of the one collection that is meant, by owners that there can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.schema import FieldError, make_node
from advocacy.standard_site import document_uri, publication_uri

PLC = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
DOCUMENT = f"at://{PLC}/site.standard.document/3mek5jhip372r"
PUBLICATION = f"at://{PLC}/site.standard.publication/self"


@pytest.mark.parametrize(
    ("read", "uri"),
    [
        (document_uri, DOCUMENT),
        (document_uri, "at://did:web:blog.example.org/site.standard.document/a:b~c.d_e-f"),
        (publication_uri, PUBLICATION),
    ],
)
def test_the_address_of_a_record_is_taken(read, uri):
    assert read(make_node(uri)) == uri


@pytest.mark.parametrize(
    "uri",
    [
        PUBLICATION,
        "https://bsky.app/profile/ana.example/post/3k",
        DOCUMENT.replace("at://", "https://"),
        DOCUMENT.replace(PLC, "ana.example"),
        DOCUMENT.replace(PLC, PLC[:-1]),
        DOCUMENT.replace(PLC, PLC.replace("6", "1")),
        DOCUMENT.replace(PLC, "did:key:zQ3sh"),
        DOCUMENT.replace(PLC, "did:web:localhost"),
        DOCUMENT.replace("site.standard", "siteXstandard"),
        DOCUMENT.removesuffix("3mek5jhip372r"),
        DOCUMENT.replace("3mek5jhip372r", ".."),
        f"{DOCUMENT}/",
        f"{DOCUMENT}?x",
        f"{DOCUMENT}#x",
        f'{DOCUMENT}"><script>',
        f"{DOCUMENT}{'a' * 512}",
    ],
)
def test_no_other_address_is_taken(uri):
    with pytest.raises(FieldError, match=r"at://did:plc:…/site\.standard\.document/…"):
        document_uri(make_node(uri))


@given(st.text(alphabet="at:/didplcweb.site#?\"'<>& \n%~", max_size=80))
def test_what_is_taken_has_no_sign_that_could_end_an_attribute(text):
    try:
        taken = document_uri(make_node(f"{DOCUMENT}{text}"))
    except FieldError:
        return

    assert not set("\"'<>&? \n") & set(str(taken))
