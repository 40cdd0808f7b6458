"""The link that ends a snippet: the post's address, and by which network readers came if asked."""

from urllib.parse import urlencode

from advocacy.post import Post
from advocacy.share.networks import Network
from advocacy.site import Site


def make_link(post: Post, site: Site, network: Network, variant: str = "") -> str:
    """Return the link to a post as it is shared on a network.

    Args:
        post: Where it leads; the page's own canonical address stays without parameters.
        site: Whose settings say whether parameters are added, and which. There is none for a
            person.
        network: Where it is shared.
        variant: The words with which it is shared; used only where the settings ask for that.
    """
    address = site.absolute(post.address(site))
    utm = site.sharing.utm
    if utm.by == "off":
        return address
    values = {"utm_source": network.id, "utm_medium": utm.medium, "utm_campaign": post.slug}
    if utm.by == "variant" and variant:
        values["utm_content"] = variant
    return f"{address}?{urlencode(values)}"
