"""The built site on disk: staged first, then committed file by file."""
