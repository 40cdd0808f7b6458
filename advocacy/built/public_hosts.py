"""Hosts that everybody can reach, told from those inside by their addresses and not their names."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

# As `socket.getaddrinfo` returns them.
Resolved = list[tuple[Any, Any, int, str, Any]]
Resolve = Callable[[str, int], Resolved]

# Where IPv6 stands for an address of IPv4 in its last bits (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")


class InsideError(OSError):
    """A name that leads to machines inside, of which nothing is asked."""


def resolve(host: str, port: int) -> Resolved:
    """Return the addresses of a host, as the system knows them."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def is_public(text: str) -> bool:
    """Say whether an IP address is one on the internet, whichever way it is written."""
    address = ip_address(text.partition("%")[0])
    carried = _carried(address)
    if carried is not None:
        return is_public(str(carried))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 for which one of IPv6 stands."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


@dataclass(frozen=True, slots=True)
class Reach:
    """Which hosts are asked.

    Attributes:
        find: Finds the addresses of a host.
        allowed: IP addresses that may be asked though they are inside: for tests alone.
    """

    find: Resolve = resolve
    allowed: frozenset[str] = frozenset()

    def addresses(self, host: str, port: int) -> Resolved:
        """Return the addresses of a host that may be asked.

        Raises:
            InsideError: It has addresses, and none of them is public.
            OSError: It has none.
        """
        found = self.find(host.strip("[]"), port)
        usable = [each for each in found if self._may_ask(str(each[4][0]))]
        if not usable:
            raise InsideError(f"`{host}` is a machine inside")
        return usable

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """Connect to the very address that was found public: no second answer leads elsewhere.

        Raises:
            InsideError: There is none.
            OSError: None of them answers.
        """
        refused: OSError | None = None
        for family, kind, protocol, _, address in self.addresses(host, port):
            opened = socket.socket(family, kind, protocol)
            try:
                opened.settimeout(timeout)
                opened.connect(address)
            except OSError as error:
                opened.close()
                refused = error
            else:
                return opened
        raise refused or OSError("no answer")

    def _may_ask(self, address: str) -> bool:
        return address in self.allowed or is_public(address)
