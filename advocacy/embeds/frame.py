"""From the address of a link to what a frame may show; everything else stays a link."""

import re
from collections.abc import Collection
from typing import NamedTuple

from advocacy.embeds.services import HOST, Service, read_service_hosts, read_services

# Nothing but plain signs: no other letters, user, port, backslash or space, each of which a
# browser may read otherwise than it is written.
_ADDRESS = re.compile(rf"https://(?P<host>{HOST})(?:[/?#][\w.~!$&'()*+,;=:@/?#%-]*)?", re.ASCII)
_BEGIN = re.compile(r"https://[^/?#]*", re.IGNORECASE | re.ASCII)


class Frame(NamedTuple):
    """What a frame shows: the address, and its host, which an editor has named."""

    host: str
    address: str


class Found(NamedTuple):
    """Which service an address is of: the frame that shows it, and the page that readers open."""

    service: Service
    frame: Frame
    page: str


def find_frame(address: str, hosts: Collection[str]) -> Frame | None:
    """Return what a frame shows of an address; None where no editor has allowed that.

    Args:
        address: As a link has it.
        hosts: Those that may be shown in frames.
    """
    found = find_service(address, hosts)
    if found:
        return found.frame if found.frame.host in hosts else None
    plain = _read_plain(address)
    host = _host_of(plain)
    return Frame(host, plain) if host in hosts and host not in read_service_hosts() else None


def find_service(address: str, hosts: Collection[str] = ()) -> Found | None:
    """Return which service an address is of, whether or not it is allowed.

    Args:
        address: As a link has it.
        hosts: Which may be of a service that anybody can run.
    """
    plain = _read_plain(address)
    free = frozenset(hosts) - read_service_hosts()
    for service in read_services():
        parts = service.find_parts(plain.removeprefix("https://")) if plain else None
        host = service.host or (parts or {}).get("host", "")
        if parts and (service.host or host in free):
            frame = Frame(host, f"https://{host}{service.frame.format(**parts)}")
            return Found(service, frame, service.page.format(**parts))
    return None


def find_host(address: str) -> str:
    """Return the host of an address that a frame could show; empty where there is none."""
    return _host_of(_read_plain(address))


def _read_plain(address: str) -> str:
    """Return an address with its host in small letters; empty where it is not plain."""
    if not address.isascii():  # some letters have one of ASCII as their small one
        return ""
    plain = _BEGIN.sub(lambda begin: begin[0].lower(), address, count=1)
    return plain if _ADDRESS.fullmatch(plain) else ""


def _host_of(plain: str) -> str:
    found = _ADDRESS.fullmatch(plain)
    return found["host"] if found else ""
