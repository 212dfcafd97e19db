"""The package for Windows, made of a program of a few bytes: what it may be told, what it writes, what it hides."""

import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts import msi
from build_scripts.progress import Trouble
from desktop_app.privileged import SERVICE

needs_wixl = pytest.mark.skipif(
    shutil.which("wixl") is None or shutil.which("msiinfo") is None, reason="wixl and msitools are not here"
)
_NAME = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    (folder / "_internal" / "é è").mkdir(parents=True)
    (folder / "rescousse.exe").write_bytes(b"MZ")
    (folder / "_internal" / "é è" / "a & b.dll").write_bytes(b"MZ")
    return folder


def _described(bundle: Path, number: str = "1.2.3") -> Element:
    return fromstring(msi.described(bundle, number))  # noqa: S314 -- our own file


def _components(tree: Element) -> dict[str, str]:
    return {str(each.get("Id")): str(each.get("Guid")) for each in tree.iter(f"{_NAME}Component")}


def _table(package: Path, name: str) -> list[list[str]]:
    said = subprocess.run(["msiinfo", "export", str(package), name], capture_output=True, text=True, check=True)
    return [line.strip().split("\t") for line in said.stdout.splitlines()[3:]]


def test_a_new_version_is_the_same_family_and_another_product(bundle: Path) -> None:
    one, other = (_described(bundle, number).find(f"{_NAME}Product") for number in ("1.2.3", "1.2.4"))
    assert one is not None
    assert other is not None
    assert one.get("UpgradeCode") == other.get("UpgradeCode")
    assert one.get("Id") != other.get("Id")
    assert _components(one) == _components(other), "a file that stays is the same part"


def test_every_part_is_installed_and_has_a_name_of_its_own(bundle: Path) -> None:
    tree = _described(bundle)
    parts = _components(tree)
    assert len(set(parts.values())) == len(parts)
    assert [each.get("Id") for each in tree.iter(f"{_NAME}ComponentRef")] == list(parts)
    assert {each.get("Source") for each in tree.iter(f"{_NAME}File")} == {"rescousse.exe", "_internal/é è/a & b.dll"}


@needs_wixl
def test_the_finished_package_says_what_the_line_may_say(bundle: Path, tmp_path: Path) -> None:
    made = msi.make(bundle, tmp_path)
    properties = {row[0]: row[1] for row in _table(made, "Property")}
    assert set(properties["SecureCustomProperties"].split(";")) >= set(msi.PROPERTIES)
    assert "ENROLMENT_KEY" in properties["MsiHiddenProperties"].split(";"), "it is not for logs"
    conditions = {row[0]: row[4] for row in _table(made, "Component") if len(row) > 4 and row[4]}
    assert conditions["told_HELPDESK_URL"] == "HELPDESK_URL"
    assert conditions["kept_HELPDESK_URL"] == "KEPT_HELPDESK_URL AND NOT HELPDESK_URL"
    assert {name for name in conditions if name.startswith("told_")} == {f"told_{name}" for name in msi.PROPERTIES}
    assert 'KEPT_START_AT_LOGIN="0"' in conditions["run"]
    assert any("LANGUAGE is one of auto, fr" in row[1] for row in _table(made, "LaunchCondition"))
    service = _table(made, "ServiceInstall")[0]
    assert (service[1], service[4], service[10]) == (SERVICE, "4", "privileged"), "installed, and disabled"
    assert _table(made, "CustomAction")[-1][0] == "turn_on"
    turned_on = next(row for row in _table(made, "InstallExecuteSequence") if row[0] == "turn_on")
    order = {row[0]: int(row[2]) for row in _table(made, "InstallExecuteSequence") if len(row) > 2}
    assert turned_on[1].startswith('(PRIVILEGED_SERVICE="1" OR')
    assert order["InstallServices"] < order["turn_on"] < order["InstallFinalize"]
    written = {(row[2], row[3]): row[4] for row in _table(made, "Registry")}
    assert written[(r"Software\Classes\rescousse\shell\open\command", "")] == '"[INSTALLDIR]rescousse.exe" "%1"'
    assert (r"Software\Policies\Rescousse\helpdesk", "enrolment_key") in written


@needs_wixl
def test_a_repair_writes_what_is_kept_and_nothing_that_it_is_told(bundle: Path, tmp_path: Path) -> None:
    made = msi.make(bundle, tmp_path)
    actions = {row[0]: row[1:4] for row in _table(made, "CustomAction")}
    rows = {row[0]: row[1:] for row in _table(made, "InstallExecuteSequence")}
    for name in msi.PROPERTIES:
        assert actions[f"keep_{name}"] == ["51", name, f"[KEPT_{name}]"]
        condition, place = rows[f"keep_{name}"]
        assert condition == f"Installed OR NOT {name}"
        assert int(rows["AppSearch"][1]) < int(place) < int(rows["CostInitialize"][1])
    assert "AppSearch" not in {row[0] for row in _table(made, "InstallUISequence")}, "else the system does not look"
    secure = next(row[1] for row in _table(made, "Property") if row[0] == "SecureCustomProperties")
    assert "KEPT_" not in secure, "nobody hands over what is kept"


@needs_wixl
def test_a_folder_that_is_no_program_of_windows_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"no rescousse\.exe"):
        msi.make(tmp_path, tmp_path)
