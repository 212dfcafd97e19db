"""The person in front of the machine: sees the app through its accessibility tree, clicks, types, takes pictures."""

import json
import subprocess
from pathlib import Path
from typing import Any, cast

from build_scripts.display import VirtualDisplay

SYSTEM_PYTHON = "/usr/bin/python3"


class Person:
    """Finds things by the words on them, waits for them, and fails with what was on the screen instead."""

    def __init__(self, display: VirtualDisplay, pictures: Path) -> None:
        self._display, self._pictures = display, pictures
        self._eyes = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore::DeprecationWarning", str(Path(__file__).with_name("accessible.py"))],
            env=display.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Look away."""
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        self._eyes.stdin.close()
        self._eyes.wait(timeout=60)
        self._eyes.stdout.close()

    def sees(self, words: str, role: str = "", seconds: int = 60) -> str:
        """Wait until `words` are on the screen; the whole text they stand in."""
        return cast("str", self._ask(do="see", name=words, role=role, seconds=seconds))

    def presses(self, words: str, role: str = "", seconds: int = 60) -> None:
        """Press the button, link, tile or switch called `words`."""
        assert self._ask(do="press", name=words, role=role, seconds=seconds), f"{words} cannot be pressed"

    def types(self, text: str, into: str, role: str = "") -> None:
        """Type into the field called `into`."""
        assert self._ask(do="type", name=into, text=text, role=role), f"nothing can be typed into {into}"

    def tree(self) -> list[list[str]]:
        """Role and name of everything that has a name."""
        return cast("list[list[str]]", self._ask(do="tree", name=""))

    def asks_beyond(self) -> int:
        """Ask everything on the screen for children that it does not have, as a late question does; how many."""
        return cast("int", self._ask(do="beyond", name=""))

    def keys(self, *names: str) -> None:
        """Real key presses, for what is done with the keyboard alone."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], env=self._display.environment, check=True)

    def picture(self, name: str) -> None:
        """Keep the window as `name`.png."""
        self._display.screenshot(self._pictures / f"{name}.png", "Rescousse")

    def _ask(self, **command: object) -> Any:
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        self._eyes.stdin.write(json.dumps(command) + "\n")
        self._eyes.stdin.flush()
        answer = json.loads(self._eyes.stdout.readline())
        assert "missing" not in answer, f"{answer['missing']} is not on the screen; there is: {answer.get('seen')}"
        return answer["ok"]
