"""Windows and macOS: what their tools print, recorded, read right; and exactly what is asked of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.actions import Computer, registry
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import proxy_sources
from desktop_app.adapters.actions.printing import cups, windows
from desktop_app.adapters.actions.printing.default import with_default
from desktop_app.adapters.actions.runner import Ran
from desktop_app.adapters.actions.signin.clock import verdict
from desktop_app.adapters.actions.sound import level
from desktop_app.domain.action import ActionFailed, Given, Result

SPOOLER = {
    "service": "Running",
    "printers": [
        {"Name": "Accueil (1er étage)", "Default": True, "PrinterStatus": 3, "PrinterState": 0, "WorkOffline": False},
        {
            "Name": "Microsoft Print to PDF",
            "Default": False,
            "PrinterStatus": 3,
            "PrinterState": 0,
            "WorkOffline": False,
        },
    ],
    "jobs": [
        {
            "Id": 7,
            "PrinterName": "Accueil (1er étage)",
            "UserName": "camille",
            "Size": 52000,
            "JobStatus": "Error, Printing",
            "DocumentName": "Rapport-mars.docx",
            "Submitted": "2026-03-21T08:12:00.0000000Z",
        },
        {
            "Id": 8,
            "PrinterName": "Accueil (1er étage)",
            "UserName": "sofia",
            "Size": 1000,
            "JobStatus": "Normal",
            "DocumentName": "x",
            "Submitted": "2026-03-21T08:13:00.0000000Z",
        },
    ],
}
REGISTRY = r"""
HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings
    User Agent    REG_SZ    Mozilla/4.0 (compatible; MSIE 8.0; Win32)
    ProxyEnable    REG_DWORD    0x1
    ProxyServer    REG_SZ    http=127.0.0.1:9;https=127.0.0.1:9
    ProxyOverride    REG_SZ    <local>
