"""What a command prints, kept as it leaves the program, so that it can be told again."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import click

from advocacy.answers.answer import Answer, is_terminal
from advocacy.answers.ground import Ground
from advocacy.answers.question import Lifetime, Question
from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.github import SUMMARY_VARIABLE
from advocacy.editorial.telling import tells_secret


@dataclass(frozen=True, slots=True)
class Told:
    """What was printed so far on the standard output and the standard error."""

    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)

    def echo(self, text: str, *, err: bool = False) -> None:
        """Print a text and a line's end; its colours, where they are shown."""
        stream = sys.stderr if err else sys.stdout
        has_colour = is_terminal(stream) and not os.environ.get("NO_COLOR")
        line = f"{text if has_colour else click.unstyle(text)}\n"
        (self.err if err else self.out).append(line)
        click.echo(line, err=err, nl=False, color=has_colour)

    def keep(
        self,
        ctx: click.Context,
        status: int,
        findings: Iterable[Finding],
        texts: Mapping[str, str],
        grounds: Callable[[], Iterable[Ground]],
        lifetime: Lifetime,
    ) -> None:
        """Keep what was told for the next time that somebody asks the same.

        Nothing is kept that tells a secret, for it outlives the file.

        Args:
            ctx: Knows what was asked; a command that is called by another program does not.
            status: With which the command ends.
            findings: What is told of.
            texts: By path, what was checked and may hold a secret.
            grounds: Returns all that this depends on.
            lifetime: From when until when it holds.
        """
        question = ctx.find_object(Question)
        if not question or os.environ.get(SUMMARY_VARIABLE):
            return
        answer = Answer("".join(self.out), "".join(self.err), status)
        if not tells_secret(answer.out + answer.err, findings, texts):
            question.keep(answer, [*grounds()], lifetime)
