"""What a browser may load and do on a page, and the headers with which a host says so.

Directives and their meaning: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from collections.abc import Mapping

# All that a page needs is the site's own, in files of their own. Nothing is inline, so whatever
# might get past the sanitiser is not run.
_DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
# The search in the browser is a program compiled to WebAssembly; no other page may run one.
_WITH_PROGRAM = {"script-src": "'self' 'wasm-unsafe-eval'"}


def _policy(*changes: Mapping[str, str]) -> str:
    directives = dict(_DIRECTIVES)
    for each in changes:
        directives |= each
    return "; ".join(f"{name} {value}" for name, value in directives.items())


PAGE_POLICY = _policy()
SEARCH_POLICY = _policy(_WITH_PROGRAM)
# Only a header can keep others from framing a page. It goes with every page, so that it allows
# what search needs: where a page says less itself, a browser holds to both.
HEADER_POLICY = _policy(_WITH_PROGRAM, {"frame-ancestors": "'none'"})
REFERRER_POLICY = "strict-origin-when-cross-origin"

_HEADERS: Mapping[str, Mapping[str, str]] = {
    "/*": {
        "Content-Security-Policy": HEADER_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    },
    # Readers that run in a browser fetch feeds from a page of their own.
    "/feeds/*": {"Access-Control-Allow-Origin": "*"},
}


def make_headers(base_path: str) -> str:
    """Return what `_headers` holds, as Netlify and Cloudflare Pages read it.

    Args:
        base_path: The start of the site's addresses, such as `/blog`, or nothing.
    """
    return "".join(
        f"{base_path}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in _HEADERS.items()
    )
