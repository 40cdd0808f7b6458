"""What is shown on a page from elsewhere once a reader asks for it: which addresses, and how."""
