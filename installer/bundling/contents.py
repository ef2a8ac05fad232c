"""What of Python, Qt and the system a bundle brings along, and what it leaves out.

Files are named as PyInstaller names their places in the bundle, with forward slashes,
such as "PySide6/Qt/plugins/platforms/libqxcb.so".
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# What the analysis finds behind an import that the program never reaches.
UNUSED_MODULES = (
    *("cffi", "pycparser"),  # for compiling; what is compiled is there already
    *("curses", "readline", "tkinter"),  # there is a window
    *("distutils", "pip", "setuptools"),  # nothing is installed at run time
    *("doctest", "lib2to3", "pdb", "pydoc", "unittest", "xmlrpc"),
    *("PySide6.QtQml", "PySide6.QtQuick"),
)

# Packages that read a file of their own, which no analysis of imports can see.
WITH_DATA = ("budoux", "publicsuffixlist", "torimodosu")

# Kinds of plugin that the program uses whole. Of "platforms" it is only those below;
# left out are the plugins for screens without a desktop, for TLS and for databases.
PLUGINS = {
    "iconengines",
    "imageformats",
    "platforminputcontexts",  # Japanese is typed through these
    "platformthemes",
    "printsupport",
    "styles",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
}
PLATFORMS = {"cocoa", "offscreen", "wayland", "windows", "xcb"}
UNUSED_PLUGINS = {"qtvirtualkeyboardplugin"}

UNUSED_QT = re.compile(r"(lib)?Qt6?(EglF|Pdf|Qml|Quick|Sql|VirtualKeyboard)")
LANGUAGES = {"ja", "en"}
OTHER_PHRASES = re.compile(r"budoux/models/(?!ja\.json)")

# Of the libraries of a Linux system: what Python is linked with, which differs from
# distribution to distribution, and what Qt needs that many desktops lack. The rest
# must be those of the system, since drivers and input methods load them as well.
FROM_THE_SYSTEM = re.compile(
    r"lib(python3|crypto|ssl|sqlite3|ffi|bz2|lzma"
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util))[.\d-]"
)


def is_used(name: str) -> bool:
    """Tell whether the program uses the file *name* of a Python package."""
    path = PurePosixPath(name)
    if "plugins" in path.parts:
        return is_used_plugin(path.parent.name, plugin_name(path.name))
    if "translations" in path.parts and "PySide6" in path.parts:
        kind, _, language = path.stem.rpartition("_")
        return kind == "qtbase" and language in LANGUAGES
    if OTHER_PHRASES.match(path.as_posix()):
        return False
    # The notes about packages are chosen for all of them alike: inventory.papers.
    if path.parts[0].endswith(".dist-info"):
        return False
    return not UNUSED_QT.match(path.name)


def is_used_plugin(kind: str, name: str) -> bool:
    """Tell whether the program uses a plugin of Qt."""
    if kind == "platforms":
        return name.removeprefix("q") in PLATFORMS
    return kind in PLUGINS and name not in UNUSED_PLUGINS


def plugin_name(file: str) -> str:
    """Return the name of a plugin, which is the same on every system."""
    return file.split(".", maxsplit=1)[0].removeprefix("lib")


def is_brought_from_the_system(name: str) -> bool:
    """Tell whether a library *name* of a Linux system comes along."""
    return FROM_THE_SYSTEM.match(PurePosixPath(name).name) is not None
