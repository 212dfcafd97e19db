"""The proxy of GNOME's settings, by the real gsettings on a folder of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.adapters import examination
from desktop_app.adapters.system.desktop_proxy import automatic, desktop_proxy
from tests.unit.snapshot.private_bus import PrivateBus, Wait, needs_mocks

SCHEMA, READER = "org.gnome.system.proxy", "org.gtk.GLib.PACRunner"
PLACE = f"/{READER.replace('.', '/')}"
FILE = "http://wpad.example.org/wpad.dat"


def _has_schema() -> bool:
    if shutil.which("gsettings") is None:
        return False
    found = subprocess.run(["gsettings", "list-schemas"], capture_output=True, text=True, check=False)
    return SCHEMA in found.stdout.split()


pytestmark = pytest.mark.skipif(not _has_schema(), reason="gsettings and GNOME's schemas are not installed here")


class Desktop:
    def put(self, **settings: str) -> None:
        for name, value in settings.items():
            below, _, key = name.replace("_", "-").rpartition("--")
            schema = f"{SCHEMA}.{below}" if below else SCHEMA
            subprocess.run(["gsettings", "set", schema, key, value], check=True, env=os.environ)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return Desktop()


def test_what_is_written_by_hand_is_taken_and_what_is_left_out_is_not(desktop: Desktop) -> None:
    url = "https://aide.example.org"
    assert desktop_proxy(url) == ""
    desktop.put(http__host="proxy.example.org", http__port="3128")
    assert desktop_proxy(url) == "", "written, and not switched on"
    desktop.put(mode="manual")
    assert desktop_proxy(url) == "http://proxy.example.org:3128"
    desktop.put(https__host="secure.example.org", https__port="3129")
    assert desktop_proxy(url) == "http://secure.example.org:3129"
    assert desktop_proxy("http://aide.example.org") == "http://proxy.example.org:3128"
    assert examination.proxy(url).facts == {"proxy": "secure.example.org:3129"}
    for left_out in ("['*.example.org']", "['aide.example.org']", "['.example.org']"):
        desktop.put(ignore_hosts=left_out)
        assert desktop_proxy(url) == ""
    desktop.put(ignore_hosts="['example.org', '10.0.0.0/8']")
    assert desktop_proxy(url) != ""
    assert desktop_proxy("https://10.1.2.3") == ""
    assert desktop_proxy("https://11.1.2.3") != ""
    desktop.put(ignore_hosts="[]")
    assert desktop_proxy("https://10.1.2.3") != ""


def test_a_file_of_the_network_that_nobody_reads_is_said(desktop: Desktop) -> None:
    desktop.put(mode="auto", autoconfig_url=FILE)
    assert automatic()
    assert desktop_proxy("https://aide.example.org") == ""
    found = examination.proxy("https://aide.example.org")
    assert (found.state, found.key) == ("attention", "proxy_file")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_until: Wait) -> Iterator[PrivateBus]:
    one = PrivateBus(tmp_path / "bus", wait_until)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
    one.stand_in(READER, PLACE, READER)
    yield one
    one.close()


@needs_mocks
def test_a_file_of_the_network_is_read_by_the_desktops_own_reader(desktop: Desktop, bus: PrivateBus) -> None:
    desktop.put(mode="auto", autoconfig_url=FILE)
    for told, proxy in (
        (["direct://", "http://proxy.example.org:3128"], ""),
        (["socks://proxy.example.org:1080"], ""),
        (["http://proxy.example.org:3128/", "direct://"], "http://proxy.example.org:3128"),
    ):
        answer = f"ret = {told} if args == [{FILE!r}, 'https://aide.example.org'] else ['direct://']"
        bus.tell(READER, PLACE, "AddMethod", "sssss", READER, "Lookup", "ss", "as", answer)
        assert desktop_proxy("https://aide.example.org") == proxy
    assert desktop_proxy("https://elsewhere.example.org") == ""
    bus.tell(
        READER, PLACE, "AddMethod", "sssss", READER, "Lookup", "ss", "as", "ret = ['http://proxy.example.org:3128']"
    )
    here = ("http://localhost:8080", "http://127.0.0.1:8080", "http://127.8.0.1:8080", "http://[::1]:8080")
    assert [desktop_proxy(url) for url in here] == [""] * len(here), "what is said to this very machine stays in it"
    assert desktop_proxy("https://elsewhere.example.org") == "http://proxy.example.org:3128"
    desktop.put(ignore_hosts="['elsewhere.example.org']")
    assert desktop_proxy("https://elsewhere.example.org") == ""
    desktop.put(ignore_hosts="[]")
    assert examination.proxy("https://aide.example.org").facts == {"proxy": "proxy.example.org:3128"}


def test_without_gnome_there_is_none(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert desktop_proxy("https://aide.example.org") == ""
    assert not automatic()
