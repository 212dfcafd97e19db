"""Linux: what is installed, by every package manager's own files; what was added to browsers."""

import json
import sqlite3
import struct
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.own import own_facts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import plain
from desktop_app.domain.setting import PolicyFault, Setting, Source
from tests.unit.snapshot.conftest import linked, told, write


def header(**values: str | int) -> bytes:
    """An rpm header: an index of entries, then their data."""
    tags = {"name": 1000, "version": 1001, "release": 1002, "time": 1008, "vendor": 1011, "arch": 1022}
    index, data = b"", b""
    for name, value in values.items():
        data += b"\0" * (-len(data) % 4)
        index += struct.pack(">IIII", tags[name], 4 if isinstance(value, int) else 6, len(data), 1)
        data += struct.pack(">I", value) if isinstance(value, int) else value.encode() + b"\0"
    return struct.pack(">II", len(values), len(data)) + index + data


def rpm(file: Path, *blobs: bytes) -> None:
    file.parent.mkdir(parents=True)
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB)")
        database.executemany("INSERT INTO Packages (blob) VALUES (?)", [(blob,) for blob in blobs])
    database.close()


def test_packages_of_every_manager(tree: Tree) -> None:
    whole = header(
        name="firefox", version="128.0", release="1.fc40", time=1767225600, vendor="Fedora Project", arch="x86_64"
    )
    rpm(tree.at("var/lib/rpm/rpmdb.sqlite"), whole, header(name="bare"))
    write(
        tree.root,
        {
            "var/lib/pacman/local/vim-9.1-2/desc": "",
            "var/lib/flatpak/app/org.mozilla.firefox/x": "",
            "home/lmoreau/.local/share/flatpak/app/org.gimp.GIMP/x": "",
            "snap/code/12/meta/snap.yaml": "name: code\nversion: '1.90'\n",
            "var/lib/dpkg/info/cups.list": "",
        },
    )
    linked(tree.root, "snap/code/current", "12")
    linked(tree.root, "home/lmoreau/x", "y")
    found = told(tree, "software")
    by_source = {package["source"]: package for package in found["packages"]}
    assert by_source["rpm"] == {"name": "bare", "source": "rpm"}
    first = next(package for package in found["packages"] if package["name"] == "firefox")
    assert first == {
        "name": "firefox",
        "version": "128.0-1.fc40",
        "vendor": "Fedora Project",
        "source": "rpm",
        "architecture": "x86_64",
        "installed_at": "2026-01-01T00:00:00Z",
    }
    assert (by_source["pacman"]["name"], by_source["pacman"]["version"]) == ("vim", "9.1-2")
    assert by_source["flatpak"]["name"] == "org.gimp.GIMP"
    assert (by_source["snap"]["name"], by_source["snap"]["version"]) == ("code", "1.90")
    assert {package["name"] for package in found["packages"] if "installed_at" in package} >= {"cups", "vim"}
    assert {browser["name"] for browser in found["browsers"]} == {"firefox-esr", "firefox", "org.mozilla.firefox"}


def test_a_broken_table_of_packages_is_told(tree: Tree) -> None:
    rpm(tree.at("var/lib/rpm/rpmdb.sqlite"), b"\xff\xff")
    section = Collectors("linux", tree.root, {}).collect(("software",), 10)["software"]
    assert (str(section.status), section.reason) == ("partial", "unreadable")


