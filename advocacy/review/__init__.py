"""One summary of a pull request, for those who have to agree to it."""
