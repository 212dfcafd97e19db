"""Mail and office programs on Windows and macOS: where they keep things, and exactly what is asked of the tools.

The answers are written from the documented format of `reg query /s`; the folders are those that the makers document.
"""

from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.office import defaults
from desktop_app.adapters.actions.office.addins import read_addins
from desktop_app.adapters.actions.office.editors import kept_work
from desktop_app.domain.action import ActionFailed, Given
from tests.faults.healing import tree
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.test_other_systems import Tools

SECTION = "[Default Applications]\n"
ADDINS = """
HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\Word\\Addins\\Barre.Connect
    LoadBehavior    REG_DWORD    0x3

HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\Word\\Addins\\Schlaf.AddIn
    LoadBehavior    REG_DWORD    0x2

HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\Word\\Addins\\evil" /f & calc
    LoadBehavior    REG_DWORD    0x3
"""


def computer(tmp_path: Path, system: str, /, **answers: str) -> tuple[Computer, Tools, Here]:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    tools = Tools(answers)
    here = Here(tmp_path / "held", system=system, home=home, environ={}, tool=tools, root=tmp_path)
    return Computer(tmp_path, here=here), tools, here


def test_addins_of_word_on_windows(tmp_path: Path) -> None:
    actions, tools, here = computer(tmp_path, "windows", **{"Office\\Word": ADDINS})
    template = here.home / "AppData/Roaming/Microsoft/Word/STARTUP/Briefkopf.dotm"
    template.parent.mkdir(parents=True)
    template.write_bytes(b"macro")
    before = tree(here.home)
    (item,) = actions.check("office.addins", Given()).items
    assert (item.id, item.facts["count"]) == ("Word", 2)
    plan = actions.plan("office.addins.set_aside", Given({"program": "Word"}))
    assert plan.saved["keys"] == ["Barre.Connect"]
    tools.asked.clear()
    actions.apply("office.addins.set_aside", plan.saved, quiet)
    assert not template.exists()
    actions.undo("office.addins.set_aside", plan.saved)
    assert tree(here.home) == before
    assert [(args[2].rpartition("\\")[2], args[-2]) for args, _ in tools.asked] == [
        ("Barre.Connect", "0x2"),
        ("Barre.Connect", "0x3"),
    ]


def test_names_of_addins_that_are_no_names(tmp_path: Path) -> None:
    assert read_addins(ADDINS) == ["Barre.Connect"]
    actions, tools, _ = computer(tmp_path, "windows")
    saved = {"program": "Word", "keys": ["x & calc"], "moves": [], "token": "a" * 32, "size": 0}
    with pytest.raises(ActionFailed):
        actions.apply("office.addins.set_aside", saved, quiet)
    assert tools.asked == []


@pytest.mark.parametrize("program", ["Word", "../etc", ""])
def test_a_program_that_this_system_does_not_have(tmp_path: Path, program: str) -> None:
    actions, _, _ = computer(tmp_path, "linux")
    with pytest.raises(ActionFailed):
        actions.plan("office.addins.set_aside", Given({"program": program}))


@pytest.mark.parametrize(
    ("system", "file", "program"),
    [
        ("windows", "AppData/Roaming/Microsoft/Word/AutoRecovery save of Brief.asd", "Word"),
        ("windows", "AppData/Local/Microsoft/Office/UnsavedFiles/Brief.asd", "Word"),
        ("windows", "AppData/Roaming/Microsoft/Excel/Plan123/Plan.xlsb", "Excel"),
        ("macos", "Library/Containers/com.microsoft.Word/Data/Library/Preferences/AutoRecovery/Brief", "Word"),
        ("linux", ".config/libreoffice/4/user/backup/Brief.odt_0.odt", "LibreOffice"),
    ],
)
def test_where_unsaved_work_lies(tmp_path: Path, system: str, file: str, program: str) -> None:
    _, _, here = computer(tmp_path, system)
    (here.home / file).parent.mkdir(parents=True)
    (here.home / file).write_bytes(b"work")
    (here.home / file).with_name("evil.asd").symlink_to("/etc/passwd")
    assert kept_work(here, program) == [here.home / file]


