"""Which colleague an address in a commit is, as their files say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from advocacy.errors import Problem
from advocacy.schema import Place
from advocacy.staff import StaffMember

# How each forge writes a handle before the @ of an address that hides a person's own.
_HIDDEN = {
    "github": r"(?:\d+\+)?([a-z0-9_-]+)",
    "gitlab": r"\d+-([a-z0-9_.-]+)",
    "forgejo": r"(?:\d+\+)?([a-z0-9_.-]+)",
    "gitea": r"(?:\d+\+)?([a-z0-9_.-]+)",
}


@dataclass(frozen=True, slots=True)
class Identities:
    """By what colleagues are known.

    Attributes:
        ids: A colleague's id by each mark of theirs: the hash of an address, or `FORGE:HANDLE`.
        domains: By forge, the domain of the addresses behind which it hides people's own.
    """

    ids: Mapping[str, str]
    domains: Mapping[str, str]

    def find(self, address: str) -> str:
        """Return the id of the colleague who has an address; empty where nobody has."""
        marks = (hash_address(address), *self._hidden(address))
        return next((self.ids[mark] for mark in marks if mark in self.ids), "")

    def find_account(self, forge: str, handle: str) -> str:
        """Return the id of the colleague who has an account; empty where nobody has."""
        return self.ids.get(_account(forge, handle.removeprefix("@")), "")

    def _hidden(self, address: str) -> Iterator[str]:
        name, _, domain = address.lower().rpartition("@")
        for forge, pattern in _HIDDEN.items():
            found = re.fullmatch(pattern, name) if domain == self.domains[forge] else None
            if found and address.isascii():
                yield _account(forge, found[1])


def make_identities(staff: Iterable[StaffMember], domains: Mapping[str, str]) -> Identities:
    """Return by what colleagues are known; what two of them claim is neither's."""
    owners: dict[str, set[str]] = {}
    for member in staff:
        for mark, _ in _marks(member):
            owners.setdefault(mark, set()).add(member.id)
    return Identities({mark: min(ids) for mark, ids in owners.items() if len(ids) == 1}, domains)


def hash_address(address: str) -> str:
    """Return what stands in a colleague's file for an address: SHA-256, in small letters."""
    plain = unicodedata.normalize("NFC", address.strip().lower())
    return sha256(plain.encode("utf-8", "surrogateescape")).hexdigest()


def find_shared_identities(staff: Iterable[StaffMember]) -> Iterator[Problem]:
    """Find colleagues who say of themselves what another one says: nobody is two people."""
    seen: dict[str, StaffMember] = {}
    for member in staff:
        for mark, place in _marks(member):
            first = seen.setdefault(mark, member)
            if first is not member:
                shown = mark.partition(":")[2] or f"{mark[:12]}…"
                told = f"`{shown}` stands in {first.path} too. Take it out of one of them."
                where = (place.line, place.column)
                yield Problem(member.path, *where, told, "Staff.Identity", other=first.path)


def _marks(member: StaffMember) -> Iterator[tuple[str, Place]]:
    for index, each in enumerate(member.commit_emails):
        places = member.places
        yield each, places.get(f"commit_emails.{index}") or places["commit_emails"]
    for forge, handle in member.forge.items():
        yield _account(forge, handle), member.places[f"forge.{forge}"]


def _account(forge: str, handle: str) -> str:
    return f"{forge}:{handle.lower()}"
