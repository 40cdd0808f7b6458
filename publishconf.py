"""The settings with which the site is published: pelicanconf.py, and what differs there."""

from pathlib import Path
from runpy import run_path

settings = run_path(str(Path(__file__).with_name("pelicanconf.py")))
globals().update({name: value for name, value in settings.items() if name.isupper()})

# What only production needs goes below, such as: PLUGINS += ["neighbors"]
