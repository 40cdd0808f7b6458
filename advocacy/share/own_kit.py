"""A kit as one colleague is shown it: on their networks, in a variant that is theirs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from advocacy.share.kit import Kit, NetworkKit
from advocacy.share.rotation import first_variants
from advocacy.site import Site
from advocacy.staff import StaffMember

# By network, by colleague: the id of the snippet that they see first.
Deal = Mapping[str, Mapping[str, str]]


def deal(kit: Kit, staff_ids: Iterable[str], author_ids: Collection[str] = ()) -> Deal:
    """Return which snippet each of these colleagues sees first, on each network.

    Args:
        kit: The post's.
        staff_ids: Its circle.
        author_ids: Who wrote the post: each text that is for its authors alone goes to one of them.
    """
    ids = tuple(staff_ids)
    return {each.network: _deal_one(kit, each, ids, author_ids) for each in kit.networks}


def _deal_one(
    kit: Kit, found: NetworkKit, staff_ids: Collection[str], author_ids: Collection[str]
) -> Mapping[str, str]:
    authors = [each for each in staff_ids if each in author_ids]
    authored = first_variants(authors, kit.id, found.network, found.of_authors)
    # Where authors are more than such texts, the others begin with one for everybody.
    own = {number: staff_id for staff_id, number in reversed([*authored.items()])}
    others = [each for each in staff_ids if each not in own.values()]
    firsts = first_variants(others, kit.id, found.network, found.variants)
    common = {staff_id: found.variants[number].id for staff_id, number in firsts.items()}
    return common | {staff_id: found.of_authors[number].id for number, staff_id in own.items()}


def make_own_kit(kit: Kit, member: StaffMember, dealt: Deal, *, wrote: bool = False) -> Kit:
    """Return a kit with a colleague's networks first, and on each the variant that is theirs.

    Args:
        kit: As it is for all, or as their own disclosure makes it.
        member: One who opted in.
        dealt: What the kit's circle was dealt.
        wrote: Whether they are an author, who alone gets what is for authors.
    """
    own = member.share.networks if member.share else ()
    order = {network: place for place, network in enumerate(own)}
    networks = sorted(kit.networks, key=lambda each: order.get(each.network, len(order)))
    firsts = {network: each.get(member.id, "") for network, each in dealt.items()}
    turned = (_turned(each, firsts[each.network], wrote=wrote) for each in networks)
    return replace(kit, networks=tuple(turned))


def _turned(found: NetworkKit, first_id: str, *, wrote: bool) -> NetworkKit:
    """Return the variants from a colleague's own on, and then round to the others."""
    variants = (*found.of_authors, *found.variants) if wrote else found.variants
    ids = [each.id for each in variants]
    first = ids.index(first_id) if first_id in ids else 0
    return NetworkKit(found.network, variants[first:] + variants[:first])


def own_site(site: Site, member: StaffMember) -> Site:
    """Return the site with the sentences in which a colleague says where they work.

    Theirs come before the site's on every network; the site's disclose as well as before.
    """
    own = member.share.disclosure if member.share else {}
    if not own:
        return site
    there = site.sharing.disclosure
    others = {
        network: {lang: said for lang, said in sentences.items() if lang not in own}
        for network, sentences in there.items()
    }
    phrases = dict(site.disclosure_phrases)
    for lang in own:
        sites = (site.disclosure.get(lang), *(each.get(lang) for each in there.values()))
        phrases[lang] = (*phrases.get(lang, ()), *filter(None, sites))
    return replace(
        site,
        disclosure={**site.disclosure, **own},
        disclosure_phrases=phrases,
        sharing=replace(site.sharing, disclosure=others),
    )
