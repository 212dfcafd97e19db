"""A network that shows its own page until somebody signs in there (hotel, train): noticed, opened, and noticed gone."""
# ruff: noqa: ARG002 -- every action has the same shape

import json
import shutil
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException
from threading import Thread
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say

_FACTS = ("host",)
_DEADLINE_S = 5
_MOST_BYTES = 100_000
_HEALTH = "/api/v1/health"
_SIGN_IN_NEEDED = 511
# What each system asks by itself to know whether a network is open, and the answer of an open one
_OWN = {
    "linux": ("http://nmcheck.gnome.org/check_network_status.txt", "NetworkManager is online"),
    "macos": ("http://captive.apple.com/hotspot-detect.html", "Success"),
    "windows": ("http://www.msftconnecttest.com/connecttest.txt", "Microsoft Connect Test"),
}


@dataclass(frozen=True)
class Heard:
    """What an address answered in the end, after every redirection."""

    code: int
    host: str
    text: str

    @property
    def is_page(self) -> bool:
        """Whether it is something for people to read."""
        return "<html" in self.text.lower() or "<!doctype" in self.text.lower()


@dataclass(frozen=True)
class Verdict:
    """`free`, or `portal` with who shows the page and the address that leads there."""

    outcome: str
    host: str = ""
    url: str = ""


def look(here: Here) -> Verdict | None:
    """The first address that tells: the help desk's own, else the one this system asks by itself."""
    return next((verdict for verdict in _verdicts(here) if verdict), None)


def _verdicts(here: Here) -> Iterator[Verdict | None]:
    desk = urlsplit(here.helpdesk_url())
    if desk.scheme in ("http", "https") and desk.hostname:
        plain = f"http://{desk.hostname}/"
        yield _of_desk(here.helpdesk_url().rstrip("/") + _HEALTH, desk.hostname, plain)
        if desk.scheme == "https":
            yield _of_plain(plain, desk.hostname)
    yield _of_own(*_OWN[here.system])


def _of_desk(url: str, host: str, plain: str) -> Verdict | None:
    heard = hear(url)
    if heard is None:
        return None
    if _is_well(heard.text):
        return Verdict("free")
    page = url if url.startswith("http:") else plain
    is_other = heard.is_page and (heard.host != host or heard.code < 400)
    return Verdict("portal", heard.host, page) if is_other or heard.code == _SIGN_IN_NEEDED else None


def _is_well(text: str) -> bool:
    try:
        told = json.loads(text)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("status") == "ok"


def _of_plain(url: str, host: str) -> Verdict | None:
    """Unencrypted, every such network steps in; the help desk itself would stay on its own name."""
    heard = hear(url)
    is_other = heard is not None and heard.is_page and heard.host != host
    return Verdict("portal", heard.host, url) if heard and (is_other or heard.code == _SIGN_IN_NEEDED) else None


def _of_own(url: str, expected: str) -> Verdict | None:
    heard = hear(url)
    if heard is None:
        return None
    return Verdict("free") if expected in heard.text else Verdict("portal", heard.host, url)


def hear(url: str) -> Heard | None:
    """What `url` answers in 5 s, asked without any proxy and trusting nobody; None when nothing does."""
    answer: Future[Heard | None] = Future()
    Thread(target=lambda: answer.set_result(_hear(url)), daemon=True, name="sign-in page").start()
    try:
        return answer.result(_DEADLINE_S + 1)
    except Late:
        return None


def _hear(url: str) -> Heard | None:
    try:
        return _answered(url)
    except (OSError, ValueError, HTTPException):
        return None


def _answered(url: str) -> Heard:
    # Whoever steps in shows a certificate of its own; nothing is sent and nothing is believed
    context = ssl._create_unverified_context()  # noqa: S323
    handlers = (urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    try:
        with closing(urllib.request.build_opener(*handlers).open(url, timeout=_DEADLINE_S)) as answer:
            return _heard(answer.status, answer.geturl(), answer.read(_MOST_BYTES))
    except urllib.error.HTTPError as refusal:
        with closing(refusal):
            return _heard(refusal.code, refusal.geturl(), refusal.read(_MOST_BYTES))


def _heard(code: int, url: str, content: bytes) -> Heard:
    return Heard(code, urlsplit(url).hostname or "", content.decode("utf-8", "replace"))


@check("network.portal", Shown(("free", "portal", "no_answer"), _FACTS))
def sign_in_page(here: Here, _: Given) -> Result:
    """Whether the network shows a page of its own instead of what was asked for."""
    verdict = look(here)
    if verdict is None:
        return Result("no_answer", {"host": urlsplit(here.helpdesk_url()).hostname or ""})
    return Result(verdict.outcome, {"host": verdict.host}, verdict.url)


@repair(
    "network.portal.open",
    Shown(("done", "no_browser", "nothing"), _FACTS, resource="sign_in_page", undoable=False),
)
class Open:
    """Opens the page in the person's own browser, where they sign in themselves."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The unencrypted address that the network answers instead: never one that the network chose."""
        verdict = look(here)
        if verdict is None or verdict.outcome == "free":
            return Plan(outcome="nothing")
        return Plan({"url": verdict.url}, {"host": verdict.host}, verdict.url)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Opens it; once more opens it once more."""
        url = str(saved["url"])
        is_shown = urlsplit(url).scheme == "http" and _show(here, url)
        say("page_opened" if is_shown else "", 1)
        return Result("done" if is_shown else "no_browser")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """A page that was opened is no change to take back."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is no way back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _show(here: Here, url: str) -> bool:
    """The browser outlives us, so nobody waits for it."""
    if here.system == "windows":
        powershell(here, "Start-Process $env:RESCOUSSE_URL", RESCOUSSE_URL=url)
        return True
    if here.system == "macos":
        return here.run("open", url).code == 0
    opener = shutil.which("xdg-open", path=here.environ.get("PATH"))
    if opener:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        more = {"env": dict(here.environ), "start_new_session": True, "check": False, **quiet}
        Thread(target=subprocess.run, args=([opener, url],), kwargs=more, daemon=True, name="browser").start()
    return bool(opener)
