"""What the people of the scenario write."""

from hashlib import sha256
from io import BytesIO

from PIL import Image

NAMES = {"ana": "Ana Costa", "zoe": "Zoë Lukasik", "job": "The forge's job"}


def make_colleague(who: str, role: str, topic: str) -> str:
    """Return a colleague's file, with the address that their commits have, as a hash."""
    address = sha256(f"{who}@lindenmark.example".encode()).hexdigest()
    facts = f"name: {NAMES[who]}\nrole: {role}\nask_me_about: [{topic}]\ncommit_emails: [{address}]"
    return f"---\n{facts}\n---\n\nI know the eleven villages, and who reads what there.\n"


STAFF = {
    "ana": make_colleague("ana", "Drives the library bus", "villages"),
    "zoe": make_colleague("zoe", "Edits this blog", "plain words"),
}
PRODUCTS = {"products = []": 'products = ["Lindenmark Card"]'}
REVIEW = """
[review]
editors = ["zoe"]
who_wrote = "error"

[review.approve]
service = ["zoe"]
"""

FIRST_POST = "content/posts/2026-11-20-begin-with-a-tuesday.md"
POST = "content/posts/2026-11-23-the-bus-waits.md"
BAD = """\
---
id: tag:stories.lindenmark.example,2026-11-23:the-bus-waits
title: The bus waits at Holm
date: 2026-11-23
authors: [ana]
summary: Why the library bus stands at the church in Holm for longer than it says.
topics: [behind-the-scenes]
purpose: service
audience: neighbours
question: Where should the bus wait for you?
---

The timetable gives Holm twenty minutes. I stay for thirty, because the school lets out late.

In October the chairman of the parish council came to ask why. We stood by the door and
looked at the road together:

![](../images/holm.png)

It has been thirty minutes ever since. The Lindenmark Card is a great help on such a day.
"""
# What only Ana knows; a suggestion mends the rest.
MENDED = {
    "authors: [ana]\n": "authors: [ana]\nattest: {Values.Consent: v3d74909}\n",
    "![]": "![Three children run across a wet road to the library bus.]",
    "The Lindenmark Card is": "I work at Lindenmark Libraries, and our Lindenmark Card is",
}
# What nobody else has read yet.
ADDED = {"ever since.": "ever since. The next stop has grown used to it."}
# What no machine finds.
WRONG = {"I stay for thirty": "I stay for three hundred"}

PICTURE = "content/images/holm.png"


def draw_picture() -> bytes:
    """Return a small picture."""
    file = BytesIO()
    Image.new("RGB", (1280, 720), "#7a8f6a").save(file, "PNG")
    return file.getvalue()
