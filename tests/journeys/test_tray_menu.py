"""The menu of the tray, read and chosen from as a panel does, in Japanese."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.desktop_bus import DesktopBus, desktop_on
from tests.fakes.clock import FRIDAY_NIGHT
from tests.journeys.tray_desktop import SECONDS, hidden
from tests.private_bus import PrivateBus
from torimodosu.adapters.store import Store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is of X11")

OPEN, NEXT, CODES = "「取り戻す」を開く", "次にすること", "確認コード"
PAUSE, QUIT = "お知らせを1日休む", "終了する"
JAPANESE = {"LANG": "ja_JP.UTF-8"}
LONG_AGO = FRIDAY_NIGHT.replace(year=2020)


@pytest.fixture
def desktop(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PrivateBus, DesktopBus]]:
    with ExitStack() as stack:
        bus = PrivateBus(tmp_path_factory.mktemp("bus"), stack)
        yield bus, stack.enter_context(desktop_on(bus, "notices", "watcher"))


def test_a_person_who_speaks_japanese_finds_everything_in_the_menu(
    desktop: tuple[PrivateBus, DesktopBus], display: str, tmp_path: Path
) -> None:
    bus, panel = desktop
    store = Store.at(tmp_path / "cases.sqlite")
    noticed = datetime.now(UTC).astimezone().date()
    case = store.open(replace(SHOP, noticed=noticed), at=LONG_AGO, is_practice=False)
    store.keep_retry(case, LONG_AGO, at=LONG_AGO)
    with hidden(bus, display, tmp_path, having=JAPANESE) as program:
        panel.hear("icon")
        notice = panel.hear("notice")
        assert (notice["title"], notice["words"]) == (
            "取り戻す",
            "確認することが1件あります",
        )
        assert notice["actions"][1::2] == ["開く", "開く", "明日また"]
        items = menu(panel)
        assert [item["label"] for item in items] == [OPEN, NEXT, CODES, PAUSE, QUIT]
        panel.say(f"choose {CODES}")
        program.hear("codes")
        panel.say(f"choose {NEXT}")
        program.hear("sign_in")
        panel.say(f"choose {PAUSE}")
        program.hear("paused")
        assert [item["label"] for item in menu(panel) if is_on(item)] == [PAUSE]
        panel.say(f"choose {PAUSE}")
        program.hear("not paused")
        assert [item for item in menu(panel) if is_on(item)] == []
        panel.say(f"choose {QUIT}")
        assert program.process.wait(SECONDS) == 0


def test_before_there_is_a_case_the_menu_opens_the_first_page(
    desktop: tuple[PrivateBus, DesktopBus], display: str, tmp_path: Path
) -> None:
    bus, panel = desktop
    with hidden(bus, display, tmp_path, having=JAPANESE) as program:
        panel.hear("icon")
        panel.say(f"choose {OPEN}")
        program.hear("welcome")


def menu(panel: DesktopBus) -> list[dict[str, object]]:
    """Return what the panel would show, without the lines between."""
    panel.say("menu")
    items = panel.hear("menu")["items"]
    return [item for item in items if item.get("type") != "separator"]


def is_on(item: dict[str, object]) -> bool:
    return item.get("toggle-state") == 1
