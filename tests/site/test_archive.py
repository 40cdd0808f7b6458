"""A build of an old archive, whose guide has been changed."""

from tests.site.conftest import GUIDE, SETTINGS, SmallSite

ATTEST = '\n```yaml attest\nid: Values.Asked\nask: "I asked them."\n```\n'
RULE = """
```yaml rule
id: Values.Rain
extends: existence
level: error
message: "'%s'"
tokens: [rained]
examples: {bad: ["It rained."], good: ["It snowed."]}
```
"""


def test_a_hundred_posts_build_after_a_new_wording_and_a_new_rule(small_site: SmallSite) -> None:
    small_site.write("advocacy.toml", f'{SETTINGS}[editorial]\nbaseline = "baseline.json"\n')
    small_site.write("content/pages/values.md", GUIDE + ATTEST)
    for number in range(100):
        small_site.post(f"post-{number}", fields={"attest": "{Values.Asked: vf862c57}"})
    refused = small_site.run()
    assert small_site.run("advocacy check", "--update-baseline").status == 0
    reworded = ATTEST.replace("asked them", "asked each of them")
    small_site.write("content/pages/values.md", GUIDE + reworded + RULE)

    built = small_site.run()
    small_site.post("post-101")
    held = small_site.run()

    assert (refused.status, built.status, held.status) == (2, 0, 1)
    assert "baseline.json: There is no such baseline" in refused.said
    assert "100 Attest.Stale, 100 Values.Rain. None of them blocks." in built.said
    assert "content/posts/post-101.md:1:1: Attest.Missing" in held.said
    assert held.said.count(", blocks]") == 2
