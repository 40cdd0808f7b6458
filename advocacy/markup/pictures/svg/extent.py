"""How much a browser draws for a drawing that shows parts of itself again and again."""

from collections.abc import Iterator, Mapping

from advocacy.markup.pictures.svg.node import Node, SvgError, walk
from advocacy.markup.pictures.svg.sheets import ANY
from advocacy.markup.pictures.svg.tables import FILTERS, GRADIENTS, INHERITED
from advocacy.markup.pictures.svg.values import find_references

MOST_DRAWN = 250_000
# A step of a filter works out each pixel of what it is for.
FILTER_WEIGHT = 100

Targets = Mapping[str, list[Node]]
References = Mapping[str, set[str]]


def check_extent(root: Node, rules: References) -> None:
    """See that what a drawing shows again does not grow without end.

    Args:
        root: The drawing, cleaned.
        rules: The ids to which rules of its style sheets lead, by the names of elements.

    Raises:
        SvgError: It does.
    """
    targets: dict[str, list[Node]] = {}
    for node in walk(root):
        # A gradient is worked out once, whatever it paints.
        if "id" in node.attributes and node.name not in GRADIENTS:
            targets.setdefault(node.attributes["id"], []).append(node)
    real = {name: ids & targets.keys() for name, ids in rules.items()}
    reaches: dict[Node, _Reach] = {}
    led_to = 0
    for node in walk(root):
        reaches[node] = reach = _Reach(node, real, targets)
        led_to += len(reach.all)
        if led_to > MOST_DRAWN:
            raise _endless()
    counts: dict[Node, int] = {}
    open_now = {root}
    way = [(root, iter(reaches[root].all))]
    while way:
        node, ahead = way[-1]
        for each in ahead:
            if each not in counts and each not in open_now:
                open_now.add(each)
                way.append((each, iter(reaches[each].all)))
                break
        else:
            counts[node] = reaches[node].count(counts)
            open_now.remove(node)
            way.pop()
    if counts[root] > MOST_DRAWN:
        raise _endless()


def _endless() -> SvgError:
    told = f"shows more than {MOST_DRAWN} elements, as it repeats its own parts"
    return SvgError(f"{told}. Save it as PNG.")


class _Reach:
    """What is drawn for an element: all that is in it, and all that it leads to."""

    def __init__(self, node: Node, rules: References, targets: Targets) -> None:
        self.weight = FILTER_WEIGHT if node.name in FILTERS else 1
        self.own = list(node.children)
        self.painted: list[Node] = []
        for name, id_ in _led_to(node, rules):
            led_to = self.painted if name in INHERITED else self.own
            led_to.extend(targets.get(id_, ()))

    @property
    def all(self) -> list[Node]:
        return [*self.own, *self.painted]

    def count(self, counts: Mapping[Node, int]) -> int:
        """Return how many elements that is; what leads back to itself is not drawn again."""
        own = self.weight + sum(counts.get(each, 0) for each in self.own)
        # A pattern or a marker is handed on to all that is in the element.
        return min(own * (1 + sum(counts.get(each, 0) for each in self.painted)), MOST_DRAWN + 1)


def _led_to(node: Node, rules: References) -> Iterator[tuple[str, str]]:
    """Yield each id to which an element leads, and by which property."""
    for name, value in node.attributes.items():
        if name == "href":
            yield name, value.removeprefix("#")
        for id_ in find_references(value):
            # A `style` may declare anything; so it is taken for what weighs most.
            yield ("fill" if name == "style" else name), id_
    if rules:
        classes = (f".{each}" for each in node.attributes.get("class", "").split())
        for called in (ANY, node.name, f"#{node.attributes.get('id')}", *classes):
            yield from (("fill", id_) for id_ in rules.get(called, ()))
