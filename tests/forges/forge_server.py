"""A forge's API on this machine: as much of it as the shipped workflows ask."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = Any


@dataclass(slots=True)
class ForgeServer:
    """What a forge holds of one request, and what it was asked.

    Attributes:
        me: The user that a token of the workflow stands for.
        comments: Those below the request, oldest first.
        reviews: Each review with its comments; on GitLab, each discussion.
        approvals: What people said in reviews of theirs, or on GitLab who has approved.
        dispatched: What a workflow was started with by hand.
        hidden: Lines that are not shown as changed, on which no comment can be.
        asked: Each question: how, what, and with which authorization.
    """

    me: dict[str, Json]
    requests: list[Json] = field(default_factory=list)
    artifacts: list[Json] = field(default_factory=list)
    report: bytes = b""
    comments: list[Json] = field(default_factory=list)
    reviews: list[Json] = field(default_factory=list)
    approvals: list[Json] = field(default_factory=list)
    dispatched: list[Json] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    url: str = ""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> Json:
        """Return what the forge answers; None where it refuses."""
        for pattern, kind, answer in ROUTES:
            found = re.fullmatch(pattern, path)
            if found and kind == method:
                return answer(self, found, query, body)
        return None

    def page(self, query: dict[str, list[str]]) -> list[Json]:
        """Return the comments of a page, as many as are asked for."""
        return _page(self.comments, query)

    def dispatch(self, body: Json) -> Json:
        """Start a workflow by hand."""
        self.dispatched.append(body)
        return {}

    def add(self, body: Json) -> Json:
        """Add a comment of the workflow's."""
        number = max((each["id"] for each in self.comments), default=0) + 1
        self.comments.append({"id": number, "user": self.me, "author": self.me, **body})
        return self.comments[-1]

    def change(self, number: int, body: Json) -> Json:
        """Change a comment, as a token that may write can change anybody's."""
        comment = next(each for each in self.comments if each["id"] == number)
        comment.update(body)
        return comment

    def review(self, body: Json) -> Json:
        """Add a review, or refuse it whole for one line that is not shown as changed."""
        places = body.get("comments") or [body["position"]]
        lines = {
            each.get("line") or each.get("new_position") or each.get("new_line") for each in places
        }
        if lines & self.hidden:
            return None
        self.reviews.append(body)
        return body


def _page(whole: list[Json], query: dict[str, list[str]]) -> list[Json]:
    size, page = int(query["per_page"][0]), int(query["page"][0])
    return whole[(page - 1) * size : page * size]


Route = Callable[[ForgeServer, re.Match[str], dict[str, list[str]], Json], Json]
REPOSITORY = r"/repos/acme/blog"
REQUEST = r"/projects/7/merge_requests/5"
VERSION = {
    **{
        f"{name}_commit_sha": sign * 10
        for name, sign in {"base": "ba5e", "start": "57a7", "head": "5ead"}.items()
    },
    "created_at": "2026-05-31T09:00:00Z",
}
ROUTES: tuple[tuple[str, str, Route], ...] = (
    (rf"{REPOSITORY}/pulls", "GET", lambda forge, _, query, __: [
        each for each in forge.requests if each["label"] == query["head"][0]
    ]),
    (rf"{REPOSITORY}/actions/runs/9/artifacts", "GET",
     lambda forge, *_: {"artifacts": forge.artifacts}),
    (rf"{REPOSITORY}/issues/5/comments", "GET", lambda forge, _, query, __: forge.page(query)),
    (rf"{REPOSITORY}/issues/5/comments", "POST", lambda forge, _, __, body: forge.add(body)),
    (rf"{REPOSITORY}/issues/comments/(\d+)", "PATCH",
     lambda forge, found, _, body: forge.change(int(found[1]), body)),
    (rf"{REPOSITORY}/pulls/5/reviews", "GET",
     lambda forge, _, query, __: _page(forge.approvals, query)),
    (rf"{REPOSITORY}/actions/workflows/review.yml/dispatches", "POST",
     lambda forge, _, __, body: forge.dispatch(body)),
    (rf"{REPOSITORY}/pulls/5/reviews", "POST", lambda forge, _, __, body: forge.review(body)),
    ("/user", "GET", lambda forge, *_: forge.me),
    (rf"{REQUEST}/approvals", "GET", lambda forge, *_: {"approved_by": forge.approvals}),
    (rf"{REQUEST}/versions", "GET", lambda *_: [VERSION]),
    (rf"{REQUEST}/notes", "GET", lambda forge, _, query, __: forge.page(query)),
    (rf"{REQUEST}/notes", "POST", lambda forge, _, __, body: forge.add(body)),
    (rf"{REQUEST}/notes/(\d+)", "PUT",
     lambda forge, found, _, body: forge.change(int(found[1]), body)),
    (rf"{REQUEST}/discussions", "POST", lambda forge, _, __, body: forge.review(body)),
)  # fmt: skip


class Server(ThreadingHTTPServer):
    """Serves one forge."""

    def __init__(self, forge: ForgeServer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.forge = forge


class Handler(BaseHTTPRequestHandler):
    """Answers as the forge does."""

    server: Server

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == f"{REPOSITORY}/actions/artifacts/3/zip":
            self._note(path)
            self._lead_on()
        elif path == "/blob":
            self._note(path)
            self._send(200, self.server.forge.report)
        else:
            self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PATCH(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def _lead_on(self) -> None:
        """Lead to what is kept elsewhere, under another name of this machine."""
        self.send_response(302)
        self.send_header("Location", f"http://localhost:{self.server.server_port}/blob")
        self.end_headers()

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        self._note(parts.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        query = parse_qs(parts.query)
        answer = self.server.forge.answer(self.command, parts.path, query, body)
        self._send(422 if answer is None else 200, json.dumps(answer).encode())

    def _note(self, path: str) -> None:
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
        self.server.forge.asked.append((self.command, path, token))

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve_forge(forge: ForgeServer) -> Iterator[ForgeServer]:
    """Serve a forge's API while a block runs."""
    server = Server(forge)
    thread = Thread(target=server.serve_forever)
    thread.start()
    forge.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
