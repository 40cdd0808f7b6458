"""Which file is being worked on, where another process can read it after this one has died."""

from mmap import mmap
from struct import Struct

LENGTH = Struct("H")
NOTHING = ""
SIZE = 8192


class Ledger:
    """A piece of memory that a process shares with those forked from it.

    Paths that are longer than it are cut; no file system has any.
    """

    def __init__(self) -> None:
        """Make one in which nothing stands."""
        self._memory = mmap(-1, SIZE)

    def write(self, path: str) -> None:
        """Note a file's path, or that none is worked on."""
        name = path.encode(errors="surrogatepass")[: SIZE - LENGTH.size]
        self._memory[LENGTH.size : LENGTH.size + len(name)] = name
        LENGTH.pack_into(self._memory, 0, len(name))

    def read(self) -> str:
        """Return the path that was noted last."""
        (length,) = LENGTH.unpack_from(self._memory, 0)
        name = self._memory[LENGTH.size : LENGTH.size + length]
        return name.decode(errors="surrogatepass")
