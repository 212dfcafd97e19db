"""The words of the pipe, and what each verb is on Windows: seen without one. Whatever is written, an answer comes."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran
from desktop_app.privileged import letter, verbs
from desktop_app.privileged.service import Service
from desktop_app.privileged.verbs import Means, Refused

ALLOWED = ("names.flush", "printing.restart", "hosts.clean", "printing.enable")


class Tools:
    """Lines that were run; those of `refusing` failed."""

    def __init__(self, *refusing: str) -> None:
        self.ran: list[str] = []
        self._refusing = refusing

    def __call__(self, line: Sequence[str], seconds: float) -> None:
        assert 0 < seconds <= 60
        self.ran.append(" ".join(line))
        if self.ran[-1] in self._refusing:
            raise Refused("Failed", "no")


def service_of(tools: Tools, hosts: Path = Path("/nowhere")) -> Service[str]:
    return Service("windows", Means(tools, hosts), lambda: ALLOWED, lambda caller, verb: caller == "here")


def asked(tools: Tools, *words: str, caller: str = "here") -> letter.Reply:
    return letter.reply(letter.answer(service_of(tools), caller, letter.question(words)))


def test_there_and_back() -> None:
    tools = Tools()
    assert asked(tools).verbs == ("hosts.clean", "names.flush", "printing.restart"), "of what Windows has"
    assert asked(tools, "names.flush") == letter.Reply()
    assert tools.ran == ["ipconfig /flushdns"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("no.such",), "Unknown"),
        (("printing.enable", "Accueil"), "Unknown"),
        (("names.flush", "more"), "BadArgument"),
        (("hosts.clean", "../../x"), "BadArgument"),
        (("clock.automatic",), "NotAllowed"),
    ],
)
def test_what_is_refused_does_not_run(words: tuple[str, ...], kind: str) -> None:
    tools = Tools()
    assert asked(tools, *words).refused == kind
    assert asked(tools, "names.flush", caller="elsewhere").refused == "NotAllowed"
    assert tools.ran == []


LISTS = st.recursive(st.text() | st.integers() | st.none(), st.lists)


@given(st.binary() | LISTS.map(lambda written: json.dumps(written).encode()))
def test_whatever_is_written_is_answered_and_runs_nothing(written: bytes) -> None:
    tools = Tools()
    told = letter.reply(letter.answer(service_of(tools), "here", written))
    assert told.refused or written == letter.question(())
    assert tools.ran == []


def test_a_letter_of_nothing_but_brackets() -> None:
    told = letter.reply(letter.answer(service_of(Tools()), "here", b"[" * 4096))
    assert told.refused == "Unknown"


def test_what_is_stopped_already_is_started_and_what_does_not_start_is_told() -> None:
    tools = Tools("net stop Spooler /y")
    assert asked(tools, "printing.restart") == letter.Reply()
    assert tools.ran == ["net stop Spooler /y", "net start Spooler"]
    assert asked(Tools("net start Spooler"), "printing.restart").refused == "Failed"


def test_the_hosts_file_is_changed_in_place_and_back(tmp_path: Path) -> None:
    file = tmp_path / "hosts"
    before = b"# Copyright\r\n6.6.6.6 www.bing.com nas\r\n\xe9"
    file.write_bytes(before)
    place = file.stat().st_ino
    service = service_of(Tools(), file)
    service.do("here", "hosts.clean", ["0123abcd"])
    assert b"# off-by-rescousse-0123abcd: 6.6.6.6" in file.read_bytes()
    assert verbs.of("windows")["hosts.restore"].acts["windows"](Means(Tools(), file), ["89abcdef"]) is None
    assert file.read_bytes() != before, "another repair's mark"
    verbs.of("windows")["hosts.restore"].acts["windows"](Means(Tools(), file), ["0123abcd"])
    assert (file.read_bytes(), file.stat().st_ino) == (before, place)
    file.unlink()
    with pytest.raises(Refused, match="hosts"):
        service.do("here", "hosts.clean", ["0123abcd"])


def test_a_fix_on_windows_asks_by_this_program(tmp_path: Path) -> None:
    lines: list[Sequence[str]] = []

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        lines.append(args)
        return Ran(0, '[\n "names.flush"\n]', "")

    here = Here(tmp_path, system="windows", home=tmp_path, environ={}, tool=tool)
    assert privileged.did(here, "hosts.clean", "0123abcd")
    assert privileged.may(here, "names.flush")
    assert not privileged.may(here, "names.flush", "hosts.clean")
    assert [line[-5:] for line in lines[:1]] == [("privileged", "ask", "--", "hosts.clean", "0123abcd")]
    assert not privileged.did(Here(tmp_path, system="macos", tool=tool), "names.flush")
