"""The package for Debian and its relatives, and the archive for any other Linux."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from bundling import archives, layout
from bundling.needs import Needs, needs_of, packages_for
from checkout import call

DATA = layout.HERE / "for_linux"
ARCHITECTURES = {"aarch64": "arm64", "x86_64": "amd64"}
MAINTAINER = "Torimodosu contributors <contributors@torimodosu.example>"

AUTOSTART = f"etc/xdg/autostart/{layout.NAME}.desktop"
# Qt writes Japanese with what fontconfig offers; any of these will do.
FONTS = (
    "fonts-noto-cjk | fonts-ipaexfont-gothic | fonts-ipafont-gothic | fonts-vlgothic"
)
# Without one of these no key of a two-step check is kept; everything else works.
KEYCHAINS = "gnome-keyring | keepassxc | kwalletmanager"

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: {keychains}
Section: utils
Priority: optional
Description: take a hijacked shopping account back, step by step
 Somebody was in your shopping account and ordered with your balance, points
 or card. This program leads you, one step at a time, from the first strange
 mail to the day the last card statement is clean.
 .
 It keeps the mails that prove what happened, finds every order of the time in
 question, adds up the damage, helps with passwords, two-step verification and
 stale saved logins, and says which card was charged.
 .
 Everything stays on this computer. Nothing leaves it unless a button that names
 the host is pressed. It speaks Japanese and English.
"""
CHANGELOG = """\
{name} ({version}) unstable; urgency=medium

  * Release {version}. What is new stands in CHANGELOG.md.gz.

 -- {maintainer}  {when}
"""
README = """\
Torimodosu {version}

Start the file torimodosu in this folder: with a double click, or from a terminal.
このフォルダーの torimodosu をダブルクリックするか、端末から起動してください。

It needs a Linux desktop with glibc {glibc} or newer (Debian 12, Ubuntu 22.04 and later)
and these libraries, which most desktops have:
{libraries}

To remove it, delete this folder. Your cases stay in ~/.local/share/torimodosu.
削除するには、このフォルダーを消します。記録は ~/.local/share/torimodosu に残ります。
"""


def make_archive(moment: int) -> Path:
    """Pack the program for any Linux and return where the archive lies."""
    name = f"{layout.NAME}-{layout.version()}"
    folder = renewed(layout.WORK / "portable") / name
    shutil.copytree(layout.program(), folder, symlinks=True)
    text = README.format(version=layout.version(), **in_words(needs_of(folder)))
    (folder / "README.txt").write_text(text, "utf-8")
    archives.settle_folder(folder)
    target = layout.DELIVERED / f"{name}-linux-{platform.machine()}.tar.gz"
    archives.write_tar(folder, target, moment)
    return target


def in_words(needs: Needs) -> dict[str, str]:
    """Return what the archive tells about *needs*."""
    version = ".".join(map(str, needs.glibc))
    return {"glibc": version, "libraries": "\n".join(sorted(needs.libraries))}


def make_package(moment: int) -> Path:
    """Make the .deb and return where it lies."""
    tree = renewed(layout.WORK / "debian")
    needs = needs_of(layout.program())
    place_program(tree)
    place_for_desktop(tree, moment)
    place_documents(tree, moment)
    place_control(tree, needs)
    archives.settle_folder(tree)
    (tree / "DEBIAN" / "postrm").chmod(archives.ANYBODY_RUNS)
    for path in tree.rglob("*"):
        os.utime(path, (moment, moment), follow_symlinks=False)
    name = f"{layout.NAME}_{layout.version()}_{architecture()}.deb"
    target = layout.DELIVERED / name
    # One thread: how many there are decides how xz divides its work.
    options = ["--root-owner-group", "-Zxz", "--threads-max=1"]
    call(["dpkg-deb", *options, "--build", str(tree), str(target)])
    return target


def place_program(tree: Path) -> None:
    """Put the program where Debian has those that bring their own libraries."""
    inside = tree / "usr/lib" / layout.NAME
    shutil.copytree(layout.program(), inside, symlinks=True)
    command = tree / "usr/bin" / layout.NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{layout.NAME}/{layout.NAME}")


