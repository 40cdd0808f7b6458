"""`advocacy lsp`, spoken to by a client over its standard input and output."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import POST, STAFF, need_module
from tests.editorial.test_commands import GUIDE, SETTINGS

SECONDS = 30
Run = Callable[[Callable[["Editor"], Awaitable[None]]], None]


class Editor:
    """A client that opens files of one site, and waits for what the server says of them."""

    def __init__(self, client: Any, root: Path) -> None:
        self.client = client
        self.root = root
        self.types = need_module("lsprotocol.types")
        self.said: dict[str, asyncio.Queue[list[Any]]] = {}
        self.messages: list[str] = []
        self.version = 1

        @client.feature(self.types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: Any) -> None:
            self.queue(params.uri).put_nowait([*params.diagnostics])

        @client.feature(self.types.WINDOW_SHOW_MESSAGE)
        def show(params: Any) -> None:
            self.messages.append(params.message)

    def queue(self, uri: str) -> "asyncio.Queue[list[Any]]":
        return self.said.setdefault(uri, asyncio.Queue())

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    async def next(self, path: str) -> list[Any]:
        """Return what is next said of a file."""
        return await asyncio.wait_for(self.queue(self.uri(path)).get(), SECONDS)

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "advocacy.cli.main", "lsp")
        capabilities = self.types.ClientCapabilities()
        params = self.types.InitializeParams(capabilities, root_uri=self.root.as_uri())
        await asyncio.wait_for(self.client.initialize_async(params), SECONDS)
        self.client.initialized(self.types.InitializedParams())

    async def open(self, path: str) -> list[Any]:
        text = (self.root / path).read_bytes().decode()
        item = self.types.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self.client.text_document_did_open(self.types.DidOpenTextDocumentParams(item))
        return await self.next(path)

    def change(self, path: str, text: str) -> None:
        self.version += 1
        item = self.types.VersionedTextDocumentIdentifier(self.version, self.uri(path))
        whole = self.types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(self.types.DidChangeTextDocumentParams(item, [whole]))

    def save(self, path: str) -> None:
        self.client.text_document_did_save(self.types.DidSaveTextDocumentParams(self.item(path)))

    def item(self, path: str) -> Any:
        return self.types.TextDocumentIdentifier(self.uri(path))

    async def hover(self, path: str, line: int, character: int) -> Any:
        position = self.types.Position(line, character)
        params = self.types.HoverParams(self.item(path), position)
        return await asyncio.wait_for(self.client.text_document_hover_async(params), SECONDS)

    async def actions(self, path: str, found: Any, only: list[str] | None = None) -> list[Any]:
        context = self.types.CodeActionContext([found], only)
        params = self.types.CodeActionParams(self.item(path), found.range, context)
        answer = self.client.text_document_code_action_async(params)
        return list(await asyncio.wait_for(answer, SECONDS))


@pytest.fixture
def edit(tmp_path: Path, write: Callable[..., Path]) -> Run:
    """Run a client beside a server, in a site with one bad post."""
    client_module = need_module("pygls.lsp.client")
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", GUIDE)
    write("content/staff/ana.md", STAFF)
    write("content/posts/x.md", POST.replace("Somebody has", "👩‍🚀 The chairman has"))

    def run(do: Callable[[Editor], Awaitable[None]]) -> None:
        async def whole() -> None:
            client = client_module.LanguageClient("test", "1")
            editor = Editor(client, tmp_path)
            await editor.start()
            try:
                await do(editor)
            finally:
                await asyncio.wait_for(client.shutdown_async(None), SECONDS)
                client.exit(None)
                await client.stop()

        # The browser of other tests leaves a loop running in the thread that they share.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(whole())).result()

    return run


def span(found: Any) -> tuple[int, int, int, int]:
    start, end = found.range.start, found.range.end
    return start.line, start.character, end.line, end.character


def applied(text: str, action: Any) -> str:
    """Return a text of one line an edit with the action's edit made."""
    (edits,) = action.edit.changes.values()
    lines = text.split("\n")
    (edit,) = edits
    assert edit.range.start.line == edit.range.end.line
    line = lines[edit.range.start.line].encode("utf-16-le")
    start, end = edit.range.start.character * 2, edit.range.end.character * 2
    changed = line[:start] + edit.new_text.encode("utf-16-le") + line[end:]
    lines[edit.range.start.line] = changed.decode("utf-16-le")
    return "\n".join(lines)


