"""Vale's own configuration and styles, read and followed as Vale does."""
