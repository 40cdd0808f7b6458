"""Opening addresses of the public web: by its two protocols alone, and of no machine inside."""

import ssl
from email.message import Message
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from advocacy.built.public_hosts import InsideError, Reach


def open_address(request: Request, reach: Reach, timeout_seconds: float) -> HTTPResponse:
    """Open an address; each redirect leads to the web too, and to no machine inside.

    Raises:
        HTTPError: The server says that nothing is there.
        URLError: There is no answer; its reason is an InsideError where nobody was asked.
    """
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        _Plain(reach),
        _Safe(reach),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    response: HTTPResponse = opener.open(request, timeout=timeout_seconds)
    return response


class _PlainConnection(HTTPConnection):
    def __init__(self, host: str, *, reach: Reach, **more: Any) -> None:
        super().__init__(host, **more)
        self.reach = reach

    def connect(self) -> None:
        self.sock = self.reach.connect(self.host, self.port, self.timeout)


class _SafeConnection(HTTPSConnection):
    def __init__(self, host: str, *, reach: Reach, context: ssl.SSLContext, **more: Any) -> None:
        super().__init__(host, context=context, **more)
        self.reach, self.context = reach, context

    def connect(self) -> None:
        opened = self.reach.connect(self.host, self.port, self.timeout)
        self.sock = self.context.wrap_socket(opened, server_hostname=self.host)


class _Plain(HTTPHandler):
    def __init__(self, reach: Reach) -> None:
        super().__init__()
        self.reach = reach

    def http_open(self, req: Request) -> HTTPResponse:
        if _is_direct(req, self.reach):
            return self.do_open(_PlainConnection, req, reach=self.reach)  # type: ignore[arg-type]
        return super().http_open(req)


class _Safe(HTTPSHandler):
    def __init__(self, reach: Reach) -> None:
        self.context = ssl.create_default_context()
        super().__init__(context=self.context)
        self.reach = reach

    def https_open(self, req: Request) -> HTTPResponse:
        if _is_direct(req, self.reach):
            more = {"reach": self.reach, "context": self.context}
            return self.do_open(_SafeConnection, req, **more)  # type: ignore[arg-type]
        return super().https_open(req)


def _is_direct(request: Request, reach: Reach) -> bool:
    """Say whether a host is asked itself, or through a proxy, which may know more names than we.

    Raises:
        URLError: It is asked through a proxy, and known to be inside.
    """
    parts = urlsplit(request.full_url)
    if request.host == parts.netloc:
        return True
    try:
        reach.addresses(parts.hostname or "", parts.port or 80)
    except InsideError as error:
        raise URLError(error) from None
    except OSError:
        return False
    return False


class _Redirects(HTTPRedirectHandler):
    """Follows redirects by the method that was asked by."""

    def redirect_request(
        self, req: Request, fp: object, code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        """Return the next request."""
        onward = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
        if onward:
            onward.method = req.get_method()
        return onward
