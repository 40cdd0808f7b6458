"""SVG files that are refused, as they exhaust or would lose something, and what is said of each."""

from tests.markup.pictures.hostile import PNG, RUN, svg

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _chain(around: str, inside: str, count: int, steps: int) -> str:
    """Return elements each of which shows the one before, many times."""
    return "".join(
        around.format(n=n, inside=inside.format(n=n, that=n - 1) * count)
        for n in range(1, steps + 1)
    )


REPEATS = _chain('<g id="g{n}">{inside}</g>', '<use href="#g{that}"/>', 10, 7)
_PATTERN = '<pattern id="p{n}" width="1" height="1">{inside}</pattern>'
PAINTS = _chain(_PATTERN, '<g fill="url(#p{that})"><path/><path/><path/></g>', 10, 5)
CLASSED = _chain(_PATTERN, '<path class="a c{n}"/>', 40, 5)
CLASSES = "".join(f".c{n}{{fill:url(#p{n - 1})}}" for n in range(1, 6))
# Files that ask for more than a browser or a build should give, and what is said of each.
BOMBS = {
    "laughs": (
        svg("<text>&l9;</text>", before=f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]>'),
        "declares an entity, `l0`",
    ),
    "one long entity": (
        svg("&a;" * 1000, before=f'<!DOCTYPE svg [<!ENTITY a "{"a" * 50_000}">]>'),
        "declares an entity, `a`",
    ),
    "elements": (svg("<g/>" * 100_000), "has more than 50000 elements"),
    "elements that are left out": (svg("<x/>" * 100_000), "has more than 50000 elements"),
    "depth": (svg("<g>" * 5_000 + "</g>" * 5_000), "is nested more than 100 deep"),
    "repeats": (
        svg(f'<defs><g id="g0"><path/></g>{REPEATS}</defs><use href="#g7"/>'),
        "shows more than 250000",
    ),
    "repeats of repeats of all": (
        svg(
            f'<g id="g0"><path/></g>{REPEATS.replace("href", "xlink:href")}<use xlink:href="#g7"/>'
        ),
        "shows more than 250000",
    ),
    "paints": (svg(f'<path id="p0"/>{PAINTS}<rect fill="url(#p5)"/>'), "shows more than 250000"),
    "paints by a sheet": (
        svg(f'<style>{CLASSES}</style>{CLASSED}<rect fill="url(#p5)"/>'),
        "shows more than 250000",
    ),
    "repeats behind a name that two have": (
        svg(f'<g id="g0"><path/></g>{REPEATS}<g id="g7"/><use href="#g7"/>'),
        "shows more than 250000",
    ),
    "filters": (
        svg(
            f'<filter id="f">{"<feGaussianBlur/>" * 10}</filter>'
            + '<path filter="url(#f)"/>' * 1000
        ),
        "shows more than 250000",
    ),
    "bytes": (svg(f'<path d="{"M0 0" * 600_000}"/>'), "has 2.4 MB"),
    "a sheet": (
        svg(f"<style>{'a{fill:red}' * 40_000}</style>"),
        "has 0.4 MB of styles, of which 0.2 MB are read",
    ),
    "a sheet of brackets": (
        svg(f"<style>a{{fill:{'(' * 9000}</style>"),
        "has a style sheet that is nested too deep",
    ),
    "width": (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="2"/>',
        "has 1e+09 x 2 pixels",
    ),
    "no width": (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="2"/>',
        "has 0 x 2 pixels",
    ),
    "a line": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 90000"/>',
        "has 9 x 90000 pixels",
    ),
    "no size": (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>', "has no size"),
    "an unending box": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e999 1"/>',
        "has no size",
    ),
    "no namespace": (b'<svg viewBox="0 0 9 9"/>', "is not said to be SVG"),
    "another namespace": (b'<svg xmlns="urn:x" viewBox="0 0 9 9"/>', "is not said to be SVG"),
    "a page": (b"<html><svg /></html>", "begins with `html`"),
    "what breaks off": (svg("<g>")[:-9], "is not formed as XML"),
    "a tag that nobody closes": (svg("<g>"), "is not formed as XML: mismatched tag in line 1"),
    "an encoding of nobody's": (
        b'<?xml version="1.0" encoding="x-none"?>' + svg(""),
        "an unknown encoding",
    ),
    "a script where a picture is": (
        svg(f'\n<image href="javascript:{RUN}"/>'),
        "shows `javascript:window.ran=1` in line 2",
    ),
    "a picture that breaks off": (
        svg(f'<image href="data:image/png;base64,{PNG[:60]}"/>'),
        "holds in line 1",
    ),
    "words in HTML": (
        svg("\n<foreignObject><h:p>A</h:p></foreignObject>"),
        "holds words as HTML in line 2",
    ),
    "words in HTML that nothing stands for": (
        svg("<switch>\n<foreignObject><h:p>A</h:p></foreignObject></switch>"),
        "holds words as HTML in line 2",
    ),
}
