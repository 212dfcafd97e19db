"""The actions on this very machine: real files, settings, programs, clocks and tools."""

import os
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from desktop_app.adapters.actions import Computer, holding, processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.proxy_sources import OURS
from desktop_app.adapters.actions.runner import ToolMissing, ToolTooSlow, run
from desktop_app.adapters.actions.signin import clock
from desktop_app.domain.action import ActionFailed, Given, Item
from tests.unit.fixes.own_home import patient_here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these actions are those of Linux")
WaitUntil = Callable[[Callable[[], object]], None]


class TestDisk:
    def fill(self, here: Here) -> dict[str, bytes]:
        """A bin and forgettable files; what must be there again after an undo."""
        contents = {
            ".local/share/Trash/files/Budget 2025.ods": b"x" * 2_000_000,
            ".local/share/Trash/files/dossier/a\n.txt": b"deep",
            ".local/share/Trash/info/Budget 2025.ods.trashinfo": b"[Trash Info]\nPath=/home/c/Budget 2025.ods\n",
            ".cache/thumbnails/large/1.png": b"p" * 300_000,
            ".cache/pip/http/é": b"q" * 10,
        }
        for name, content in contents.items():
            (here.home / name).parent.mkdir(parents=True, exist_ok=True)
            (here.home / name).write_bytes(content)
        odd = os.fsencode(here.home / ".cache/thumbnails") + b"/\xff\xfe"
        Path(os.fsdecode(odd)).write_bytes(b"o")
        (here.home / ".cache/mine").mkdir()
        return contents

    def test_set_aside_and_given_back(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path)
        contents = self.fill(here)
        (here.home / ".cache/yarn").symlink_to("/usr/share/doc")
        actions = Computer(tmp_path, here=here)
        found = actions.check("files.space", Given({"least_percent": 100}))
        assert found.outcome == "full"
        assert int(found.facts["found_bytes"]) > 2_300_000
        plan = actions.plan("files.set_aside", Given())
        assert actions.apply("files.set_aside", plan.saved, quiet).facts["size_bytes"] == found.facts["found_bytes"]
        actions.apply("files.set_aside", plan.saved, quiet)
        assert not any((here.home / name).exists() for name in contents)
        assert (here.home / ".cache/yarn").is_symlink()
        assert (here.home / ".cache/mine").is_dir()

        taken = here.home / ".local/share/Trash/files/Budget 2025.ods"
        taken.write_bytes(b"another file thrown away since")
        actions.undo("files.set_aside", plan.saved)
        actions.undo("files.set_aside", plan.saved)
        assert taken.read_bytes() == b"another file thrown away since"
        assert taken.with_name("2-Budget 2025.ods").stat().st_size == 2_000_000
        assert all((here.home / name).exists() for name in contents)
        assert Path(os.fsdecode(os.fsencode(here.home / ".cache/thumbnails") + b"/\xff\xfe")).exists()
        assert list(here.holding.iterdir()) == []

    def test_deleted_for_good_only_what_is_held(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path)
        self.fill(here)
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("files.set_aside", Given())
        actions.apply("files.set_aside", plan.saved, quiet)
        neighbour = here.holding / ("a" * 32)
        neighbour.mkdir()
        last = actions.plan("files.delete_held", Given({"held": plan.facts["held"]}))
        freed = actions.apply("files.delete_held", last.saved, quiet).facts["freed_bytes"]
        assert int(freed) > 2_300_000
        assert list(here.holding.iterdir()) == [neighbour]
        assert actions.hindrance("files.set_aside", plan.saved) == "gone"

    def test_a_forged_record_deletes_nothing_of_the_user(self, tmp_path: Path) -> None:
        precious = tmp_path / "home/precious"
        precious.mkdir(parents=True)
        holding.delete({"moves": [["x", holding.stored(precious / "any")]], "token": "f" * 32})
        assert precious.is_dir()


