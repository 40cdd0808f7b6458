"""Findings in a text editor while somebody writes, by the Language Server Protocol."""
