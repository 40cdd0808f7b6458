"""Thin Pelican adapters over `advocacy`: they connect, and never decide."""