class TestBrowser:
    def test_set_aside_and_given_back_over_new_copies(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path)
        copies = here.home / ".cache/BraveSoftware/Brave-Browser/Default/Cache"
        copies.mkdir(parents=True)
        with (copies / "data").open("wb") as data:
            data.truncate(3_000_000)
        actions = Computer(tmp_path, here=here)
        found = actions.check("browser.copies", Given({"limit_mb": 1}))
        assert (found.outcome, found.facts["browser"]) == ("large", "Brave")
        assert actions.check("browser.open", Given({"browser": "Brave"})).outcome == "closed"
        plan = actions.plan("browser.copies.set_aside", Given({"browser": "Brave"}))
        actions.apply("browser.copies.set_aside", plan.saved, quiet)
        assert actions.check("browser.copies", Given({"limit_mb": 1})).outcome == "none"
        copies.mkdir(parents=True)
        (copies / "new").write_bytes(b"n")
        assert actions.hindrance("browser.copies.set_aside", plan.saved) == ""
        actions.undo("browser.copies.set_aside", plan.saved)
        assert (copies / "data").stat().st_size == 3_000_000
        assert not (copies / "new").exists()

    def test_a_browser_nobody_knows(self, tmp_path: Path) -> None:
        with pytest.raises(ActionFailed):
            Computer(tmp_path, here=patient_here_of(tmp_path)).check("browser.open", Given({"browser": "../Netscape"}))


class TestProxy:
    def test_files_and_settings_turned_off_and_on_again(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path, GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(tmp_path / "home/.config"))
        config = here.home / ".config"
        (config / "environment.d").mkdir(parents=True)
        lines = "LANG=fr_FR.UTF-8\nhttp_proxy=http://me:secret@127.0.0.1:9/\nHTTPS_PROXY=127.0.0.1:9\r\n"
        (config / "environment.d/90-bureau.conf").write_bytes(lines.encode())
        (config / "kioslaverc").write_text("[Proxy Settings]\nProxyType=1\nhttpProxy=http://127.0.0.1 9\n")
        has_gnome = self.gnome(here)
        actions = Computer(tmp_path, here=here)
        assert actions.check("network.proxy", Given()).outcome == "dead"
        plan = actions.plan("network.proxy.turn_off", Given())
        assert len(plan.saved["parts"]) == 2 + has_gnome
        assert "secret" not in repr(plan)
        actions.apply("network.proxy.turn_off", plan.saved, quiet)
        actions.apply("network.proxy.turn_off", plan.saved, quiet)
        assert actions.check("network.proxy", Given()).outcome == "none"
        assert (config / "environment.d/90-bureau.conf").read_text().count(OURS) == 2

        assert actions.hindrance("network.proxy.turn_off", plan.saved) == ""
        actions.undo("network.proxy.turn_off", plan.saved)
        actions.undo("network.proxy.turn_off", plan.saved)
        assert (config / "environment.d/90-bureau.conf").read_bytes() == lines.encode()
        assert "ProxyType=1" in (config / "kioslaverc").read_text()
        assert actions.check("network.proxy", Given()).outcome == "dead"
        (config / "kioslaverc").write_text("[Proxy Settings]\nProxyType=4\n")
        assert actions.hindrance("network.proxy.turn_off", plan.saved) == "changed_since"

    def gnome(self, here: Here) -> int:
        """Sets GNOME's proxy where its settings exist; how many places that makes."""
        try:
            here.asked("gsettings", "set", "org.gnome.system.proxy.http", "host", "127.0.0.1")
            here.asked("gsettings", "set", "org.gnome.system.proxy.http", "port", "9")
            here.asked("gsettings", "set", "org.gnome.system.proxy", "mode", "manual")
        except ActionFailed:
            return 0
        return 1

    def test_one_that_answers_is_left(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "home/.config"), GSETTINGS_BACKEND="memory")
        folder = here.home / ".config/environment.d"
        folder.mkdir(parents=True)
        with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
            (folder / "p.conf").write_text(f"http_proxy=http://127.0.0.1:{server.server_port}\n")
            actions = Computer(tmp_path, here=here)
            assert actions.check("network.proxy", Given()).outcome == "answers"
            assert actions.plan("network.proxy.turn_off", Given()).outcome == "nothing"

    def test_one_of_the_organisation_is_not_ours(self, tmp_path: Path) -> None:
        here = patient_here_of(tmp_path, https_proxy="http://127.0.0.1:9", GSETTINGS_BACKEND="memory")
        assert Computer(tmp_path, here=here).check("network.proxy", Given()).outcome == "not_ours"


_EATER = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\nwhile True: pass"


