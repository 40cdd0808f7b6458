from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from advocacy.editorial.fixing.mending import Mended, mend
from advocacy.publishing.desk import Desk, open_desk
from advocacy.site import Site
from tests.conftest import POST, STAFF

GUIDE = """\
---
title: Values
---

## Plain {#plain}

```yaml rule
id: Values.Swap
extends: substitution
message: "Write `%s`, not `%s`."
ignorecase: true
swap:
  chairman: chair
  utilize: use
  elderly: old
  stomach ache: belly pain
  first: second
  second: third
examples: {bad: ["The chairman."], good: ["The chair."]}
```

```yaml rule
id: Values.Out
extends: existence
message: "Take `%s` out."
action: {name: remove}
ignorecase: true
tokens: [really, basically]
examples: {bad: ["It is really good."], good: ["It is good."]}
```

```yaml rule
id: Values.Calm
extends: existence
message: "`%s` shouts."
action: {name: edit, params: [trim_right, "!"]}
nonword: true
tokens: ['\\w+!+']
examples: {bad: ["Stop!"], good: ["Stop."]}
```

```yaml rule
id: Values.Raw
extends: substitution
message: "Write `%s`, not `%s`."
scope: raw
swap: {colour: color}
examples: {bad: ["A colour."], good: ["A color."]}
```

```yaml rule
id: Values.Many
extends: substitution
message: "Write `%s`, not `%s`."
swap: {big: large|great}
examples: {bad: ["A big house."], good: ["A large house."]}
```

```yaml rule
id: Values.There
extends: substitution
message: "Write `%s`, not `%s`."
swap: {restless: eager, eager: restless}
examples: {bad: ["He is restless."], good: ["He is calm."]}
```
"""
OPEN = Callable[..., Desk]


@pytest.fixture
def open_with(site: Site, write: Callable[..., Path]) -> OPEN:
    """Open the desk of a site with one post, of which the whole text or the body is given."""

    def make(text: str | bytes) -> Desk:
        write("content/pages/values.md", GUIDE)
        write("content/staff/ana.md", STAFF)
        is_body = isinstance(text, str) and not text.startswith("---")
        whole = POST.partition("\nSomebody")[0] + f"\n{text}" if is_body else text
        write("content/posts/x.md", whole)
        return open_desk(site, date(2026, 11, 24))

    return make


def mend_all(desk: Desk) -> Mended:
    return mend(desk, desk.check())


def body_of(desk: Desk, mended: Mended) -> str:
    """Return what the post says below its front matter, once it is mended."""
    raw = mended.texts.get("content/posts/x.md") or desk.raw("content/posts/x.md")
    return raw.decode().partition("empty library?\n---\n\n")[2]
