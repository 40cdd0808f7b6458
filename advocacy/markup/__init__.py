"""Markdown: to safe HTML, and back to the line and column of each word."""
