import pytest

from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.steps import Step


@pytest.mark.parametrize("step", Step)
def test_every_step_says_what_it_takes(step: Step) -> None:
    assert MINUTES[step] > 0
    assert AT_HAND[step]