def test_a_file_is_checked_when_it_is_opened_and_while_it_is_written(edit: Run) -> None:
    async def do(editor: Editor) -> None:
        (found,) = await editor.open("content/posts/x.md")
        assert span(found) == (11, 10, 11, 18)  # the emoji has five UTF-16 units
        assert found.code == "Values.Respect"
        assert found.severity == editor.types.DiagnosticSeverity.Error
        assert (
            found.code_description.href
            == "https://stories.lindenmark.example/values/#Values.Respect"
        )

        for body in ("A chair", "The chairman", "A chairman\n\nand a chairman\n"):
            editor.change("content/posts/x.md", POST + body)
        assert [span(each)[0] for each in await editor.next("content/posts/x.md")] == [12, 14]
        editor.change("content/posts/x.md", POST)
        assert await editor.next("content/posts/x.md") == []

    edit(do)


def test_hover_tells_the_reason_in_the_words_of_the_guide(edit: Run) -> None:
    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")

        told = await editor.hover("content/posts/x.md", 11, 12)
        nothing = await editor.hover("content/posts/x.md", 11, 30)

        assert "Write `chair`, not `chairman`." in told.contents.value
        assert "**Respect people**\n\nA job has no gender." in told.contents.value
        assert nothing is None

    edit(do)


def test_a_quick_fix_writes_the_replacement(edit: Run, tmp_path: Path) -> None:
    text = (tmp_path / "content/posts/x.md").read_text("utf-8")

    async def do(editor: Editor) -> None:
        (found,) = await editor.open("content/posts/x.md")

        fix, _ = await editor.actions("content/posts/x.md", found)

        assert fix.title == "Write “chair”"
        assert fix.is_preferred
        assert applied(text, fix) == text.replace("chairman", "chair")

    edit(do)


def test_an_editor_that_asks_for_another_kind_of_action_gets_none(edit: Run) -> None:
    async def do(editor: Editor) -> None:
        (found,) = await editor.open("content/posts/x.md")

        for only in (["source.organizeImports"], ["refactor", "source.fixAll"]):
            assert await editor.actions("content/posts/x.md", found, only) == []
        for only in (["quickfix"], ["refactor", "quickfix"], [""], []):
            assert len(await editor.actions("content/posts/x.md", found, only)) == 2

    edit(do)


BODIES = (
    "👩‍🚀 The chairman spoke\nand spoke.\n",
    "First.\n\n- One.\n- The chairman spoke.\n",
    "> The chairman spoke.\n",
    "## The chairman\n",
    "| a |\n|---|\n| The chairman |\n",
)


def test_an_allowance_lets_it_pass_once_it_has_a_reason(edit: Run) -> None:
    async def codes_of(editor: Editor, text: str) -> list[Any]:
        editor.change("content/posts/x.md", text)
        return await editor.next("content/posts/x.md")

    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")
        for body in BODIES:
            text = f"{POST}\n{body}"
            found = await codes_of(editor, text)
            respect = next(each for each in found if each.code == "Values.Respect")

            actions = await editor.actions("content/posts/x.md", respect)

            title = "Allow Values.Respect here, with a reason"
            asked = applied(text, next(each for each in actions if each.title == title))
            found = await codes_of(editor, asked)
            assert "Allow.Reason" in {each.code for each in found}, body
            given = asked.replace("Values.Respect: -->", "Values.Respect: her title then -->")
            found = await codes_of(editor, given)
            assert found == [], body

    edit(do)


