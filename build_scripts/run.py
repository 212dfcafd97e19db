"""The whole product on this machine with one command: `python3 build_scripts/run.py`.

Prepares the environment, starts the help desk on loopback, enrols this machine, starts the tray app,
and opens the console.
`--prepare` stops after the environment; `--demo` fills the help desk with a sample organisation;
`--virtual-display` shows the app on a screen in memory and keeps a picture of it. All that is kept lies in `.run`.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading
import webbrowser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import environment, system_packages
from build_scripts.display import VirtualDisplay
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import Trouble, step, tell

NO_SCREEN = (
    "This machine has no screen for the app. Add --virtual-display to run it on a screen in memory and get a picture."
)


def main() -> int:
    """Do it; 0 when the app was closed by its user, 1 with one sentence when something is missing."""
    wanted = _arguments()
    for number in (signal.SIGINT, signal.SIGTERM):  # SIGINT too: a shell starts background jobs with it ignored
        signal.signal(number, _stop)
    try:
        _prepare(virtual=wanted.virtual_display)
        if wanted.prepare:
            step("The environment is ready")
            return 0
        return _run(wanted) if wanted.virtual_display or _has_screen() else tell(Trouble(NO_SCREEN))
    except Trouble as trouble:
        return tell(trouble)
    except KeyboardInterrupt:
        step("Stopped. What was made is kept; start again to go on")
        return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepare", action="store_true", help="make the environment, start nothing")
    parser.add_argument("--demo", action="store_true", help="fill the help desk with a sample organisation")
    parser.add_argument("--virtual-display", action="store_true", help="run on a screen in memory (Linux)")
    parser.add_argument(
        "--keep-in", type=Path, default=environment.ROOT / ".run", metavar="FOLDER", help="instead of .run"
    )
    parser.add_argument("--port", type=int, default=0, help="the help desk's port; any free one by default")
    return parser.parse_args()


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _prepare(*, virtual: bool) -> None:
    system_packages.require_venv()
    environment.prepare("app")
    system_packages.require_qt()
    if virtual:
        system_packages.require_virtual_display()
    environment.build_translations()
    environment.build_vectors()


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(wanted: argparse.Namespace) -> int:
    with ExitStack() as open_things:
        desk = open_things.enter_context(LocalDesk(wanted.keep_in, port=wanted.port))
        if wanted.demo:
            step("Filling the help desk with a sample organisation")
            desk.fill_with_demo()
        desk.enrol_this_machine()
        _tell_console(desk)
        app = _start_app(desk, open_things) if wanted.virtual_display else _start_on_screen(desk)
        step("The app is running: look for the lifebuoy in the tray. Ctrl+C ends everything")
        return _wait(app, desk)


def _tell_console(desk: LocalDesk) -> None:
    step(f"The technician's console: {desk.console}")
    print(f"          sign in as {desk.email} with the password {desk.password}", flush=True)


def _start_on_screen(desk: LocalDesk) -> "subprocess.Popen[bytes]":
    webbrowser.open(desk.console)
    return subprocess.Popen([str(environment.RESCOUSSE)], env={**os.environ, **desk.app_environment})


def _start_app(desk: LocalDesk, open_things: ExitStack) -> "subprocess.Popen[bytes]":
    display = open_things.enter_context(VirtualDisplay())
    app = display.start([str(environment.RESCOUSSE)], {**desk.app_environment, "QT_QPA_PLATFORM": "xcb"})
    if not display.wait_for_window("Rescousse", app):
        raise Trouble(f"The app did not open its window. Its log is in {desk.home / 'logs'}.")
    desk.wait_until_connected()
    picture = desk.folder / "screenshot.png"
    display.screenshot(picture)
    step(f"A picture of the screen: {picture}")
    return app


def _wait(app: "subprocess.Popen[bytes]", desk: LocalDesk) -> int:
    """Until the app or the help desk ends, whichever is first."""
    ended = threading.Event()
    for program in (app, desk.process):
        threading.Thread(target=_say_when_ended, args=(program, ended), daemon=True).start()
    try:
        while not ended.wait(timeout=3600):
            continue
        return app.returncode or 0
    finally:
        app.terminate()


def _say_when_ended(program: "subprocess.Popen[Any]", ended: threading.Event) -> None:
    program.wait()
    ended.set()


if __name__ == "__main__":
    sys.exit(main())
