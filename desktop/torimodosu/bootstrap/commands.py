"""The command line."""

from collections.abc import Sequence

from torimodosu.bootstrap.tools import tools_for
from torimodosu.cli.command_line import run


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name."""
    return run(arguments, tools_for=tools_for)
