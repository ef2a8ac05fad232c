"""Debian's Chromium, without a screen and with no network but the shop."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.browsers.browser import Filled, require, running
from tests.browsers.devtools import WITH_PIPES, DevTools
from tests.browsers.patience import until
from tests.browsers.shop import HOST, SIGN_IN, Shop

OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--password-store=basic",
    "--remote-debugging-pipe",
)
FOLDER = Path(".config", "chromium")
PASSWORDS = "chrome://password-manager/passwords"
IS_READY = "document.readyState == 'complete' && !!chrome.passwordsPrivate"
FORM = """[document.getElementById('name')?.value ?? '',
           document.getElementById('secret')?.value ?? '']"""
MIDDLE = """(() => {
  const box = document.getElementById(%s).getBoundingClientRect();
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
})()"""


class Chromium:
    """A running Chromium; see `RealBrowser`."""

    id = "chromium"

    def __init__(self, process: subprocess.Popen[bytes], home: Path) -> None:
        self.process = process
        self.home = home
        self.profile = home / FOLDER / "Default"
        self._tools = DevTools(process)
        self._manager = self._open(PASSWORDS)
        until(lambda: self._tools.evaluate(IS_READY, session=self._manager))
        self._page = ""

    def save(self, username: str, password: str, *, in_account: bool = False) -> None:
        """Save a login as the button "Add" does, also in the list that is synced."""
        entry = {"url": SIGN_IN, "username": username, "password": password}
        self._manage("addPassword", entry | {"note": "", "useAccountStore": in_account})

    def change(self, username: str, password: str) -> None:
        """Give a login another password, as its button "Edit" does."""
        shown = self._manage("requestCredentialsDetails", [self._entry(username)["id"]])
        self._manage("changeCredential", shown[0] | {"password": password})

    def remove(self, username: str, *, in_account: bool = False) -> None:
        """Remove a login, as its button "Delete" does, from one of the lists."""
        store = "ACCOUNT" if in_account else "DEVICE"
        self._manage("removeCredential", self._entry(username)["id"], store)

    @contextmanager
    def saving(
        self, usernames: Sequence[str], password: str, *, in_account: bool = False
    ) -> Iterator[None]:
        """Meanwhile, save a login for one after the other of *usernames*."""
        is_enough = Event()

        def save_all() -> None:
            for username in usernames:
                if not is_enough.is_set():
                    self.save(username, password, in_account=in_account)

        thread = Thread(target=save_all)
        thread.start()
        try:
            yield
        finally:
            is_enough.set()
            thread.join()

    def usernames(self) -> Sequence[str]:
        """Return whom the password manager lists for the shop, in order."""
        return sorted(entry["username"] for entry in self._entries())

    def never_saved(self) -> Sequence[str]:
        """Return the sites that the password manager lists as declined."""
        return [
            entry["urls"]["shown"] for entry in self._manage("getPasswordExceptionList")
        ]

    def clear(self) -> None:
        """Remove every login, one by one, as a person would have to."""
        for entry in self._manage("getSavedPasswordList"):
            self._manage("removeCredential", entry["id"], entry["storedIn"])

    def visit(self) -> None:
        """Open the sign-in page; only where a person clicks, scripts see the form."""
        self._page = self._open(SIGN_IN)
        self._click("name")

    def form(self) -> Filled:
        """Return what stands in the form."""
        username, password = self._look(FORM)
        return Filled(username=username, password=password)

    def sign_in(self, username: str = "", password: str = "") -> str:
        """Type what is given, press the button, and return the title that comes."""
        for field, text in (("name", username), ("secret", password)):
            if text:
                self._click(field)
                self._look(f"document.getElementById('{field}').select()")
                self._tools.call("Input.insertText", session=self._page, text=text)
        self._click("enter")
        return str(
            until(lambda: self._look("!document.forms.length && document.title"))
        )

    def write_down_cookies(self) -> None:
        """Have cookies written now, which otherwise takes up to half a minute.

        More than 512 changes are not kept back (Chromium's
        net/extras/sqlite/sqlite_persistent_cookie_store.cc).
        """
        site = {"domain": "other.example", "path": "/", "value": "1"}
        many = [site | {"name": str(n), "expires": 2**32} for n in range(513)]
        self._tools.call("Storage.setCookies", cookies=many)

    def _open(self, address: str) -> str:
        """Open a page in a new tab, and return the session with it once it is there."""
        target = self._tools.call("Target.createTarget", url=address)["targetId"]
        attached = self._tools.call(
            "Target.attachToTarget", targetId=target, flatten=True
        )
        session = str(attached["sessionId"])
        script = f"document.readyState == 'complete' && location.href == '{address}'"
        until(lambda: self._tools.evaluate(script, session=session))
        return session

    def _look(self, script: str) -> Any:  # noqa: ANN401 -- what JSON holds
        return self._tools.evaluate(script, session=self._page)

    def _click(self, name: str) -> None:
        place = self._look(MIDDLE % json.dumps(name))
        for kind in ("mousePressed", "mouseReleased"):
            self._tools.call(
                "Input.dispatchMouseEvent",
                session=self._page,
                type=kind,
                button="left",
                clickCount=1,
                **place,
            )

    def _entries(self) -> Sequence[Mapping[str, Any]]:
        entries = self._manage("getSavedPasswordList")
        return [e for e in entries if e["affiliatedDomains"][0]["name"] == HOST]

    def _entry(self, username: str) -> Mapping[str, Any]:
        (entry,) = (e for e in self._entries() if e["username"] == username)
        return entry

    def _manage(self, name: str, *arguments: object) -> Any:  # noqa: ANN401 -- so, too
        """Call a function of chrome.passwordsPrivate, on which its own pages rest."""
        words = ", ".join(json.dumps(argument) for argument in arguments)
        script = f"chrome.passwordsPrivate.{name}({words})"
        return self._tools.evaluate(script, session=self._manager)


@contextmanager
def open_chromium(home: Path, shop: Shop) -> Iterator[Chromium]:
    """Run Chromium with the profile below *home*, and close it again."""
    require("chromium")
    command = [*WITH_PIPES, "chromium", *OPTIONS, f"--user-data-dir={home / FOLDER}"]
    command += [f"--proxy-server=http://{shop.proxy}"]
    command += [f"--ignore-certificate-errors-spki-list={shop.key}"]
    with running(command, home) as process:
        yield Chromium(process, home)
