"""A digest of share kits, in each of the forms in which it reaches people."""