def place_for_desktop(tree: Path, moment: int) -> None:
    """Put the entry of the menu, the icons and what software centres show."""
    name, share = layout.DESKTOP_ID, tree / "usr/share"
    copy(DATA / "torimodosu.desktop", share / f"applications/{name}.desktop")
    # By this name the program makes the person's own, which then stands in its place.
    copy(DATA / "autostart.desktop", tree / AUTOSTART)
    about = share / f"metainfo/{name}.metainfo.xml"
    about.parent.mkdir(parents=True)
    about.write_text(filled(DATA / "torimodosu.metainfo.xml", moment), "utf-8")
    icons = share / "icons/hicolor"
    for picture in sorted(layout.ICONS.glob("*.png")):
        size = f"{picture.stem}x{picture.stem}"
        copy(picture, icons / size / f"apps/{name}.png")
    drawing = layout.RESOURCES / f"icons/{layout.NAME}.svg"
    copy(drawing, icons / f"scalable/apps/{name}.svg")


def place_documents(tree: Path, moment: int) -> None:
    """Put the manual pages, the licences and what is new."""
    manuals = tree / "usr/share/man"
    for source, language in (("torimodosu.1", "."), ("torimodosu.ja.1", "ja")):
        text = filled(DATA / source, moment)
        target = manuals / language / f"man1/{layout.NAME}.1.gz"
        archives.write_gzip(text.encode("utf-8"), target)
    documents = tree / "usr/share/doc" / layout.NAME
    news = (layout.ROOT / "CHANGELOG.md").read_bytes()
    archives.write_gzip(news, documents / "CHANGELOG.md.gz")
    when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(moment))
    entry = CHANGELOG.format(**names(), when=when)
    archives.write_gzip(entry.encode("utf-8"), documents / "changelog.gz")
    copy(DATA / "copyright", documents / "copyright")
    overrides = tree / "usr/share/lintian/overrides" / layout.NAME
    copy(DATA / "lintian-overrides", overrides)


def place_control(tree: Path, needs: Needs) -> None:
    """Write what dpkg reads, last: it tells sizes and sums of everything else."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file()]
    real = [path for path in files if not path.is_symlink()]
    control = tree / "DEBIAN"
    control.mkdir()
    fields = CONTROL.format(
        **names(),
        architecture=architecture(),
        kibibytes=sum(path.stat().st_size for path in real) // 1024,
        depends=", ".join(depends(needs)),
        keychains=KEYCHAINS,
    )
    (control / "control").write_text(fields, "utf-8")
    sums = (f"{md5(path)}  {path.relative_to(tree).as_posix()}\n" for path in real)
    (control / "md5sums").write_text("".join(sums), "utf-8")
    (control / "conffiles").write_text(f"/{AUTOSTART}\n", "utf-8")
    copy(DATA / "postrm", control / "postrm")


def depends(needs: Needs) -> list[str]:
    """Return the packages that the program cannot do without."""
    version = ".".join(map(str, needs.glibc))
    found = packages_for(needs.libraries)
    return [f"{one} (>= {version})" if one == "libc6" else one for one in found] + [
        FONTS
    ]


def names() -> Mapping[str, str]:
    """Return what the texts of the package are filled with."""
    return {
        "name": layout.NAME,
        "version": layout.version(),
        "maintainer": MAINTAINER,
    }


def architecture() -> str:
    """Return what Debian calls this kind of computer."""
    return ARCHITECTURES[platform.machine()]


def filled(source: Path, moment: int) -> str:
    """Return the text of *source* with the version and the date of the release."""
    text = source.read_text("utf-8").replace("@VERSION@", layout.version())
    return text.replace("@DATE@", time.strftime("%Y-%m-%d", time.gmtime(moment)))


def md5(path: Path) -> str:
    """Return the sum by which dpkg notices a damaged file; it guards against no one."""
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def copy(source: Path, target: Path) -> None:
    """Copy one file into folders that need not exist."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def renewed(folder: Path) -> Path:
    """Return *folder*, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
