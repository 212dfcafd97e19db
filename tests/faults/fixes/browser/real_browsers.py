"""Real Firefox and Chromium on profiles of their own, and a site that they talk to."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

CHROMIUM, FIREFOX = shutil.which("chromium"), shutil.which("firefox-esr") or shutil.which("firefox")
HELLO, BROKEN = "Bonjour", "Boucle"


class RealChromium:
    """Chromium with the profile where it would be for the user of `home`."""

    def __init__(self, home: Path) -> None:
        self.folder = home / ".config/chromium"
        self.profile = self.folder / "Default"
        self._home = home

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Starts it without a window."""
        assert CHROMIUM
        options = ("--no-sandbox", "--headless=new", "--disable-gpu", f"--user-data-dir={self.folder}")
        return subprocess.Popen(
            [CHROMIUM, *options, *words],
            env=_quiet(self._home),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def page(self, address: str = "about:blank") -> str:
        """What the page at `address` holds once loaded; empty when Chromium refuses to open or the page to load."""
        with self.start("--dump-dom", address) as browser:
            return browser.communicate(timeout=60)[0].strip()


class RealFirefox:
    """Firefox with the profile where it would be for the user of `home`."""

    def __init__(self, home: Path) -> None:
        self.profile = home / ".mozilla/firefox/abcd.default-esr"
        self.profile.mkdir(parents=True, exist_ok=True)
        self._home = home

    def opens(self, address: str = "about:blank", patience_s: float = 60) -> bool:
        """Whether it opens and shows `address`; it ends by itself afterwards, or is ended before a page that fails."""
        assert FIREFOX
        picture = self._home / "page.png"
        command = [FIREFOX, "--headless", "--profile", str(self.profile), "--screenshot", str(picture), address]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, env=_quiet(self._home), capture_output=True, timeout=patience_s, check=False)
        is_shown = picture.exists()
        picture.unlink(missing_ok=True)
        return is_shown


def _quiet(home: Path) -> dict[str, str]:
    dropped = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    return {**{name: value for name, value in os.environ.items() if name not in dropped}, "HOME": str(home)}


@contextmanager
def site() -> Iterator[tuple[str, list[str]]]:
    """A site that says hello, leaves a cookie, and breaks for whoever brings it back; its address and its visits."""
    visits: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            is_broken = "stuck=1" in self.headers.get("Cookie", "")
            self.send_response(500 if is_broken else 200)
            self.send_header("Set-Cookie", "stuck=1; Max-Age=99999")
            self.end_headers()
            self.wfile.write(f"<p>{BROKEN if is_broken else HELLO}</p>".encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", visits
        finally:
            server.shutdown()
            thread.join()
