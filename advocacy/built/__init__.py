"""What was built, held against what readers need of it: one file a check."""
