"""Records on the AT Protocol that stand for the site and its posts, as standard.site has them.

Another program writes a record, with the key of whoever owns it; here is only told which it is.
"""

from advocacy import fields
from advocacy.schema import Reading

DOCUMENT = "site.standard.document"
PUBLICATION = "site.standard.publication"

# The two kinds of identifiers, and the signs of a record's key, of atproto.com/specs.
_OWNER = r"did:(?:plc:[a-z2-7]{24}|web:[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
_KEY = r"(?!\.{1,2}$)[A-Za-z0-9._~:-]{1,512}"


def _record_of(collection: str) -> Reading:
    cure = f"Copy the record's address: `at://did:plc:…/{collection}/…`."
    return fields.pattern(rf"at://{_OWNER}/{collection.replace('.', '[.]')}/{_KEY}", cure)


document_uri = _record_of(DOCUMENT)
publication_uri = _record_of(PUBLICATION)
