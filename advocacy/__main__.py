"""`python -m advocacy`: the command, where it is on no path."""

from advocacy.cli.start import start

start()
