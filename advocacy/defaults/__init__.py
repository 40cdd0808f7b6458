"""The packaged files that new sites begin with."""
