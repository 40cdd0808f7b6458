"""A Gitea of this machine's own, with two people and a robot: started, asked, stopped."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

# The first may do everything.
PEOPLE = ("zoe", "ana", "robot")
PASSWORD = "a-long-one-for-a-test"

# Gitea will not run as root unless it is told to. It listens on this machine alone, and its hooks
# are only those that it writes by itself.
CONFIG = """\
RUN_MODE = prod
RUN_USER = {user}
WORK_PATH = {folder}
I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = {root}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = {port}
ROOT_URL = http://127.0.0.1:{port}/
STATIC_ROOT_PATH = {static}
OFFLINE_MODE = true
DISABLE_SSH = true
[database]
DB_TYPE = sqlite3
PATH = {folder}/gitea.db
[security]
INSTALL_LOCK = true
SECRET_KEY = nothing-here-is-secret
[service]
DISABLE_REGISTRATION = true
[repository]
ROOT = {folder}/repositories
DEFAULT_BRANCH = main
[indexer]
ISSUE_INDEXER_TYPE = db
[session]
PROVIDER = memory
[log]
MODE = file
LEVEL = Warn
"""


@dataclass(frozen=True, slots=True)
class Gitea:
    """Where it is, and what people type to be let in."""

    url: str
    tokens: dict[str, str]

    def ask(self, who: str, method: str, path: str, body: object = None) -> Any:
        """Ask the API as somebody, and return what it answers.

        Raises:
            urllib.error.HTTPError: It refused.
        """
        request = Request(
            f"{self.url}/api/v1/{path}",
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"token {self.tokens[who]}", "Content-Type": "application/json"},
            method=method,
        )
        with urlopen(request, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def wait(self, path: str, seen: Callable[[Any], bool]) -> Any:
        """Return an answer once it is as it has to be; Gitea takes in a push a little later."""
        for _ in range(600):
            with suppress(HTTPError):
                answer = self.ask(PEOPLE[0], "GET", path)
                if seen(answer):
                    return answer
            time.sleep(0.1)
        raise AssertionError(f"{path} is not as it has to be")

    def address(self, who: str, repository: str) -> str:
        """Return where somebody clones a repository from."""
        scheme, _, host = self.url.partition("://")
        return f"{scheme}://{who}:{self.tokens[who]}@{host}/{repository}.git"


@contextmanager
def run_gitea(program: str, static: Path, folder: Path) -> Iterator[Gitea]:
    """Start a Gitea in an empty folder, and stop it in the end."""
    port = _free_port()
    config = folder / "app.ini"
    root = str(os.getuid() == 0).lower()
    config.write_text(
        CONFIG.format(folder=folder, port=port, static=static, user=getuser(), root=root)
    )
    command = [program, "--config", str(config)]
    _run(command, "migrate")
    tokens = {who: _add(command, who) for who in PEOPLE}
    with subprocess.Popen([*command, "web"], stdout=subprocess.DEVNULL) as server:
        try:
            gitea = Gitea(f"http://127.0.0.1:{port}", tokens)
            _wait(gitea, server)
            yield gitea
        finally:
            server.terminate()


def _run(command: list[str], *words: str) -> str:
    done = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _add(command: list[str], who: str) -> str:
    """Add a person, and return their token."""
    own = ["--username", who, "--email", f"{who}@lindenmark.example", "--password", PASSWORD]
    rights = ["--admin"] if who == PEOPLE[0] else []
    _run(command, "admin", "user", "create", *own, "--must-change-password=false", *rights)
    token = ["--username", who, "--token-name", "test", "--scopes", "all", "--raw"]
    return _run(command, "admin", "user", "generate-access-token", *token).split()[-1]


def _wait(gitea: Gitea, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert server.poll() is None, "Gitea ended; its log is in its folder"
        try:
            gitea.ask(PEOPLE[0], "GET", "version")
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("Gitea does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
