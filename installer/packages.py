"""The packages of the system: what is missing is installed where there is apt."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence

from checkout import call, stop

# What Qt loads from the system, and the Debian package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
JAPANESE_FONT = "fonts-noto-cjk"

# Programs of the system, and the Debian package that brings each.
FOR_SCREENS = {"Xvfb": "xvfb", "openbox": "openbox"}
BROWSERS = {"chromium": "chromium", "firefox-esr": "firefox-esr"}
FOR_TESTS = {
    **FOR_SCREENS,
    **BROWSERS,
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "dbus-run-session": "dbus-daemon",
    "dovecot": "dovecot-imapd",
    "faketime": "faketime",
    "gnome-keyring-daemon": "gnome-keyring",
    "keepassxc-cli": "keepassxc",
    "openssl": "openssl",
    "rg": "ripgrep",
    "sqlite3": "sqlite3",
    "trayer": "trayer",
    "xdotool": "xdotool",
}
FOR_BUNDLES = {"dpkg-deb": "dpkg", "objcopy": "binutils", "patchelf": "patchelf"}
FOR_BUNDLE_PROOF = {
    **FOR_TESTS,
    "appstreamcli": "appstream",
    "debootstrap": "debootstrap",
    "desktop-file-validate": "desktop-file-utils",
    "import": "imagemagick",
    "lintian": "lintian",
    "makensis": "nsis",
    "xprop": "x11-utils",
}
FOR_BENCHMARKS = {**FOR_TESTS, "dkimverify": "python3-dkim", "hledger": "hledger"}
FOR_FRESH_SYSTEM = {"debootstrap": "debootstrap"}


def provide_for_window() -> None:
    """Install what the window needs of the system, or tell how to."""
    provide(missing_for_window())


def provide_programs(programs: Mapping[str, str]) -> None:
    """Install the packages of those *programs* that are not there, or tell how to."""
    missing = {programs[name] for name in programs if not shutil.which(name)}
    if is_ubuntu():
        missing -= set(BROWSERS.values())
    provide(sorted(missing))


def provide(packages: Sequence[str]) -> None:
    """Install *packages*, or tell how to and end with status 2.

    Where there is no apt the names are only told: the person knows what their
    system calls them, and part of the program works without.
    """
    if not packages:
        return
    if not shutil.which("apt-get"):
        print("Missing, under their Debian names:", *packages, file=sys.stderr)
        return
    update = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "update"]
    install = [*update[:-1], "install", "-y", "--no-install-recommends", *packages]
    for command in (update, install):
        call([*privilege(install), *command])


def privilege(install: Sequence[str]) -> list[str]:
    """Return what goes in front of a command that changes the system.

    Without the right, and without a terminal to ask for it, tells the person the
    command *install* and ends with status 2.
    """
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if not shutil.which("sudo"):
        stop(f"Please run as root: apt-get update && {' '.join(install)}")
    if not os.isatty(0):
        stop(f"Please run: sudo apt-get update && sudo {' '.join(install)}")
    return ["sudo"]


def is_ubuntu() -> bool:
    """Tell whether this is Ubuntu, or made from it.

    There browsers come as snaps, which may use no home folder but the person's own.
    """
    try:
        about = platform.freedesktop_os_release()
    except OSError:
        return False
    return "ubuntu" in f"{about['ID']} {about.get('ID_LIKE', '')}".split()


def missing_for_window() -> list[str]:
    """Return the Debian packages that set-up and window lack on this machine."""
    missing = [name for library, name in LIBRARIES.items() if not loads(library)]
    if "libfontconfig1" in missing or not has_japanese_font():
        missing.append(JAPANESE_FONT)
    if not importlib.util.find_spec("ensurepip"):
        missing.append("python{}.{}-venv".format(*sys.version_info))
    return sorted(missing)


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_japanese_font() -> bool:
    """Ask fontconfig whether any font covers Japanese."""
    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    fonts = fontconfig.FcFontList(
        None, fontconfig.FcNameParse(b":lang=ja"), fontconfig.FcObjectSetCreate()
    )
    return bool(fonts) and fonts[0] > 0
