"""A staff blog, its feeds and share kits, from Markdown held to a values guide."""

__version__ = "0.1.0"
