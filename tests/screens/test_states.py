from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.camera import Camera
from tests.screens.selection import Selection, Setting
from tests.screens.states import STATES, shoot_states
from tests.window.scene import undressed_after
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Language
from torimodosu.window.place import View

JAPANESE = Setting(language=Language.JAPANESE)


@pytest.fixture
def camera(qapp: QApplication, practice: Store, tmp_path: Path) -> Iterator[Camera]:
    selection = Selection(settings=[JAPANESE], pages=frozenset({"practise_anew"}))
    with undressed_after(qapp):
        yield Camera(qapp, practice, tmp_path, selection)


def test_a_state_is_reached_in_any_language_and_shown_with_what_stands_over_it(
    camera: Camera, tmp_path: Path
) -> None:
    paths = [path.name for path in shoot_states(camera, "way", tmp_path)]
    assert paths[0] == "way-practise_anew-ja-light.png"
    assert paths[-1] == "way-practise_anew-ja-light-over.png"


def test_every_state_belongs_to_a_scene_and_a_page() -> None:
    assert {state.scene for state in STATES.values()} == {"way", "begun"}
    assert all(state.place in (*View, *Step) for state in STATES.values())
