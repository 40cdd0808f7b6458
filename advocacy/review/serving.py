"""A built site served to this machine alone, for as long as a browser looks at it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

LOCAL = "127.0.0.1"
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(application: Application) -> Iterator[str]:
    """Yield the origin at which an application answers, such as `http://127.0.0.1:40123`."""
    with make_server(LOCAL, 0, application, _Server, _Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{LOCAL}:{server.server_port}"
        finally:
            server.shutdown()
