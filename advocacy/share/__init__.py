"""Share kits: networks, counting, snippets, cards."""
