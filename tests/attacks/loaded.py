"""What builds import, imported once: each build of an attack is forked from here."""

import feedgen.feed
import markdown
import pelican
import PIL.Image

import advocacy.cli.apart
import advocacy.cli.build
import advocacy.cli.main
import advocacy.limits.worker
import plugins.editorial
import plugins.posts

__all__ = ["PIL", "advocacy", "feedgen", "markdown", "pelican", "plugins"]
