"""How many there are of something, as English says it in messages."""


def count_of(number: int, what: str) -> str:
    """Return a number of things: `1 rule`, `2 rules`, `2 switches`."""
    if number == 1:
        return f"{number} {what}"
    return f"{number} {what}{'es' if what.endswith('ch') else 's'}"
