"""Debian's Firefox ESR, without a screen and with no network but the shop."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browsers.browser import Filled, require, running
from tests.browsers.marionette import Marionette
from tests.browsers.patience import until
from tests.browsers.shop import ORIGIN, SIGN_IN, Shop

COMMAND = (
    "firefox-esr",
    "--headless",
    "--no-remote",
    "--marionette",
    "--remote-allow-system-access",
    "about:blank",
)
PORT_FILE = "MarionetteActivePort"
# Firefox takes settings from there before it has a profile to keep them in
# (remote/components/Marionette.sys.mjs).
SETTINGS_VARIABLE = "MOZ_MARIONETTE_PREF_STATE_ACROSS_RESTARTS"

ADD = """
const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(
  Ci.nsILoginInfo);
login.init(arguments[0], arguments[0], null, arguments[1], arguments[2],
           "email", "password");
await Services.logins.addLoginAsync(login);
"""
FIND = """
const found = await Services.logins.searchLoginsAsync({origin: arguments[0]});
const login = found.find(login => login.username == arguments[1]);
"""
CHANGE = (
    FIND
    + """
const changed = login.clone();
changed.password = arguments[2];
await Services.logins.modifyLoginAsync(login, changed);
"""
)
# Firefox 140 still removes at once, later ones asynchronously.
_REMOVE_ONE = """
const remove = async login => Services.logins.removeLoginAsync
  ? Services.logins.removeLoginAsync(login) : Services.logins.removeLogin(login);
"""
REMOVE = _REMOVE_ONE + FIND + "await remove(login);"
NAMES = FIND + "return found.map(login => login.username).sort();"
CLEAR = (
    _REMOVE_ONE
    + """
const known = await Services.logins.getAllLogins();
await Promise.all(known.map(remove));
for (const origin of await Services.logins.getAllDisabledHosts())
  Services.logins.setLoginSavingEnabled(origin, true);
"""
)
ASKS = """
const window = Services.wm.getMostRecentWindow("navigator:browser");
return window.PopupNotifications.panel.state == "open";
"""
ANSWER = """
const window = Services.wm.getMostRecentWindow("navigator:browser");
const question = window.PopupNotifications.panel.firstElementChild;
const buttons = [question.button, question.secondaryButton,
                 ...question.querySelectorAll("menuitem")];
buttons.find(button => button.label == arguments[0]).click();
"""
PROTECT = """
const token = Cc["@mozilla.org/security/internalkeytoken;1"].createInstance(
  Ci.nsIPKCS11Token);
token.changePassword(arguments[0], arguments[1]);
"""
FORM = """
return [document.getElementById("name").value,
        document.getElementById("secret").value];
"""


class Firefox:
    """A running Firefox; see `RealBrowser`."""

    id = "firefox"

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        home: Path,
        profile: Path,
        remote: Marionette,
    ) -> None:
        self.process = process
        self.home = home
        self.profile = profile
        self._remote = remote

    def save(self, username: str, password: str) -> None:
        """Save a login, as the page about:logins does."""
        self._remote.run_in_browser(ADD, ORIGIN, username, password)

    def change(self, username: str, password: str) -> None:
        """Give a login another password, as its button "Edit" does."""
        self._remote.run_in_browser(CHANGE, ORIGIN, username, password)

    def remove(self, username: str) -> None:
        """Remove a login, as its button "Remove" does."""
        self._remote.run_in_browser(REMOVE, ORIGIN, username)

    def answer(self, choice: str) -> None:
        """Press *choice*, such as "Save", in the question about the login just sent."""
        until(lambda: self._remote.run_in_browser(ASKS))
        self._remote.run_in_browser(ANSWER, choice)

    def protect(self, password: str, *, before: str = "") -> None:
        """Set the primary password, which was *before* until now; "" is none."""
        self._remote.run_in_browser(PROTECT, before, password)

    def usernames(self) -> Sequence[str]:
        """Return whom Firefox lists for the shop, in order."""
        names: Any = self._remote.run_in_browser(NAMES, ORIGIN, "")
        return list(names)

    def clear(self) -> None:
        """Remove every login, and every mark that there shall be none."""
        self._remote.run_in_browser(CLEAR)

    def visit(self) -> None:
        """Open the sign-in page."""
        self._remote.call("Marionette:SetContext", value="content")
        self._remote.call("WebDriver:Navigate", url=SIGN_IN)

    def form(self) -> Filled:
        """Return what stands in the form."""
        values: Any = self._remote.run_in_page(FORM)
        return Filled(username=values[0], password=values[1])

    def sign_in(self, username: str = "", password: str = "") -> str:
        """Type what is given, press the button, and return the title that comes."""
        if username:
            until(lambda: self._type("name", username).username == username)
        if password:
            until(lambda: self._type("secret", password).password == password)
        self._remote.call("WebDriver:ElementClick", id=self._element("enter"))
        script = "return !document.forms.length && document.title"
        return str(until(lambda: self._remote.run_in_page(script)))

    def _type(self, field: str, text: str) -> Filled:
        """Type *text* instead of what is there, and return what stands there then.

        Firefox may fill in what it has saved between the clearing and the typing.
        """
        element = self._element(field)
        self._remote.call("WebDriver:ElementClear", id=element)
        self._remote.call("WebDriver:ElementSendKeys", id=element, text=text)
        return self.form()

    def _element(self, name: str) -> str:
        self._remote.call("Marionette:SetContext", value="content")
        found = self._remote.call(
            "WebDriver:FindElement", using="css selector", value=f"#{name}"
        )
        return str(next(iter(found["value"].values())))


@contextmanager
def open_firefox(home: Path, shop: Shop) -> Iterator[Firefox]:
    """Run Firefox, which makes its profile below *home*, and close it again."""
    require("firefox-esr")
    settings = {SETTINGS_VARIABLE: json.dumps(settings_for(shop))}
    with running(COMMAND, home, settings) as process:
        port_file = until(lambda: _port_files(home))[0]
        port = int(until(port_file.read_text))
        with Marionette(port) as remote:
            yield Firefox(process, home, port_file.parent, remote)
            remote.call("Marionette:Quit", flags=["eAttemptQuit"])
        process.wait()


def _port_files(home: Path) -> Sequence[Path]:
    """Return where Firefox tells its port; folders that come and go are passed over."""
    return [
        Path(folder, PORT_FILE)
        for folder, _, files in os.walk(home)
        if PORT_FILE in files
    ]


def settings_for(shop: Shop) -> Mapping[str, object]:
    """Return what Firefox must be set to: any free port, and the way to the shop.

    Whoever is remote-controlled saves and fills in nothing unless told to.
    """
    host, _, port = shop.proxy.partition(":")
    ways = [
        {f"network.proxy.{way}": host, f"network.proxy.{way}_port": int(port)}
        for way in ("http", "ssl")
    ]
    as_usual = {"signon.rememberSignons": True, "signon.autofillForms": True}
    first = {"marionette.port": 0, "network.proxy.type": 1}
    return {**first, **as_usual, **ways[0], **ways[1]}
