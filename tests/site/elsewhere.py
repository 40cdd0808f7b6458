"""A stand-in for every other host: it answers by HTTPS, and remembers who was asked for what."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.conftest import need

PLAYER = b"""<!doctype html><html lang="en"><title>A player</title>
<body><h1>A player</h1><p><button>Play</button></p>
<script>
let led = "no";
try { top.location = "https://ads.example.com/"; led = "tried"; } catch { led = "refused"; }
document.body.dataset.led = led;
document.body.dataset.window = String(open("https://ads.example.com/window"));
document.body.dataset.origin = self.origin;
</script>
"""
# Playwright types into a frame only where it is of the same process as its page.
ONE_PROCESS = (
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process",
)


class Elsewhere(ThreadingHTTPServer):
    """Plays all hosts but this machine's own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.asked: list[tuple[str, str]] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*_make_certificate(folder))
        self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def arguments(self) -> list[str]:
        """With these Chromium asks it in place of any other host."""
        rule = f"MAP * 127.0.0.1:{self.server_port}, EXCLUDE 127.0.0.1"
        rules = [f"--host-resolver-rules={rule}", "--ignore-certificate-errors"]
        return ["--no-sandbox", *rules, *ONE_PROCESS]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that goes on before it has all."""


class _Asked(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        address = f"https://{self.headers['Host']}{self.path}"
        self.server.asked.append((address, self.headers.get("Referer", "")))
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "https://ads.example.com/")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PLAYER)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def elsewhere(folder: Path) -> Iterator[Elsewhere]:
    """Answer for all other hosts; `folder` takes the certificate."""
    server = Elsewhere(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _make_certificate(folder: Path) -> tuple[Path, Path]:
    names = folder / "certificate.pem", folder / "key.pem"
    made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    put = ["-subj", "/CN=elsewhere", "-days", "2", "-out", names[0], "-keyout", names[1]]
    subprocess.run([need("openssl"), *made, *put], check=True, capture_output=True)
    return names
