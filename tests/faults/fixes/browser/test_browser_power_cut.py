"""The power fails around every single change of a file: each repair of browsers, mail and office programs, each moment.

Afterwards it is finished and taken back, or taken back at once: the home folder is what it was, byte by byte.
"""

import json
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from tests.faults.healing import tree
from tests.faults.power import PowerCut, power
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these folders are those of Linux")
CHROMIUM, FIREFOX, MAIL = ".config/chromium/Default", ".mozilla/firefox/a.b", ".thunderbird/a.b"
OWN = "abcdefghijklmnopabcdefghijklmnop"


def furnish(home: Path) -> None:
    """A home in which every repair below has something to do."""
    (chromium := home / CHROMIUM).mkdir(parents=True)
    proxy = {"mode": "fixed_servers", "server": "127.0.0.1:9"}
    session = {"restore_on_startup": 4, "startup_urls": ["https://suche.example"]}
    (chromium / "Preferences").write_text(json.dumps({"proxy": proxy, "session": session, "other": [1]}))
    (chromium.parent / "SingletonLock").symlink_to("ancien-poste-1")
    (chromium / f"Extensions/{OWN}/1_0").mkdir(parents=True)
    (chromium / f"Extensions/{OWN}/1_0/manifest.json").write_text('{"name": "Bons plans"}')
    (chromium / "IndexedDB/https_site.example_0.indexeddb.leveldb").mkdir(parents=True)
    with closing(sqlite3.connect(chromium / "Cookies")) as base, base:
        base.execute("CREATE TABLE cookies (host_key TEXT, name TEXT UNIQUE, last_access_utc INTEGER)")
        rows = [(".site.example", "a", 1), ("autre.example", "b", 2)]
        base.executemany("INSERT INTO cookies VALUES (?, ?, ?)", rows)
    (firefox := home / FIREFOX).mkdir(parents=True)
    lines = 'user_pref("network.proxy.type", 1);\r\nuser_pref("browser.startup.homepage", "https://suche.example");\n'
    (firefox / "prefs.js").write_text(f"// kept\n{lines}")
    (firefox / "user.js").write_text('user_pref("network.proxy.type", 1);')
    addon = {"id": "a@b", "type": "extension", "location": "app-profile", "active": True, "userDisabled": False}
    (firefox / "extensions.json").write_text(json.dumps({"addons": [addon]}))
    (firefox / "addonStartup.json.lz4").write_bytes(b"packed")
    (mail := home / MAIL / "Mail/pop.example").mkdir(parents=True)
    (home / MAIL / "prefs.js").touch()
    for name in ("Inbox", "Inbox.msf", "Trash", "Trash.msf"):
        (mail / name).write_text(name)
    (home / ".config/libreoffice/4/user/uno_packages/cache/uno_packages/x/y.oxt").mkdir(parents=True)
    (home / ".local/share/applications").mkdir(parents=True)
    entry = "[Desktop Entry]\nName=Lecteur\nMimeType=application/pdf;\n"
    (home / ".local/share/applications/lecteur.desktop").write_text(entry)


REPAIRS: list[tuple[str, dict[str, object]]] = [
    ("browser.lock.set_aside", {"profile": CHROMIUM}),
    ("browser.proxy.reset", {"profile": CHROMIUM}),
    ("browser.proxy.reset", {"profile": FIREFOX}),
    ("browser.start_page.reset", {"profile": CHROMIUM}),
    ("browser.start_page.reset", {"profile": FIREFOX}),
    ("browser.extension.set_aside", {"extension": f"{CHROMIUM}|{OWN}"}),
    ("browser.extension.set_aside", {"extension": f"{FIREFOX}|a@b"}),
    ("browser.site.set_aside", {"site": f"{CHROMIUM}|site.example"}),
    ("office.mailbox.empty_bin", {"mailbox": MAIL}),
    ("office.mail_copies.set_aside", {"mailbox": MAIL}),
    ("office.default.choose", {"kind": "pdf", "program": "lecteur.desktop"}),
    ("office.addins.set_aside", {"program": "LibreOffice"}),
]


def computer(tmp_path: Path) -> tuple[Here, Computer]:
    folder = tmp_path / "it"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    here = here_of(folder, XDG_DATA_DIRS=str(tmp_path / "none"))
    furnish(here.home)
    return here, Computer(here.holding, here=here)


@pytest.mark.parametrize(("name", "options"), REPAIRS, ids=lambda part: str(part).split(".")[-1][:40])
@pytest.mark.parametrize("finishes", [True, False], ids=["finished", "taken-back"])
def test_the_way_there(tmp_path: Path, name: str, options: dict[str, object], finishes: bool) -> None:
    moment, is_cut = 0, True
    while is_cut:
        here, actions = computer(tmp_path)
        before, plan = tree(here.home), actions.plan(name, Given(options))
        assert plan.outcome == ""
        moment, is_cut = moment + 1, False
        try:
            with power(moment):
                actions.apply(name, plan.saved, quiet)
        except PowerCut:
            is_cut = True
        if finishes:
            actions.apply(name, plan.saved, quiet)
            assert tree(here.home) != before
        assert actions.hindrance(name, plan.saved) == ""
        actions.undo(name, plan.saved)
        assert tree(here.home) == before, moment
    assert moment > 2


@pytest.mark.parametrize(("name", "options"), REPAIRS, ids=lambda part: str(part).split(".")[-1][:40])
def test_the_way_back(tmp_path: Path, name: str, options: dict[str, object]) -> None:
    moment, is_cut = 0, True
    while is_cut:
        here, actions = computer(tmp_path)
        before, plan = tree(here.home), actions.plan(name, Given(options))
        actions.apply(name, plan.saved, quiet)
        moment, is_cut = moment + 1, False
        try:
            with power(moment):
                actions.undo(name, plan.saved)
        except PowerCut:
            is_cut = True
        assert actions.hindrance(name, plan.saved) == "", moment
        actions.undo(name, plan.saved)
        assert tree(here.home) == before, moment
    assert moment > 2
