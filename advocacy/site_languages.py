"""Which languages a site has, and that all that it says in them is there."""

from collections.abc import Iterable, Iterator, Mapping

from advocacy import fields
from advocacy.errors import nearest
from advocacy.schema import FieldError, Node

language = fields.pattern(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "Write a language as `en`, `pt-BR` or `zh-Hant`."
)


def read_languages(node: Node) -> object:
    """Read a list of languages, of which the first is the default."""
    if node.value == ():
        raise FieldError('There is none. Write the default language, such as `["en"]`.')
    return fields.many(language)(node)


def check_languages(
    languages: tuple[str, ...], tables: Mapping[str, Iterable[str]], name: str
) -> Iterator[str]:
    """Say which languages stand twice, have no disclosure, or are none of the site's.

    Args:
        languages: Those of the site.
        tables: By key of the settings, the languages in which it says something; `disclosure` is
            needed in each.
        name: What the organisation is called.
    """
    seen = [each.lower() for each in languages]
    for index, each in enumerate(languages):
        # Their addresses do not differ in case.
        if each.lower() in seen[:index]:
            yield f"`languages`: `{each}` stands there twice. Take one out."
        elif each not in tables["disclosure"]:
            cure = f'Add `{each} = "I work at {name}."` below [disclosure].'
            yield f"`disclosure`: there is none in `{each}`. {cure}"
    known = ", ".join(f"`{each}`" for each in languages)
    for key, table in tables.items():
        for word in table:
            if word not in languages:
                cure = nearest(word, languages) or f" `languages` has {known}."
                yield f"`{key}`: `{word}` is no language of the site.{cure}"
