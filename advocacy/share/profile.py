"""The page of a handle on a network."""

import re

from advocacy.share.networks import Network

HANDLE = re.compile(r"@?(?P<user>\w[\w.-]*)(@(?P<server>\w[\w.-]*))?")


def profile_url(network: Network, handle: str) -> str:
    """Return the web address of a handle's page; empty where the network has none for it.

    Args:
        network: One that tells what its pages' addresses are like, or not.
        handle: Such as `@ana@example.social`, `@ana` or `ana.example.org`.
    """
    parts = HANDLE.fullmatch(handle)
    if not parts or not network.profile:
        return ""
    if "{server}" in network.profile and not parts["server"]:
        return ""
    return network.profile.format(user=parts["user"], server=parts["server"])
