"""The hashtags of a site's topics: `[hashtags]` in advocacy.toml."""

from collections.abc import Iterator, Mapping

from advocacy import fields
from advocacy.errors import nearest
from advocacy.schema import FieldError, Node

_word = fields.pattern(r"#?\w{1,60}", 'A hashtag is one word, such as `"OpenLibrary"`.')


def read_hashtags(node: Node) -> object:
    """Read lists of hashtags by topic; `#` may stand before them or not."""
    return fields.table_of(fields.many(_hashtag))(node)


def check_hashtags(hashtags: Mapping[str, object], topics: Mapping[str, str]) -> Iterator[str]:
    """Say which hashtags are of no topic that the site has."""
    for topic in hashtags:
        if topic not in topics:
            cure = nearest(topic, topics) or " Add it below [topics]."
            yield f"`hashtags`: `{topic}` is no topic of the site.{cure}"


def _hashtag(node: Node) -> str:
    word = _word(node)
    assert isinstance(word, str)
    tag = word.removeprefix("#")
    if tag.islower():
        raise FieldError(f"`{word}` has no capitals. Begin each word with one: `OpenLibrary`.")
    return tag
