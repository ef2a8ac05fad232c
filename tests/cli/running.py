"""Commands run with the real parts, in this process or in one of their own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from torimodosu.bootstrap.tools import tools_for
from torimodosu.cli.command_line import run
from torimodosu.cli.tools import Tools

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> Sequence[Json]:
        """Every line of the output as JSON; each must be an object."""
        objects = [json.loads(line) for line in self.out.split("\n")[:-1]]
        assert all(isinstance(one, dict) for one in objects)
        return objects

    @property
    def rows(self) -> Sequence[Json]:
        """The lines in front of the summary."""
        *rows, last = self.lines
        assert list(last) == ["summary"]
        return rows

    @property
    def summary(self) -> Json:
        """The summary, which is the last line."""
        summary: Json = self.lines[-1]["summary"]
        return summary


class Commands:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path, tools: Tools | None = None) -> Done:
        """Run a command, with the real *tools* unless others are given."""
        status = run(
            [str(argument) for argument in arguments],
            tools_for=lambda chosen: tools or tools_for(chosen),
        )
        printed = self._capsys.readouterr()
        return Done(status=status, out=printed.out, err=printed.err)


def command(*arguments: str | Path) -> list[str]:
    """Return how the program is started with *arguments*."""
    program = [sys.executable, "-P", "-m", "torimodosu"]
    return [*program, *(str(argument) for argument in arguments)]


def start(*arguments: str | Path, **environment: str) -> Done:
    """Run the program in a process of its own, with nothing else in its environment."""
    done = subprocess.run(
        command(*arguments), capture_output=True, env=environment, check=False
    )
    return Done(
        status=done.returncode, out=done.stdout.decode(), err=done.stderr.decode()
    )


def plain_line(done: Done) -> str:
    """Return the one plain line on standard error."""
    assert done.err.endswith("\n")
    (line,) = done.err.splitlines()
    assert "Traceback" not in line
    return line
