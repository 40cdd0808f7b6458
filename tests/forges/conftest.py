"""Requests in real repositories, as reviews have them."""

from tests.review.conftest import no_settings, start

__all__ = ["no_settings", "start"]
