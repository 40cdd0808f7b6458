"""What of a text is seen before somebody opens it by "see more"."""

from advocacy.share.counting import count, graphemes
from advocacy.share.networks import Network


def before_fold(text: str, network: Network) -> str:
    """Return what is seen of a text until it is opened: whole words, as many as fit.

    All of it where the network folds nothing, or nothing so short. `theme/static/folding.js` folds
    the same.
    """
    if not network.fold or count(text, network) <= network.fold:
        return text
    parts = graphemes(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        is_seen = count("".join(parts[:middle]), network) <= network.fold
        low, high = (middle, high) if is_seen else (low, middle - 1)
    spaces = [place for place, part in enumerate(parts[:low]) if part.isspace()]
    is_between_words = parts[low].isspace() or not spaces
    return "".join(parts[: low if is_between_words else spaces[-1]]).rstrip()
