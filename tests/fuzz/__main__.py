"""Tries each target for as long as one likes; what fails is written into a folder, and told."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from random import SystemRandom
from time import monotonic

import click

from tests.conftest import PROJECT
from tests.fuzz.targets import TARGETS
from tests.fuzz.trying import count_file, now_file, write_found
from tests.fuzz.turn import LONGEST_WAIT

# Targets take turns, so that a run that is ended early has tried them all; to begin takes a second.
TURN_SECONDS = 40
# How much longer a turn may take until something has to be stuck in what no clock reaches.
PATIENCE_SECONDS = 600


@click.command
@click.argument("targets", nargs=-1, type=click.Choice([*TARGETS]))
@click.option("--minutes", type=click.FloatRange(min=0), default=10, help="How long.  [10]")
@click.option("--seed", type=int, help="Where chance begins.  [by chance]")
@click.option("--guided", is_flag=True, help="By what inputs reach in the code; needs atheris.")
@click.option("--again", type=click.Path(path_type=Path, exists=True), help="Try one input.")
@click.option("--folder", type=click.Path(path_type=Path), default=PROJECT / "build/fuzz")
def fuzz(
    targets: tuple[str, ...],
    minutes: float,
    seed: int | None,
    again: Path | None,
    folder: Path,
    *,
    guided: bool,
) -> None:
    """Try inputs that nobody thought of on TARGETS, or on all of them.

    Ends with 1 where something failed; each such input is a file below build/fuzz.
    """
    chosen = targets or tuple(TARGETS)
    if again:
        for name in chosen:
            TARGETS[name].hold(again.read_bytes())
        return
    folder.mkdir(parents=True, exist_ok=True)
    number = SystemRandom().randrange(10**6) if seed is None else seed
    sys.exit(run(chosen, minutes * 60, number, folder, "guided" if guided else "made"))


@dataclass(frozen=True, slots=True)
class Tried:
    """What was done for a target.

    Attributes:
        computing_seconds: Of its turns, without waiting; Windows does not count it.
    """

    turns: int = 0
    inputs: int = 0
    computing_seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.inputs:7} inputs, {self.computing_seconds / 60:6.2f} min computing"


def run(targets: tuple[str, ...], seconds: float, seed: int, folder: Path, way: str) -> int:
    """Let targets take turns until the time is over; return the exit status."""
    before = {*folder.glob("*.input")}
    tried, end = {name: Tried() for name in targets}, monotonic() + seconds
    while (left := end - monotonic()) > 0:
        name = choose_next(tried)
        turn = take_turn(name, seed, min(TURN_SECONDS, left, seconds / len(targets)), folder, way)
        click.echo(f"{name:18} {turn}, seed {seed}")
        tried[name] = add(tried[name], turn)
        seed += 1
    for name, whole in [*tried.items(), ("all", reduce(add, tried.values()))]:
        click.echo(f"{name:18} {whole}, in all")
    found = sorted({*folder.glob("*.input")} - before)
    for file in found:
        told = file.with_suffix(".txt").read_text(encoding="utf-8").strip()
        click.echo(f"{file}: {told}. Try it again: `python3 tasks.py fuzz --again FILE TARGET`.")
    return 1 if found else 0


def choose_next(tried: Mapping[str, Tried]) -> str:
    """Return the target for which least was computed; some need far longer for an input."""
    return min(tried, key=lambda name: (tried[name].computing_seconds, tried[name].turns))


def add(one: Tried, other: Tried) -> Tried:
    """Return what was done in both."""
    return Tried(
        one.turns + other.turns,
        one.inputs + other.inputs,
        one.computing_seconds + other.computing_seconds,
    )


def take_turn(name: str, seed: int, seconds: float, folder: Path, way: str) -> Tried:
    """Try a target in a process of its own, which may end in any way."""
    now, count = now_file(folder, TARGETS[name]), count_file(folder, TARGETS[name])
    count.write_text("0")
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.turn",
        way,
        name,
        str(seed),
        str(seconds),
        str(folder),
    ]
    before = computed_seconds()
    with (folder / "log.txt").open("a") as log:
        try:
            patience = LONGEST_WAIT * seconds + PATIENCE_SECONDS
            done = subprocess.run(command, cwd=PROJECT, stderr=log, check=False, timeout=patience)
            ended = str(done.returncode)
        except subprocess.TimeoutExpired:
            ended = "stuck"
    if ended != "0" and now.is_file():
        write_found(folder, TARGETS[name], f"the process ended: {ended}", now.read_bytes())
    now.unlink(missing_ok=True)
    return Tried(1, int(count.read_text()), computed_seconds() - before)


def computed_seconds() -> float:
    """Return how long all the processes that were begun here, and have ended, have computed."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    fuzz(prog_name="tasks.py fuzz")
