"""The server: what an editor tells it, and what it answers."""

import asyncio
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from advocacy import __version__
from advocacy.language_server.actions import make_actions
from advocacy.language_server.diagnostics import (
    make_diagnostic,
    make_hover,
    make_problem_diagnostic,
)
from advocacy.language_server.positions import COUNTS, Count, first_touching, make_range, touches
from advocacy.language_server.session import Session, Sessions
from advocacy.library import POSTS

# So long nobody has typed before a text is checked.
PAUSE_SECONDS = 0.25
WATCHED = ("**/advocacy.toml", "**/content/**/*.md")


class Server(LanguageServer):
    """Checks the files that are open in an editor, each in its site."""

    def __init__(self, pause_seconds: float = PAUSE_SECONDS) -> None:
        """Make a server that has seen no file yet."""
        super().__init__("advocacy", __version__)
        self.pause_seconds = pause_seconds
        self.sessions = Sessions()
        self.waiting: dict[Path, asyncio.TimerHandle] = {}
        self.told: dict[Path, tuple[str, ...]] = {}

    @property
    def count(self) -> Count:
        """How the editor counts the characters of a line."""
        agreed = self.workspace.position_encoding
        return COUNTS[str(getattr(agreed, "value", agreed))]

    def read(self, uri: str, text: str) -> None:
        """Take what an editor has of a file, and check it soon."""
        file = file_of(uri)
        found = self.sessions.find(file) if file else None
        if file and found:
            session, path = found
            session.write(path, text)
            self.check_soon(file)

    def check_soon(self, file: Path) -> None:
        """Check a file once nobody has typed for a while."""
        if file in self.waiting:
            self.waiting[file].cancel()
        loop = asyncio.get_running_loop()
        self.waiting[file] = loop.call_later(self.pause_seconds, self.check, file)

    def check(self, file: Path) -> None:
        """Check a file; where other files hang on it, check all that are open."""
        self.waiting.pop(file, None)
        files = self.sessions.open_files()
        if file not in files:
            return
        session, path = files[file]
        is_alone = path.startswith(f"content/{POSTS}/")
        for each, (owner, name) in files.items():
            if each == file or (owner is session and not is_alone):
                owner.check(name)
                self.publish(each, owner, name)
        self.tell_problems(session)

    def check_all(self) -> None:
        """Read every site anew, and check every file that is open."""
        for session in self.sessions.by_root.values():
            session.forget()
        for file, (session, path) in self.sessions.open_files().items():
            session.check(path)
            self.publish(file, session, path)
            self.tell_problems(session)

    def publish(self, file: Path, session: Session, path: str) -> None:
        """Tell an editor what was found in a file."""
        findings = session.findings.get(path, ())
        found: list[types.Diagnostic] = []
        if session.desk:
            report = session.desk.report(findings, [path])
            found = [make_diagnostic(each, report, self.count) for each in findings]
        found += [make_problem_diagnostic(each) for each in session.problems if each.path == path]
        self.send(file, found)

    def tell_problems(self, session: Session) -> None:
        """Tell why a site cannot be checked: where it is wrong, and once in a message."""
        told = tuple(str(problem) for problem in session.problems)
        before = self.told.get(session.root, ())
        self.told[session.root] = told
        if told == before:
            return
        # A line of the settings or the guide has it, whether or not that file is open.
        for path in {line.partition(":")[0] for line in (*told, *before)} - {*session.texts}:
            wrong = [each for each in session.problems if each.path == path]
            self.send(session.root / path, [make_problem_diagnostic(each) for each in wrong])
        if told:
            more = f" And {len(told) - 1} more." if len(told) > 1 else ""
            message = f"Nothing is checked until this is mended: {told[0]}{more}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def send(self, file: Path, found: list[types.Diagnostic]) -> None:
        """Send the diagnostics of a file, which take the place of earlier ones."""
        uri = from_fs_path(str(file)) or ""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))


def file_of(uri: str) -> Path | None:
    """Return the file that an address means; None where it is none on this machine."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def make_server(pause_seconds: float = PAUSE_SECONDS) -> Server:
    """Return a server that is ready to be started.

    Args:
        pause_seconds: How long it waits for more to be typed.
    """
    server = Server(pause_seconds)
    server.feature(types.INITIALIZED)(_watch)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_code_actions)
    return server


async def _watch(server: Server, _params: types.InitializedParams) -> None:
    """Ask the editor to tell of files that change on disk, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not watching or not watching.dynamic_registration:
        return
    patterns = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(patterns)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration("advocacy-files", method, options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))


async def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.read(params.text_document.uri, params.text_document.text)


async def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.read(uri, server.workspace.get_text_document(uri).source)


async def _saved(server: Server, _params: types.DidSaveTextDocumentParams) -> None:
    server.check_all()


async def _files_changed(server: Server, _params: types.DidChangeWatchedFilesParams) -> None:
    server.check_all()


async def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    file = file_of(params.text_document.uri)
    found = server.sessions.find(file) if file else None
    if file and found:
        session, path = found
        session.close(path)
        server.send(file, [])


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    for session, path in _found(server, params.text_document.uri):
        desk, findings = session.desk, session.findings.get(path, ())
        if desk is None:
            return None
        report = desk.report(findings, [path])
        ranges = [make_range(each, report, server.count) for each in findings]
        index = first_touching(ranges, params.position)
        if index is not None:
            told = types.MarkupContent(
                types.MarkupKind.Markdown, make_hover(findings[index], report)
            )
            return types.Hover(told, ranges[index])
    return None


async def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    if not _asks_for_fixes(params.context.only):
        return []
    actions: list[types.CodeAction] = []
    for session, path in _found(server, params.text_document.uri):
        desk, findings = session.desk, session.findings.get(path, ())
        if desk is None:
            return []
        report = desk.report(findings, [path])
        uri, count = params.text_document.uri, server.count
        touched = [
            each for each in findings if touches(make_range(each, report, count), params.range)
        ]
        # What was found last may be of an older text.
        before = desk.check([path]) if touched else ()
        for finding in touched:
            actions += make_actions(finding, before, desk, uri, count)
            # Each is tried, which takes long: what is typed meanwhile goes before.
            await asyncio.sleep(0)
    return actions


def _asks_for_fixes(only: Collection[str] | None) -> bool:
    fixes = {types.CodeActionKind.QuickFix, types.CodeActionKind.Empty}
    return not only or any(kind in fixes for kind in only)


def _found(server: Any, uri: str) -> Iterable[tuple[Session, str]]:
    file = file_of(uri)
    found = server.sessions.find(file) if file else None
    return [found] if found else []