class TestPrograms:
    def test_one_that_eats_the_processor_and_ignores_us_is_ended(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_until: WaitUntil
    ) -> None:
        # Other busy programs of this machine would take the few places of the list
        every, us = processes.mine, os.getpid()
        monkeypatch.setattr(processes, "mine", lambda: (p for p in every() if p.ppid() == us))
        actions = Computer(tmp_path, here=patient_here_of(tmp_path))
        with subprocess.Popen([sys.executable, "-c", _EATER], stdout=subprocess.PIPE) as eater:
            try:
                assert eater.stdout
                eater.stdout.readline()
                found: list[Item] = []

                def is_seen() -> bool:
                    items = actions.check("speed.busy", Given({"busy_percent": 5})).items
                    found[:] = [item for item in items if item.id.startswith(f"{eater.pid}:")]
                    return bool(found)

                wait_until(is_seen)  # where others eat too, it gets its turn in the end
                (chosen,) = found
                wanted = Given({"program": chosen.id})
                assert actions.check("speed.busy", Given({"wanted": chosen.id})).outcome == "running"
                plan = actions.plan("speed.end", wanted)
                assert actions.apply("speed.end", plan.saved, quiet).outcome == "ended"
                assert not psutil.pid_exists(eater.pid)
                assert actions.check("speed.busy", Given({"wanted": chosen.id})).outcome == "gone"
                assert actions.apply("speed.end", plan.saved, quiet).outcome == "ended"
            finally:
                eater.kill()

    def test_ourselves_and_the_system_are_never_offered_nor_ended(self, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=patient_here_of(tmp_path))
        us, first = psutil.Process(), psutil.Process(1)
        for process in (us, us.parent() or us, first):
            mark = f"{process.pid}:{process.create_time():.2f}"
            assert actions.plan("speed.end", Given({"program": mark})).outcome == "gone"

    def test_a_number_given_to_another_program_is_not_touched(self, tmp_path: Path) -> None:
        actions = Computer(tmp_path, here=patient_here_of(tmp_path))
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
            assert actions.plan("speed.end", Given({"program": f"{other.pid}:1.00"})).outcome == "gone"
            assert other.poll() is None
            other.kill()


class TestClock:
    @pytest.mark.parametrize(
        ("date", "outcome"),
        [
            (None, "right"),
            ("Wed, 21 Oct 2015 07:28:00 GMT", "ahead"),
            ("Wed, 21 Oct 2076 07:28:00 GMT", "behind"),
            ("nonsense", "unknown"),
        ],
    )
    def test_compared_with_the_help_desk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, date: str | None, outcome: str
    ) -> None:
        monkeypatch.setattr(clock, "_DEADLINE_S", 60)

        class Desk(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.send_response(404)
                self.end_headers()

            def date_time_string(self, timestamp: float | None = None) -> str:
                return date or super().date_time_string(timestamp)

            def log_message(self, *_: object) -> None:
                pass

        with HTTPServer(("127.0.0.1", 0), Desk) as desk:
            thread = Thread(target=desk.handle_request)
            thread.start()
            here = Here(tmp_path, lambda: f"http://127.0.0.1:{desk.server_port}", home=tmp_path)
            assert Computer(tmp_path, here=here).check("signin.clock", Given()).outcome == outcome
            assert Computer(tmp_path, here=here).check("signin.certificate", Given()).outcome == "not_used"
            thread.join(60)

    @pytest.mark.parametrize("url", ["", "http://127.0.0.1:9", "file:///etc/passwd", "nonsense"])
    def test_no_help_desk_to_compare_with(self, tmp_path: Path, url: str) -> None:
        here = Here(tmp_path, lambda: url, home=tmp_path)
        assert Computer(tmp_path, here=here).check("signin.clock", Given()).outcome == "unknown"


class TestRunner:
    def test_a_slow_tool_is_ended_with_all_it_started(self, tmp_path: Path, wait_until: WaitUntil) -> None:
        note = tmp_path / "pid"
        script = f"sleep 300 & echo $! > {note}.part; mv {note}.part {note}; wait"
        for patience_s in (1.5, 60):  # a minute, where the tool had not even begun
            with pytest.raises(ToolTooSlow):
                run(["sh", "-c", script], patience_s, os.environ)
            if note.exists():
                break
        child = int(note.read_text())
        wait_until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)

    def test_a_missing_tool_is_said(self) -> None:
        with pytest.raises(ToolMissing):
            run(["no-such-tool-here"], 1, os.environ)

    def test_nothing_can_be_asked_of_the_terminal(self) -> None:
        assert run(["cat"], 60, os.environ) == run(["true"], 60, os.environ)

    def test_arguments_are_never_a_command_line(self) -> None:
        assert run(["printf", "%s", "$(id); `id` && x"], 60, os.environ).out == "$(id); `id` && x"
