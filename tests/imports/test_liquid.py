"""Liquid, form by form: a source's text, and what becomes of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.imports.liquid import replace_liquid
from advocacy.imports.parts import split_body
from advocacy.imports.scope import Scope

SCOPE = Scope(
    variables={"page.title": "The lift", "image": "/assets/lift.png", "site.title": "Our blog"},
    names={"ana": "Ana Müller"},
    pages={"ana": "../staff/ana.md"},
    posts={"2015-06-03-lift": "2015-06-03-lift.md"},
)


@pytest.mark.parametrize(
    ("liquid", "became"),
    [
        ('{% image "assets/a.png" "A lift" %}', "![A lift](assets/a.png)"),
        ("{% image 'assets/a.png', 'A lift' %}", "![A lift](assets/a.png)"),
        ('{% image "a.png" "The "big" lift" %}', '![The "big" lift](a.png)'),
        ('{% image "a.png" ""Quoted"" %}', "![Quoted](a.png)"),
        ('{% image "a.png" %}', "![](a.png)"),
        ('{% image src="a.png" alt="A lift" %}', "![A lift](a.png)"),
        ('{% image "my lift.png" "A lift" %}', "![A lift](<my lift.png>)"),
        ('{% image_with_class "a.png" "wide" "A lift" %}', "![A lift](a.png)"),
        ('<p>{% image "a.png" "A lift" %}</p>', '<p><img src="a.png" alt="A lift"></p>'),
        ("{{ site.baseurl }}/assets/a.png", "/assets/a.png"),
        ("{{site.baseurl\n}}/a", "/a"),
        ("{{- site.url -}}/a", "/a"),
        ('[x]({{ "/2015/06/03/lift/" | url }})', "[x](/2015/06/03/lift/)"),
        ('[x]({{ "/a" | prepend: site.baseurl | relative_url }})', "[x](/a)"),
        ('[x]({{ "/a\n> b/" | url }})', "[x](/ab/)"),
        ("[x]({{ image | url }})", "[x](/assets/lift.png)"),
        ('{{ "ana" | team_link }}', "[Ana Müller](../staff/ana.md)"),
        ('{{"ana"|team_link}}', "[Ana Müller](../staff/ana.md)"),
        (
            '<p>{{ "ana" | team_link }}</p>',
            '<p><a href="../staff/ana.md">Ana Müller</a></p>',
        ),
        ('{{ "bo-lee" | team_link }}', "Bo Lee"),
        ('{{ "ana" | team_photo }}said', "said"),
        ('{{ "https://v.example/1" | embed: "A | talk" }}', "[A | talk](https://v.example/1)"),
        ("{{ page.title }}", "The lift"),
        ("{{ page.nothing }}.", "."),
        ("{{ page.title | upcase }}", "The lift"),
        ('{% include "f.html", image: "a.png", alt: "A, b" %}', "![A, b](a.png)"),
        (
            '{% include f.html image="a.png" alt="A" caption="The lift" %}',
            '![A](a.png "The lift")',
        ),
        (
            '{% include f.html image="a.png" url="https://v.example" alt="A" %}',
            "[![A](a.png)](https://v.example)",
        ),
        ('{% include note.html text="Mind the step" %}', "Mind the step"),
        ("{% include nav.html %}", ""),
        ("[x]({% post_url 2015-06-03-lift %})", "[x](2015-06-03-lift.md)"),
        ("[x]({% link _posts/2015-06-03-lift.md %})", "[x](2015-06-03-lift.md)"),
        (
            "{% youtube abc %}",
            "[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)",
        ),
        ('{% callout "Mind the step" %}', "Mind the step"),
        ("{% if page.x %}kept{% else %}too{% endif %}", "kepttoo"),
        ("a{% comment %}b {{ c }}{% endcomment %}d", "ad"),
        ("a<!-- {{ c }} -->d", "ad"),
        ("{% raw %}<b>plain</b>{% endraw %}", "<b>plain</b>"),
        ("{% raw %}{{ x }}{% endraw %}", "`{{ x }}`"),
        ("<p>{% raw %}{{ x }}{% endraw %}</p>", "<p><code>{{ x }}</code></p>"),
        ("`{{ x }}`", "`{{ x }}`"),
        ("{{% comment %}x{% endcomment %}{ y }}", "&#123;&#123; y }}"),
        ("`{% raw %}{{{% endraw %} x }}`", "`{{ x }}`"),
        ("```\n{{ x }}\n```", "```\n{{ x }}\n```"),
        ("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}", "\n```\n{{ x }}\n```\n"),
        ("Text\n\n    {{ x }}\n", "Text\n\n    {{ x }}\n"),
        ("- item\n\n    {{ page.title }}\n", "- item\n\n    The lift\n"),
        ("<pre>{{ x }}</pre>", "<pre>{{ x }}</pre>"),
        ("{% highlight ruby %}\n{{ x }}\n{% endhighlight %}", "```ruby\n{{ x }}\n```"),
        ("```\nnever closed {{ x }}", "```\nnever closed "),
        ("half {{ a tag", "half &#123;&#123; a tag"),
        ("half {% a tag", "half &#123;% a tag"),
        ("{% raw %}{{ x }}{% endraw %} a ` b", "<code>{{ x }}</code> a ` b"),
        ("`{% raw %}`", "`{% raw %}`"),
    ],
)
def test_each_form_of_liquid_becomes_what_readers_should_see(liquid: str, became: str) -> None:
    assert replace_liquid(liquid, SCOPE).text == became


@pytest.mark.parametrize(
    ("liquid", "noted"),
    [
        ('{% image "a.png" "A lift" %}', []),
        ('{{ "/a" | url }}', []),
        ('{{ "ana" | team_link }}', []),
        ('{{ "bo" | team_link }}', [("liquid", "Bo")]),
        ('{{ "ana" | team_photo }}', [("liquid", "")]),
        ("{% include nav.html %}", [("liquid", "")]),
        ("{% comment %}x{% endcomment %}", [("dropped", "")]),
        ("<!-- {{ x }} -->", [("dropped", "")]),
        ("{{ page.nothing }}", [("liquid", "")]),
    ],
)
def test_what_is_not_the_same_afterwards_is_noted(
    liquid: str, noted: list[tuple[str, str]]
) -> None:
    notes = replace_liquid(liquid, SCOPE).notes

    assert [(note.kind, note.became) for note in notes] == noted


WORDS = """
{{ }} {% %} x ` ``` ~~~ <p> </p> <!-- --> <script> </script> "a" | -
{%raw%} {%endraw%} {%comment%} {%endcomment%} {%highlight%} {%endhighlight%}
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "    "])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_liquid_is_left_outside_code_whatever_is_written(body: str) -> None:
    became = replace_liquid(body, SCOPE).text

    outside = [part.text for part in split_body(became) if part.kind != "code"]
    assert not any(re.search(r"\{\{|\{%", text) for text in outside)
