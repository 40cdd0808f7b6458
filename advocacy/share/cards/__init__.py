"""Cards: the pictures of a post that networks show, drawn from layouts that are data."""
