"""What a browser may load and do on a page, and the headers with which a host says so.

Directives and their meaning: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from collections.abc import Iterable, Mapping

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
REFERRER_POLICY = "strict-origin-when-cross-origin"

_FOR_ALL: Mapping[str, str] = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Readers that run in a browser fetch feeds from a page of their own.
_FOR_FEEDS: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}


def make_page_policy(hosts: Iterable[str]) -> str:
    """Return what a page may load that shows pages of these hosts in frames; else nothing more."""
    return _policy(_with_frames(hosts))


def make_header_policy(hosts: Iterable[str]) -> str:
    """Return what all pages together may load; `hosts` are those of frames on any of them.

    Only a header can keep others from framing a page. It goes with every page, so that it allows
    what search and frames need: where a page says less itself, a browser holds to both.
    """
    return _policy(_WITH_PROGRAM, _with_frames(hosts), {"frame-ancestors": "'none'"})


def _with_frames(hosts: Iterable[str]) -> Mapping[str, str]:
    sources = " ".join(f"https://{host}" for host in sorted(set(hosts)))
    return {"frame-src": sources} if sources else {}


def make_headers(base_path: str, hosts: Iterable[str] = ()) -> str:
    """Return what `_headers` holds, as Netlify and Cloudflare Pages read it.

    Args:
        base_path: The start of the site's addresses, such as `/blog`, or nothing.
        hosts: Those that pages may show in frames.
    """
    rows = {
        "/*": {"Content-Security-Policy": make_header_policy(hosts), **_FOR_ALL},
        "/feeds/*": _FOR_FEEDS,
    }
    return "".join(
        f"{base_path}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rows.items()
    )