def test_a_changed_guide_holds_at_once(edit: Run) -> None:
    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")
        await editor.open("content/pages/values.md")
        if not editor.queue(editor.uri("content/posts/x.md")).empty():
            await editor.next("content/posts/x.md")

        editor.change("content/pages/values.md", GUIDE.replace("level: error", "level: warning"))

        (found,) = await editor.next("content/posts/x.md")
        assert found.severity == editor.types.DiagnosticSeverity.Warning

    edit(do)


def test_a_mistake_in_the_guide_is_told_where_it_is_and_mended(edit: Run, tmp_path: Path) -> None:
    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")
        (tmp_path / "content/pages/values.md").write_text(GUIDE.replace("swap:", "swop:"))
        editor.save("content/posts/x.md")
        assert await editor.next("content/posts/x.md") == []
        (wrong,) = [
            each
            for each in await editor.next("content/pages/values.md")
            if "`swop` is not a key" in each.message
        ]
        assert span(wrong)[:2] == (16, 0)
        assert await editor.hover("content/posts/x.md", 11, 12) is None
        assert "Nothing is checked until this is mended" in editor.messages[0]

        (tmp_path / "content/pages/values.md").write_text(GUIDE)
        editor.save("content/posts/x.md")
        assert len(await editor.next("content/posts/x.md")) == 1
        assert await editor.next("content/pages/values.md") == []

    edit(do)


def test_broken_settings_are_told_on_their_line(edit: Run, tmp_path: Path) -> None:
    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")
        (tmp_path / "advocacy.toml").write_text(SETTINGS.replace('name = "Lindenmark"', "name = "))
        editor.save("content/posts/x.md")
        (wrong,) = await editor.next("advocacy.toml")
        assert span(wrong)[0] == 0
        assert await editor.hover("content/posts/x.md", 11, 12) is None

    edit(do)


def test_a_broken_baseline_is_told(edit: Run, tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text("{")
    settings = f'{SETTINGS}[editorial]\nbaseline = "baseline.json"\n'
    (tmp_path / "advocacy.toml").write_text(settings)

    async def do(editor: Editor) -> None:
        assert await editor.open("content/posts/x.md") == []
        assert await editor.hover("content/posts/x.md", 11, 12) is None
        assert "baseline.json:1:2: This is no JSON" in editor.messages[0]

    edit(do)


NONSENSE = ("", "---\ntitle: [\n---\n", "bare", "---\r\n\r\n---\r\n\x00", "a" * 2_000_000)


def test_the_server_outlives_whatever_is_typed(edit: Run) -> None:
    async def do(editor: Editor) -> None:
        await editor.open("content/posts/x.md")
        for text in NONSENSE:
            editor.change("content/posts/x.md", text)
            assert await editor.next("content/posts/x.md") != []
            editor.change("content/posts/x.md", POST)
            assert await editor.next("content/posts/x.md") == []

    edit(do)


def test_what_no_site_checks_is_let_be(edit: Run, write: Callable[..., Path]) -> None:
    write("README.md", "The chairman.\n")

    async def do(editor: Editor) -> None:
        item = editor.types.TextDocumentItem(
            editor.uri("README.md"), "markdown", 1, "The chairman."
        )
        editor.client.text_document_did_open(editor.types.DidOpenTextDocumentParams(item))
        await editor.open("content/posts/x.md")
        assert editor.queue(editor.uri("README.md")).empty()

    edit(do)


def test_without_pygls_the_command_names_the_extra(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError(name='pygls')\n")
    done = subprocess.run(
        [sys.executable, "-m", "advocacy.cli.main", "lsp"],
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        input="",
    )

    assert done.returncode == 2
    assert done.stderr == "`advocacy lsp` needs pygls. Install it: pip install 'advocacy[lsp]'.\n"
