"""Putting a built site where readers are, and putting the one before it back."""
