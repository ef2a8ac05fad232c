"""Whether the program starts with the computer, into the tray.

Only the user's own place is written: no right of an administrator is needed, and what
is written goes when the switch is turned off.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# As the inactive entry of the package is called (freedesktop matches them by name).
_NAME = "torimodosu"
# As the desktop entry of the installed program says. TryExec: once the program is
# removed, desktops pass over what is left of it in the folder of each person.
_ENTRY = """[Desktop Entry]
Type=Application
Name=Torimodosu
Name[ja]=取り戻す
Icon=org.torimodosu.Torimodosu
Exec={command}
TryExec={program}
Terminal=false
X-GNOME-Autostart-enabled=true
"""
# What has a meaning of its own in an Exec line that is quoted
# (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
_QUOTED = '"`$\\'


@dataclass(frozen=True, slots=True)
class DesktopAutostart:
    """An entry among those that the desktops of Linux start at login.

    https://specifications.freedesktop.org/autostart-spec/latest/. It has the name of
    the inactive one that the package installs, and so stands in its place.
    """

    folder: Path
    command: Sequence[str]

    def is_on(self) -> bool:
        """Tell whether the entry is there and active.

        Raises:
            OSError: If that cannot be read.

        """
        try:
            lines = self._file.read_text("utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return False
        off = {"hidden=true", "x-gnome-autostart-enabled=false"}
        return not any(line.replace(" ", "").lower() in off for line in lines)

    def turn(self, *, on: bool) -> None:
        """Make the entry, by the command of today, or take it away.

        Raises:
            OSError: If that cannot be written.

        """
        if not on:
            self._file.unlink(missing_ok=True)
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = " ".join(map(_quote, self.command))
        program = self.command[0].replace("\\", "\\\\")
        entry = _ENTRY.format(command=command, program=program)
        _write_whole(self._file, entry.encode())

    @property
    def _file(self) -> Path:
        return self.folder / f"{_NAME}.desktop"


@dataclass(frozen=True, slots=True)
class MacAutostart:
    """A launch agent of the user (launchd.plist(5)), which macOS runs at login."""

    folder: Path
    command: Sequence[str]

    def is_on(self) -> bool:
        """Tell whether the agent is there.

        Raises:
            OSError: If that cannot be read.

        """
        return self._file.exists()

    def turn(self, *, on: bool) -> None:
        """Make the agent, by the command of today, or take it away.

        Raises:
            OSError: If that cannot be written.

        """
        if not on:
            self._file.unlink(missing_ok=True)
            return
        # Late: it reads XML, too, and other systems have no use for it.
        import plistlib  # noqa: PLC0415

        self.folder.mkdir(parents=True, exist_ok=True)
        agent = {
            "Label": _NAME,
            "ProgramArguments": list(self.command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        _write_whole(self._file, plistlib.dumps(agent))

    @property
    def _file(self) -> Path:
        return self.folder / f"{_NAME}.plist"


if sys.platform == "win32":
    import subprocess
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _VALUE = "Torimodosu"

    @dataclass(frozen=True, slots=True)
    class WindowsAutostart:
        """A value below the Run key of the user, which Windows runs at sign-in."""

        command: Sequence[str]

        def is_on(self) -> bool:
            """Tell whether the value is there.

            Raises:
                OSError: If that cannot be read.

            """
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    winreg.QueryValueEx(key, _VALUE)
            except FileNotFoundError:
                return False
            return True

        def turn(self, *, on: bool) -> None:
            """Set the value, by the command of today, or take it away.

            Raises:
                OSError: If that cannot be written.

            """
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                if on:
                    line = subprocess.list2cmdline(self.command)
                    winreg.SetValueEx(key, _VALUE, 0, winreg.REG_SZ, line)
                elif self.is_on():
                    winreg.DeleteValue(key, _VALUE)

    def own_autostart(
        command: Sequence[str],
    ) -> WindowsAutostart:
        """Return the entry of this program, which *command* starts into the tray."""
        return WindowsAutostart(command)

elif sys.platform == "darwin":

    def own_autostart(command: Sequence[str]) -> MacAutostart:
        """Return the entry of this program, which *command* starts into the tray."""
        return MacAutostart(Path.home() / "Library" / "LaunchAgents", command)

else:

    def own_autostart(command: Sequence[str]) -> DesktopAutostart:
        """Return the entry of this program, which *command* starts into the tray."""
        config = os.environ.get("XDG_CONFIG_HOME", "")
        folder = Path(config) if config.startswith("/") else Path.home() / ".config"
        return DesktopAutostart(folder / "autostart", command)


def _quote(argument: str) -> str:
    quoted = "".join(f"\\{sign}" if sign in _QUOTED else sign for sign in argument)
    # The value is a string, in which a backslash has a meaning before that; and "%"
    # begins a field code.
    return f'"{quoted}"'.replace("\\", "\\\\").replace("%", "%%")


def _write_whole(path: Path, content: bytes) -> None:
    """Write *path* so that nobody ever finds half of it."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
