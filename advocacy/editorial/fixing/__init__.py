"""What can be mended without asking, mended."""
