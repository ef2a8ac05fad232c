import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.screens.camera import Camera
from tests.screens.selection import Selection, Setting
from tests.window.scene import undressed_after
from torimodosu.adapters.store import Store
from torimodosu.window.appearance import Language, Theme
from torimodosu.window.kit.tokens import DARK, LIGHT
from torimodosu.window.place import View


@pytest.mark.parametrize(("theme", "canvas"), [("light", LIGHT), ("dark", DARK)])
def test_a_picture_shows_the_page_in_its_theme(
    qapp: QApplication, store: Store, theme: str, canvas: dict[str, str]
) -> None:
    setting = Setting(language=Language.JAPANESE, theme=Theme(theme))
    selection = Selection(settings=[setting])
    with undressed_after(qapp):
        camera = Camera(qapp, store, store.path.parent, selection)
        path, *_ = list(camera.shoot("new", (View.WELCOME,)))
    picture = QImage(str(path))
    assert path.name == f"new-00-welcome-ja-{theme}.png"
    assert (picture.width(), picture.height()) == (1280, 800)
    assert picture.pixelColor(1255, 5).name().upper() == canvas["canvas"]
