"""Which commands run in a process of their own, and may be begun anew."""

import os

import pytest

from advocacy.cli.apart import may_repeat, run_command


class ForkedError(Exception):
    """A process was asked for."""


@pytest.mark.parametrize(
    ("command", "is_forked"),
    [
        ("approve",   True),
        ("build",     True),
        ("check",     True),
        ("review",    True),
        ("forge",     False),
        ("init",      False),
        ("new",       False),
        ("publish",   False),
        ("rollback",  False),
        ("serve",     False),
        ("--version", False),
        ("",          False),
    ],
)  # fmt: skip
def test_what_reads_what_others_wrote_runs_apart(
    command: str, is_forked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fork() -> int:
        raise ForkedError

    monkeypatch.setattr(os, "fork", fork, raising=False)

    with pytest.raises(ForkedError if is_forked else SystemExit):
        run_command([command, "--help"] if command else [])


@pytest.mark.parametrize(
    ("arguments", "may"),
    [
        (["build"], True),
        (["check", "--all"], True),
        (["review"], True),
        (["approve"], False),
        (["check", "--stdin"], False),
    ],
)
def test_what_does_the_same_again_may_be_begun_anew(arguments: list[str], may: bool) -> None:
    assert may_repeat(arguments) is may
