"""`advocacy lsp`: findings in a text editor."""

import click

from advocacy.errors import CommandError


@click.command
def lsp() -> None:
    """Speak the Language Server Protocol on the standard input and output.

    A text editor starts it, and shows findings while you write; see docs/checking.md.

    Example: advocacy lsp
    """
    try:
        from advocacy.language_server.server import make_server
    except ImportError as error:
        cure = "Install it: pip install 'advocacy[lsp]'."
        raise CommandError(f"`advocacy lsp` needs {error.name or 'pygls'}. {cure}") from None
    make_server().start_io()
