"""Prove that the two commands suffice on a bare Debian 12 with only python3."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checkout import ROOT, call, status, stop
from packages import FOR_FRESH_SYSTEM, provide_programs

CHECKOUT = "/torimodosu"

# After the set-up the program works with the network cut off.
STEPS = (
    (["run", "practice", "--out", "/practice"], True),
    (["run", "evidence", "pack", "/practice/mail", "--out", "/evidence"], False),
    (["test"], True),
)

# How this machine reaches package indexes, which the new system must do likewise.
PIP_SETTINGS = ("/etc/pip.conf", "~/.config/pip/pip.conf", "~/.pip/pip.conf")
SETTINGS = ("/etc/resolv.conf", "/etc/hosts", *PIP_SETTINGS)
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
TRUSTED = "/etc/ssl/trusted-by-the-other-system.crt"
NETWORK_VARIABLES = re.compile(r"PIP_.*|.*_proxy", re.IGNORECASE)

# A private view of the system, so that nothing stays mounted or running behind it.
PRIVATE = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
ENTER = (
    "mount -t proc proc proc && mount -t tmpfs tmpfs dev/shm && "
    "mount -t devpts -o ptmxmode=0666 devpts dev/pts && "
    'exec chroot . python3 "$@"'
)


def prove_on_fresh_system(arguments: Sequence[str]) -> int:
    """Make a new Debian, clone the last commit into it, and run dev.py there.

    Without *arguments* the set-up is proven by real work, then all checks run.
    Returns the first status that is not 0. Takes minutes, and about 2 GB below the
    folder for temporary files.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        stop("A fresh system can be made only by root on Linux.")
    provide_programs(FOR_FRESH_SYSTEM)
    with tempfile.TemporaryDirectory(prefix="fresh-") as folder:
        system = Path(folder)
        make_system(system)
        steps = [(arguments, True)] if arguments else STEPS
        outcomes = (run_in(system, step, network=network) for step, network in steps)
        return next(filter(None, outcomes), 0)


def make_system(folder: Path) -> None:
    """Install a minimal Debian 12 with python3 and this project in *folder*."""
    make_debian(folder, "--include=python3")
    call(["git", "clone", "--quiet", str(ROOT), f"{folder}{CHECKOUT}"])


def make_debian(folder: Path, *options: str) -> None:
    """Install a minimal Debian 12, which gets its packages as this machine does."""
    folder.chmod(0o755)
    minimal = ["debootstrap", "--variant=minbase", *options, "bookworm"]
    call([*minimal, str(folder), *mirror()])
    if shutil.which("apt-config"):
        network = answer("apt-config", "dump", "Acquire")
        (folder / "etc/apt/apt.conf.d/00network").write_text(network, "utf-8")
    # Every installed Debian has its security updates; debootstrap alone has not.
    for number, (site, suite) in enumerate(updates()):
        line = f"deb {site} {suite} main\n"
        (folder / f"etc/apt/sources.list.d/{number}.list").write_text(line, "utf-8")
    copies = {name: name.replace("~", "/root") for name in SETTINGS}
    for source, target in (copies | {str(CERTIFICATES): TRUSTED}).items():
        copy(Path(source).expanduser(), folder / target.lstrip("/"))


def copy(source: Path, target: Path) -> None:
    """Copy a file, if there is one."""
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def mirror() -> list[str]:
    """Return where this machine gets Debian 12 from, if it does."""
    if not shutil.which("apt-get"):
        return []
    chosen = ("Codename: bookworm", "Component: main", "Created-By: Packages")
    return answer("apt-get", "indextargets", "--format", "$(SITE)", *chosen).split()[:1]


def updates() -> list[list[str]]:
    """Return site and suite of the updates that this machine has for Debian 12."""
    if not shutil.which("apt-get"):
        return []
    chosen = ("Component: main", "Created-By: Packages")
    targets = answer(
        "apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)", *chosen
    )
    return sorted(
        line.split()
        for line in set(targets.splitlines())
        if line.rpartition(" ")[2].startswith("bookworm-")
    )


def answer(*command: str) -> str:
    """Return what *command*, which must succeed, prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run_in(folder: Path, arguments: Sequence[str], *, network: bool) -> int:
    """Run dev.py as root in the system in *folder* and return its exit status."""
    bare = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "CI": "true"}
    inside = ["sh", "-c", ENTER, "sh", f"{CHECKOUT}/installer/dev.py", *arguments]
    apart = PRIVATE if network else [*PRIVATE, "--net"]
    return status([*apart, *inside], env=bare | network_variables(), cwd=folder)


def network_variables() -> dict[str, str]:
    """Return the variables by which pip reaches its index from here."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if NETWORK_VARIABLES.fullmatch(name)
    }
    return variables | ({"PIP_CERT": TRUSTED} if Path(CERTIFICATES).exists() else {})
