"""Pelican's settings for this site: the safe defaults, and what you change."""

from pathlib import Path

from pelican.plugins.advocacy.settings import make_settings

globals().update(make_settings(Path(__file__).parent))

# Plugins of your own go after ours: PLUGINS += ["neighbors"]
