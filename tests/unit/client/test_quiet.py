"""Who does not want to be disturbed, as each desktop tells it."""

import json
from pathlib import Path

import pytest

from desktop_app.adapters.system.quiet import has_focus, is_quiet

_BUS = 'echo \'{"type":"b","data":%s}\''
_FULL = 'case "$*" in *-root*) echo "_NET_ACTIVE_WINDOW(WINDOW): window id # 0x2a";; *0x2a*) echo "%s";; esac'


@pytest.mark.parametrize(
    ("programs", "quiet"),
    [
        ({}, False),
        ({"busctl": _BUS % "true"}, True),
        ({"busctl": _BUS % "false", "gsettings": "echo true"}, False),
        ({"gsettings": "echo false"}, True),
        ({"xprop": _FULL % "_NET_WM_STATE_MAXIMIZED_VERT"}, False),
        ({"xprop": _FULL % "_NET_WM_STATE_FULLSCREEN"}, True),
        ({"busctl": "echo nonsense", "gsettings": "exit 1", "xprop": "echo not found."}, False),
    ],
    ids=["silent", "inhibited", "open", "banners-off", "window", "full-screen", "nonsense"],
)
def test_linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, programs: dict[str, str], quiet: bool) -> None:
    for name, script in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert is_quiet("linux") is quiet


def test_macos(tmp_path: Path) -> None:
    file = tmp_path / "Assertions.json"
    assert not has_focus(file)
    for content, found in (({"data": [{}]}, False), ({"data": [{"storeAssertionRecords": [{}]}]}, True), ([1], False)):
        file.write_text(json.dumps(content))
        assert has_focus(file) is found
