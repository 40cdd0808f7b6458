"""What this machine could do to text on cards, and what cards make of it."""

from PIL import features


def text_shaping() -> str:
    """Tell whether Pillow has text shaping here; cards look the same with and without it."""
    found = "raqm, with FriBidi" if features.check("raqm") else "no raqm, or no FriBidi"
    return f"{found}; cards use their own measures, and look the same either way"
