"""The values guide: what it says, what is checked, what was found."""
