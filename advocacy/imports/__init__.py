"""Sites that come from elsewhere."""