@pytest.mark.parametrize(
    ("system", "file"),
    [
        ("windows", "AppData/Local/Microsoft/Outlook/Offline Address Books/a.oab"),
        ("windows", "AppData/Local/Microsoft/Outlook/RoamCache/Stream_Calendar_1.dat"),
        ("macos", "Library/Mail/V10/MailData/Envelope Index"),
    ],
)
def test_indexes_of_other_programs(tmp_path: Path, system: str, file: str) -> None:
    actions, _, here = computer(tmp_path, system)
    (here.home / file).parent.mkdir(parents=True)
    (here.home / file).write_bytes(bytes(64))
    found = actions.check("office.mail_copies", Given())
    assert found.outcome in ("damaged", "sound")
    before = tree(here.home)
    plan = actions.plan("office.mail_copies.set_aside", Given({"mailbox": found.facts["mailbox"]}))
    actions.apply("office.mail_copies.set_aside", plan.saved, quiet)
    assert not (here.home / file).exists()
    assert actions.check("office.mail_copies", Given()).outcome == "fresh"
    actions.undo("office.mail_copies.set_aside", plan.saved)
    assert tree(here.home) == before


def test_typed_addresses_of_outlook_stay(tmp_path: Path) -> None:
    actions, _, here = computer(tmp_path, "windows")
    typed = here.home / "AppData/Local/Microsoft/Outlook/RoamCache/Stream_Autocomplete_0.dat"
    typed.parent.mkdir(parents=True)
    typed.write_bytes(b"addresses")
    assert actions.check("office.mail_copies", Given()).outcome == "fresh"


def test_a_mailbox_of_outlook_that_is_too_large(tmp_path: Path) -> None:
    actions, _, here = computer(tmp_path, "windows")
    store = here.home / "AppData/Local/Microsoft/Outlook/camille@example.org.ost"
    store.parent.mkdir(parents=True)
    with store.open("wb") as letters:
        letters.truncate(30_000_000_000)
    found = actions.check("office.mailbox", Given())
    assert (found.outcome, found.facts["program"]) == ("full", "Outlook")
    assert actions.plan("office.mailbox.empty_bin", Given({"mailbox": found.facts["mailbox"]})).outcome == "nothing"


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_the_user_chooses_programs_there(tmp_path: Path, system: str) -> None:
    actions, tools, _ = computer(tmp_path, system)
    assert actions.check("office.default", Given({"kind": "pdf"})).outcome == "elsewhere"
    assert actions.plan("office.default.choose", Given({"kind": "pdf", "program": "x.desktop"})).outcome == "nothing"
    plan = actions.plan("office.default.open", Given())
    assert actions.apply("office.default.open", plan.saved, quiet).outcome == "opened"
    assert len(tools.asked) == 1


@pytest.mark.parametrize(
    ("before", "program", "after"),
    [
        ("", "a.desktop", "[Default Applications]\nx/y=a.desktop\n"),
        ("[Default Applications]\nx/y=b.desktop;\n", "a.desktop", "[Default Applications]\nx/y=a.desktop\n"),
        ("[Default Applications]\nx/y=b.desktop\n", "", "[Default Applications]\n"),
        ("[Added Associations]\nx/y=b.desktop\n", "", "[Added Associations]\nx/y=b.desktop\n"),
        ("[A]\nb=c\n", "a.desktop", "[A]\nb=c\n\n[Default Applications]\nx/y=a.desktop\n"),
        (
            "[Default Applications]\nx/y=a.desktop;b.desktop\n",
            "a.desktop",
            "[Default Applications]\nx/y=a.desktop;b.desktop\n",
        ),
    ],
)
def test_the_list_of_programs(before: str, program: str, after: str) -> None:
    assert defaults.with_chosen(before, ("x/y",), program) == after
    assert defaults.with_chosen(after, ("x/y",), program) == after


def test_a_kind_that_nobody_knows(tmp_path: Path) -> None:
    actions, _, _ = computer(tmp_path, "linux")
    for kind in ("", "../x", "exe"):
        with pytest.raises(ActionFailed):
            actions.check("office.default", Given({"kind": kind}))


def test_a_forged_record_brings_no_file_to_another_place(tmp_path: Path) -> None:
    actions, _, here = computer(tmp_path, "linux")
    held = here.holding / ("a" * 32) / "0000-x"
    held.parent.mkdir(parents=True)
    held.write_text("evil")
    for target in (here.home / ".bashrc", here.home / ".config/libreoffice/../../.bashrc", tmp_path / "x"):
        moves = [[str(target), str(held)]]
        with pytest.raises(ActionFailed):
            actions.undo(
                "office.addins.set_aside",
                {"program": "LibreOffice", "keys": [], "moves": moves, "token": "a" * 32, "size": 1},
            )
        assert held.exists()
