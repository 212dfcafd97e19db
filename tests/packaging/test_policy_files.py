"""The files that administrators deploy say what the table of settings says, and are read back as they are meant."""

import json
import plistlib
import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.policy_admx import LOCALES
from build_scripts.policy_files import DEPLOY, DOMAIN, files
from desktop_app.adapters.policy.plist import PlistPolicy
from desktop_app.adapters.policy.registry import ROOT, RegistryPolicy
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.services.settings import ROWS, TABLE

_NAME = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
USUAL = {row.key: (row.default, True) for row in TABLE}


def _tree(name: str) -> Element:
    return fromstring((DEPLOY / name).read_bytes())  # noqa: S314 - our own file


def _admx() -> Element:
    return _tree("windows/Rescousse.admx")


def test_every_file_is_what_the_table_says() -> None:
    made = files()
    folders = {name.partition("/")[0] for name in made}
    kept = {str(file.relative_to(DEPLOY)) for file in DEPLOY.rglob("*") if file.is_file()}
    assert {name for name in kept if name.partition("/")[0] in folders} == set(made)
    stale = [name for name, content in made.items() if (DEPLOY / name).read_bytes() != content]
    assert not stale, "run: python -m build_scripts.policy_files"


def test_the_sample_of_linux_is_read_as_the_usual_values(tmp_path: Path) -> None:
    text = (DEPLOY / "linux/policy.toml").read_text(encoding="utf-8")
    setting = re.compile(r"# (\[[\w.]+\]|\w+ = .*)$")
    written = tmp_path / "policy.toml"
    written.write_text("\n".join(found[1] for line in text.splitlines() if (found := setting.match(line))))
    assert TomlPolicy(written).read() == (USUAL, [])
    plain = tmp_path / "as-it-is.toml"
    plain.write_text(text)
    assert TomlPolicy(plain).read() == ({}, [])


def test_the_profile_of_macos_is_read_as_the_usual_values(tmp_path: Path) -> None:
    profile = plistlib.loads((DEPLOY / "macos/rescousse.mobileconfig").read_bytes())
    forced = profile["PayloadContent"][0]["PayloadContent"][DOMAIN]["Forced"][0]["mcx_preference_settings"]
    managed = tmp_path / f"{DOMAIN}.plist"
    managed.write_bytes(plistlib.dumps(forced))
    assert PlistPolicy(managed).read() == (USUAL, [])


def test_the_form_of_jamf_offers_what_the_table_allows() -> None:
    form = json.loads((DEPLOY / "macos/jamf-schema.json").read_bytes())["properties"]
    assert list(form) == [row.key for row in TABLE]
    for row in TABLE:
        assert row.fits(form[row.key]["default"])
        assert all(row.fits(value) for value in form[row.key].get("enum", []))
        assert all(row.fits(form[row.key][edge]) for edge in ("minimum", "maximum") if edge in form[row.key])


class Hive:
    """What Windows writes into the registry for the policies of the template, each set to its first possibility."""

    def __init__(self) -> None:
        self.kept: dict[str, list[tuple[str, object]]] = {}
        for policy in _admx().iter(f"{_NAME}policy"):
            key, name = str(policy.get("key")), policy.get("valueName")
            if name:
                self._put(key, name, 1)
            for element in policy.iter():
                self._set(key, element)

    def _set(self, key: str, element: Element) -> None:
        kind, name = element.tag.removeprefix(_NAME), str(element.get("valueName"))
        if kind == "text":
            self._put(key, name, "")
        elif kind == "list":
            self._put(str(element.get("key")), "1", "a")
        elif kind == "decimal" and element.get("minValue"):
            self._put(key, name, int(str(element.get("minValue"))))
        elif kind == "enum":
            chosen = element.find(f"{_NAME}item/{_NAME}value")
            assert chosen is not None
            self._put(key, name, chosen[0].text or int(str(chosen[0].get("value"))))

    def _put(self, key: str, name: str, value: object) -> None:
        self.kept.setdefault(key, []).append((name, value))

    def values(self, path: str) -> list[tuple[str, object]]:
        return self.kept.get(path, [])

    def folders(self, path: str) -> list[str]:
        below = (key.removeprefix(f"{path}\\").split("\\")[0] for key in self.kept if key.startswith(f"{path}\\"))
        return list(dict.fromkeys(below))


def test_what_the_template_of_windows_writes_is_read_as_it_is_meant() -> None:
    hive = Hive()
    decided, faults = RegistryPolicy(hive).read()
    assert not faults
    assert set(decided) == set(ROWS)
    lists = {row.key for row in TABLE if row.kind is list}
    assert all(ROWS[key].fits(value) for key, (value, _) in decided.items() if key not in lists)
    assert all(decided[key] == (["a"], True) for key in lists)
    assert all(locked for _, locked in decided.values())
    hive.kept = {key: values for key, values in hive.kept.items() if key.startswith(rf"{ROOT}\Recommended")}
    starts, _ = RegistryPolicy(hive).read()
    assert {key for key, (_, locked) in starts.items() if not locked} == {r.key for r in TABLE if r.user_may_set}


@pytest.mark.parametrize("place", LOCALES.values())
def test_every_word_and_form_that_the_template_names_is_there(place: str) -> None:
    words = _tree(f"windows/{place}/Rescousse.adml")
    strings = {entry.get("id"): entry.text for entry in words.iter(f"{_NAME}string")}
    forms = {entry.get("id"): entry for entry in words.iter(f"{_NAME}presentation")}
    text = (DEPLOY / "windows/Rescousse.admx").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\(string\.(\w+)\)", text)) == set(strings)
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == set(forms)
    assert all(strings.values())
    for policy in _admx().iter(f"{_NAME}policy"):
        named = {element.get("id") for element in policy.iter() if element.get("id")}
        form = forms.get(str(policy.get("presentation")).removeprefix("$(presentation.").removesuffix(")"))
        assert {box.get("refId") for box in (() if form is None else form)} == named
