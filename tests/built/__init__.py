"""What is checked of a built site."""
