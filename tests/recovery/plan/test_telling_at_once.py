"""Two windows that look at the very same moment."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.recovery.plan.test_telling import LATER, OVER, Scene
from torimodosu.recovery.plan.telling import Setting
from torimodosu.recovery.reminders.tidings import Deed


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


class Overtaken:
    """Settings that another window looks at, too, just before they are swapped."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.told_by_other: list[str] = []

    @property
    def settings(self) -> Mapping[str, Setting]:
        return self._scene.store.settings

    def set(self, name: str, value: Setting) -> None:
        self._scene.store.set(name, value)

    def swap(
        self,
        name: str,
        before: Setting,
        value: Setting,
    ) -> bool:
        self.told_by_other = self._scene.look()
        return self._scene.store.swap(name, before, value)


def test_of_two_that_look_in_the_same_moment_the_slower_leaves_the_note_alone(
    scene: Scene,
) -> None:
    scene.clock.moment = LATER
    settings = Overtaken(scene)
    slower = scene.ask(Deed.LOOK, settings=settings)
    assert (len(settings.told_by_other), slower.items) == (1, ())
    assert slower.next_at == OVER
    # The faster one dies before it has shown anything: it is told anew.
    scene.clock.moment = OVER
    assert scene.look() == settings.told_by_other
