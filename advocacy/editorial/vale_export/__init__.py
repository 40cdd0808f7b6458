"""The guide as a folder that Vale reads."""
