import sys

import pytest

import checkout


def test_a_command_is_shown_and_run_in_the_checkout(
    capfd: pytest.CaptureFixture[str],
) -> None:
    asks = "import os; print(os.getcwd())"
    assert checkout.status([sys.executable, "-c", asks]) == 0
    shown = capfd.readouterr()
    assert shown.out.strip() == str(checkout.ROOT)
    assert shown.err.startswith("$ python")


def test_a_command_that_must_succeed_ends_everything_when_it_does_not() -> None:
    checkout.call([sys.executable, "-c", ""])
    with pytest.raises(SystemExit, match="7"):
        checkout.call([sys.executable, "-c", "raise SystemExit(7)"])


def test_a_tool_is_the_one_of_this_environment() -> None:
    assert checkout.status([checkout.tool("python"), "--version"]) == 0
