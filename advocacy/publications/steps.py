"""What is done in a folder of publications, as commands of a POSIX shell.

Each writes beside the place first, under a name that it has for itself: others may be at it too.
"""

from itertools import islice
from shlex import quote

from advocacy.publications.release import RELEASES, SITE, Held, Release, make_record

MARKER = ".advocacy-publications"
CURRENT = "current"
RECORD = "record.json"
OURS, EMPTY, FOREIGN = "ours", "empty", "foreign"
READ = f"""\
if [ -f {MARKER} ]; then echo {OURS}; elif [ -z "$(ls -A)" ]; then echo {EMPTY}; exit
else echo {FOREIGN}; exit; fi
readlink {CURRENT} || echo
for file in {RELEASES}/*/{RECORD}; do [ ! -f "$file" ] || cat "$file"; done"""
# Nobody uploads for a whole day, so that what is being written now is not taken away.
_SWEEP = f"""\
find . -mindepth 1 -maxdepth 1 -name '.{CURRENT}.*' -mtime +0 -exec rm -f {{}} + || true
find {RELEASES} -mindepth 2 -maxdepth 2 -name '.{RECORD}.*' -mtime +0 -exec rm -f {{}} + || true
find {RELEASES} -mindepth 1 -maxdepth 1 -type d -mtime +0 ! -exec test -f {{}}/{RECORD} \\; \
  -exec rm -rf {{}} + || true"""


def make_start(number: int) -> str:
    """Return what makes a folder for a release, and says which."""
    return f"touch {MARKER}\nmkdir -p {RELEASES}\nmktemp -d {RELEASES}/{number}.XXXXXX"


def make_count(release: Release, count: int) -> str:
    """Return what goes on where all files have arrived alone: rsync passes over some in silence."""
    return f"""\
[ "$(find {RELEASES}/{release.folder}/{SITE} -type f | wc -l)" -eq {count} ] || {{
  echo 'Not all files have arrived' >&2; exit 1; }}"""


def make_note(release: Release) -> str:
    """Return what writes a release's record, which is there whole or not at all."""
    folder = f"{RELEASES}/{release.folder}"
    return f"""\
new=$(mktemp {folder}/.{RECORD}.XXXXXX)
{{ printf '%s\\n' {quote(make_record(release))} > "$new" && chmod 644 "$new" &&
  mv -f "$new" {folder}/{RECORD}; }} || {{ rm -f "$new"; exit 1; }}"""


def make_check(held: Held) -> str:
    """Return what goes on where still the same is served."""
    return f"""\
[ "$(readlink {CURRENT})" = {quote(held.link)} ] || {{
  echo 'Somebody else published meanwhile' >&2; exit 1; }}"""


def make_switch(release: Release, held: Held) -> str:
    """Return what serves a release in place of what is served, unless that is another by now."""
    # A link to a folder is replaced, and not moved into, by `-T` of GNU and BusyBox, `-h` of BSD.
    return f"""\
{make_check(held)}
[ -h {CURRENT} ] || [ ! -e {CURRENT} ] || {{ echo '`{CURRENT}` is no link' >&2; exit 1; }}
chmod a+rx {RELEASES} 2>/dev/null || true
chmod 755 {RELEASES}/{release.folder} {release.link}
new=$(mktemp .{CURRENT}.XXXXXX)
ln -sf {release.link} "$new"
why=$(mv -fT "$new" {CURRENT} 2>&1) || mv -fh "$new" {CURRENT} 2>/dev/null || {{
  rm -f "$new"; echo "$why" >&2; exit 1; }}"""


def make_pruning(release: Release, held: Held, keep: int) -> str:
    """Return what removes what is too old, what was taken back, and what was never whole."""
    before = held.chain(held.releases.get(release.follows))
    kept = {each.folder for each in islice(before, keep - 1)}
    gone = [quote(f"{RELEASES}/{folder}") for folder in held.releases if folder not in kept]
    return "\n".join(([f"rm -rf {' '.join(gone)} || true"] if gone else []) + [_SWEEP])
