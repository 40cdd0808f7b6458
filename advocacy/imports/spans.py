"""Links, pictures and code as they are written in Markdown, or within a block of HTML."""

import html
import re


def make_link(text: str, address: str, *, in_html: bool) -> str:
    """Return a link; its text is what a reader sees, or a picture's Markdown."""
    if in_html:
        return f'<a href="{html.escape(address)}">{html.escape(text, quote=False)}</a>'
    return f"[{text}]({make_destination(address)})"


def make_picture(address: str, alt: str, caption: str = "", *, in_html: bool) -> str:
    """Return a picture; in Markdown its caption stands where a title does."""
    alt, caption = " ".join(alt.split()), " ".join(caption.split())
    if in_html:
        shown = f"<figcaption>{html.escape(caption, quote=False)}</figcaption>" if caption else ""
        return f'<img src="{html.escape(address)}" alt="{html.escape(alt)}">{shown}'
    title = ' "' + caption.replace('"', "&quot;") + '"' if caption else ""
    return f"![{make_text(alt)}]({make_destination(address)}{title})"


def make_code(code: str, language: str = "", *, in_html: bool) -> str:
    """Return code: a span where it is one line, else a block."""
    if in_html:
        return f"<code>{html.escape(code, quote=False)}</code>"
    if "\n" not in code.strip() and not language:
        ticks = "``" if "`" in code else "`"
        return f"{ticks}{code.strip()}{ticks}"
    fence = "````" if "```" in code else "```"
    return "{0}{1}\n{2}\n{0}".format(fence, language, code.strip("\n"))


def make_text(plain: str) -> str:
    """Return plain text so that Markdown and HTML read it as no more than that."""
    return re.sub(r"([\\\[\]*_`])", r"\\\1", html.escape(plain, quote=False))


def make_destination(address: str) -> str:
    """Return an address as a Markdown destination, between `<>` where it has spaces."""
    return f"<{address}>" if re.search(r"[\s()]", address) else address
