"""Every check of the project: of the code as text, then by running it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from catalogues import catalogues_are_current, compile_catalogues
from checkout import ROOT, status, stop, tool

STATIC_CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo", "--no-cache"),
    ("deptry", "."),
)

# One process more than there are processors: tests wait for programs that they have
# started. The tests of a file share what its fixtures made.
PROCESSES = min(4, (os.cpu_count() or 1) + 1)
SIDE_BY_SIDE = (f"--numprocesses={PROCESSES}", "--dist=loadfile")
# One step before the worker of the window (`torimodosu.worker.priority`).
LITTLE_URGENT = 18


def run_checks(arguments: Sequence[str]) -> int:
    """Run every check and all tests, or only the tests that *arguments* choose.

    Returns the exit status. The closing line of pytest comes last.
    """
    if arguments:
        compile_catalogues()
        return run_pytest(arguments)
    failed = failed_checks()
    if failed:
        print("\nFailed: " + "; ".join(failed), flush=True)
    return run_all_tests() or int(bool(failed))


def failed_checks() -> list[str]:
    """Return the names of the checks of the text that find something."""
    failed = [
        " ".join(check)
        for check in STATIC_CHECKS
        if status([tool(check[0]), *check[1:]]) != 0
    ]
    if not catalogues_are_current():
        failed.append("the texts changed: run installer/dev.py catalogues")
    if not compile_catalogues("-fail-on-unfinished"):
        failed.append("a translation is unfinished")
    return failed


def measure_coverage(arguments: Sequence[str]) -> int:
    """Run the tests and tell which lines and branches none of them reaches.

    Apart from the checks: measuring takes half as long again, in every process.
    """
    compile_catalogues()
    return run_all_tests("--cov", *arguments)


def run_all_tests(*options: str) -> int:
    """Run all tests side by side, and let everything else on this computer go first.

    The worker of the window lets the window go first: beside more tests than there are
    processors it would get no turn, were they not nearly as modest. Returns the status.
    """
    if sys.platform != "win32":
        os.nice(max(0, LITTLE_URGENT - os.nice(0)))
    return run_pytest([*SIDE_BY_SIDE, *options])


def run_benchmarks(arguments: Sequence[str]) -> int:
    """Run one benchmark by its name, or all of them, at full size."""
    return run_long("benchmarks", arguments)


def prove_bundle(arguments: Sequence[str]) -> int:
    """Prove what `bundle` made: installed on a bare Debian, and made twice alike."""
    return run_long("bundle", arguments)


def run_fuzzing(arguments: Sequence[str]) -> int:
    """Throw mutated mails at every reader, as many as the design asks for."""
    return run_long("fuzz", arguments)


def take_screenshots(arguments: Sequence[str]) -> int:
    """Take a picture of every page, in both languages, light and dark.

    --page, --scene, --language, --theme and --form choose some of them. With --readme
    only those that the README shows, into resources/screenshots.
    """
    compile_catalogues()
    return status([tool("python"), "-m", "tests.screens", *arguments])


def run_long(folder: str, arguments: Sequence[str]) -> int:
    """Run the tests below *folder* at full size and show what they print.

    The first of *arguments* may name one module: "scan" is test_scan.py.
    """
    compile_catalogues()
    chosen, options = f"tests/{folder}", list(arguments)
    if options and not options[0].startswith("-"):
        chosen += f"/test_{options.pop(0)}.py"
    if not (ROOT / chosen).exists():
        names = [path.stem[5:] for path in (ROOT / "tests" / folder).glob("test_*.py")]
        stop(f"There is no {chosen}. There are: {', '.join(sorted(names))}")
    patient = ["--long", "--capture=no", "--override-ini=faulthandler_timeout=0"]
    return run_pytest([*patient, chosen, *options])


def run_pytest(arguments: Sequence[str]) -> int:
    """Run the tests that *arguments* choose and return the exit status.

    What Python compiles is kept, even where the system is set up to keep nothing: the
    tests start the program hundreds of times.
    """
    keeping = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    return status([tool("pytest"), *arguments], env=keeping)
