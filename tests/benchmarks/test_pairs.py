import sys

import pytest

from tests.benchmarks.pairs import Outcome, Timing, command, measure, tell, timed


def runs(*walls: float) -> tuple[Timing, ...]:
    return tuple(Timing(wall=wall, cpu=2 * wall) for wall in walls)


def test_the_ratio_is_the_median_of_the_pairs() -> None:
    outcome = Outcome(ours=runs(1, 9, 4), peer=runs(2, 3, 4))
    assert outcome.ratio == 1.0
    assert outcome.cpu_ratio == 1.0


def test_both_sides_run_in_turn_after_one_round_to_warm_up() -> None:
    order: list[str] = []
    outcome = measure(lambda: order.append("a"), lambda: order.append("b"), rounds=2)
    assert "".join(order) == "ababab"
    assert (len(outcome.ours), len(outcome.peer)) == (2, 2)


@pytest.mark.parametrize(("limit", "kept"), [(2.0, True), (1.9, False)])
def test_a_line_tells_whether_the_limit_was_kept(
    limit: float, capsys: pytest.CaptureFixture[str], *, kept: bool
) -> None:
    assert tell("x / y", Outcome(ours=runs(2), peer=runs(1)), limit=limit) is kept
    assert capsys.readouterr().out.startswith("ok   x / y" if kept else "OVER x / y")


def test_the_processor_time_of_a_command_is_counted() -> None:
    spin = "n = 0\nfor i in range(3_000_000): n += i"
    assert timed(command(sys.executable, "-c", spin)).cpu > 0
