"""A site that may show films: its settings, and what people wrote of them."""

SETTINGS = """
[embeds]
hosts = ["www.youtube-nocookie.com", "archive.org", "tube.example.org"]
"""
FRAME = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
BODY = """\
We filmed one night.

[The night shift, a film of three minutes](https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3s)

It rains from the first to the last minute of it.
"""
MORE = f"""{BODY}
[How a book is *bound*](https://archive.org/details/bookbinding1947)

[What leads away](https://tube.example.org/away)

[Not on the list](https://vimeo.com/76979871)
"""
PAIR = f"""{BODY}
[The day *after* it](https://youtu.be/9bZkp7q19f0)
"""
AMONG_WORDS = """\
See [the film](https://youtu.be/aqz-KE-bpKQ) first.

- [In a list](https://youtu.be/aqz-KE-bpKQ)

- [In another](https://youtu.be/aqz-KE-bpKQ)

> [In a quotation](https://youtu.be/aqz-KE-bpKQ)

!!! note
    [In a note](https://youtu.be/aqz-KE-bpKQ)

| [In a table](https://youtu.be/aqz-KE-bpKQ) |
|---|
| x |

As somebody said.[^1]

[^1]: [In a footnote](https://youtu.be/aqz-KE-bpKQ)
"""
ABOUT = f"---\nsummary: What we film.\n---\n\n{BODY}"