"""


@dataclass
class Tools:
    """Tools that answer as recorded, and remember what they were asked."""

    answers: Mapping[str, str]
    asked: list[tuple[Sequence[str], dict[str, str]]] = field(default_factory=list)

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        self.asked.append((args, {k: v for k, v in environ.items() if k.startswith("RESCOUSSE_")}))
        answer = next((text for part, text in self.answers.items() if part in " ".join(args)), "")
        return Ran(0, answer, "")


def computer(tmp_path: Path, system: str, **answers: str) -> tuple[Computer, Tools]:
    tools = Tools(answers)
    here = Here(tmp_path / "held", system=system, home=tmp_path, environ={"USERNAME": "camille"}, tool=tools)
    return Computer(tmp_path, here=here), tools


def test_windows_queue_is_freed_and_given_back(tmp_path: Path) -> None:
    actions, tools = computer(tmp_path, "windows", **{"Get-PrintJob": json.dumps(SPOOLER)})
    found = actions.check("printing.queue", Given())
    assert (found.outcome, found.facts["printer"], found.facts["count"]) == ("stuck", "Accueil (1er étage)", 1)
    plan = actions.plan("printing.queue.set_aside", Given())
    assert plan.saved["jobs"] == ["Accueil (1er étage)-7"]
    tools.asked.clear()
    assert actions.apply("printing.queue.set_aside", plan.saved, lambda *_: None).outcome == "done"
    actions.undo("printing.queue.set_aside", plan.saved)
    assert [("Suspend-PrintJob" in " ".join(args), "Resume-PrintJob" in " ".join(args)) for args, _ in tools.asked] == [
        (True, False),
        (False, True),
    ]
    assert all(names == {"RESCOUSSE_PRINTER": "Accueil (1er étage)", "RESCOUSSE_JOB": "7"} for _, names in tools.asked)


def test_windows_names_never_become_code(tmp_path: Path) -> None:
    evil = "x'; Remove-Item C:\\ -Recurse; '"
    state: dict[str, Any] = json.loads(json.dumps(SPOOLER).replace("Accueil (1er \\u00e9tage)", "NAME"))
    text = json.dumps(state).replace("NAME", json.dumps(evil)[1:-1])
    actions, tools = computer(tmp_path, "windows", **{"Get-PrintJob": text})
    plan = actions.plan("printing.queue.set_aside", Given())
    actions.apply("printing.queue.set_aside", plan.saved, lambda *_: None)
    assert all("Remove-Item" not in part for args, _ in tools.asked for part in args)
    assert tools.asked[-1][1]["RESCOUSSE_PRINTER"] == evil


@pytest.mark.parametrize(("status", "held"), [("Paused", True), ("Normal", False), ("Error, Paused", True)])
def test_windows_job_states(status: str, held: bool) -> None:
    state = {**SPOOLER, "jobs": [{**SPOOLER["jobs"][0], "JobStatus": status}]}  # type: ignore[dict-item]
    assert windows.read_state(json.dumps(state))[2][0].is_held is held


def test_windows_default_printer(tmp_path: Path) -> None:
    actions, tools = computer(tmp_path, "windows", **{"Get-PrintJob": json.dumps(SPOOLER)})
    assert actions.check("printing.default", Given()).facts["printer"] == "Accueil (1er étage)"
    plan = actions.plan("printing.default.choose", Given({"printer": "Microsoft Print to PDF"}))
    actions.apply("printing.default.choose", plan.saved, lambda *_: None)
    assert tools.asked[-1][1] == {"RESCOUSSE_PRINTER": "Microsoft Print to PDF"}
    actions.undo("printing.default.choose", plan.saved)
    assert tools.asked[-1][1] == {"RESCOUSSE_PRINTER": "Accueil (1er étage)"}


def test_windows_proxy(tmp_path: Path) -> None:
    actions, tools = computer(tmp_path, "windows", **{"reg query": REGISTRY})
    found = actions.check("network.proxy", Given())
    assert (found.outcome, found.facts["host"], found.facts["port"]) == ("dead", "127.0.0.1", 9)
    plan = actions.plan("network.proxy.turn_off", Given())
    actions.apply("network.proxy.turn_off", plan.saved, lambda *_: None)
    actions.undo("network.proxy.turn_off", plan.saved)
    assert [args[-2] for args, _ in tools.asked if args[1] == "add"] == ["0", "1"]


def test_windows_registry_values() -> None:
    assert proxy_sources.read_registry(REGISTRY)["ProxyServer"] == "http=127.0.0.1:9;https=127.0.0.1:9"
    assert proxy_sources.read_registry("ERROR: nothing here") == {}


def test_macos_sound(tmp_path: Path) -> None:
    actions, tools = computer(tmp_path, "macos", osascript="0 true\n")
    assert actions.check("sound.level", Given()).outcome == "muted"
    plan = actions.plan("sound.turn_on", Given())
    actions.apply("sound.turn_on", plan.saved, lambda *_: None)
    assert tools.asked[-1][0][-1] == "set volume output volume 50 without output muted"
    actions.undo("sound.turn_on", plan.saved)
    assert tools.asked[-1][0][-1] == "set volume output volume 0 with output muted"


@pytest.mark.parametrize("text", ["missing value false", "", "missing value missing value"])
def test_macos_output_without_a_level(text: str) -> None:
    assert level.read_mac(text) is None


@pytest.mark.parametrize(
    ("muted", "volume", "expected"),
    [
        (
            "Mute: yes",
            "Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 32768 /  50% / -18.06 dB",
            (True, 100),
        ),
        ("Mute: no", "Volume: mono: 0 /   0% / -inf dB", (False, 0)),
    ],
)
def test_pactl(muted: str, volume: str, expected: tuple[bool, int]) -> None:
    read = level.read_pactl("it", muted, volume)
    assert read
    assert (read.is_muted, read.percent) == expected


def test_cups_queues_and_jobs() -> None:
    queues = cups.read_printers(
        "printer Q disabled since Sun Nov 22 01:13:48 2026 -\n\tjammed\n"
        "printer Q-2 is idle.  enabled since Sun Nov 22 01:13:48 2026\n"
        "printer R now printing R-4.  enabled since Sun Nov 22 01:13:48 2026\n"
    )
    assert [(q.name, q.is_stopped, q.reason) for q in queues] == [
        ("Q", True, "jammed"),
        ("Q-2", False, ""),
        ("R", False, ""),
    ]
    jobs = cups.read_jobs(
        "Q-2-17                  nobody            1024   Sun Nov 22 01:13:48 2026\n"
        "\tStatus: The paper is jammed: open B.\n\tAlerts: printer-stopped\n\tqueued for Q-2\n"
        "R-4  a.b@c  5 a strange date\n\tAlerts: job-hold-until-specified\n"
    )
    assert [(j.id, j.printer, j.owner, j.size, j.is_held) for j in jobs] == [
        ("Q-2-17", "Q-2", "nobody", 1024, False),
        ("R-4", "R", "a.b@c", 5, True),
    ]
    assert jobs[0].status == "The paper is jammed: open B."
    assert jobs[0].queued_at
    assert jobs[0].queued_at.astimezone(UTC).year == datetime(2026, 1, 1, tzinfo=UTC).year
    assert jobs[1].queued_at is None


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("", "B", "Default B\n"),
        ("Default A\n", "B", "Default B\n"),
        ("Default A sides=two-sided\n", "B", "Dest A sides=two-sided\nDefault B\n"),
        ("Dest B copies=2\nDefault A\n", "B", "Default B copies=2\n"),
        ("Default B\n", "", ""),
        ("Dest A x=1\nDefault B y=2\n", "", "Dest A x=1\nDest B y=2\n"),
    ],
)
def test_the_file_of_the_default_printer(before: str, name: str, after: str) -> None:
    assert with_default(before, name) == after


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://user:secret@proxy.example:3128/", ("proxy.example", 3128)),
        ("proxy.example:3128", ("proxy.example", 3128)),
        ("socks5://[::1]:1080", ("::1", 1080)),
        ("http://proxy.example:notaport", None),
        ("", None),
        ("http://", None),
    ],
)
def test_addresses_of_proxies(text: str, address: tuple[str, int] | None) -> None:
    assert proxy_sources.address(text) == address


@pytest.mark.parametrize(
    ("code", "outcome"), [(9, "not_yet"), (10, "expired"), (20, "unknown_issuer"), (62, "other_name")]
)
def test_verdicts_on_certificates(code: int, outcome: str) -> None:
    assert verdict(code) == outcome


def test_an_action_of_another_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = registry.Shown(("on",), systems=("linux",))
    monkeypatch.setitem(registry.CHECKS, "sound.bell", (lambda here, given: Result("on"), shown))
    actions, _ = computer(tmp_path, "windows")
    with pytest.raises(ActionFailed, match="does not exist on windows"):
        actions.check("sound.bell", Given())


def test_names_and_options_that_are_not_registered_are_refused(tmp_path: Path) -> None:
    actions, tools = computer(tmp_path, "linux")
    for call in (
        lambda: actions.check("sound.turn_on", Given()),
        lambda: actions.check("os.system", Given()),
        lambda: actions.check("printing.queue", Given({"printer": "/etc/passwd"})),
        lambda: actions.plan("printing.queue", Given()),
        lambda: actions.plan("files.delete_held", Given({"path": "/"})),
        lambda: actions.plan("files.delete_held", Given({"held": "../../.."})),
        lambda: actions.plan("printing.default.choose", Given({"printer": "x; rm -rf /"})),
    ):
        with pytest.raises(ActionFailed):
            call()
    assert all(args[0] == "lpstat" for args, _ in tools.asked)
