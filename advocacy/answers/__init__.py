"""What a command said, told again at once while nothing that it stands on is another.

Nothing in here imports more than it must: it is asked before anything else of the program is.
"""
