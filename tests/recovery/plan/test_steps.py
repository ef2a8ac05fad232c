from torimodosu.recovery.plan.steps import STEPS_OF, Phase, Step


def test_every_phase_has_steps() -> None:
    assert list(STEPS_OF) == list(Phase)
    assert all(STEPS_OF.values())


def test_every_step_belongs_to_one_phase_in_the_order_of_the_way() -> None:
    assert [step for steps in STEPS_OF.values() for step in steps] == list(Step)
    assert Step.PASSWORD.phase is Phase.LOCK