def test_what_was_added_to_browsers(tree: Tree) -> None:
    addons = {
        "addons": [
            {"type": "extension", "location": "app-profile", "id": "a@b", "version": "1.2", "active": True,
             "defaultLocale": {"name": "Blocker"}},
            {"type": "extension", "location": "app-builtin", "id": "own@mozilla", "version": "1"},
            {"type": "theme", "location": "app-profile", "id": "t"},
        ]
    }  # fmt: skip
    here = "home/lmoreau/.config/google-chrome/Default/Extensions/abcdef/2.0_0"
    write(
        tree.root,
        {
            "home/lmoreau/.mozilla/firefox/x.default/extensions.json": json.dumps(addons),
            f"{here}/manifest.json": json.dumps({"name": "__MSG_appName__", "version": "2.0", "default_locale": "en"}),
            f"{here}/_locales/en/messages.json": json.dumps({"appname": {"message": "Translator"}}),
        },
    )
    assert told(tree, "software")["extensions"] == [
        {"name": "Blocker", "browser": "Firefox", "id": "a@b", "version": "1.2", "on": True},
        {"name": "Translator", "browser": "Chrome", "id": "abcdef", "version": "2.0"},
    ]


def test_a_profile_that_was_cut_off_costs_a_reason_not_the_section(tree: Tree) -> None:
    write(tree.root, {"home/lmoreau/.mozilla/firefox/x/extensions.json": '{"addons": [{"typ'})
    section = Collectors("linux", tree.root, tree.environ).collect(("software",), 10)["software"]
    assert (str(section.status), section.reason) == ("partial", "unreadable")
    assert section.data["installed"] == 2


def test_sources_lose_logins_and_tokens(tree: Tree) -> None:
    repository = "[a]\nenabled=1\nbaseurl=https://bob:Pl4nted@rpm.example.org/f40?token=Pl4nted\n[b]\n"
    write(
        tree.root,
        {
            "etc/yum.repos.d/a.repo": repository,
            "etc/apt/sources.list.d/b.sources": "Types: deb\nURIs: https://x:Pl4nted@one.example.org/d https://two.example.org\n",
        },
    )
    found = told(tree, "software")["sources"]
    assert found == [
        "https://depot.example.org/debian",
        "https://one.example.org/d",
        "https://two.example.org",
        "https://rpm.example.org/f40",
    ]


def test_variables_by_name_and_a_path_without_what_is_the_users() -> None:
    told_to_programs = {
        "HOME": "/home/lmoreau",
        "DB_PASSWORD": "Pl4nted",
        "SHELL": "/usr/bin/zsh",
        "PATH": "/usr/bin:/home/lmoreau/bin:/home/lmoreau/divorce/tools:/nowhere/at/all:/usr/bin",
    }
    found = plain(environment(told_to_programs, ":"))
    assert found == {
        "names": ["DB_PASSWORD", "HOME", "PATH", "SHELL"],
        "path": ["/usr/bin", "~/bin", "~/…", "/nowhere/at/all"],
        "path_missing": 3,
        "shell": "zsh",
    }


def test_this_program_and_its_libraries() -> None:
    found = plain(application())
    assert found["version"]
    assert found["qt"].startswith("6.")
    assert {library["name"] for library in found["libraries"]} >= {"psutil", "requests"}
    assert found["packaging"] == "source"


class _Rows:
    faults = (PolicyFault("policy.toml", 3, "theme", "wrong"),)

    def rows(self) -> list[Setting[Any]]:
        return [
            Setting("helpdesk.url", "https://bob:Pl4nted@desk.example.org", Source.POLICY, locked=True),
            Setting("theme", "dark", Source.USER),
            Setting("language", "auto", Source.DEFAULT),
        ]


def test_what_this_program_knows_of_itself_without_any_value(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("12:00 ERROR token Pl4nted refused\n12:01 INFO fine\n")
    computer = Collectors("linux", tree.root, {}, lambda: own_facts(_Rows(), tmp_path, 2))
    found = computer.collect(("application", "logs"), 10)
    about = found["application"].data
    assert (about["policy_settings"], about["policy_faults"], about["outbox_waiting"]) == (1, 1, 2)
    assert (about["locked_settings"], about["changed_settings"]) == (["helpdesk.url"], ["theme"])
    assert about["version"]
    assert (found["logs"].data["own_log_bytes"], found["logs"].data["own_log_errors"]) == (50, 1)
    assert "Pl4nted" not in repr(found)
