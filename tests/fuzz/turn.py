"""One target's turn, in a process of its own, which an input may end in any way."""

import sys
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from time import monotonic, process_time

# Turns are counted in computing, so that beginning one is little of it on a busy machine, too.
# There they take up to so many times as long.
LONGEST_WAIT = 4
# So many inputs are made of one seed; a turn has several.
AT_ONCE = 200
# What no input may need more of.
MOST_BYTES = 4_000_000_000
# Whose ways through the code guide what is tried next.
GUIDING = ["advocacy", "PIL"]
LONGEST_INPUT = 4000


def make(name: str, seed: int, seconds: float, folder: Path) -> None:
    """Try inputs as the target makes them."""
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.trying import Trial, try_made

    trial = Trial(TARGETS[name], folder)
    computed, end = process_time() + seconds, monotonic() + LONGEST_WAIT * seconds
    while process_time() < computed and monotonic() < end:
        try_made(trial, seed, AT_ONCE)
        seed += 1_000_000


def guide(name: str, seed: int, seconds: float, folder: Path) -> None:
    """Try inputs that are changed for as long as they reach something new in the code."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=GUIDING):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.trying import Trial, first_inputs

    trial, corpus = Trial(TARGETS[name], folder), folder / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for content in first_inputs(trial.target, seed):
        (corpus / sha256(content).hexdigest()).write_bytes(content)

    def go_on(content: bytes) -> None:
        with suppress(AssertionError):  # it is written down; there may be more of another kind
            trial.try_one(content)

    bounds = [f"-max_total_time={max(1, round(seconds))}", f"-max_len={LONGEST_INPUT}"]
    unbounded = ["-rss_limit_mb=0", "-timeout=3600", f"-artifact_prefix={folder}/", "-verbosity=0"]
    atheris.Setup([name, str(corpus), *bounds, *unbounded, f"-seed={seed + 1}"], go_on)
    atheris.Fuzz()


def bound_memory() -> None:
    """Let no input take the whole machine."""
    with suppress(ImportError):  # on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


if __name__ == "__main__":
    way, name, seed, seconds, folder = sys.argv[1:]
    bound_memory()
    {"made": make, "guided": guide}[way](name, int(seed), float(seconds), Path(folder))
