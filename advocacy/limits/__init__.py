"""How long a file may be worked on, in how much memory, and what becomes of one that takes more."""
