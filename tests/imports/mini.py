"""A made-up blog in the style of Jekyll, small enough to be read."""

from pathlib import Path

# One white pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae4260"
    "82"
)

CONFIG = """\
title: "Lindenmark Libraries: stories"
url: https://old.lindenmark.example
description: Stories from the people behind the counter.
lang: en
timezone: Europe/Berlin
permalink: /blog/:year/:month/:day/:title/
"""

AUTHORS = """\
ana:
  name: Ana Müller
  role: Librarian
  bio: I wind the clock.
"""

LIFT = """\
---
layout: post
title: "The <em>lift</em> that stopped"
date: 2015-06-03 09:00:00 +0200
authors:
- ana
- bo-lee
tags:
- Buildings
- open source
excerpt: 'We called [the engineer](https://lifts.example) twice: {{ "ana" | team_link }} knows.'
image: /assets/blog/lift.png
image_figcaption: The lift, between two floors.
redirect_from: /2015/06/02/lift/
hero: false
mood: calm
---
{% image "assets/blog/lift.png" "The lift, seen from above" %}

By {{ "ana" | team_link }}, who also wrote
[about the stairs]({{ "/blog/2016/01/02/stairs/" | url }}).

<script src="https://track.example/t.js"></script>

![The old motor]({{ site.baseurl }}/assets/blog/motor.png)

Call us [on the contact page]({{ "/contact/" | url }}).

```liquid
{% raw %}{{ page.title }}{% endraw %}
```
"""

POSTS = {
    "_posts/2015-06-03-The_Lift.md": LIFT,
    "_posts/2016-01-02-stairs.md": "---\ntitle: Stairs\n---\nThey go up. And down.\n",
    "_posts/2016-02-03-stairs.md": "---\ntitle: More stairs\nauthor: Ana\n---\n# Up\n\nAnd up.\n",
    "_posts/2016-03-04-broken.md": "---\ntitle: a\n\tb: c\n---\nText that must not be lost.\n",
    "_posts/2016-04-05-page.html": "---\ntitle: Page\n---\n<p>A page.</p>\n",
    "_drafts/roof.md": "---\ntitle: The roof\n---\nIt leaks.\n",
}


def write_mini(root: Path) -> Path:
    """Write the blog below a folder, and return its own."""
    files: dict[str, str | bytes] = {
        "_config.yml": CONFIG,
        "_data/authors.yml": AUTHORS,
        "assets/blog/lift.png": PNG,
        "assets/blog/unused.png": PNG,
        **POSTS,
        "_posts/2016-05-06-latin.md": "---\ntitle: Café\n---\n".encode("latin-1"),
    }
    for path, text in files.items():
        file = root / "old-blog" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root / "old-blog"
