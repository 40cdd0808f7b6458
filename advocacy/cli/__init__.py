"""The `advocacy` command: one file a command."""
