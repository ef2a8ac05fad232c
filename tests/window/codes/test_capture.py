"""Codes in screenshots."""

import sys

from torimodosu.window.codes.capture import keep_out_of_captures
from torimodosu.window.codes.window import CodesWindow

if sys.platform == "win32":
    from ctypes import byref, c_uint32, windll

    from torimodosu.window.codes.capture import EXCLUDED
    from torimodosu.window.codes.desk import CodesDesk

    def test_windows_leaves_the_codes_out(window: CodesWindow, desk: CodesDesk) -> None:
        seen = []
        for on_top in (False, True):
            desk.settings.choose_on_top(on_top)
            affinity = c_uint32()
            windll.user32.GetWindowDisplayAffinity(int(window.winId()), byref(affinity))
            seen.append(affinity.value)
        assert seen == [EXCLUDED] * 2

else:

    def test_elsewhere_the_window_is_left_as_it_is(window: CodesWindow) -> None:
        before = window.windowFlags(), window.geometry(), window.isVisible()
        keep_out_of_captures(window)
        assert (window.windowFlags(), window.geometry(), window.isVisible()) == before
