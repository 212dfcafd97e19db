"""A real sound server of its own, with loudspeakers and microphones that are made of nothing."""

import array
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WaitUntil = Callable[[Callable[[], object]], None]


def missing() -> str:
    """Why there is none here; empty when there is."""
    if shutil.which("pulseaudio") and shutil.which("pactl"):
        return ""
    return "PulseAudio is not installed here (packages pulseaudio and pulseaudio-utils)"


class RealSound:
    """PulseAudio in a folder. `environment` leads programs to it."""

    def __init__(self, folder: Path, *modules: str) -> None:
        runtime = folder / "runtime"
        (runtime / "pulse").mkdir(mode=0o700, parents=True)
        self.environment = {"XDG_RUNTIME_DIR": str(runtime), "PULSE_RUNTIME_PATH": str(runtime / "pulse")}
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        loads = [word for module in ("module-native-protocol-unix", *modules) for word in ("-L", module)]
        environ = {**os.environ, **self.environment, "HOME": str(folder)}
        self._environ = environ
        self._server = subprocess.Popen([*command, "--log-level=error", *loads], env=environ, stderr=subprocess.DEVNULL)

    def pactl(self, *words: str) -> str:
        """What `pactl` prints; nothing when it refuses."""
        done = subprocess.run(["pactl", *words], env=self._environ, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def state(self) -> tuple[str, ...]:
        """Everything a person could have set: devices in use, levels channel by channel, silenced or not."""
        found = [self.pactl("get-default-sink"), self.pactl("get-default-source")]
        for noun in ("sink", "source"):
            for line in self.pactl("list", "short", f"{noun}s").splitlines():
                name = line.split("\t")[1]
                found += [name, self.pactl(f"get-{noun}-mute", name), self.pactl(f"get-{noun}-volume", name)]
        return tuple(found)

    def is_used(self, kind: str) -> bool:
        """Whether this program has a `source-output` (it listens) or a `sink-input` (it plays) open."""
        return "Rescousse" in self.pactl("list", f"{kind}s")

    def listen(self, source: str) -> "Ear":
        """Hear what `source` gives."""
        return Ear(source, self._environ)

    def close(self) -> None:
        """Ends the server."""
        self._server.terminate()
        self._server.wait(60)


class Ear:
    """Hears a source all the while: `loudest` of what came since `forget`, 1 is the most there is; `heard` tenths."""

    def __init__(self, source: str, environ: dict[str, str]) -> None:
        words = ["parec", f"--device={source}", "--raw", "--format=s16le", "--rate=8000", "--channels=1"]
        self._program = subprocess.Popen([*words, "--latency-msec=50"], env=environ, stdout=subprocess.PIPE)
        self.loudest, self.heard = 0.0, 0
        self._counting = threading.Lock()
        self._thread = threading.Thread(target=self._hear, name="ear", daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """What came before does not count; a tenth that is on its way would, so that one is left out too."""
        with self._counting:
            self.loudest, self.heard = 0.0, -2

    def _hear(self) -> None:
        assert self._program.stdout is not None
        while len(block := self._program.stdout.read(1600)) == 1600:
            loudest = max(map(abs, array.array("h", block))) / 32768
            with self._counting:
                self.heard += 1
                self.loudest = max(self.loudest, loudest) if self.heard > 0 else 0.0

    def close(self) -> None:
        """Hear no more."""
        self._program.terminate()
        self._program.wait(60)
        self._thread.join(60)
        assert self._program.stdout is not None
        self._program.stdout.close()


@contextmanager
def real_sound(folder: Path, wait_until: WaitUntil, *modules: str) -> Iterator[RealSound]:
    """A server with these modules, once it answers."""
    sound = RealSound(folder, *modules)
    try:
        wait_until(lambda: "Default Sink" in sound.pactl("info"))
        yield sound
    finally:
        sound.close()
